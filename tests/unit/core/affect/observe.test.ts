import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { type AffectState, byEmotion, type Emotion, EMOTIONS, type Fusion, normalise, type Signal, UNKNOWN_VARIANCE } from 'attune';
import { fakeFace, fakeNoFace, fakeVoice } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { createFusionNet } from '../../../../src/browser/fusion/fusion-net.ts';
import { parseNet } from '../../../../src/browser/nets/net-file.ts';
import { type AffectMemory, observeSignal, settleAffect, strangerMemory } from '../../../../src/core/affect/observe.ts';
import { affectOfEmotions } from '../../../../src/core/affect/affect-of-emotions.ts';

interface Timed {
  readonly at: number;
  readonly signal: Signal;
}

const shown = (emotion: Emotion, share: number) => normalise(byEmotion((each) => (each === emotion ? share : (1 - share) / 7)));

/** Any look or sound, whatever is in it; `extreme` also holds what no honest sense would send. */
const anySignal = (at: number, extreme: boolean): fc.Arbitrary<Signal> => {
  const number = extreme ? fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, 0)) : fc.double({ min: 0, max: 1, noNaN: true });
  // Whole numbers, because fast-check draws doubles by their bits, and most of these are next to 0.
  const hundredths = (least: number, most: number) => fc.integer({ min: 100 * least, max: 100 * most }).map((each) => each / 100);
  const emotions = fc.tuple(fc.constantFrom(...EMOTIONS), hundredths(0.2, 0.95));
  const quality = hundredths(0, 1);
  return fc.oneof(
    fc.tuple(emotions, quality).map(([[emotion, share], sure]) => fakeFace(at, {}, { quality: sure, expression: { whole: shown(emotion, share), upper: shown(emotion, share) } })),
    fc.tuple(number, number, quality).map(([smile, browLower, sure]) => fakeFace(at, { smile, browLower }, { quality: sure })),
    fc.tuple(emotions, quality).map(([[emotion, share], sure]) => {
      const said = shown(emotion, share);
      return fakeVoice(at, { quality: sure, expression: { ...affectOfEmotions(said), emotions: said } });
    }),
    fc.tuple(number, quality).map(([loudness, sure]) => fakeVoice(at, { loudness: -60 * loudness, quality: sure })),
    fc.constant(fakeNoFace(at)),
    fc.constantFrom('won', 'lost', 'stuck', 'startled').map((event): Signal => ({ kind: 'context', at, latency: 0, source: 'host', quality: 1, event })),
  );
};

/** A stream of signals, mostly a frame apart, at times an hour, at times at one moment. */
const stream = (extreme = false): fc.Arbitrary<Timed[]> => fc
  .array(fc.oneof({ weight: 12, arbitrary: fc.double({ min: 0.01, max: 0.4, noNaN: true }) }, { weight: 3, arbitrary: fc.constant(0) }, fc.constantFrom(3600, 7)), { minLength: 1, maxLength: 40 })
  .chain((gaps) => {
    let at = 0;
    return fc.tuple(...gaps.map((gap) => fc.tuple(fc.constant((at += gap)), anySignal(at, extreme)).map(([when, signal]): Timed => ({ at: when, signal }))));
  });

const net = createFusionNet(parseNet(readFileSync(fileURLToPath(new URL('../../../../models/fusion/net.json', import.meta.url)), 'utf8'), 'fusion'));
const learned: Fusion['learned'] = (said) => net.fuse(said);
/** The net that ships, none, and one that answers where it likes and gives what is no distribution. */
const FUSIONS: readonly (readonly [string, Fusion])[] = [
  ['weighted', { method: 'weighted', learned }], ['learned', { method: 'learned', learned }], ['auto', { method: 'auto', learned }], ['auto without a net', { method: 'auto', learned: null }],
  ['learned by nonsense', { method: 'learned', learned: ({ face, voiceQuality }) => (voiceQuality < 0.5 ? null : byEmotion((emotion) => (emotion === 'fear' ? Number.NaN : 3 * face![emotion] - 0.2))) }],
];

