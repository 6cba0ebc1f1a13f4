import type { Language, Unit } from '../core/index.ts';
import type { Finding } from './policy.ts';

/** A reading of what a message wants, as `createIntentClassifier` of `attune/browser` and a learned desk give it. */
export interface WishReading {
  /** Null where it wants none of them. */
  readonly match: { readonly name: string } | null;
  readonly ranking: readonly { readonly name: string; readonly confidence: Unit }[];
  /** Whether the likeliest is hardly likelier than the next, where the reader tells that itself. */
  readonly close?: boolean;
}

/** The next one is at least so many times as likely as the first: then it may as well be meant. Chosen on a held-out tenth of Banking77's training questions. */
const CLOSE: Unit = 0.5;
/** Offers at most: more are not heard out. */
const MOST = 3;

/**
 * Turns a reading, and what was offered before it, into what a policy hears of.
 *
 * @param offers the titles of what was offered
 */
export function findingOf({ match, ranking, close }: WishReading, message: string, language: Language, offers: readonly string[]): Finding {
  const likeliest = ranking.slice(0, MOST).map(({ name, confidence }) => ({ intent: name, confidence }));
  const [first, second] = likeliest;
  return {
    known: match !== null,
    close: close ?? (first !== undefined && second !== undefined && second.confidence >= CLOSE * first.confidence),
    ranking: likeliest,
    choice: offers.length > 0 ? choiceIn(message, language, offers) : null,
  };
}

const ORDINALS: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/^(?:(?:the )?(?:first|1st)(?: one)?|(?:number )?(?:one|1))\W*$/i, /^(?:(?:the )?(?:second|2nd)(?: one)?|(?:number )?(?:two|2))\W*$/i, /^(?:(?:the )?(?:third|3rd|last)(?: one)?|(?:number )?(?:three|3))\W*$/i],
  zh: [/^(?:是|选)?第?(?:一|1)(?:个|项|种)?[。.！!]*$/, /^(?:是|选)?第?(?:二|两|2)(?:个|项|种)?[。.！!]*$/, /^(?:是|选)?(?:第?(?:三|3)(?:个|项|种)?|最后(?:一)?个)[。.！!]*$/],
};
const NONE: Readonly<Record<Language, RegExp>> = {
  en: /^(?:no[,. ]*)?(?:none(?: of (?:them|these|those))?|neither|something else|no|nope|no,? thank(?:s| you)|thank(?:s| you)|not (?:now|today|really))\W*$/i,
  zh: /^(?:都不是|都没有|都不对|不是|不对|没有|别的|其他的?|不用了?|不要了?|不了|不想|算了|先不(?:用|要)?)[，,]?(?:谢谢)?[。.！!]*$/,
};
const YES: Readonly<Record<Language, RegExp>> = {
  en: /^(?:yes|yeah|yep|right|exactly|correct|ok(?:ay)?|sure|fine|please(?: do)?|go ahead|let['’]?s(?: do (?:it|that))?)(?:,? please)?\W*$/i,
  zh: /^(?:是的?|对的?|没错|嗯+|好(?:的|啊|呀|吧)?|可以|行|要|来吧)[。.！!]*$/,
};

function choiceIn(message: string, language: Language, offers: readonly string[]): number | null {
  const plain = message.trim();
  const named = offers.findIndex((title) => bare(title) === bare(plain));
  if (named !== -1) return named;
  if (NONE[language].test(plain)) return -1;
  if (offers.length === 1 && YES[language].test(plain)) return 0;
  const at = ORDINALS[language].findIndex((ordinal) => ordinal.test(plain));
  return at === -1 ? null : Math.min(at, offers.length - 1);
}

/** An offer may be taken by its very words, as by pressing it. */
function bare(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
