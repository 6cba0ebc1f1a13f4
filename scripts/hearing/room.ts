import type { Decibels, Seconds } from '../../src/index.ts';
import { createRealTransform } from '../../src/browser/voice/echo/real-transform.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import type { Random } from '../../src/learn/random.ts';

const SPEED_OF_SOUND = 343;
/** Samples on either side of a reflection that lies between two of them. */
const REACH = 8;

/** What a loudspeaker and a room make of a sound before the microphone hears it. */
export interface Room {
  readonly impulse: Float32Array;
  /** Time in which sound decays by 60 dB. */
  readonly decay: Seconds;
  /** Latency of output and input, ahead of the way through the air. */
  readonly delay: Seconds;
}

/**
 * A shoebox room by the image-source method (Allen and Berkley 1979), with loudspeaker and microphone at random places
 * 0.3 to 1.5 m apart, absorbing as much as Eyring's formula wants for the decay.
 */
export function createRoom(random: Random, decay: Seconds, delay: Seconds): Room {
  const size = [3 + 3 * random.uniform(), 2.5 + 2.5 * random.uniform(), 2.3 + 0.7 * random.uniform()];
  const microphone = size.map((length) => length * (0.3 + 0.4 * random.uniform()));
  const [distance, around, up] = [0.3 + 1.2 * random.uniform(), 2 * Math.PI * random.uniform(), 0.8 * random.uniform() - 0.4];
  const apart = [distance * Math.cos(around) * Math.cos(up), distance * Math.sin(around) * Math.cos(up), distance * Math.sin(up)];
  const speaker = microphone.map((place, axis) => Math.min(size[axis]! - 0.05, Math.max(0.05, place + apart[axis]!)));
  const [x, y, z] = size as [number, number, number];
  const reflection = Math.exp((-13.82 * x * y * z) / (SPEED_OF_SOUND * (x * y + y * z + x * z) * decay));
  const impulse = new Float32Array(Math.ceil((delay + decay) * RATE));
  // Images along one axis: how far away, after how many reflections.
  const images = size.map((length, axis) => {
    const reach = Math.ceil((decay * SPEED_OF_SOUND) / (2 * length));
    return Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).flatMap((n) => [
      { away: 2 * n * length + speaker[axis]! - microphone[axis]!, reflections: Math.abs(2 * n) },
      { away: 2 * n * length - speaker[axis]! - microphone[axis]!, reflections: Math.abs(2 * n - 1) },
    ]);
  });
  for (const a of images[0]!) for (const b of images[1]!) for (const c of images[2]!) {
    const path = Math.hypot(a.away, b.away, c.away);
    const at = (delay + path / SPEED_OF_SOUND) * RATE;
    if (at + REACH >= impulse.length) continue;
    const strength = reflection ** (a.reflections + b.reflections + c.reflections) / Math.max(0.1, path);
    const first = Math.max(0, Math.ceil(at) - REACH);
    for (let i = first; i < Math.ceil(at) + REACH; i += 1) {
      const off = i - at;
      const sinc = off === 0 ? 1 : Math.sin(Math.PI * off) / (Math.PI * off);
      impulse[i] = impulse[i]! + strength * sinc * (0.5 + 0.5 * Math.cos((Math.PI * off) / REACH));
    }
  }
  return { impulse, decay, delay };
}

/** A loudspeaker that is driven a little too hard: 0.2% third harmonic at -10 dBFS, 1.6% at its loudest. */
export function distort(sound: Float32Array): Float32Array {
  return sound.map((sample) => Math.tanh(0.5 * sample) / 0.5);
}

/** The sound as a clock hears it that runs faster by `drift` (1e-5 is 10 parts in a million). */
export function drift(sound: Float32Array, share: number): Float32Array {
  return sound.map((_, n) => {
    const at = n * (1 - share);
    const before = Math.floor(at);
    const t = at - before;
    const [a, b, c, d] = [sound[before - 1] ?? 0, sound[before] ?? 0, sound[before + 1] ?? 0, sound[before + 2] ?? 0];
    // Catmull and Rom's cubic.
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  });
}

/** Linear convolution, cut to the length of the sound. */
export function convolve(sound: Float32Array, impulse: Float32Array): Float32Array {
  const size = 2 ** Math.ceil(Math.log2(4 * impulse.length));
  const hop = size - impulse.length;
  const transform = createRealTransform(size);
  const spectrum = (): [Float64Array, Float64Array] => [new Float64Array(transform.bins), new Float64Array(transform.bins)];
  const [[hRe, hIm], [re, im]] = [spectrum(), spectrum()];
  const frame = new Float64Array(size);
  frame.set(impulse);
  transform.forward(frame, hRe, hIm);
  const result = new Float32Array(sound.length + size);
  for (let start = 0; start < sound.length; start += hop) {
    frame.fill(0);
    frame.set(sound.subarray(start, start + hop));
    transform.forward(frame, re, im);
    for (let k = 0; k < transform.bins; k += 1) {
      const real = re[k]! * hRe[k]! - im[k]! * hIm[k]!;
      im[k] = re[k]! * hIm[k]! + im[k]! * hRe[k]!;
      re[k] = real;
    }
    transform.inverse(re, im, frame);
    for (let i = 0; i < size; i += 1) result[start + i] = result[start + i]! + frame[i]!;
  }
  return result.slice(0, sound.length);
}

/** The RMS level of the parts that sound: frames of 32 ms within 40 dB of the loudest. */
export function activeLevel(sound: Float32Array): Decibels {
  const powers: number[] = [];
  for (let i = 0; i + 512 <= sound.length; i += 512) powers.push(sound.subarray(i, i + 512).reduce((sum, each) => sum + each * each, 0) / 512);
  const least = 1e-4 * powers.reduce((most, each) => Math.max(most, each), 0);
  const loud = powers.filter((power) => power > least);
  return 10 * Math.log10(loud.reduce((sum, power) => sum + power, 0) / Math.max(1, loud.length));
}

/** The sound made louder or quieter by so many decibels. */
export function amplify(sound: Float32Array, by: Decibels): Float32Array {
  const factor = 10 ** (by / 20);
  return sound.map((sample) => sample * factor);
}
