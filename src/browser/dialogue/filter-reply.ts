import { AttuneError, type Language, partSentences, screenReply } from '../../core/index.ts';
import { checkStyle } from '../../dialogue/check-style.ts';
import { createGiveawayCheck } from './gives-away.ts';
import { stripMarkup } from './strip-markup.ts';

export interface ReplyRules {
  readonly language: Language;
  /** The agent's name, as the model was told; models like to begin with it. */
  readonly name: string;
  /** What a reply must not give away. */
  readonly secret: string;
  readonly emoji: boolean;
  /** The most characters that are said; what follows is cut at the end of a sentence. */
  readonly longest: number;
}

/** A model that thinks aloud for longer than this, in characters, is not listened to. */
const MOST_RAW = 40_000;

/** What a model says is looked through anew when it has grown by this share: a long one not for each of its letters. */
const GROWN = 1 / 50;

/** Only after these can a new sentence be whole. */
const MAY_END = /[.!?。！？…>)\]*`\n\s]/;

/** More of another script than this, and it is another language. */
const MOST_FOREIGN = 0.3;

/**
 * Lets through, sentence by sentence, what of a model's words may be said aloud.
 *
 * @throws {AttuneError} `dialogue-failed` at the first sentence that may not be: one that breaks the rules of style, gives the
 *   instructions away or is in another language. What came before it was fine.
 */
export async function* filterReply(pieces: AsyncIterable<string>, rules: ReplyRules): AsyncGenerator<string, void> {
  const check = createSentenceCheck(rules);
  let [raw, given] = ['', ''];
  let seen = 0;

  function take(whole: boolean): { readonly fresh: string[]; readonly full: boolean } {
    const text = stripMarkup(raw, { whole, emoji: rules.emoji, name: rules.name });
    // Something that was closed late can't unsay what was said.
    if (!text.startsWith(given)) throw new AttuneError('dialogue-failed', 'Expected plain words from the language model, but got markup that changes what came before. Other words were found.');
    const { sentences, rest } = partSentences(text.slice(given.length));
    // What a model had no room to finish is not said, unless it is all there is.
    const ended = whole && (/[.!?。！？…]["'”’」』)]*\s*$/.test(rest) || (given === '' && sentences.length === 0));
    const fresh: string[] = [];
    for (const sentence of ended ? [...sentences, rest] : sentences) {
      if (given !== '' && given.length + sentence.length > rules.longest) return { fresh, full: true };
      check(sentence);
      given += sentence;
      // The space after it tells the agent that the sentence is whole.
      if (/[\p{L}\p{N}]/u.test(sentence)) fresh.push(rules.language === 'zh' ? sentence : `${sentence.trim()} `);
    }
    return { fresh, full: false };
  }

  for await (const piece of pieces) {
    raw += piece;
    if (raw.length > MOST_RAW) throw new AttuneError('dialogue-failed', `Expected a reply of at most ${MOST_RAW} characters from the language model, but more came. Choose a model that says less.`);
    if (!MAY_END.test(piece) || raw.length - seen < seen * GROWN) continue;
    seen = raw.length;
    const { fresh, full } = take(false);
    yield* fresh;
    if (full) return;
  }
  yield* take(true).fresh;
}

function createSentenceCheck({ language, secret }: ReplyRules): (sentence: string) => void {
  const givesAway = createGiveawayCheck(secret);
  return (sentence) => {
    const fault = checkStyle(sentence, language)[0]?.rule ?? screenReply(sentence) ?? (givesAway(sentence) ? 'giveaway' : isForeign(sentence, language) ? 'language' : null);
    if (fault) throw new AttuneError('dialogue-failed', `Expected words of the agent's own style from the language model, but one sentence broke the rule "${fault}". Other words were found.`);
  };
}

function isForeign(sentence: string, language: Language): boolean {
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  const han = sentence.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (letters === 0) return false;
  return language === 'zh' ? han === 0 && letters > 12 : han / letters > MOST_FOREIGN;
}
