import type { Hertz, ProblemCode, Seconds, Unit } from '../../core/index.ts';
import type { SpokenSentence } from './shape-sentence.ts';
import type { Prosody } from './tone-to-prosody.ts';
import type { FliteVoice } from './voices.ts';

/** One piece of an utterance to synthesise. */
export interface SentenceRequest {
  readonly text: string;
  readonly voice: FliteVoice;
  readonly prosody: Prosody;
  readonly sampleRate: Hertz;
  readonly lead: Seconds;
  readonly tail: Seconds;
}

export type ToSpeechWorker =
  | { readonly kind: 'load'; readonly url: string; readonly voice: FliteVoice }
  | { readonly kind: 'say'; readonly job: number; readonly request: SentenceRequest };

export type FromSpeechWorker =
  | { readonly kind: 'progress'; readonly share: Unit }
  | { readonly kind: 'ready' }
  | { readonly kind: 'load-failed'; readonly code: ProblemCode; readonly message: string }
  | { readonly kind: 'said'; readonly job: number; readonly sentence: SpokenSentence }
  | { readonly kind: 'say-failed'; readonly job: number; readonly message: string };
