import { AttuneError } from '../problem.ts';
import type { Crisis } from '../signals/risk.ts';
import type { Language } from '../signals/text.ts';
import { ANYWHERE, HELP, type HelpResource } from './resources.ts';

/** Whose helplines are told in a crisis. */
export interface HelpOptions {
  /** Where players are, for instance `en-GB`. Default: told by the language where that says enough, else international. */
  readonly locale?: string;
  /** The operator's own, instead of those that ship. */
  readonly resources?: readonly HelpResource[];
}

/** Chinese is mostly read where these numbers hold; English says nothing of the country. */
const LOCALE_OF: Readonly<Record<Language, string | null>> = { en: null, zh: 'zh-CN' };

/** What is told where the country is not known. */
const EMERGENCY_ANYWHERE: Readonly<Record<Language, string>> = {
  en: 'your local emergency number, such as 112, 911 or 999',
  zh: '当地的急救或报警电话',
};

/** No more than this can be kept in mind while it is heard. */
const MOST = 3;

/** @throws {AttuneError} `bad-input` when nothing is known of the locale and no resources are given */
export function readHelp({ locale, resources }: HelpOptions = {}): HelpOptions {
  if (locale !== undefined && !resources && !HELP[locale]) {
    throw new AttuneError('bad-input', `Expected a locale with known helplines (${Object.keys(HELP).join(', ')}), but got "${locale}". Pass its numbers as help.resources.`);
  }
  return { ...(locale === undefined ? {} : { locale }), ...(resources ? { resources } : {}) };
}

/** Where people answer in this crisis, the most fitting first; empty where the country is not known. */
export function helpFor(crisis: Crisis, language: Language, { locale = LOCALE_OF[language] ?? '', resources }: HelpOptions): readonly HelpResource[] {
  const known = (resources ?? HELP[locale] ?? []).filter(({ risks }) => risks.includes(crisis));
  // What is for this alone comes before what is for everything, but where minutes may count: somebody else in danger may not be breathing.
  return crisis === 'medical' || crisis === 'other-in-danger' ? known : [...known].sort((a, b) => a.risks.length - b.risks.length);
}

/** The same as words, for instance "988 (988 Suicide & Crisis Lifeline, call or text), 911 (emergency services)". */
export function tellHelp(crisis: Crisis, language: Language, options: HelpOptions): string {
  const known = helpFor(crisis, language, options);
  const told = known.slice(0, MOST).map(({ contact, name }) => (language === 'zh' ? `${name} ${contact}` : `${contact} (${name})`));
  const elsewhere = known.length > 0 ? [] : [EMERGENCY_ANYWHERE[language]];
  const list = [...elsewhere, ...told, ...(crisis === 'medical' ? [] : [ANYWHERE.contact])];
  return list.join(language === 'zh' ? '，' : ', ');
}
