import { type AffectState, AttuneError, type Language, LANGUAGES, type Sense } from '../core/index.ts';
import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import { type Findings, findingsOf } from './findings.ts';
import type { Teller, Topic } from './language.ts';
import type { Observed } from './missing.ts';

/** One or two sentences about one thing. */
export interface ExplainedSentence {
  readonly about: Topic;
  /** The senses that it names. */
  readonly senses: readonly Sense[];
  readonly text: string;
}

/** A state in plain sentences. */
export interface Explanation {
  readonly language: Language;
  /** All sentences as one text. */
  readonly text: string;
  /** In the order in which they are to be read: the feeling, its course, who says so, what speaks against it, what is missing. */
  readonly sentences: readonly ExplainedSentence[];
  /** The same before any language, for those who write sentences of their own. */
  readonly findings: Findings;
}

const TELLERS: Readonly<Record<Language, Teller>> = { en: ENGLISH, zh: CHINESE };

/**
 * Explains in plain sentences what the player appears to feel: how strongly, how certainly, since when, where it is heading,
 * which senses say so and by what, what speaks against it and what is missing. It says how somebody appears, never how
 * they are, claims no more certainty than the state holds, and names no word of a message.
 *
 * @param observed which senses are on and what each saw last, as any `AgentState` has it; without it, what is off is only told as not seen or heard
 * @throws {AttuneError} `bad-input` for a language that is not spoken here
 */
export function explain(state: AffectState, language: Language, observed: Observed = {}): Explanation {
  const teller = LANGUAGES.includes(language) ? TELLERS[language] : null;
  if (!teller) throw new AttuneError('bad-input', `Expected a language of ${LANGUAGES.join(', ')} to explain in; got ${JSON.stringify(language)}.`);
  const findings = findingsOf(state, observed);
  const { supports, against, conflict, missing } = findings;
  const course = teller.course(findings);
  const sentences: ExplainedSentence[] = [
    { about: 'feeling', senses: [], text: teller.feeling(findings) },
    ...(course === null ? [] : [{ about: 'course', senses: [], text: course } as const]),
    ...supports.map((each) => ({ about: 'sense', senses: [each.sense], text: teller.supports(each, findings) }) as const),
    ...(conflict ? [{ about: 'against', senses: [conflict.pleased.sense, conflict.displeased.sense], text: teller.conflict(conflict) } as const] : []),
    ...against.map((each) => ({ about: 'against', senses: [each.sense], text: teller.against(each, findings) }) as const),
    ...(missing.length > 0 && findings.phase !== 'absent' ? [{ about: 'missing', senses: [], text: teller.missing(missing) } as const] : []),
  ];
  return { language, sentences, findings, text: sentences.map(({ text }) => text).join(teller.space) };
}
