import { AttuneError, type Language } from '../../core/index.ts';
import { MAX_SPEECH_CHARACTERS } from './clean-text.ts';

/** Sentences are said together up to this length, so that short ones follow each other as in one breath. */
const TOGETHER = 60;

/**
 * A text as a voice that knows its language well can say it: on one line, without emoji and marks of markup, which voices read
 * out by name.
 *
 * @throws {AttuneError} `bad-input` when the text is longer than {@link MAX_SPEECH_CHARACTERS}
 */
export function speakableText(text: string): string {
  if (text.length > MAX_SPEECH_CHARACTERS) {
    throw new AttuneError('bad-input', `Expected at most ${MAX_SPEECH_CHARACTERS} characters to say, but got ${text.length}. Say it as several utterances.`);
  }
  const plain = text.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0E|\uFE0F|\u20E3/gu, ' ')
    .replace(/[*_`#~<>|\\{}[\]]/g, ' ').replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(plain) ? plain : '';
}

/** The parts in which a speakable text is said: sentences, short ones together. Joined they are the text. */
export function speakableParts(text: string, language: Language): string[] {
  if (text === '') return [];
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const last = parts.at(-1);
    const worth = (part: string): number => part.replace(/\p{Script=Han}/gu, 'xxxx').length;
    if (last !== undefined && (worth(last) + worth(segment) <= TOGETHER || !/[\p{L}\p{N}]/u.test(segment))) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}

/** The language that a text is written in, by its letters; null where it has none that tells. */
export function languageOf(text: string): Language | null {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han === 0 && latin === 0) return null;
  return han > latin ? 'zh' : 'en';
}
