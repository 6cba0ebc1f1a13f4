import type { ProblemCode, Unit } from '../../core/index.ts';
import type { SentenceRequest } from './say-sentence.ts';
import type { SpokenSentence } from './shape-sentence.ts';
import type { FliteVoice } from './voices.ts';

export type ToSpeechWorker =
  | { readonly kind: 'load'; readonly url: string; readonly voice: FliteVoice }
  | { readonly kind: 'say'; readonly job: number; readonly request: SentenceRequest };

export type FromSpeechWorker =
  | { readonly kind: 'progress'; readonly share: Unit }
  | { readonly kind: 'ready' }
  | { readonly kind: 'load-failed'; readonly code: ProblemCode; readonly message: string }
  | { readonly kind: 'said'; readonly job: number; readonly sentence: SpokenSentence }
  | { readonly kind: 'say-failed'; readonly job: number; readonly message: string };
