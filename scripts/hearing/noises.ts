import type { Decibels } from '../../src/index.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import type { Random } from '../../src/learn/random.ts';

/** What a room without people sounds like. */
export type Noise = 'silence' | 'white' | 'pink' | 'brown' | 'hum';
export const NOISES: readonly Noise[] = ['silence', 'white', 'pink', 'brown', 'hum'];

/** Noise of a given RMS; silence is all zeros. Hum is 50 Hz with its harmonics. */
export function makeNoise(kind: Noise, seconds: number, level: Decibels, random: Random): Float32Array {
  const next = GENERATORS[kind](random);
  const sound = Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => next(i));
  const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length;
  const factor = power > 0 ? 10 ** (level / 20) / Math.sqrt(power) : 0;
  return sound.map((sample) => sample * factor);
}

const GENERATORS: Readonly<Record<Noise, (random: Random) => (i: number) => number>> = {
  silence: () => () => 0,
  white: (random) => () => random.normal(),
  // Paul Kellet's filter: within 0.5 dB of -3 dB an octave.
  pink: (random) => {
    const poles = [0.99765, 0.963, 0.57] as const;
    const gains = [0.099046, 0.2965164, 1.0526913] as const;
    const held = [0, 0, 0];
    return () => {
      const white = random.normal();
      poles.forEach((pole, n) => { held[n] = pole * held[n]! + gains[n]! * white; });
      return held[0]! + held[1]! + held[2]! + 0.1848 * white;
    };
  },
  // A leak keeps the sum of steps from wandering off: flat below 10 Hz.
  brown: (random) => {
    let held = 0;
    return () => (held = 0.996 * held + random.normal());
  },
  hum: () => (i) => [1, 2, 3, 4, 6].reduce((sum, harmonic) => sum + Math.sin((2 * Math.PI * 50 * harmonic * i) / RATE + harmonic) / harmonic, 0),
};
