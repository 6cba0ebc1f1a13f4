import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laughAlone, laughWith } from '../../../models/voice/laughter.ts';
import { whitenerOf } from '../../../models/voice/whiten.ts';
import { logDistance } from '../../../src/browser/voice/stranger-net.ts';
import { RATE } from '../../../src/browser/voice/voice-frame.ts';
import { createRandom } from '../../../src/learn/random.ts';
import { createVoice } from '../browser/voice/synthetic-voice.ts';

/** How often in a second the envelope rises above what is -18 dB of its largest value, from the first rise to the last. */
function burstRate(samples: Float32Array): number {
  const step = RATE / 100;
  const envelope = Array.from({ length: Math.floor(samples.length / step) }, (_, i) => samples.subarray(i * step, (i + 2) * step).reduce((sum, sample) => sum + sample ** 2, 0));
  const least = Math.max(...envelope) / 64;
  const rises = [...envelope.keys()].filter((i) => envelope[i]! >= least && (envelope[i - 1] ?? 0) < least);
  return (rises.length - 1) / ((rises.at(-1)! - rises[0]!) / 100);
}

describe('laughter-like bursts', () => {
  it('come four to six times a second, with or without a recording', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      for (const sound of [laughAlone(3 * RATE, createRandom(seed)), laughWith(createVoice({ pitch: 140, seconds: 3 }).samples, createRandom(seed))]) {
        expect(sound.every(Number.isFinite)).toBe(true);
        expect(burstRate(sound)).toBeGreaterThan(3.5);
        expect(burstRate(sound)).toBeLessThan(6.7);
      }
    }), { numRuns: 10 });
  });
});

describe('whitening', () => {
  const SIZE = 6;
  const random = createRandom(2);
  /** Neighbours go together, and each is larger than the last. */
  const draw = (): Float32Array => {
    let before = 0;
    return Float32Array.from({ length: SIZE }, (_, i) => (i + 1) * (before = 0.7 * before + 0.7 * random.normal()));
  };
  const rows = Float32Array.from(Array.from({ length: 2000 }, draw).flatMap((row) => Array.from(row)));
  const whitener = whitenerOf(rows, SIZE);

  it('makes the distance of what it was measured on about one in each direction', () => {
    const mean = Array.from({ length: 500 }, () => Math.exp(logDistance(whitener, draw()))).reduce((sum, each) => sum + each / 500, 0);
    expect(mean / SIZE).toBeGreaterThan(0.8);
    expect(mean / SIZE).toBeLessThan(1.3);
  });

  it('takes what breaks a habit for farther out than as large a deviation that keeps it', () => {
    const usual = Float32Array.from({ length: SIZE }, (_, i) => i + 1);
    const broken = usual.map((value, i) => (i % 2 === 0 ? value : -value));
    expect(logDistance(whitener, broken)).toBeGreaterThan(logDistance(whitener, usual) + 0.5);
  });
});
