import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { createSpeaker } from '../../src/browser/voice/speaker.ts';
import { VOICE_CLASSES } from '../../src/browser/voice/voice-head.ts';
import { compareBaselines } from '../../src/learn/baselines/compare.ts';
import type { Comparison, Evaluation } from '../../src/learn/evaluation.ts';
import { judge } from '../../src/learn/metrics/answers.ts';
import { calibrationError, reliabilityOf } from '../../src/learn/metrics/calibration.ts';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import { showProgress } from '../../src/learn/progress.ts';
import { createRandom } from '../../src/learn/random.ts';
import { ROOT } from '../../scripts/run.ts';
import { type Lessons, WIDTH } from './lessons.ts';
import { TRUST } from './make-net.ts';
import { measurePopulation } from './population.ts';
import { sayAll } from './say.ts';

/** Where training leaves the figures of the nets that did not ship. */
export const RIVALS_FILE = join(ROOT, 'build/learn/voices/rivals.json');

const SEED = 4;
/** Nobody's class is known while a plain learner's running mean is kept. */
const UNTOLD = new Float32Array(VOICE_CLASSES.length);

/** EmoDB's own seven classes, each speaker told by the net that has not heard them, on-line. */
export function sevenClasses(lessons: Lessons, nets: ReadonlyMap<string, Net>): { readonly sevenClass: Comparison & { readonly ece: number } } {
  const truth: number[] = [];
  const answers: Float32Array[] = [];
  for (const [speaker, net] of nets) {
    const sharpness = net.settings['sharpness'] as number;
    for (const { label, scores } of sayAll(net, lessons, [...lessons.speakers.keys()].filter((clip) => lessons.speakers[clip] === speaker), [0])) {
      truth.push(label);
      answers.push(blend(scores, sharpness));
    }
  }
  const judged = judge(VOICE_CLASSES, truth, answers);
  const { accuracy, macroF1, uar } = scoresOf(VOICE_CLASSES, confusionOf(judged));
  return { sevenClass: { accuracy, macroF1, uar, ece: calibrationError(reliabilityOf(judged)) } };
}

function blend(scores: readonly Float32Array[], sharpness: number): Float32Array {
  const mean = new Float32Array(VOICE_CLASSES.length);
  for (const each of scores) {
    const highest = Math.max(...each);
    const powers = each.map((score) => Math.exp(sharpness * (score - highest)));
    const total = powers.reduce((sum, power) => sum + power, 0);
    powers.forEach((power, c) => { mean[c]! += power / total / scores.length; });
  }
  return mean;
}

/** Plain learners on the same functionals of the same folds, with a running mean that knows no classes; and the other nets, as training measured them. */
export async function compareLearners(lessons: Lessons): Promise<{ readonly baselines: NonNullable<Evaluation['baselines']>; readonly peers: NonNullable<Evaluation['peers']> }> {
  const all = [...lessons.speakers.keys()];
  const speakers = [...new Set(lessons.speakers)];
  const progress = showProgress('Baselines', 4 * speakers.length);
  const splits = speakers.map((out) => {
    const known = all.filter((clip) => lessons.speakers[clip] !== out);
    const rows = normaliseOnline(lessons, known);
    const part = (clips: readonly number[]) => ({ rows: clips.map((clip) => rows[clip]!), labels: Int32Array.from(clips, (clip) => lessons.labels[clip]!) });
    return { train: part(known), test: part(all.filter((clip) => lessons.speakers[clip] === out)) };
  });
  const baselines = await compareBaselines({ classes: VOICE_CLASSES, splits, seed: SEED, onProgress: (done, _, name) => progress.update(done, name) });
  progress.stop();
  return { baselines, peers: existsSync(RIVALS_FILE) ? JSON.parse(readFileSync(RIVALS_FILE, 'utf8')) as NonNullable<Evaluation['peers']> : {} };
}

/** Every speaker's clips in a shuffled order, relative to those before. */
export function normaliseOnline(lessons: Lessons, known: readonly number[]): Float32Array[] {
  const speaker = createSpeaker(measurePopulation(lessons, known, VOICE_CLASSES.length, TRUST));
  const rows: Float32Array[] = [];
  for (const name of new Set(lessons.speakers)) {
    speaker.reset();
    for (const clip of createRandom(SEED).shuffle(Int32Array.from([...lessons.speakers.keys()].filter((each) => lessons.speakers[each] === name)))) {
      const summary = lessons.summaries[0]![clip]![0]!;
      rows[clip] = new Float32Array(WIDTH);
      speaker.normalise(summary, rows[clip]);
      speaker.learn(summary, UNTOLD);
    }
  }
  return rows;
}
