/** `npm run train -- text`: fits what reads words, from GoEmotions, EmpatheticPersonas and lists of words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNet, parseNet } from '../../src/browser/nets/net-file.ts';
import { ROOT } from '../../scripts/run.ts';
import { calibrateLight } from './calibrate.ts';
import { vaderTensors } from './lexicon.ts';
import { chineseLesson, englishLesson } from './lessons.ts';
import { headOf, teachHead } from './teach-head.ts';

/** So that the file stays under 2 MB. */
const [ENGLISH_NGRAMS, CHINESE_NGRAMS] = [30_000, 12_000] as const;

const english = headOf('en', teachHead(englishLesson(ENGLISH_NGRAMS)));
const chinese = headOf('zh', teachHead(chineseLesson(CHINESE_NGRAMS)));
const lexicon = vaderTensors();
const light = parseNet(formatNet({
  model: 'text',
  settings: { ...english.settings, ...chinese.settings, valences: lexicon['valence/words']!.values.length },
  tensors: { ...english.tensors, ...chinese.tensors, ...lexicon },
}), 'text');
writeFileSync(join(ROOT, 'models/text/net.json'), formatNet(calibrateLight(light)));
