import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { agreementWith } from '../../models/blendshapes/agreement.ts';
import { frontalFace, POINTS } from '../../models/blendshapes/frontal-faces.ts';
import { createFaceMaker } from '../../models/blendshapes/make-faces.ts';
import { scoreFaces } from '../../models/blendshapes/score-faces.ts';
import { alignAll, studentLogits, trainStudent } from '../../models/blendshapes/student.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { readTeacher, teacherIsHere } from '../../scripts/faces/face-bundle.ts';
import { BLENDSHAPE_POINTS, pickPoints } from '../../src/browser/face/blendshape-points.ts';
import { createBlendshapeStudent } from '../../src/browser/face/blendshapes.ts';
import { formatNet, type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { BLENDSHAPES } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { createBlendshapeTeacher } from '../../src/learn/teacher/blendshape-teacher.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { PICTURE, RESTING, type Placing, STRAIGHT, syntheticFace } from '../unit/browser/face/synthetic-face.ts';

const shipped = parseNet(readFileSync(fileURLToPath(new URL('../../models/blendshapes/net.json', import.meta.url)), 'utf8'), 'blendshapes');
const student = createBlendshapeStudent(shipped);
const SHAPES = BLENDSHAPES.length;

/** Made-up faces that smile, gape, frown and turn by different amounts, 146 points in pixels each. */
function syntheticPoints(count: number): Float32Array {
  const points = new Float32Array(count * POINTS * 2);
  for (let i = 0; i < count; i += 1) {
    const wave = (phase: number): number => Math.sin(i * 1.7 + phase);
    const shape = { mouthWidth: 0.55 + 0.12 * wave(0), cornerHeight: 0.06 * wave(1), lipGap: 0.1 + 0.08 * wave(2), browHeight: 0.22 + 0.05 * wave(3), lidGap: 0.08 + 0.05 * wave(4) };
    const { landmarks } = syntheticFace(shape, { ...STRAIGHT, yaw: 0.3 * wave(5), pitch: 0.2 * wave(6), roll: 0.2 * wave(7) });
    pickPoints(landmarks, PICTURE, points.subarray(i * POINTS * 2, (i + 1) * POINTS * 2));
  }
  return points;
}

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number => Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

describe('the shipped student', () => {
  const scoresAt = (placing: Placing): Float32Array => student.score(syntheticFace(RESTING, placing).landmarks, PICTURE);

  it('gives 52 scores in [0, 1], also for a face that nobody has', () => {
    const scores = scoreFaces(shipped, syntheticPoints(50));
    expect(scores).toHaveLength(50 * SHAPES);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('says the same of a face that is elsewhere or smaller', () => {
    expect(largestDifference(scoresAt(STRAIGHT), scoresAt({ ...STRAIGHT, x: 120, y: 330, size: 45 }))).toBeLessThan(1e-4);
  });

  it('is small enough to be fetched before a page begins: 250 kB', () => {
    expect(formatNet(shipped).length).toBeLessThan(250_000);
  });
});

describe('trainer and runtime', () => {
  it('agree on the scores of the same weights', async () => {
    await startTensorflow();
    const points = syntheticPoints(20);
    const [centre, scale] = [shipped.tensors['centre']!.values, shipped.tensors['scale']!.values];
    const rows = alignAll(points).map((value, at) => (value - centre[at % centre.length]!) * scale[at % centre.length]!);
    const logits = tf.tidy(() => {
      const tensors = Object.fromEntries(Object.entries(shipped.tensors).map(([name, { shape, values }]) => [name, tf.tensor(values, [...shape])]));
      return studentLogits(tf.tensor2d(rows, [20, centre.length]), tensors).dataSync<'float32'>().slice();
    });
    expect(largestDifference(logits.map((logit) => 1 / (1 + Math.exp(-logit))), scoreFaces(shipped, points))).toBeLessThan(1e-4);
  });

  it('learn what a simple teacher says, and lose nothing in the file', async () => {
    const points = syntheticPoints(600);
    // A teacher that looks at the gap of the lips for every even shape, and never moves the odd ones.
    const [upper, lower, left, right] = [13, 14, 263, 33].map((index) => BLENDSHAPE_POINTS.indexOf(index)) as [number, number, number, number];
    const distance = (face: number, a: number, b: number): number => Math.hypot(...[0, 1].map((axis) => points[(face * POINTS + a) * 2 + axis]! - points[(face * POINTS + b) * 2 + axis]!));
    const scores = Float32Array.from({ length: 600 * SHAPES }, (_, at) => (at % 2 === 0 ? Math.min(1, 4 * distance(Math.floor(at / SHAPES), upper, lower) / distance(Math.floor(at / SHAPES), left, right)) : 0.01));
    const net = await trainStudent({ points, scores }, { projection: 8, hidden: [16], epochs: 30, batchSize: 50, rate: 0.01, seed: 3 });
    const back: Net = parseNet(formatNet(net), 'blendshapes');
    const { correlation, mae } = agreementWith(scores, scoreFaces(back, points));
    expect(correlation).toBeGreaterThan(0.97);
    expect(mae).toBeLessThan(0.03);
    expect(largestDifference(scoreFaces(back, points), scoreFaces(net, points))).toBeLessThan(0.01);
  });
});

describe('made faces', () => {
  const faces = Array.from({ length: 40 }, (_, i) => {
    const { landmarks, transform } = syntheticFace({ ...RESTING, mouthWidth: 0.5 + 0.005 * i }, { ...STRAIGHT, yaw: 0.01 * i });
    return frontalFace({ landmarks: Float32Array.from(landmarks.flatMap(({ x, y, z }) => [x, y, z])), transform: Float32Array.from(transform), blendshapes: new Float32Array(0) }, PICTURE);
  });

  it('come of faces turned back to look straight ahead', () => {
    const straight = syntheticFace(RESTING, STRAIGHT);
    const turned = syntheticFace(RESTING, { ...STRAIGHT, yaw: 0.4, pitch: -0.2, roll: 0.3 });
    const back = [straight, turned].map(({ landmarks, transform }) => frontalFace({ landmarks: Float32Array.from(landmarks.flatMap(({ x, y, z }) => [x, y, z])), transform: Float32Array.from(transform), blendshapes: new Float32Array(0) }, PICTURE).points);
    const size = (points: Float32Array): number => Math.hypot(...points);
    expect(largestDifference(back[0]!.map((value) => value / size(back[0]!)), back[1]!.map((value) => value / size(back[1]!)))).toBeLessThan(1e-3);
  });

  it('refuse points that have no mirrored twins', () => {
    expect(() => createFaceMaker(faces, createRandom(1))).toThrow(/mirrored pairs/);
  });
});

describe.skipIf(!teacherIsHere())(`the teacher (skipped where the official bundle is not in ${dataFolder('face-landmarker')}; see ATTUNE_DATA)`, () => {
  let scores: Float32Array;
  const points = syntheticPoints(40);

  beforeAll(async () => {
    const teacher = await createBlendshapeTeacher(readTeacher());
    scores = teacher.score(points);
    teacher.dispose();
  });

  it('scores each face for itself, wherever it is, in [0, 1]', async () => {
    const teacher = await createBlendshapeTeacher(readTeacher());
    const alone = teacher.score(points.slice(39 * POINTS * 2).map((value) => value * 0.5 + 10));
    teacher.dispose();
    expect(largestDifference(alone, scores.slice(39 * SHAPES))).toBeLessThan(1e-3);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const teacher = await createBlendshapeTeacher(readTeacher());
    teacher.score(points.subarray(0, POINTS * 2));
    teacher.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
