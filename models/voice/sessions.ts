import { createRandom, type Random } from '../../src/learn/random.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import { equalise, type Filter, highPass, lowPass, peaking } from './filters.ts';
import { changePitch, changeTempo } from './stretch.ts';

/**
 * A speaker before one microphone in one room: what stays the same while somebody speaks for a while. Each
 * makes another speaker and another recording of the one that is there.
 */
export interface Session {
  /** Names it in the cache; 0 is the recording as it is. */
  readonly id: number;
  /** The voice as it is recorded in this session. */
  alter(samples: Float32Array, random: Random): Float32Array;
  /** What happens between mouth and file; keeps the length. */
  record(samples: Float32Array, random: Random): Float32Array;
}

/** A recording as it is. */
export const STUDIO: Session = { id: 0, alter: (samples) => samples, record: (samples) => samples };

/** How far a session's voice differs: a man's from a woman's by 1.7 in pitch and 1.15 in length of the vocal tract. */
const PITCH = 0.13;
const TEMPO = 0.12;

/** Draws a session: vocal tract and tempo, room, noise, microphone, codec and gain. */
export function drawSession(id: number, seed: number): Session {
  const random = createRandom(seed * 7919 + id);
  const between = (low: number, high: number): number => low + (high - low) * random.uniform();
  const chance = (share: number): boolean => random.uniform() < share;
  const pitch = Math.exp(between(-PITCH, PITCH));
  const tempo = Math.exp(between(-TEMPO, TEMPO));
  const room = chance(0.5) ? { decay: between(0.15, 0.6), level: between(0.1, 0.5) } : null;
  const snr = chance(0.7) ? between(10, 35) : null;
  const colour = between(0, 0.98);
  const microphone: Filter[] = [
    highPass(between(40, 220)),
    ...(chance(0.35) ? [lowPass(between(3300, 6500)), lowPass(between(3300, 6500))] : [lowPass(between(6500, 7800))]),
    ...Array.from({ length: 3 }, () => peaking(Math.exp(between(Math.log(150), Math.log(6000))), between(-7, 7), between(0.5, 1.5))),
  ];
  const gain = 10 ** (between(-12, 8) / 20);
  // A browser's automatic gain brings every utterance to about the same level.
  const automatic = chance(0.4);
  const coarse = chance(0.2);
  return {
    id,
    alter: (samples) => changeTempo(changePitch(samples, pitch), tempo * pitch),
    record(samples, own) {
      let sound = room ? reverberate(samples, room.decay, room.level, createRandom(id * 31 + 5)) : samples;
      const power = meanSquare(sound);
      if (snr !== null) sound = addNoise(sound, power * 10 ** (-(snr + 2 * own.normal()) / 10), colour, own);
      sound = equalise(sound, microphone);
      const level = automatic ? 0.07 / Math.sqrt(meanSquare(sound) + 1e-9) : gain * 10 ** ((1.5 * own.normal()) / 20);
      return sound.map((sample) => {
        const loud = Math.max(-1, Math.min(1, sample * level));
        return coarse ? companded(loud) : loud;
      });
    },
  };
}

function meanSquare(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
}

/** Adds noise of a mean square; `colour` 0 is white, and near 1 is brown. */
export function addNoise(samples: Float32Array, power: number, colour: number, random: Random): Float32Array {
  // A first-order filter of white noise has this variance.
  const scale = Math.sqrt(power * (1 - colour * colour));
  let state = 0;
  return samples.map((sample) => {
    state = colour * state + random.normal();
    return sample + scale * state;
  });
}

/** Echoes per second: dense enough to sound like a room (velvet noise, Karjalainen and Järveläinen 2007). */
const DENSITY = 900;

/**
 * Adds the echoes of a room.
 *
 * @param decay seconds in which they fall by 60 dB
 * @param level of all echoes together, as a share of the direct sound
 */
export function reverberate(samples: Float32Array, decay: number, level: number, random: Random): Float32Array {
  const count = Math.round(DENSITY * decay);
  const echoes = Array.from({ length: count }, (_, i) => {
    const at = (i + random.uniform()) / DENSITY;
    return { delay: Math.round((0.002 + at) * RATE), gain: (random.uniform() < 0.5 ? -1 : 1) * 10 ** ((-3 * at) / decay) };
  });
  const scale = level / Math.sqrt(echoes.reduce((sum, { gain }) => sum + gain * gain, 0));
  const output = samples.slice();
  for (const { delay, gain } of echoes) {
    const part = gain * scale;
    for (let i = delay; i < output.length; i += 1) output[i] = output[i]! + part * samples[i - delay]!;
  }
  return output;
}

/** Through the eight bits of a telephone line (mu-law, G.711). */
function companded(sample: number): number {
  const [mu, steps] = [255, 127];
  const squeezed = Math.round((Math.log1p(mu * Math.abs(sample)) / Math.log1p(mu)) * steps) / steps;
  return (Math.sign(sample) * Math.expm1(squeezed * Math.log1p(mu))) / mu;
}
