import type { Net } from '../../src/browser/nets/net-file.ts';
import { createTextAnalyser } from '../../src/browser/text/create-text-analyser.ts';
import { TEXT_LABELS } from '../../src/browser/text/labels.ts';
import type { Language } from '../../src/index.ts';
import { chooseTemperature } from '../../src/learn/linear/temperature.ts';
import { chooseThresholds } from '../../src/learn/metrics/multi-label.ts';
import { readGoEmotions, readPersonas } from '../../scripts/texts/corpora.ts';
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
