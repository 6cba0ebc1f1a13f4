import vader from 'vader-sentiment';
import { createTextAnalyser } from '../../src/browser/text/create-text-analyser.ts';
import { loadTextNet } from '../../models/text/readers.ts';

/** How many sentences a second are read for their emotion, light and full, beside vader-sentiment. @param encode the sentence encoder's */
export async function benchEmotionOfWords(sentences: readonly string[], encode: (texts: readonly string[]) => Promise<Float32Array>): Promise<void> {
  const analyser = createTextAnalyser({ light: loadTextNet('text'), full: { net: loadTextNet('text-full'), encode }, dimensions: loadTextNet('text-dimensions') });
  const light = await rate(sentences, async (some) => some.forEach((text) => analyser.analyse(text, 'en')));
  const lexicon = await rate(sentences, async (some) => some.forEach((text) => vader.SentimentIntensityAnalyzer.polarity_scores(text)));
  const full = await rate(sentences, (some) => analyser.analyseFully(some, 'en'));
  console.log(`emotion of words: light ${light} sentences/s, vader-sentiment ${lexicon}; full, with the encoder, ${full}`);
}

/** The best of three rounds, after one to warm up. */
async function rate(texts: readonly string[], run: (texts: readonly string[]) => Promise<unknown>): Promise<number> {
  await run(texts);
  let best = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now();
    await run(texts);
    best = Math.min(best, performance.now() - began);
  }
  return Math.round((texts.length / best) * 1000);
}
