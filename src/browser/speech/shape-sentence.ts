import type { Decibels, Hertz, Seconds } from '../../core/index.ts';
import type { Pcm } from './parse-wav.ts';
import { type TimedPhone, isPause } from './phones.ts';
import { resample } from './resample.ts';
import { stretchPauses } from './stretch-pauses.ts';
import { tiltSpectrum } from './tilt-spectrum.ts';

export interface SentenceShape {
  /** The rate at which it will be played. */
  readonly sampleRate: Hertz;
  readonly gain: Decibels;
  /** How much is added above about 2 kHz. */
  readonly tilt: Decibels;
  /** Factor on the pauses within. */
  readonly pauses: number;
  /** How much silence to leave before the first and after the last sound. Flite makes about 0.2 s each. */
  readonly lead: Seconds;
  readonly tail: Seconds;
}

/** A sentence ready to be played, with what its mouth needs. */
export interface SpokenSentence {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly phones: readonly TimedPhone[];
  /** Loudness every {@link LOUDNESS_HOP}, relative to the sentence's loud parts, in [0, 1]. */
  readonly loudness: Float32Array<ArrayBuffer>;
}

export const LOUDNESS_HOP: Seconds = 0.01;

const FADE: Seconds = 0.004;
const PEAK = 0.89; // -1 dBFS
const SPEECH_RMS = 0.1;

/** Trims, tilts, fades, resamples and levels what Flite made; the level last, since peaks lie between the old samples. */
export function shapeSentence(made: Pcm, spoken: readonly TimedPhone[], shape: SentenceShape): SpokenSentence {
  const { pcm, phones } = stretchPauses(made, spoken, shape.pauses);
  const length = pcm.samples.length / pcm.sampleRate;
  const sounding = phones.filter(({ phone }) => !isPause(phone));
  const from = Math.max(0, (sounding[0]?.start ?? 0) - shape.lead);
  const to = Math.min(length, (sounding.at(-1)?.end ?? 0) + shape.tail);
  const trimmed = pcm.samples.slice(Math.round(from * pcm.sampleRate), Math.round(to * pcm.sampleRate));
  const loudness = measureLoudness(trimmed, pcm.sampleRate);
  tiltSpectrum(trimmed, pcm.sampleRate, shape.tilt);
  fade(trimmed, Math.round(FADE * pcm.sampleRate));
  const samples = resample(trimmed, pcm.sampleRate, shape.sampleRate);
  level(samples, shape.gain);
  return {
    samples,
    loudness,
    phones: phones
      .map(({ phone, start, end }) => ({ phone, start: Math.max(start, from) - from, end: Math.min(end, to) - from }))
      .filter(({ start, end }) => end > start),
  };
}

/** Speech of an engine that is not known as well as Flite: to -20 dBFS RMS where it sounds, below -1 dBFS at its peaks. */
export function levelSpeech(samples: Float32Array): void {
  const loudest = samples.reduce((top, sample) => Math.max(top, Math.abs(sample)), 0);
  const sounding = samples.filter((sample) => Math.abs(sample) > 0.05 * loudest);
  const rms = Math.sqrt(sounding.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, sounding.length));
  level(samples, 20 * Math.log10(SPEECH_RMS / Math.max(rms, 1e-6)));
}

function level(samples: Float32Array, gain: Decibels): void {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const factor = Math.min(10 ** (gain / 20), PEAK / Math.max(peak, 1e-6));
  for (let i = 0; i < samples.length; i++) samples[i]! *= factor;
}

function fade(samples: Float32Array, length: number): void {
  const reach = Math.min(length, samples.length >> 1);
  for (let i = 0; i < reach; i++) {
    const weight = 0.5 - 0.5 * Math.cos((Math.PI * i) / reach);
    samples[i]! *= weight;
    samples[samples.length - 1 - i]! *= weight;
  }
}

/** Loudness every {@link LOUDNESS_HOP}, relative to the loud parts, in [0, 1]. */
export function measureLoudness(samples: Float32Array, sampleRate: Hertz): Float32Array<ArrayBuffer> {
  const hop = Math.round(LOUDNESS_HOP * sampleRate);
  const loudness = new Float32Array(Math.ceil(samples.length / hop));
  for (let i = 0; i < loudness.length; i++) {
    const block = samples.subarray(i * hop, (i + 1) * hop);
    let energy = 0;
    for (const sample of block) energy += sample * sample;
    loudness[i] = Math.sqrt(energy / block.length);
  }
  // The loud parts rather than the maximum, so that one plosive does not make the rest look mumbled.
  const loud = Math.max(1e-6, Float32Array.from(loudness).sort()[Math.floor(loudness.length * 0.9)] ?? 0);
  return loudness.map((value) => Math.min(1, value / loud));
}
