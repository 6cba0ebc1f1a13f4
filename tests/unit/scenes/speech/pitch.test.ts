import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimatePitch, PITCH_HOP } from '../../../../scenes/speech/pitch.ts';

const RATE = 48_000;
/** A buzz like that of vocal folds: harmonics that fall by 6 dB an octave. */
const buzz = (hertz: number, seconds: number, amplitude = 0.2): Float32Array => Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => {
  let sum = 0;
  for (let h = 1; h * hertz < 4000; h += 1) sum += Math.sin((2 * Math.PI * h * hertz * i) / RATE) / h;
  return amplitude * sum;
});

describe('estimatePitch', () => {
  it('finds the pitch of a buzz to a quarter of a semitone, wherever all of the window sounds', async () => {
    await fc.assert(fc.asyncProperty(fc.double({ min: 75, max: 450, noNaN: true }), async (hertz) => {
      const curve = await estimatePitch({ samples: buzz(hertz, 0.3), sampleRate: RATE });
      expect(curve).toHaveLength(30);
      for (const pitch of curve.slice(3, -3)) expect(Math.abs(12 * Math.log2((pitch ?? 0) / hertz))).toBeLessThan(0.25);
    }), { numRuns: 30 });
  });

  it('finds none in silence, in what is too soft, and in noise', async () => {
    let seed = 1;
    const noise = Float32Array.from({ length: RATE / 2 }, () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return 0.2 * ((2 * seed) / 2_147_483_647 - 1);
    });
    for (const samples of [new Float32Array(RATE / 2), buzz(150, 0.5, 0.002), noise]) {
      const voiced = (await estimatePitch({ samples, sampleRate: RATE })).filter((pitch) => pitch !== null);
      expect(voiced.length * PITCH_HOP).toBeLessThan(0.02);
    }
  });

  it('has nothing to say of nothing', async () => {
    expect(await estimatePitch({ samples: new Float32Array(0), sampleRate: RATE })).toEqual([]);
  });
});
