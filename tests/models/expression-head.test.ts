import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHeadVariables, exportHead, type HeadVariables, runHead } from '../../models/face/head-graph.ts';
import { standardise } from '../../models/face/train-head.ts';
import { CROP_SIZE, cropFace, type Pixels } from '../../src/browser/face/face-crop.ts';
import { createExpressionHead, FEATURES, faceFeatures, type HeadInput } from '../../src/browser/face/expression-head.ts';
import { headRotation } from '../../src/browser/face/head-pose.ts';
import { CELL_CHANNELS, CELLS, orientedEdges } from '../../src/browser/face/oriented-edges.ts';
import { formatNet, parseNet } from '../../src/browser/nets/net-file.ts';
import { BLENDSHAPES, EMOTIONS } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { PICTURE, RESTING, STRAIGHT, syntheticFace } from '../unit/browser/face/synthetic-face.ts';

const random = createRandom(5);

/** A face of nobody before a background of soft noise. */
function someFace(turn: number): HeadInput {
  const { landmarks, transform } = syntheticFace(RESTING, { ...STRAIGHT, yaw: turn, x: 300 + 40 * turn });
  const pixels: Pixels = { ...PICTURE, data: Uint8ClampedArray.from({ length: PICTURE.width * PICTURE.height * 4 }, (_, i) => 128 + 100 * Math.sin(i / 900 + turn) + 20 * random.normal()) };
  return {
    landmarks: Float32Array.from(landmarks.flatMap(({ x, y, z }) => [x, y, z])), size: PICTURE, rotation: headRotation(transform), pixels,
    blendshapes: BLENDSHAPES.map(() => random.uniform()),
  };
}

const standard = { centre: Float32Array.from({ length: FEATURES }, () => random.normal()), scale: Float32Array.from({ length: FEATURES }, () => 0.5 + random.uniform()) };

describe('the expression head', () => {
  let variables: HeadVariables;
  beforeAll(async () => {
    await startTensorflow();
    variables = createHeadVariables(createRandom(3));
  });
  afterAll(() => Object.values(variables).forEach((variable) => variable.dispose()));

  it('says at run time what it said to its trainer', () => {
    const head = createExpressionHead(parseNet(formatNet({
      model: 'face', settings: { baselineShare: 0.5 },
      tensors: {
        ...exportHead(variables), centre: { shape: [FEATURES], values: standard.centre }, scale: { shape: [FEATURES], values: standard.scale },
        'neutral/whole': { shape: [EMOTIONS.length], values: new Float32Array(EMOTIONS.length) }, 'neutral/upper': { shape: [EMOTIONS.length], values: new Float32Array(EMOTIONS.length) },
      },
    }), 'face'));
    for (const face of [someFace(0), someFace(0.4)]) {
      const crop = new Float32Array(CROP_SIZE * CROP_SIZE);
      const cells = new Float32Array(CELLS * CELLS * CELL_CHANNELS);
      const raw = new Float32Array(FEATURES);
      const [features, upper] = [new Float32Array(FEATURES), new Float32Array(FEATURES)];
      cropFace(face.pixels, face.landmarks, crop);
      orientedEdges(crop, cells);
      faceFeatures(face, raw);
      standardise(raw, standard, features, upper, 0);
      const trained = tf.tidy(() => {
        const logits = runHead(variables, tf.tensor2d(cells, [1, cells.length]), tf.tensor2d(features, [1, FEATURES]), tf.tensor2d(upper, [1, FEATURES]));
        return { whole: [...logits.whole.dataSync()], upper: [...logits.upper.dataSync()] };
      });
      const said = head.read(face);
      for (const part of ['whole', 'upper'] as const) {
        // The file's 16-bit numbers leave three digits.
        trained[part].forEach((score, i) => expect(said[part][i]).toBeCloseTo(score, 1));
        expect(Math.max(...trained[part]) - Math.min(...trained[part])).toBeGreaterThan(0.3);
      }
    }
  });
});

describe.each(['face', 'face-open'])('the shipped head models/%s', (id) => {
  const text = readFileSync(fileURLToPath(new URL(`../../models/${id}/net.json`, import.meta.url)), 'utf8');
  const head = createExpressionHead(parseNet(text, id));

  it('gives finite scores that say something', () => {
    for (const scores of Object.values(head.read(someFace(0.1)))) {
      expect([...scores].every(Number.isFinite)).toBe(true);
      expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(0.5);
    }
  });

  it('finds people at rest neutral', () => {
    const neutral = EMOTIONS.indexOf('neutral');
    expect(Math.max(...head.neutral.whole)).toBe(head.neutral.whole[neutral]);
  });

  it('tells of the upper face without a look at the mouth', () => {
    const face = someFace(0);
    const mouthy = { ...face, blendshapes: BLENDSHAPES.map((name, i) => (/^(mouth|jaw)/.test(name) ? 1 : face.blendshapes[i]!)) };
    expect([...head.read(mouthy).upper]).toEqual([...head.read(face).upper]);
    expect([...head.read(mouthy).whole]).not.toEqual([...head.read(face).whole]);
  });

  it('is not moved by where in the picture the face is', () => {
    const face = someFace(0);
    const [dx, dy] = [23, -17];
    const { width, height } = PICTURE;
    const moved = new Uint8ClampedArray(width * height * 4).fill(128);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const [fromX, fromY] = [x - dx, y - dy];
        if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
        for (let channel = 0; channel < 4; channel += 1) moved[(y * width + x) * 4 + channel] = face.pixels.data[(fromY * width + fromX) * 4 + channel]!;
      }
    }
    const landmarks = Float32Array.from(face.landmarks, (value, i) => value + (i % 3 === 0 ? dx / width : i % 3 === 1 ? dy / height : 0));
    const [before, after] = [head.read(face), head.read({ ...face, landmarks, pixels: { ...PICTURE, data: moved } })];
    after.whole.forEach((score, i) => expect(score).toBeCloseTo(before.whole[i]!, 1));
  });
});
