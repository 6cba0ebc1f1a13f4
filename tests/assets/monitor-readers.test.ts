import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSentenceEncoder } from '../../scripts/texts/load-sentence-encoder.ts';
import type { PieceEncoder } from '../../src/browser/text/encoder/embedding.ts';
import { loadFullReaders, loadLightReaders } from '../../src/cli/monitor/load-readers.ts';
import type { SentimentQuestion } from '../../src/monitor/analyse-document.ts';
import type { DocumentReaders } from '../../src/monitor/index.ts';

let encoder: PieceEncoder;
let [light, full]: DocumentReaders[] = [];
beforeAll(async () => {
  encoder = await loadSentenceEncoder();
  [light, full] = [await loadLightReaders(), await loadFullReaders(encoder)];
});
afterAll(() => encoder.dispose());

const about = (text: string, name: string, alone: boolean): SentimentQuestion => ({ text, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en', about: { start: text.indexOf(name), end: text.indexOf(name) + name.length }, alone });

describe('the full readers of the monitor', () => {
  it('hear the meaning of an English text that names one company, and read others as the light ones do', async () => {
    const questions = [
      about('Orvane hands the keys to its lenders', 'Orvane', true),
      about('Orvane soars while Bolt hands the keys to its lenders', 'Bolt', false),
      about('博特汽车净利润增长', '博特汽车', true),
      about('Bolt wins a contract', 'Bolt', true),
    ];
    const [ours, plain] = [await full!.sentiment(questions), await light!.sentiment(questions)];
    expect(ours.map((reading, i) => reading.negative === plain[i]!.negative)).toEqual([false, true, true, false]);
    for (const { positive, neutral, negative } of ours) expect(positive + neutral + negative).toBeCloseTo(1, 9);
    // Each got its own embedding: asked alone it is read the same.
    const [last] = await full!.sentiment(questions.slice(-1));
    expect(last!.positive).toBeCloseTo(ours[3]!.positive, 3);
  });

  it('read what is felt by meaning in English', async () => {
    const texts = [{ text: 'Nobody at the plant slept that night', language: 'en' as const }, { text: '股民们慌了', language: 'zh' as const }];
    const [ours, plain] = [await full!.feelings(texts), await light!.feelings(texts)];
    expect(ours[0]!.emotions).not.toEqual(plain[0]!.emotions);
    expect(ours[1]!.emotions).toEqual(plain[1]!.emotions);
  });

  it('answers nothing to nothing', async () => {
    expect(await full!.sentiment([])).toEqual([]);
    expect(await full!.feelings([])).toEqual([]);
  });
});
