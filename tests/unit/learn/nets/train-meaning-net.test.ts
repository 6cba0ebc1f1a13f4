import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { EMBEDDING, PIECE } from '../../../../src/browser/text/encoder/embedding.ts';
import { createMeaningNet, type MeaningSizes } from '../../../../src/browser/text/encoder/meaning-net.ts';
import { PIECE_STEPS, type StoredMeaning, toMeaning, trainMeaningNet } from '../../../../src/learn/nets/train-meaning-net.ts';
import { createRandom, type Random } from '../../../../src/learn/random.ts';
import { startTensorflow } from '../../../../src/learn/tensorflow.ts';

const sizes: MeaningSizes = { traits: 8, hidden: 16, outputs: 2 };

/** Up to six pieces of some noise, one of which may hold a word of two; the embedding says which of two moods it is in. */
function meaningOf(random: Random, word: 0 | 1 | null, mood: 0 | 1, least = 1): StoredMeaning {
  const count = least + random.below(6);
  const pieces = Int8Array.from({ length: count * PIECE }, () => 0.4 * PIECE_STEPS * random.normal());
  if (word !== null) {
    const at = random.below(count) * PIECE + word * 128;
    pieces.fill(2 * PIECE_STEPS, at, at + 128);
  }
  return { embedding: Float32Array.from({ length: EMBEDDING }, (_, i) => (i % 2 === mood ? 1.4 : 0.1) / Math.sqrt(EMBEDDING)), pieces };
}

beforeAll(startTensorflow);

describe('trainMeaningNet', () => {
  it('finds a word wherever it stands, and goes by the whole as well', async () => {
    const random = createRandom(4);
    const made = Array.from({ length: 600 }, () => {
      const [word, mood] = [([0, 1, null] as const)[random.below(3)]!, random.below(2) as 0 | 1];
      return { meaning: meaningOf(random, word, mood), truth: [Number(word === 0), Number(mood === 1)] };
    });
    const [learnt, held] = [made.slice(0, 400), made.slice(400)];
    const before = tf.memory().numTensors;
    const tensors = await trainMeaningNet({
      meanings: learnt.map(({ meaning }) => meaning), targets: Float32Array.from(learnt.flatMap(({ truth }) => truth)), worth: new Float32Array(learnt.length).fill(1),
      sizes, seed: 20261129, epochs: 100, name: 'of', title: 'test',
    });
    expect(tf.memory().numTensors).toBe(before);
    const read = createMeaningNet({ model: 'test', settings: {}, tensors }, 'of', sizes);
    const right = held.flatMap(({ meaning, truth }) => [...read(toMeaning(meaning))].map((odds, k) => Number(odds > 0) === truth[k]));
    expect(right.filter(Boolean).length / right.length).toBeGreaterThan(0.95);
    const [long, blank] = [meaningOf(random, 0, 0, 60), { embedding: new Float32Array(EMBEDDING), pieces: new Int8Array() }];
    expect(read(toMeaning(long))[0]).toBeGreaterThan(0);
    expect([...read(toMeaning(blank))].every(Number.isFinite)).toBe(true);
  }, 60_000);

  it('refuses tensors of another shape', () => {
    expect(() => createMeaningNet({ model: 'test', settings: {}, tensors: {} }, 'of', sizes)).toThrow('Expected the model "test" to have a tensor "of/piece/kernel"');
  });
});
