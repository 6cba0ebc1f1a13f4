import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { createTextAnalyser } from '../../src/browser/text/create-text-analyser.ts';
import type { TextAnalysis } from '../../src/browser/text/text-analysis.ts';
import { LANGUAGES } from '../../src/index.ts';
import { ROOT } from '../../scripts/run.ts';
import { embedTexts } from '../../scripts/texts/embeddings.ts';
import type { TextReader } from './exams.ts';

/** A net of this model's that ships. */
export function loadTextNet(model: string): Net {
  const file = fileOf(model);
  if (!existsSync(file)) throw new Error(`Expected a model in ${file}, but there is none. Run "npm run train -- text".`);
  return parseNet(readFileSync(file, 'utf8'), model);
}

function fileOf(model: string): string {
  return join(ROOT, 'models', model, 'net.json');
}

export function lightReader(): TextReader {
  const light = loadTextNet('text');
  const analyser = createTextAnalyser({ light });
  return {
    size: 'light', model: 'text', thresholds: light.settings['thresholds'] as readonly number[],
    read: async (texts) => texts.map(({ text, language }) => analyser.analyse(text, language)),
  };
}

/** @param withDimensions whether models/text-dimensions is heard as well, where it is there */
export function fullReader(withDimensions = true): TextReader {
  const [light, net] = [loadTextNet('text'), loadTextNet('text-full')];
  const analyser = createTextAnalyser({
    light, full: { net, encode: (texts) => embedTexts(texts) }, ...(withDimensions && existsSync(fileOf('text-dimensions')) && { dimensions: loadTextNet('text-dimensions') }),
  });
  return {
    size: 'full', model: 'text-full', thresholds: net.settings['thresholds'] as readonly number[],
    read: async (texts) => {
      const analyses = new Map<number, TextAnalysis>();
      for (const language of LANGUAGES) {
        const some = texts.flatMap((each, i) => (each.language === language ? [i] : []));
        const read = some.length === 0 ? [] : await analyser.analyseFully(some.map((i) => texts[i]!.text), language);
        some.forEach((i, at) => analyses.set(i, read[at]!));
      }
      return texts.map((_, i) => analyses.get(i)!);
    },
  };
}
