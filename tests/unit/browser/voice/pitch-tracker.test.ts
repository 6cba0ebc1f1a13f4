import { describe, expect, it } from 'vitest';
import { createPitchTracker } from '../../../../src/browser/voice/pitch-tracker.ts';
import { createNoise, RATE } from './sounds.ts';

/** A voice-like sound: harmonics that fall by 6 dB an octave; `weights` overrides the first ones. */
function harmonics(pitch: number, seconds: number, weights: readonly number[] = []): Float32Array {
  const count = Math.floor(4000 / pitch);
  return Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => {
    let sum = 0;
    for (let k = 1; k <= count; k += 1) sum += ((weights[k - 1] ?? 1 / k) * Math.sin((2 * Math.PI * pitch * k * i) / RATE)) / 4;
    return sum;
  });
}

function track(sound: Float32Array): (number | null)[] {
  const tracker = createPitchTracker(RATE);
  const whole = sound.subarray(0, sound.length - (sound.length % 256));
  // The first hops see the edge of the sound.
  return tracker.push(whole).slice(4);
}

const mix = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value + b[i]!);
const rms = (sound: Float32Array): number => Math.sqrt(sound.reduce((sum, value) => sum + value * value, 0) / sound.length);

describe('pitch tracker', () => {
  it.each([65, 90, 120, 180, 250, 330, 480])('finds %i Hz to one hundredth in pure tones and harmonics', (pitch) => {
    for (const sound of [harmonics(pitch, 0.5, [1, 0, 0, 0, 0].concat(Array(80).fill(0))), harmonics(pitch, 0.5)]) {
      const pitches = track(sound);
      for (const found of pitches) expect(Math.abs(found! / pitch - 1)).toBeLessThan(0.01);
    }
  });

  it.each([100, 210, 300])('finds %i Hz to one hundredth in white noise 10 dB below', (pitch) => {
    const sound = harmonics(pitch, 1);
    const noisy = mix(sound, createNoise(sound.length, rms(sound) / Math.sqrt(10)));
    const found = track(noisy).filter((value) => value !== null).sort((a, b) => a - b);
    expect(found.length).toBeGreaterThan(0.8 * (RATE / 256));
    expect(Math.abs(found[found.length >> 1]! / pitch - 1)).toBeLessThan(0.01);
  });

  it('is not led to the octave by a strong second harmonic', () => {
    for (const found of track(harmonics(110, 0.5, [0.5, 1, 0.4]))) expect(found).toBeCloseTo(110, -0.5);
  });

  it('hears no pitch in noise or silence', () => {
    expect(track(createNoise(RATE, 0.1)).filter((value) => value !== null).length).toBeLessThan(4);
    expect(track(new Float32Array(RATE)).every((value) => value === null)).toBe(true);
  });

  it('passes over a short octave jump and believes one that lasts', () => {
    const jump = (seconds: number): number[] => {
      const parts = [harmonics(120, 0.4), harmonics(240, seconds), harmonics(120, 0.4)];
      return track(Float32Array.from(parts.flatMap((part) => Array.from(part)))).filter((value) => value !== null);
    };
    expect(Math.max(...jump(0.04))).toBeLessThan(200);
    expect(Math.max(...jump(0.4))).toBeGreaterThan(230);
  });

  it('asks for whole hops', () => {
    expect(() => createPitchTracker(RATE).push(new Float32Array(300))).toThrow('a multiple of 256 samples, but got 300');
  });
});
