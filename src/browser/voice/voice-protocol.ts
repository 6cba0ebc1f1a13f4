import type { Decibels, Hertz, ProblemCode, Seconds, SessionTime, Unit } from '../../core/index.ts';
import type { Duplex } from './echo/duplex.ts';
import type { SpeechBoundary } from './voice-activity.ts';
import type { TurnSign } from './voice-analyser.ts';
import type { AudioTime } from './voice-frame.ts';
import type { VoiceFunctionals } from './voice-functionals.ts';

/** How the voice pipeline is doing, about 15 times a second. Never logged. */
export interface VoiceStats {
  /** When the newest frame ended. */
  readonly at: SessionTime;
  /** Frames of 32 ms understood since the start. */
  readonly frames: number;
  /** Frames lost since the start because the worker did not keep up. */
  readonly dropped: number;
  /** Time spent on a frame as a share of its length; above 1 it cannot keep up. */
  readonly realTimeFactor: number;
  readonly noiseFloor: Decibels;
  /** Level of the last frame, for a meter. */
  readonly level: Decibels;
  /** How likely the last frame was speech; null while only energy decides. */
  readonly probability: Unit | null;
  /** Fundamental frequency at the newest hop of 16 ms, whoever or whatever sounds; null when unvoiced. */
  readonly pitch: Hertz | null;
  /** Largest share of clipped samples in a frame since the last report. */
  readonly clipped: Unit;
  /** While the agent sounds: whether the player is heard meanwhile, or only after it because its echo is too strong. Null while it is silent. */
  readonly duplex: Duplex | null;
}

/** URLs of what the worker is made from, absolute. */
export interface VoiceAssets {
  readonly model: string;
  readonly loader: string;
  readonly binary: string;
  /** Weights of the voice head; null for none. */
  readonly head: string | null;
}

/** Main thread to worker. */
export type VoiceCommand =
  | { readonly type: 'begin'; readonly assets: VoiceAssets; readonly blocks: MessagePort }
  | { readonly type: 'reset' }
  /** How long the silence that is now must last to be the end of the speech. */
  | { readonly type: 'patience'; readonly seconds: Seconds }
  /** Whether somebody makes out words, and needs the sound of speech for it. */
  | { readonly type: 'words'; readonly wanted: boolean };

/** Worker to main thread. `at` is the end of the frame that led to the report. */
export type VoiceReport =
  | { readonly type: 'progress'; readonly share: Unit }
  /** The worker hears. It may say so again, degraded, when the detector fails later. */
  | { readonly type: 'ready'; readonly problem: { readonly code: ProblemCode; readonly message: string } | null }
  /** Something is missing, but the hearing goes on. */
  | { readonly type: 'notice'; readonly problem: { readonly code: ProblemCode; readonly message: string } }
  | { readonly type: 'boundary'; readonly at: AudioTime; readonly boundary: SpeechBoundary }
  | { readonly type: 'turn'; readonly at: AudioTime; readonly sign: TurnSign }
  /** The next sound of the player's speech, without the agent's; told only while somebody makes out words. */
  | { readonly type: 'sound'; readonly samples: Float32Array<ArrayBuffer> }
  | { readonly type: 'figures'; readonly at: AudioTime; readonly source: 'silero' | 'energy'; readonly figures: VoiceFunctionals }
  | { readonly type: 'stats'; readonly at: AudioTime; readonly stats: Omit<VoiceStats, 'at'> };

/** Worklet to worker; the worker gives the buffer back for reuse by posting the samples. */
export interface VoiceBlock {
  readonly samples: Float32Array<ArrayBuffer>;
  /** What the agent sounded meanwhile; it lies in the same buffer. */
  readonly reference: Float32Array<ArrayBuffer>;
  /** When the first sample reached the audio context. */
  readonly at: AudioTime;
  /** Blocks lost so far because none was free. */
  readonly dropped: number;
}

/** Main thread to worklet: a new receiver for the blocks, or the end. */
export type WorkletCommand = { readonly type: 'blocks'; readonly port: MessagePort } | { readonly type: 'end' };

export const WORKLET_NAME = 'attune-voice';
