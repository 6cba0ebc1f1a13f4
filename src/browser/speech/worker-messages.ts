import type { ProblemCode, Unit } from '../../core/index.ts';
import type { FliteVoice } from './voices.ts';

/** What Flite's worker loads. */
export interface FliteLoad {
  readonly url: string;
  readonly voice: FliteVoice;
}

export type ToSpeechWorker<Load, Request> =
  | { readonly kind: 'load'; readonly load: Load }
  | { readonly kind: 'say'; readonly job: number; readonly request: Request };

export type FromSpeechWorker<Sentence> =
  | { readonly kind: 'progress'; readonly share: Unit }
  | { readonly kind: 'ready' }
  | { readonly kind: 'load-failed'; readonly code: ProblemCode; readonly message: string }
  | { readonly kind: 'said'; readonly job: number; readonly sentence: Sentence }
  | { readonly kind: 'say-failed'; readonly job: number; readonly message: string };
