import type { Hertz } from '../../core/index.ts';
import type { WordProsody } from './word-prosody.ts';

/**
 * The words as SSML in the form that Flite reads: rate is one over the stretch, pitch and range are absolute, in hertz. Without
 * `pitched` only the rate is told. A range below 0 can't be told of a word, so that one takes the whole sentence's, {@link rangeOfWhole}.
 *
 * Every sign that is a token of its own to Flite's reader is left out, and whatever would end the sentence before its end.
 */
export function fliteScript(words: readonly WordProsody[], pitched: boolean): string {
  const lines = words.map(({ text, stretch, pitch, range }, i) => {
    const said = sayable(text, i === words.length - 1);
    const melody = pitched ? ` pitch="${pitch.toFixed(1)}"${range < 0 ? '' : ` range="${range.toFixed(1)}"`}` : '';
    return `<prosody rate="${(1 / stretch).toFixed(3)}"${melody}>${said}</prosody>`;
  });
  return `<speak>${lines.join(' ')}</speak>`;
}

/** The range that Flite is set to for the whole of the words: any will do where each word has its own, so it is that of the one that has none. */
export function rangeOfWhole(words: readonly WordProsody[]): Hertz | null {
  return words.find(({ range }) => range < 0)?.range ?? null;
}

function sayable(text: string, last: boolean): string {
  const plain = text.replace(/["<>&/()]/g, ' ').replace(/[;:](?!\d)/g, ',').trim();
  // Flite reads "a.m" as it does "a.m.", but would end the sentence at the last dot.
  return last ? plain : plain.replace(/(\.{2,}|[!?]+)$/, ',').replace(/\.$/, '');
}
