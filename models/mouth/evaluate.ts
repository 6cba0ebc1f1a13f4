/**
 * `npm run evaluate -- mouth [--json]`: how near the mouth by sound alone comes to the mouth by phones, on 50 sentences that it did not
 * learn from, by a speaker that it never heard and by those that it learnt from; beside loudness alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseNet } from '../../src/browser/nets/net-file.ts';
import { createMouthNet } from '../../src/browser/speech/mouth/sound-mouth.ts';
import type { FliteVoice } from '../../src/browser/speech/voices.ts';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { ROOT } from '../../scripts/run.ts';
import { mouthCard } from './card.ts';
import { type Lesson, sayLesson, startFlite, TAUGHT_VOICES, taughtSentences, TEST_VOICES, testSentences } from './lessons.ts';
import { byLoudness, bySound, measureMouths, type MouthScores } from './measure.ts';

const { values: { json } } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const net = createMouthNet(parseNet(readFileSync(join(ROOT, 'models/mouth/net.json'), 'utf8'), 'mouth'));
const flite = await startFlite();

async function examine(voices: readonly FliteVoice[], split: string): Promise<{ readonly evaluation: Evaluation; readonly loudness: MouthScores }> {
  const lessons: Lesson[] = [];
  for (const [index, text] of testSentences().entries()) lessons.push(await sayLesson(flite, text, voices[index % voices.length]!, { valence: 0, arousal: 0 }));
  const { mae, correlation, ...others } = measureMouths(lessons, bySound(net));
  const loudness = measureMouths(lessons, byLoudness);
  for (const [name, scores] of Object.entries({ 'by sound': { mae, correlation, ...others }, 'by loudness': loudness })) {
    console.log(`${voices.join(' and ')}, ${name}: ${Object.entries(scores).map(([key, value]) => `${key} ${value.toFixed(3)}`).join(', ')}`);
  }
  return { evaluation: { model: 'mouth', data: `speech by Flite's ${voices.join(' and ')}`, n: lessons.length, split, metrics: { mae, correlation, ...others } }, loudness };
}

const strange = await examine(TEST_VOICES, 'sentences and a speaker that were not learnt from; the truth is the mouth that the phones give, as sent in pieces of half a second');
const known = await examine(TAUGHT_VOICES, 'sentences that were not learnt from, by voices that were');
await writeReport(join(ROOT, 'models/mouth'), strange.evaluation, { title: 'A mouth by the sound of speech', also: [{ evaluation: known.evaluation }], card: mouthCard([strange, known], taughtSentences().length) });
if (json) console.log(evaluationLine(strange.evaluation));
