import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { EMOTIONS, type EmotionDistribution, type EmotionView, type FaceAndVoice, fuseEmotions, type FusionTrust, likeliest, normalise, UNIFORM } from 'attune';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fitTrust } from '../../models/fusion/fit-trust.ts';
import { formatTrust } from '../../models/fusion/format-trust.ts';
import { answerOf, readHeads } from '../../models/fusion/heads.ts';
import { type Lesson, lessonsOfHeads, lessonsOfVotes } from '../../models/fusion/lessons.ts';
import { makeNet } from '../../models/fusion/make-net.ts';
import { type Clip, readVotes, shareOut } from '../../models/fusion/votes.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { createFusionNet, FUSED_CLASSES, FUSION_INPUTS, writeFusionInput } from '../../src/browser/fusion/fusion-net.ts';
import { createPerceptron } from '../../src/browser/nets/dense.ts';
import { formatNet, parseNet } from '../../src/browser/nets/net-file.ts';
import { byEmotion } from '../../src/core/affect/emotion.ts';
import { TRUST } from '../../src/core/affect/trust.ts';
import { jensenShannon } from '../../src/learn/metrics/divergence.ts';
import { createRandom } from '../../src/learn/random.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';

const file = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const text = file('models/fusion/net.json');
const shipped = parseNet(text, 'fusion');
const fuser = createFusionNet(shipped);

const leaning = (emotion: string, probability = 0.7): EmotionDistribution => normalise(byEmotion((each) => (each === emotion ? probability : (1 - probability) / (EMOTIONS.length - 1))));
const said = (face: EmotionDistribution | null, voice: EmotionDistribution | null, rest: Partial<FaceAndVoice> = {}): FaceAndVoice => ({ face, voice, faceQuality: 1, voiceQuality: 1, speaking: true, ...rest });

// Whole numbers, because fast-check draws doubles by their bits, and most of these are next to 0.
const weight = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const distribution = fc.tuple(...EMOTIONS.map(() => weight)).map((weights) => normalise(byEmotion((emotion) => weights[EMOTIONS.indexOf(emotion)]! ** 4)));
const anything: fc.Arbitrary<FaceAndVoice> = fc.record({ face: distribution, voice: distribution, faceQuality: weight, voiceQuality: weight, speaking: fc.boolean() });

beforeAll(() => startTensorflow());

describe('the shipped fusion net', () => {
  it('is small enough to be fetched before a page begins: 30 kB', () => {
    expect(text.length).toBeLessThan(30_000);
  });

  it('gives a distribution or nothing, whatever comes, and the same one again', () => {
    const broken = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -1));
    const brokenEmotions = fc.tuple(...EMOTIONS.map(() => broken)).map((each) => byEmotion((emotion) => each[EMOTIONS.indexOf(emotion)]!));
    const any = fc.oneof(anything, fc.record({ face: fc.oneof(brokenEmotions, distribution), voice: fc.oneof(brokenEmotions, distribution), faceQuality: broken, voiceQuality: broken, speaking: fc.boolean() }));
    let answered = 0;
    fc.assert(fc.property(any, (each) => {
      const fused = fuser.fuse(each);
      expect(fuser.fuse(each)).toEqual(fused);
      if (!fused) return;
      answered += 1;
      let sum = 0;
      for (const emotion of EMOTIONS) {
        expect(fused[emotion]).toBeGreaterThanOrEqual(0);
        sum += fused[emotion];
      }
      expect(sum).toBeCloseTo(1, 6);
    }), { numRuns: 3000 });
    expect(answered).toBeGreaterThan(300);
  });

  it('has no answer where a sense is missing, knows nothing, is hardly trusted, or is no distribution', () => {
    const happy = leaning('happiness');
    expect(fuser.fuse(said(happy, happy))).not.toBeNull();
    for (const nothing of [null, UNIFORM, byEmotion(() => Number.NaN), byEmotion(() => 1)]) {
      expect(fuser.fuse(said(happy, nothing))).toBeNull();
      expect(fuser.fuse(said(nothing, happy))).toBeNull();
    }
    for (const quality of [0, 0.1, Number.NaN]) {
      expect(fuser.fuse(said(happy, happy, { faceQuality: quality }))).toBeNull();
      expect(fuser.fuse(said(happy, happy, { voiceQuality: quality }))).toBeNull();
    }
  });

  it('has no answer to what it was not taught: a face of contempt, or a voice of surprise', () => {
    expect(fuser.fuse(said(leaning('contempt'), leaning('anger')))).toBeNull();
    expect(fuser.fuse(said(leaning('anger'), leaning('surprise')))).toBeNull();
  });

  it('leaves surprise and contempt what the pool gives them', () => {
    fc.assert(fc.property(anything, (each) => {
      const fused = fuser.fuse(each);
      if (!fused) return;
      const pooled = fuseEmotions(viewsOf(each));
      expect(fused.surprise).toBeCloseTo(pooled.surprise, 6);
      expect(fused.contempt).toBeCloseTo(pooled.contempt, 6);
    }), { numRuns: 1000 });
  });

  it.each(FUSED_CLASSES)('finds what face and voice agree on: %s', (emotion) => {
    for (const sure of [0.8, 0.95]) expect(likeliest(fuser.fuse(said(leaning(emotion, sure), leaning(emotion, sure)))!)).toBe(emotion);
  });

  it('is less sure of a face that is badly seen', () => {
    const clear = fuser.fuse(said(leaning('happiness'), leaning('neutral', 0.4)))!;
    const poor = fuser.fuse(said(leaning('happiness'), leaning('neutral', 0.4), { faceQuality: 0.3 }))!;
    expect(poor.happiness).toBeLessThan(clear.happiness);
  });

  it('names a setting that is missing', () => {
    expect(() => createFusionNet({ ...shipped, settings: { ...shipped.settings, farthest: undefined } })).toThrow(/"farthest"/);
  });
});

