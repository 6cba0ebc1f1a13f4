import type { Random } from '../../src/learn/random.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import { addNoise } from './sessions.ts';
import { changePitch } from './stretch.ts';

/** Bursts in a second: laughter has about 4 to 6 of them (Bachorowski, Smoski and Owren 2001). */
const RATES = [4, 6] as const;
/** A burst of voice, in samples: 90 to 130 ms. */
const BURSTS = [1440, 2080] as const;
/** Breath between bursts, below their level. */
const BREATH = 22;

/** Makes something like laughter, whose vowel is given: bursts of it that fall in pitch and level, with breath between. It is made up; nobody laughs in it. */
function laugh(length: number, vowel: (burst: number, samples: number, pitch: number) => Float32Array, random: Random): Float32Array {
  const between = (low: number, high: number): number => low + (high - low) * random.uniform();
  const step = RATE / between(...RATES);
  const sound = new Float32Array(length);
  const [first, fall, fade] = [between(1, 1.35), between(0.93, 0.99), between(0.86, 0.97)];
  for (let burst = 0, at = 0.05 * RATE; at + BURSTS[1] < length; burst += 1, at += step * between(0.9, 1.1)) {
    const piece = vowel(burst, Math.round(between(...BURSTS)), first * fall ** burst * between(0.95, 1.05));
    const level = fade ** burst * between(0.8, 1.2);
    for (let i = 0; i < piece.length; i += 1) sound[Math.round(at) + i] = piece[i]! * level * Math.sin((Math.PI * (i + 0.5)) / piece.length) ** 0.7;
  }
  const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / length;
  return addNoise(sound, power * 10 ** (-BREATH / 10), between(0, 0.7), random);
}

/** Laughter-like bursts cut from the loudest vowel of a recording. */
export function laughWith(samples: Float32Array, random: Random): Float32Array {
  const at = loudest(samples, 2 * BURSTS[1]);
  return laugh(samples.length, (_, length, pitch) => changePitch(samples.subarray(at, at + Math.ceil(length * pitch) + 4), pitch).subarray(0, length), random);
}

/** Where the stretch of most energy begins. */
function loudest(samples: Float32Array, length: number): number {
  let [sum, most, best] = [0, -1, 0];
  for (let i = 0; i < samples.length; i += 1) {
    sum += samples[i]! ** 2 - (i >= length ? samples[i - length]! ** 2 : 0);
    if (i >= length && sum > most) [most, best] = [sum, i - length];
  }
  return best;
}

/** Formants of an open vowel in hertz, and how wide they are. */
const FORMANTS = [[750, 90], [1250, 110], [2600, 160], [3500, 220]] as const;

/** The same from harmonics under formants, with no recording at all. */
export function laughAlone(length: number, random: Random): Float32Array {
  const pitch = 120 * 2 ** (1.5 * random.uniform());
  const tract = 0.9 + 0.3 * random.uniform();
  return laugh(length, (_, samples, factor) => {
    const hertz = pitch * factor;
    const levels = Array.from({ length: Math.floor(7000 / hertz) }, (__, k) => FORMANTS.reduce((sum, [middle, width]) => sum + 1 / (1 + (((k + 1) * hertz - middle * tract) / width) ** 2), 0.02) / (k + 1) ** 0.6);
    return Float32Array.from({ length: samples }, (__, i) => {
      const glide = 1 - (0.08 * i) / samples;
      return 0.1 * levels.reduce((sum, level, k) => sum + level * Math.sin(2 * Math.PI * (k + 1) * hertz * glide * (i / RATE)), 0);
    });
  }, random);
}
