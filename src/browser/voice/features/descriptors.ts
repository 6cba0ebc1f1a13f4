import { MELS } from './mel.ts';

/**
 * What is told of every hop of 16 ms, after the low-level descriptors of eGeMAPS (Eyben et al. 2016).
 *
 * - `pitch`: semitones above 27.5 Hz. It and what follows up to `h1-a3` are NaN where nothing is voiced.
 * - `hnr`: harmonics-to-noise ratio in dB. `jitter`, `shimmer`: mean difference of neighbouring periods' lengths
 *   and levels, as shares.
 * - `h1-h2`, `h1-a3`: the first harmonic above the second and above the strongest one near the third formant, in dB.
 * - `f1` to `f3`, `b1`: formants and the first one's bandwidth in hertz, and `a1` to `a3`, their levels relative to
 *   the first harmonic, in dB; NaN also where none was found.
 * - `loudness`: sum of the bands' powers to the 0.3 (about sones), `level`: RMS in dB of full scale.
 * - `alpha`: 50-1000 Hz above 1-5 kHz in dB; `hammarberg`: strongest peak of 0-2 above that of 2-5 kHz in dB.
 * - `slope-low`, `slope-high`: of the spectrum within 0-500 and 500-1500 Hz, in dB per kHz.
 * - `flux`: how far the shape of the spectrum moved since the hop before, in [0, 1].
 * - `mfcc1` to `mfcc12`.
 */
export const DESCRIPTORS = [
  'pitch', 'hnr', 'jitter', 'shimmer', 'h1-h2', 'h1-a3', 'f1', 'f2', 'f3', 'b1', 'a1', 'a2', 'a3',
  'loudness', 'level', 'alpha', 'hammarberg', 'slope-low', 'slope-high', 'flux',
  'mfcc1', 'mfcc2', 'mfcc3', 'mfcc4', 'mfcc5', 'mfcc6', 'mfcc7', 'mfcc8', 'mfcc9', 'mfcc10', 'mfcc11', 'mfcc12',
] as const;
export type Descriptor = (typeof DESCRIPTORS)[number];

/** The place of each descriptor in a row. */
export const AT = Object.fromEntries(DESCRIPTORS.map((name, at) => [name, at])) as Readonly<Record<Descriptor, number>>;

/** What was heard in one hop; nothing from which the words could be made again. */
export interface VoiceHop {
  /** One number for each of {@link DESCRIPTORS}; NaN where there is none. */
  readonly row: Float32Array;
  /** Natural logarithm of the power in each of 40 mel bands. */
  readonly mels: Float32Array;
}

/** How many numbers a hop holds in all. */
export const HOP_NUMBERS = DESCRIPTORS.length + MELS;