describe('what ships with it', () => {
  it('has trust as "npm run train -- fusion" writes it', () => {
    expect(file('src/core/affect/trust.ts')).toBe(formatTrust(TRUST));
  });

  it('trusts every sense in every emotion for something, and none beyond reason', () => {
    for (const emotion of EMOTIONS) for (const trust of [TRUST.face[emotion], TRUST.voice[emotion]]) {
      expect(trust).toBeGreaterThan(0.05);
      expect(trust).toBeLessThan(3);
    }
  });
});

describe('trainer and runtime', () => {
  it('agree on the scores of the same weights', () => {
    const random = createRandom(4);
    const rows = Float32Array.from({ length: 10 * FUSION_INPUTS }, () => random.normal());
    const hidden = shipped.settings['hidden'] as number;
    const scores = tf.tidy(() => {
      const of = (name: string): tf.Tensor2D => tf.tensor2d(shipped.tensors[`member0/${name}`]!.values, [...shipped.tensors[`member0/${name}`]!.shape, 1].slice(0, 2) as [number, number]);
      const first = tf.relu(tf.add(tf.matMul(tf.tensor2d(rows, [10, FUSION_INPUTS]), of('0/kernel')), tf.reshape(of('0/bias'), [-1])));
      return tf.add(tf.matMul(first as tf.Tensor2D, of('1/kernel')), tf.reshape(of('1/bias'), [-1])).dataSync<'float32'>().slice();
    });
    const member = createPerceptron(shipped, 'member0', [FUSION_INPUTS, hidden, FUSED_CLASSES.length]);
    for (let row = 0; row < 10; row += 1) {
      member.run(rows.subarray(row * FUSION_INPUTS, (row + 1) * FUSION_INPUTS)).forEach((score, c) => expect(score).toBeCloseTo(scores[row * FUSED_CLASSES.length + c]!, 3));
    }
  });

  it('agree on the weighted pool: the trust that made the targets is found again', () => {
    const random = createRandom(9);
    const made: FusionTrust = { face: byEmotion((emotion) => 0.3 + 0.1 * EMOTIONS.indexOf(emotion)), voice: byEmotion((emotion) => 0.9 - 0.1 * EMOTIONS.indexOf(emotion)), bias: { ...byEmotion(() => 0), fear: 0.6, sadness: -0.4 } };
    const lessons = madeUp(600, random, (views) => fuseEmotions(viewsOf(views), made));
    const found = fitTrust(lessons);
    for (const lesson of lessons.slice(0, 100)) {
      const fused = fuseEmotions(viewsOf(lesson), found);
      expect(jensenShannon(shareOut(Float64Array.from(FUSED_CLASSES, (emotion) => fused[emotion])), lesson.target)).toBeLessThan(0.01);
    }
  });
});

