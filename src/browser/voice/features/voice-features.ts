import { createPitchTracker, PITCH_HOP } from '../pitch-tracker.ts';
import { measureLevel } from '../level.ts';
import { RATE } from '../voice-frame.ts';
import { AT, DESCRIPTORS, type VoiceHop } from './descriptors.ts';
import { createPowerSpectrum } from './fft.ts';
import { createFormantFinder } from './formants.ts';
import { createMelBands, MELS, writeCepstra } from './mel.ts';
import { measureRegularity, type Regularity } from './periods.ts';
import { createSpectrumShape } from './spectrum-shape.ts';

/** Follows a voice in steps of {@link HOP} samples. */
export interface VoiceFeatures {
  /**
   * Hears the next samples at 16 kHz, a whole number of hops, such as the microphone's frames of 512.
   *
   * @returns what was heard in each hop, the oldest first
   * @throws {RangeError} when hops are broken
   */
  push(samples: Float32Array): VoiceHop[];
  reset(): void;
}

/** Samples in a hop: 16 ms. */
export const HOP = PITCH_HOP;
/** Samples that a spectrum is made of: 32 ms. */
const WINDOW = 512;
/** Samples in which periods are compared: 60 ms, as for pitch in eGeMAPS. */
const MEMORY = 960;
const SEMITONE_ZERO = 27.5;
/** The exponent by which power becomes loudness (Zwicker; 0.3 is Stevens' law). */
const LOUDNESS = 0.3;

/** Makes an extractor; the same code serves training in Node and the voice worker. */
export function createVoiceFeatures(): VoiceFeatures {
  const tracker = createPitchTracker(RATE);
  const spectrum = createPowerSpectrum(WINDOW);
  const bands = createMelBands(spectrum.bins, RATE);
  const shape = createSpectrumShape(spectrum.bins, RATE);
  const findFormants = createFormantFinder(spectrum.bins, RATE);
  const heard = new Float32Array(MEMORY);
  let power = new Float32Array(spectrum.bins);
  let before = new Float32Array(spectrum.bins);
  const regularity: Regularity = { hnr: 0, jitter: 0, shimmer: 0 };

  const tellVoice = (row: Float32Array, pitch: number): void => {
    row[AT.pitch] = 12 * Math.log2(pitch / SEMITONE_ZERO);
    measureRegularity(heard, RATE / pitch, regularity);
    row[AT.hnr] = regularity.hnr;
    row[AT.jitter] = regularity.jitter;
    row[AT.shimmer] = regularity.shimmer;
    const near = pitch / 4;
    const first = shape.peak(power, pitch - near, pitch + near);
    row[AT['h1-h2']] = first - shape.peak(power, 2 * pitch - near, 2 * pitch + near);
    const { count, frequencies, bandwidths } = findFormants(power);
    for (let i = 0; i < Math.min(3, count); i += 1) {
      const hertz = frequencies[i]!;
      row[AT.f1 + i] = hertz;
      const level = shape.peak(power, hertz - pitch / 2, hertz + pitch / 2) - first;
      row[AT.a1 + i] = level;
      if (i === 0) row[AT.b1] = bandwidths[0]!;
      if (i === 2) row[AT['h1-a3']] = -level;
    }
  };

  const tell = (pitch: number | null): VoiceHop => {
    const row = new Float32Array(DESCRIPTORS.length).fill(Number.NaN);
    const mels = new Float32Array(MELS);
    const window = heard.subarray(MEMORY - WINDOW);
    [power, before] = [before, power];
    spectrum.run(window, power);
    bands.run(power, mels);
    let loudness = 0;
    for (let band = 0; band < MELS; band += 1) loudness += Math.exp(LOUDNESS * mels[band]!);
    row[AT.loudness] = loudness;
    row[AT.level] = measureLevel(window);
    row[AT.alpha] = shape.alpha(power);
    row[AT.hammarberg] = shape.hammarberg(power);
    row[AT['slope-low']] = shape.slope(power, 0, 500);
    row[AT['slope-high']] = shape.slope(power, 500, 1500);
    row[AT.flux] = shape.flux(power, before);
    writeCepstra(mels, row, AT.mfcc1);
    if (pitch !== null) tellVoice(row, pitch);
    return { row, mels };
  };

  return {
    push(samples) {
      const pitches = tracker.push(samples);
      return pitches.map((pitch, hop) => {
        heard.copyWithin(0, HOP);
        heard.set(samples.subarray(hop * HOP, (hop + 1) * HOP), MEMORY - HOP);
        return tell(pitch);
      });
    },
    reset() {
      tracker.reset();
      heard.fill(0);
      power.fill(0);
      before.fill(0);
    },
  };
}
