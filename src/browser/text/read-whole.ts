import type { Language } from '../../core/index.ts';
import type { TextAnalyser } from './create-text-analyser.ts';
import type { WishReader } from './intent/wish-reader.ts';
import type { ReadText } from './text-protocol.ts';

/** Reads all that there is to read in texts: what they express and what they want. */
export async function readWhole(analyser: TextAnalyser, wishes: WishReader, texts: readonly string[], language: Language | null): Promise<ReadText[]> {
  const analyses = await (language === null ? analyser.analyseFully(texts) : analyser.analyseFully(texts, language));
  const wanted = await Promise.all(analyses.map(({ read, language: of }, i) => wishes.read(texts[i]!.slice(0, read), of)));
  return analyses.map((analysis, i) => Object.assign(analysis, wanted[i]!));
}
