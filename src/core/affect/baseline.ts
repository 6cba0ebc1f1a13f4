import type { MotionSignal } from '../signals/motion.ts';
import type { VoiceSignal } from '../signals/voice.ts';
import { clamp } from '../units.ts';

/** A running mean and variance; `weight` is how many observations stand behind it, the prior's included. */
export interface RunningStatistic {
  readonly mean: number;
  readonly variance: number;
  readonly weight: number;
}

/** What is usual for this player: the reference that every voice is heard against. */
export interface Baseline {
  /** In dBFS. */
  readonly loudness: RunningStatistic;
  /** In semitones above 100 Hz. */
  readonly pitch: RunningStatistic;
  /** How lively head and hands move, see {@link liveliness}. */
  readonly motion: RunningStatistic;
  /** How far the face's running neutral is this player's own, as the face source reports it. */
  readonly face: number;
}

/**
 * A stranger: wide priors that a few seconds of speech outweigh. Levels are those of a headset or
 * laptop microphone at conversation distance; pitch lies between the usual male and female means. Who stands
 * in a headset and talks moves head and hands at about 0.1 m/s, more or less by a factor of two.
 */
export const STRANGER: Baseline = {
  loudness: { mean: -30, variance: 64, weight: 4 },
  pitch: { mean: 9, variance: 25, weight: 4 },
  motion: { mean: -6.6, variance: 4, weight: 20 },
  face: 0,
};

/** Old speech fades: at most this many observations (a minute at four a second) are remembered. */
const MEMORY = 240;

/** Semitones of a frequency above 100 Hz. */
export function semitones(frequency: number): number {
  return 12 * Math.log2(frequency / 100);
}

/** A speed in m/s on a scale where twice the speed is two more; a body at rest is at its lower end. */
export function liveliness(speed: number): number {
  return 2 * Math.log2(0.01 + speed);
}

function observe(statistic: RunningStatistic, value: number, quality: number): RunningStatistic {
  const weight = Math.min(MEMORY, statistic.weight + quality);
  const share = quality / weight;
  const difference = value - statistic.mean;
  const mean = statistic.mean + share * difference;
  return { mean, variance: (1 - share) * (statistic.variance + share * difference * difference), weight };
}

/** Takes a voice into the baseline. Silence changes nothing. */
export function hearBaseline(baseline: Baseline, voice: VoiceSignal): Baseline {
  if (!voice.speaking || voice.quality === 0) return baseline;
  return {
    ...baseline,
    loudness: observe(baseline.loudness, voice.loudness, voice.quality),
    pitch: voice.pitch === null ? baseline.pitch : observe(baseline.pitch, semitones(voice.pitch), voice.quality),
  };
}

/** Takes movements into the baseline, those of a body at rest, too. */
export function moveBaseline(baseline: Baseline, { speed, quality }: MotionSignal): Baseline {
  return speed === null || quality === 0 ? baseline : { ...baseline, motion: observe(baseline.motion, liveliness(speed), quality) };
}

/** How many standard deviations a value lies from what is usual, at most three either way. */
export function deviation(statistic: RunningStatistic, value: number): number {
  return clamp((value - statistic.mean) / Math.sqrt(Math.max(1, statistic.variance)), -3, 3);
}
