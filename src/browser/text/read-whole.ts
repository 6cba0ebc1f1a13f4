import type { Language } from '../../core/index.ts';
import type { TextAnalyser } from './create-text-analyser.ts';
import type { WishReader } from './intent/wish-reader.ts';
import type { ReadText } from './text-protocol.ts';

/** Reads all that there is to read in a text: what it expresses and what it wants. */
export async function readWhole(analyser: TextAnalyser, wishes: WishReader, text: string, language: Language | null): Promise<ReadText> {
  const analysis = language === null ? analyser.analyse(text) : analyser.analyse(text, language);
  return { ...analysis, ...(await wishes.read(text.slice(0, analysis.read), analysis.language)) };
}
