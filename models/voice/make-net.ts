import type { Net, Tensor } from '../../src/browser/nets/net-file.ts';
import { VOICE_CLASSES } from '../../src/browser/voice/voice-head.ts';
import { createRandom } from '../../src/learn/random.ts';
import { fitArousal } from './fit-arousal.ts';
import { type Lessons, WIDTH } from './lessons.ts';
import { createRehearsal, measurePopulation } from './population.ts';
import { type MemberOptions, trainMember } from './train-members.ts';

/** How far a running mean of a speaker is believed in the end; between 0.8 and 1 it made no difference on speakers left out. */
export const TRUST = 0.9;
const HIDDEN = [256];
const LEARNING: Omit<MemberOptions, 'seed'> = { hidden: HIDDEN, epochs: 20, rate: 0.003, l2: 5e-4, dropout: { input: 0.2, hidden: 0.4 }, noise: 0.1, smoothing: 0.05 };
/** Numbers that hold a net back from answering, until {@link import('./calibrate.ts')} has found theirs. */
const UNCALIBRATED = { sharpness: 1, familiar: 1e3, strange: 2e3, straight: 0.5, rarity: 1e3 };

/**
 * Teaches a net by some clips; it is not calibrated yet.
 *
 * @param stranger the tensors of teach-strangers.ts
 */
export async function makeNet(lessons: Lessons, clips: readonly number[], stranger: Readonly<Record<string, Tensor>>, members: number, seed: number, title?: string): Promise<Net> {
  const prior = measurePopulation(lessons, clips, VOICE_CLASSES.length, TRUST);
  const tensors: Record<string, Tensor> = {};
  for (let member = 0; member < members; member += 1) {
    const trained = await trainMember(lessons, clips, prior, VOICE_CLASSES.length, { ...LEARNING, seed: seed + member, ...(title !== undefined && { title: `${title}, net ${member + 1} of ${members}` }) });
    for (const [name, tensor] of Object.entries(trained)) tensors[`member${member}/${name}`] = tensor;
  }
  const row = (values: Float32Array): Tensor => ({ shape: [WIDTH], values });
  const rehearse = createRehearsal(lessons, clips, prior);
  const { usual, precision } = measureUsual(lessons, clips, rehearse);
  const arousal = fitArousal(lessons, clips, rehearse);
  return {
    model: 'voice',
    settings: { members, hidden: HIDDEN, trust: TRUST, ...UNCALIBRATED },
    tensors: {
      ...tensors, ...stranger, 'arousal/kernel': row(arousal.kernel), 'arousal/bias': { shape: [1], values: arousal.bias }, usual: row(usual), precision: row(precision), centre: row(prior.centre), scale: row(prior.scale), worth: row(prior.worth),
      effects: { shape: [VOICE_CLASSES.length, WIDTH], values: prior.effects },
    },
  };
}

/** Mean and one over the variance of what the nets are given: what a usual voice looks like. */
function measureUsual(lessons: Lessons, clips: readonly number[], rehearse: ReturnType<typeof createRehearsal>): { usual: Float32Array; precision: Float32Array } {
  const random = createRandom(77);
  const rows = lessons.sessions.flatMap((_, session) => clips.map((clip) => ({ session, clip })));
  const [sum, square, row] = [new Float64Array(WIDTH), new Float64Array(WIDTH), new Float32Array(WIDTH)];
  for (const lesson of rows) {
    rehearse(lesson, random, row, 0);
    for (let i = 0; i < WIDTH; i += 1) {
      sum[i]! += row[i]! / rows.length;
      square[i]! += row[i]! ** 2 / rows.length;
    }
  }
  return { usual: Float32Array.from(sum), precision: Float32Array.from(square, (each, i) => 1 / Math.max(0.01, each - sum[i]! ** 2)) };
}