function viewsOf({ face, voice, faceQuality, voiceQuality }: FaceAndVoice): EmotionView[] {
  return [{ sense: 'face', emotions: face!, quality: faceQuality }, { sense: 'voice', emotions: voice!, quality: voiceQuality }];
}

/** Lessons in which face and voice say anything, and people see what `targetOf` says. */
function madeUp(count: number, random: ReturnType<typeof createRandom>, targetOf: (views: FaceAndVoice) => EmotionDistribution): Lesson[] {
  const any = (): EmotionDistribution => normalise(byEmotion(() => random.uniform() ** 4));
  const votes = new Float64Array(FUSED_CLASSES.length).fill(1);
  const clip: Clip = { name: 'a clip', actor: 'an actor', face: votes, voice: votes, both: votes };
  return Array.from({ length: count }, (): Lesson => {
    const views = { face: any(), voice: any(), faceQuality: 0.3 + 0.7 * random.uniform(), voiceQuality: 0.3 + 0.7 * random.uniform(), speaking: random.uniform() < 0.5 };
    const target = targetOf(views);
    return { ...views, clip, target: shareOut(Float64Array.from(FUSED_CLASSES, (emotion) => target[emotion])) };
  });
}

describe('learning', () => {
  it('finds whom to believe', async () => {
    const lessons = madeUp(1500, createRandom(3), ({ face, voice, speaking }) => (speaking ? voice! : face!));
    const net = createFusionNet(parseNet(formatNet(await makeNet(lessons, { seed: 1, epochs: 20 })), 'fusion'));
    const believes = (speaking: boolean): string => likeliest(net.fuse(said(leaning('anger', 0.6), leaning('sadness', 0.6), { speaking }))!);
    expect([believes(true), believes(false)]).toEqual(['sadness', 'anger']);
  });

  it('writes no input where there is no sense', () => {
    expect(writeFusionInput(said(null, UNIFORM), new Float32Array(FUSION_INPUTS))).toBe(false);
  });
});

describe('the heads that lessons imitate', () => {
  it.each((['face', 'voice'] as const).flatMap((sense) => readHeads(sense).map((head) => [`${sense} on ${head.data}`, head] as const)))('err as they were measured to: %s', (_, head) => {
    const random = createRandom(6);
    for (const [c, emotion] of FUSED_CLASSES.entries()) {
      const votes = new Float64Array(FUSED_CLASSES.length);
      votes[c] = 1;
      let right = 0;
      for (let i = 0; i < 2000; i += 1) if (likeliest(answerOf(head, { votes, quality: 1, errors: 1 }, random)) === emotion) right += 1;
      const recall = head.confusion[EMOTIONS.indexOf(emotion)]![EMOTIONS.indexOf(emotion)]!;
      expect(Math.abs(right / 2000 - recall)).toBeLessThan(0.05);
    }
  });
});

const folder = dataFolder('crema-d-votes');
describe.skipIf(!existsSync(folder))(`the votes (skipped where ${folder} is missing; see ATTUNE_DATA)`, () => {
  const clips = existsSync(folder) ? readVotes(folder) : [];

  it('are of 7442 clips of 91 actors', () => {
    expect(clips).toHaveLength(7442);
    expect(new Set(clips.map(({ actor }) => actor)).size).toBe(91);
    const neutral = clips.find(({ name }) => name === '1001_IEO_NEU_XX')!;
    expect([...neutral.voice]).toEqual([0, 0, 0, 1, 10, 0]);
  });

  it('become lessons of distributions', () => {
    const some = clips.slice(0, 200);
    for (const { face, voice, target } of [...lessonsOfVotes(some), ...lessonsOfHeads(some, 2, 1)]) {
      for (const emotions of [face, voice]) if (emotions) expect(EMOTIONS.reduce((sum, emotion) => sum + emotions[emotion], 0)).toBeCloseTo(1, 9);
      expect(target.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });
});
