import type { DocumentAnalyser } from '../../../../src/monitor/index.ts';
import { createDocumentAnalyser, parseWatchList } from '../../../../src/monitor/index.ts';

export const WATCH = parseWatchList({ entities: ['acme', 'bolt', 'corvid', 'dune', 'elm'].map((id) => ({ id, name: id })) });

/** Reads like the models, but at once: how good a text is depends on its length. */
export function simpleAnalyser(): DocumentAnalyser {
  const share = (text: string, of: number): number => ((text.length * of) % 97) / 97;
  return createDocumentAnalyser(WATCH.entities, {
    sentiment: async (questions) => questions.map(({ text }) => ({ positive: share(text, 13) / 2, negative: share(text, 29) / 2, neutral: 1 - share(text, 13) / 2 - share(text, 29) / 2 })),
    feelings: async (texts) => texts.map(({ text }) => ({ emotions: { neutral: 0, happiness: 0, surprise: 0, sadness: 0, anger: share(text, 3), disgust: 0, fear: share(text, 5), contempt: 0 }, labels: { relief: share(text, 7) } })),
  });
}
