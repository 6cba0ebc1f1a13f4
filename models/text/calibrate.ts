import type { Net } from '../../src/browser/nets/net-file.ts';
import { createTextAnalyser } from '../../src/browser/text/create-text-analyser.ts';
import type { TextAnalysis } from '../../src/browser/text/text-analysis.ts';
import { TEXT_LABELS } from '../../src/browser/text/labels.ts';
import type { Language } from '../../src/index.ts';
import { chooseTemperature } from '../../src/learn/linear/temperature.ts';
import { chooseThresholds, type MultiLabel } from '../../src/learn/metrics/multi-label.ts';
import { readGoEmotions, readPersonas } from '../../scripts/texts/corpora.ts';
import { embedTexts } from '../../scripts/texts/embeddings.ts';
import { emotionsOf, multiLabelOf } from './judge-texts.ts';

const SEED = 5;

/** The light net with its temperatures and thresholds, chosen on the dev parts by what the whole reading says. */
export function calibrateLight(net: Net): Net {
  const of = (temperatures: Readonly<Record<Language, number>>, thresholds: readonly number[]): Net => ({ ...net, settings: { ...net.settings, temperatures, thresholds } });
  const none = TEXT_LABELS.map(() => 1);
  const comments = readGoEmotions('dev');
  const personas = { en: readPersonas('en', 'dev'), zh: readPersonas('zh', 'dev') };
  const loss = (language: Language) => (temperature: number): number => {
    const analyser = createTextAnalyser({ light: of({ en: temperature, zh: temperature }, none) });
    const texts = [...(language === 'en' ? comments.map((comment) => ({ text: comment.text, emotions: emotionsOf(comment) })) : []), ...personas[language].map(({ text, emotion }) => ({ text, emotions: [emotion] }))];
    return texts.reduce((sum, { text, emotions }) => {
      const { emotions: said } = analyser.analyse(text, language);
      return sum - emotions.reduce((total, emotion) => total + Math.log(said[emotion]), 0) / emotions.length;
    }, 0) / texts.length;
  };
  const temperatures = { en: chooseTemperature(loss('en')), zh: chooseTemperature(loss('zh')) };
  const analyser = createTextAnalyser({ light: of(temperatures, none) });
  const thresholds = chooseThresholds(multiLabelOf(comments, comments.map(({ text }) => analyser.analyse(text, 'en'))), SEED);
  return of(temperatures, Array.from(thresholds, (threshold) => Number(threshold.toPrecision(4))));
}

/** The full net with its shifts, temperature and thresholds, chosen on the dev parts in the same way. */
export async function calibrateFull(light: Net, net: Net): Promise<Net> {
  const comments = readGoEmotions('dev');
  const personas = readPersonas('en', 'dev');
  const texts = [...comments, ...personas].map(({ text }) => text);
  const rows = await embedTexts(texts, 'embeddings of the dev texts');
  const emotions = [...comments.map(emotionsOf), ...personas.map(({ emotion }) => [emotion])];
  const read = (settings: Readonly<Record<string, unknown>>): Promise<TextAnalysis[]> =>
    createTextAnalyser({ light, full: { net: { ...net, settings: { ...net.settings, thresholds: TEXT_LABELS.map(() => 1), ...settings } }, encode: async () => rows } }).analyseFully(texts, 'en');
  // The labels' probabilities have the mean that the labels have.
  const plain = multiLabelOf(comments, await read({ temperature: 1 }));
  const shifts = TEXT_LABELS.map((_, label) => Number(shiftOf(plain, label).toPrecision(4)));
  const losses = new Map<number, number>();
  for (const temperature of TEMPERATURES) {
    const analyses = await read({ shifts, temperature });
    losses.set(temperature, analyses.reduce((sum, { emotions: said }, i) => sum - emotions[i]!.reduce((total, emotion) => total + Math.log(said[emotion]), 0) / emotions[i]!.length, 0));
  }
  const temperature = [...losses].sort(([, a], [, b]) => a - b)[0]![0];
  const thresholds = chooseThresholds(multiLabelOf(comments, (await read({ shifts, temperature })).slice(0, comments.length)), SEED);
  return { ...net, settings: { ...net.settings, shifts, temperature, thresholds: Array.from(thresholds, (threshold) => Number(threshold.toPrecision(4))) } };
}

const TEMPERATURES = [0.7, 0.8, 0.9, 1, 1.1, 1.25] as const;

/** What to add to a label's scores so that its mean probability is how often it is. */
function shiftOf({ labels, truth, scores }: MultiLabel, label: number): number {
  const count = truth.length / labels.length;
  let was = 0;
  const odds = Float64Array.from({ length: count }, (_, i) => {
    was += truth[i * labels.length + label]! / count;
    const probability = Math.min(1 - 1e-7, Math.max(1e-7, scores[i * labels.length + label]!));
    return Math.log(probability / (1 - probability));
  });
  let [low, high] = [-4, 4];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (odds.reduce((sum, each) => sum + 1 / (1 + Math.exp(-each - middle)), 0) / count < was) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
