import type { DomainIntent, HeardBoundary, HeardDanger, Intent, Language, ProblemCode, Unit } from '../../core/index.ts';
import type { IntentExamples, IntentReading } from './intent/fit-intents.ts';
import type { TextAnalysis } from './text-analysis.ts';

/** A text with all that was read in it. */
export interface ReadText extends TextAnalysis {
  /** What it does in a conversation. */
  readonly intent: Intent;
  /** How sure that is. */
  readonly intentConfidence: Unit;
  /** Which of the host's own intents it has; null for none of them. */
  readonly domain: DomainIntent | null;
  /** How far each of the host's own intents is wanted. */
  readonly own: IntentReading;
  /** What was heard of danger; absent where nobody asked for it, or its model is missing. */
  readonly danger?: HeardDanger;
  /** What was heard that asks for a boundary; absent likewise. */
  readonly boundary?: HeardBoundary;
}

/** URLs of what the full size is made from, absolute. */
export interface FullTextAssets {
  readonly net: string;
  readonly dimensions: string;
  readonly glosses: string;
  readonly encoder: string;
  readonly vocabulary: string;
  readonly loader: string;
  readonly binary: string;
}

/** URLs of what the worker is made from, absolute. */
export interface TextAssets {
  readonly light: string;
  /** What listens for danger and for what asks for a boundary; null where nothing should. */
  readonly listening: { readonly danger: string; readonly boundaries: string } | null;
  /** Null where the light size is enough. */
  readonly full: FullTextAssets | null;
}

/** Page to worker. Requests have a number that their answer carries. */
export type TextCommand =
  | { readonly type: 'load'; readonly assets: TextAssets }
  | { readonly type: 'read'; readonly id: number; readonly texts: readonly string[]; readonly language: Language | null; readonly listen: boolean }
  | { readonly type: 'intents'; readonly id: number; readonly intents: readonly IntentExamples[] };

/** Worker to page. */
export type TextReply =
  | { readonly type: 'progress'; readonly size: TextAnalysis['size']; readonly share: Unit }
  /** These models read from now on. */
  | { readonly type: 'ready'; readonly size: TextAnalysis['size'] }
  /** A model can't be loaded. Without the light one nothing is read. */
  | { readonly type: 'problem'; readonly code: ProblemCode; readonly message: string; readonly of: TextAnalysis['size'] | 'danger' | 'boundaries' }
  | { readonly type: 'texts'; readonly id: number; readonly texts: readonly ReadText[] }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly code: ProblemCode; readonly message: string };
