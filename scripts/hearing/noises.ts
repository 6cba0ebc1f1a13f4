import type { Decibels } from '../../src/index.ts';
import { createRealTransform } from '../../src/browser/voice/echo/real-transform.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import type { Random } from '../../src/learn/random.ts';

/** What a room without people sounds like. */
export type Noise = 'silence' | 'white' | 'pink' | 'brown' | 'hum';
export const NOISES: readonly Noise[] = ['silence', 'white', 'pink', 'brown', 'hum'];

/** Noise of a given RMS; silence is all zeros. Hum is 50 Hz with its harmonics. */
export function makeNoise(kind: Noise, seconds: number, level: Decibels, random: Random): Float32Array {
  const next = GENERATORS[kind](random);
  const sound = Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => next(i));
  return levelled(sound, level);
}

function levelled(sound: Float32Array, level: Decibels): Float32Array {
  const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length;
  const factor = power > 0 ? 10 ** (level / 20) / Math.sqrt(power) : 0;
  return sound.map((sample) => sample * factor);
}

/** The noise of rooms as telephones are tested with (Hoth; ITU-T P.800): it falls by about 5 dB an octave. */
export function makeRoomNoise(seconds: number, level: Decibels, random: Random): Float32Array {
  const length = Math.round(seconds * RATE);
  const size = 2 ** Math.ceil(Math.log2(Math.max(4, length)));
  const { bins, forward, inverse } = createRealTransform(size);
  const sound = new Float64Array(size).map(() => random.normal());
  const [re, im] = [new Float64Array(bins), new Float64Array(bins)];
  forward(sound, re, im);
  for (let k = 0; k < bins; k += 1) {
    const gain = 10 ** ((-5 * Math.log2(Math.max(50, (k * RATE) / size) / 1000)) / 20);
    re[k]! *= gain;
    im[k]! *= gain;
  }
  inverse(re, im, sound);
  return levelled(Float32Array.from(sound.subarray(0, length)), level);
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
