import { smoothstep, type Decibels, type Hertz, type Seconds, type Unit, type VoiceExpression, type VoiceSignal } from '../../core/index.ts';
import { toDecibels, toMeanSquare } from './level.ts';
import type { AudioTime } from './voice-frame.ts';

/** What is remembered of one frame; nothing from which the sound could be made again. */
export interface VoiceFrame {
  readonly at: AudioTime;
  readonly duration: Seconds;
  readonly level: Decibels;
  /** Share of the samples at full scale. */
  readonly clipped: Unit;
  /** Pitch at each hop, null where unvoiced. */
  readonly pitches: readonly (Hertz | null)[];
  /** Whether the frame itself was speech; pauses inside a turn are not. */
  readonly speech: boolean;
}

/** The part of a {@link VoiceSignal} that depends on sound alone. */
export type VoiceFunctionals = Pick<VoiceSignal, 'window' | 'speaking' | 'loudness' | 'pitch' | 'pitchRange' | 'voicedRatio' | 'quality' | 'expression'>;

/** Fewer voiced hops than this (0.13 s) have no meaningful range. */
const ENOUGH_FOR_RANGE = 8;

/**
 * Sums up the speech among the frames; null when there is none.
 *
 * @param confirmed whether a trained detector, and not energy alone, found the speech
 * @param expression what a model makes of the utterance so far
 */
export function summariseVoice(frames: readonly VoiceFrame[], floor: Decibels, confirmed: boolean, expression: VoiceExpression | null = null): VoiceFunctionals | null {
  const speech = frames.filter((frame) => frame.speech);
  if (speech.length === 0) return null;
  const mean = (pick: (frame: VoiceFrame) => number): number => speech.reduce((sum, frame) => sum + pick(frame), 0) / speech.length;
  const loudness = toDecibels(mean((frame) => toMeanSquare(frame.level)));
  const hops = speech.flatMap((frame) => frame.pitches);
  const pitches = hops.filter((pitch) => pitch !== null).sort((a, b) => a - b);
  return {
    window: speech.reduce((sum, frame) => sum + frame.duration, 0),
    speaking: true,
    loudness,
    pitch: pitches.length > 0 ? quantile(pitches, 0.5) : null,
    pitchRange: pitches.length >= ENOUGH_FOR_RANGE ? 12 * Math.log2(quantile(pitches, 0.75) / quantile(pitches, 0.25)) : null,
    voicedRatio: hops.length > 0 ? pitches.length / hops.length : 0,
    quality: voiceQuality(loudness - floor, mean((frame) => frame.clipped), confirmed),
    expression,
  };
}

/** What is said once the player has fallen silent. */
export function summariseSilence(level: Decibels): VoiceFunctionals {
  return { window: 0, speaking: false, loudness: level, pitch: null, pitchRange: null, voicedRatio: 0, quality: 0, expression: null };
}

/**
 * How far the figures can be trusted: 0 at 3 dB above the noise, full from 20 dB, and falling to 0
 * as 2% of the samples clip. Speech found by energy alone may be any sound, so it counts half.
 */
export function voiceQuality(signalToNoise: Decibels, clipped: Unit, confirmed: boolean): Unit {
  return smoothstep(3, 20, signalToNoise) * (1 - smoothstep(0.001, 0.02, clipped)) * (confirmed ? 1 : 0.5);
}

/** Linear interpolation between the order statistics of a sorted, non-empty list. */
function quantile(sorted: readonly number[], share: Unit): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}
