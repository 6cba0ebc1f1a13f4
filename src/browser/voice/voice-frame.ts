import type { Seconds } from '../../core/index.ts';

/** The rate at which the voice is understood, in hertz. */
export const RATE = 16_000;
/** Samples in a frame: 32 ms, the hop of Silero version 5. */
export const FRAME = 512;
export const FRAME_DURATION: Seconds = FRAME / RATE;

/** Seconds on the audio context's own timeline, which the adapter maps to session time. */
export type AudioTime = number;
