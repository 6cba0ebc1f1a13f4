import { describe, expect, it } from 'vitest';
import type { Hop, Utterance } from '../../../../scenes/microphone/measurements.ts';
import { summarise } from '../../../../scenes/microphone/reading/summarise.ts';
import { signal, stats } from './voice.ts';

const hops = (pitch: (at: number) => number | null): Hop[] => Array.from({ length: 60 }, (_, i) => ({ at: i / 16, stats: stats({ at: i / 16, pitch: pitch(i / 16) }) }));

describe('the figures of an utterance', () => {
  it('come from what was heard within it, and from nothing around it', () => {
    const utterance: Utterance = { from: 1, to: 2, signals: [signal({ at: 1.3, loudness: -20 }), signal({ at: 1.6, loudness: -20 })], estimate: null, words: null, awaited: false };
    const sum = summarise(utterance, hops((at) => (at < 1 || at > 2 ? 400 : at < 1.5 ? 100 : 200)));
    expect(sum.length).toBe(1);
    expect(sum.loudness).toBeCloseTo(-20);
    expect([100, 200]).toContain(sum.pitch);
    expect(sum.range).toBeCloseTo(12);
    expect(sum.voiced).toBe(1);
    expect(sum.first).toBeCloseTo(0.3);
  });

  it('weigh loudness by power: one loud half is 3 dB less than all of it', () => {
    const { loudness } = summarise({ from: 0, to: 1, signals: [signal({ loudness: -20 }), signal({ loudness: -90 })], estimate: null, words: null, awaited: false }, []);
    expect(loudness).toBeCloseTo(-23, 1);
  });

  it('are unknown where nothing was heard', () => {
    const sum = summarise({ from: 0, to: 0.2, signals: [], estimate: null, words: null, awaited: false }, hops(() => null));
    expect(sum).toMatchObject({ loudness: null, pitch: null, range: null, voiced: 0, quality: null, first: null });
  });
});