/** What must hold of any affect state. */
function expectLegal({ estimate, senses, intensity, conflict, trend, episode }: AffectState): void {
  for (const view of [estimate, ...Object.values(senses)]) {
    expect(Math.abs(EMOTIONS.reduce((sum, emotion) => sum + view.emotions[emotion], 0) - 1)).toBeLessThan(1e-9);
    for (const { mean, variance } of [view.valence, view.arousal, view.dominance]) {
      expect(mean >= -1 && mean <= 1).toBe(true);
      expect(variance > 0 && variance <= UNKNOWN_VARIANCE).toBe(true);
    }
  }
  const numbers = [intensity, conflict.degree, trend.volatility, ...[trend.short, trend.middle, trend.long].flatMap((slope) => (slope ? [slope.perSecond, slope.deviation] : [])), episode?.peak ?? 0];
  expect(numbers.every(Number.isFinite)).toBe(true);
}

describe.each(FUSIONS)('the affect state, whatever the senses send, fused %s', (name, fusion) => {
  const take = (memory: AffectMemory, { at, signal }: Timed): AffectMemory => settleAffect(observeSignal(memory, signal, false), at, fusion);

  it('stays legal, through hours of silence and what is no number', () => {
    fc.assert(fc.property(stream(true), (signals) => {
      signals.reduce((memory, each) => {
        const next = take(memory, each);
        expectLegal(next.state);
        return next;
      }, strangerMemory(0));
    }), { numRuns: 300 });
  });

  it('never grows certain without evidence', () => {
    fc.assert(fc.property(stream(), fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 8 }), (signals, waits) => {
      let memory = signals.reduce(take, strangerMemory(0));
      let at = signals.at(-1)!.at;
      for (const wait of waits) {
        const before = memory.state.estimate;
        at += wait;
        memory = settleAffect(memory, at, fusion);
        for (const axis of ['valence', 'arousal', 'dominance'] as const) expect(memory.state.estimate[axis].variance).toBeGreaterThanOrEqual(before[axis].variance - 1e-12);
        expect(Math.max(...Object.values(memory.state.estimate.emotions))).toBeLessThanOrEqual(Math.max(...Object.values(before.emotions)) + 1e-12);
      }
    }), { numRuns: 300 });
  });

  it('does not mind the order of what comes at one moment', () => {
    const together = fc.tuple(stream(), fc.double({ min: 0.01, max: 1, noNaN: true })).chain(([signals, gap]) => {
      const at = signals.at(-1)!.at + gap;
      return fc.tuple(fc.constant(signals), fc.array(anySignal(at, false), { minLength: 2, maxLength: 5 })).map(([earlier, moment]) => ({ earlier, moment: moment.map((signal): Timed => ({ at, signal })) }));
    });
    // A voice teaches the baseline and hushes the mouth of looks that come after it, so only looks and events may change places.
    const independent = ({ signal }: Timed): boolean => signal.kind === 'face' || signal.kind === 'context';
    fc.assert(fc.property(together.chain(({ earlier, moment }) => {
      const apart = moment.filter(independent);
      return fc.tuple(fc.constant(earlier), fc.constant(apart), fc.shuffledSubarray(apart, { minLength: apart.length }));
    }), ([earlier, moment, shuffled]) => {
      const before = earlier.reduce(take, strangerMemory(0));
      const [one, other] = [moment.reduce(take, before), shuffled.reduce(take, before)];
      for (const emotion of EMOTIONS) expect(one.state.estimate.emotions[emotion]).toBeCloseTo(other.state.estimate.emotions[emotion], 9);
      expect(one.state.estimate.valence.mean).toBeCloseTo(other.state.estimate.valence.mean, 9);
      expect(one.machine).toEqual(other.machine);
      expect(one.state.trend).toEqual(other.state.trend);
    }), { numRuns: 300 });
  });

  it('takes late evidence for what early evidence would have been', () => {
    const voice = (at: number): Timed => {
      const said = shown('anger', 0.7);
      return { at, signal: fakeVoice(at, { expression: { ...affectOfEmotions(said), emotions: said } }) };
    };
    const looks = Array.from({ length: 40 }, (_, i): Timed => ({ at: 0.1 * i, signal: fakeFace(0.1 * i, {}, { expression: { whole: shown('happiness', 0.6), upper: shown('happiness', 0.6) }, mouth: 0 }) }));
    const early = [...looks.slice(0, 20), voice(2), ...looks.slice(20)].reduce(take, strangerMemory(0));
    const late = settleAffect(observeSignal(looks.reduce(take, strangerMemory(0)), voice(2).signal, false), 3.9, fusion);
    for (const emotion of EMOTIONS) expect(late.state.estimate.emotions[emotion]).toBeCloseTo(early.state.estimate.emotions[emotion], 6);
    expect(late.state.estimate.valence.mean).toBeCloseTo(early.state.estimate.valence.mean, 6);
  });

  it('says by what it was fused', () => {
    const used = new Set<string>();
    fc.assert(fc.property(stream(), (signals) => {
      signals.reduce((memory, each) => {
        const next = take(memory, each);
        used.add(`${next.state.fusion.by} ${next.state.fusion.instead}`);
        return next;
      }, strangerMemory(0));
    }), { numRuns: 300, seed: 1 });
    const ways = name === 'weighted' ? ['weighted null'] : name === 'auto without a net' ? ['weighted no-net'] : ['learned null', 'weighted one-sense', 'weighted unlike'];
    expect([...used].sort()).toEqual(ways);
  });
});

