import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { createTextAnalyser } from '../../src/browser/text/create-text-analyser.ts';
import { ROOT } from '../../scripts/run.ts';
import type { TextReader } from './exams.ts';

/** A net of this model's that ships. */
export function loadTextNet(model: string): Net {
  const file = join(ROOT, 'models', model, 'net.json');
  if (!existsSync(file)) throw new Error(`Expected a model in ${file}, but there is none. Run "npm run train -- text".`);
  return parseNet(readFileSync(file, 'utf8'), model);
}

export function lightReader(): TextReader {
  const light = loadTextNet('text');
  const analyser = createTextAnalyser({ light });
  return {
    size: 'light', model: 'text', thresholds: light.settings['thresholds'] as readonly number[],
    read: async (texts) => texts.map(({ text, language }) => analyser.analyse(text, language)),
  };
}
