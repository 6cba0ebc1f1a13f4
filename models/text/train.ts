/**
 * `npm run train -- text [--only light|full|dimensions]`: fits what reads words. The light model learns from GoEmotions, EmpatheticPersonas and lists
 * of words; the full one adds what sentence embeddings say; the dimensions, a file of their own, learn from EmoBank.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatNet, type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { ROOT } from '../../scripts/run.ts';
import { calibrateFull, calibrateLight } from './calibrate.ts';
import { vaderTensors } from './lexicon.ts';
import { chineseLesson, englishLesson } from './lessons.ts';
import { loadTextNet } from './readers.ts';
import { teachDimensions } from './teach-dimensions.ts';
import { teachFull } from './teach-full.ts';
import { headOf, teachHead } from './teach-head.ts';

/** So that the light file stays under 2 MB. */
const [ENGLISH_NGRAMS, CHINESE_NGRAMS] = [30_000, 12_000] as const;

const { values: flags } = parseArgs({ options: { only: { type: 'string' } } });
const teachers: Readonly<Record<string, () => Promise<void>>> = {
  light: async () => {
    const english = headOf('en', teachHead(englishLesson(ENGLISH_NGRAMS)));
    const chinese = headOf('zh', teachHead(chineseLesson(CHINESE_NGRAMS)));
    const lexicon = vaderTensors();
    keep(calibrateLight(rounded({
      model: 'text',
      settings: { ...english.settings, ...chinese.settings, valences: lexicon['valence/words']!.values.length },
      tensors: { ...english.tensors, ...chinese.tensors, ...lexicon },
    })));
  },
  full: async () => keep(await calibrateFull(loadTextNet('text'), rounded(await teachFull(ENGLISH_NGRAMS)))),
  dimensions: async () => keep(await teachDimensions(loadTextNet('text'), loadTextNet('text-full'))),
};
const chosen = flags.only === undefined ? Object.values(teachers) : [teachers[flags.only]];
for (const teach of chosen) {
  if (!teach) throw new Error(`Expected --only ${Object.keys(teachers).join(', ')}, but got "${flags.only}".`);
  await teach();
}

/** As it will come back from its file, so that calibration sees the weights that ship. */
function rounded(net: Net): Net {
  return parseNet(formatNet(net), net.model);
}

function keep(net: Net): void {
  const file = join(ROOT, 'models', net.model, 'net.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, formatNet(net));
  console.log(`${file}: ${JSON.stringify(net.settings)}`);
}