describe('what the net is given of face and voice', () => {
  const asked: Parameters<NonNullable<Fusion['learned']>>[0][] = [];
  const fusion: Fusion = { method: 'learned', learned: (said) => (asked.push(said), null) };
  const face = (at: number, quality: number, emotion: Emotion = 'anger'): Timed => ({ at, signal: fakeFace(at, {}, { quality, expression: { whole: shown(emotion, 0.9), upper: shown(emotion, 0.9) } }) });
  const voice = (at: number, quality: number): Timed => ({ at, signal: fakeVoice(at, { quality, expression: { ...affectOfEmotions(shown('fear', 0.8)), emotions: shown('fear', 0.8) } }) });
  const after = (signals: readonly Timed[], now: number) => {
    asked.length = 0;
    settleAffect(signals.reduce((memory, { signal }) => observeSignal(memory, signal, false), strangerMemory(0)), now, fusion);
    return asked.at(-1);
  };

  it('is what they said, not yet doubted, and how far each can be trusted by now', () => {
    const said = after([...Array.from({ length: 20 }, (_, i) => face(i / 10, 0.5)), voice(1.5, 0.8)], 2.5)!;
    for (const emotion of EMOTIONS) {
      expect(said.face![emotion]).toBeCloseTo(shown('anger', 0.9)[emotion], 9);
      expect(said.voice![emotion]).toBeCloseTo(shown('fear', 0.8)[emotion], 9);
    }
    expect(said.faceQuality).toBeCloseTo(0.5 * Math.exp(-0.6 / 5), 9);
    expect(said.voiceQuality).toBeCloseTo(0.8 * Math.exp(-1 / 4), 9);
    expect([said.speaking, after([face(1, 0.9), voice(1, 0.8)], 1.5)!.speaking]).toEqual([false, true]);
  });

  it('is nothing where a sense is gone, or no model judged it', () => {
    expect(after([face(0, 0.9), voice(0, 0.9)], 12)).toBeUndefined();
    expect(after([face(1, 0.9), { at: 1, signal: fakeVoice(1) }], 1)).toBeUndefined();
    expect(after([{ at: 1, signal: fakeFace(1, { smile: 1 }) }, voice(1, 0.9)], 1)).toBeUndefined();
  });
});
