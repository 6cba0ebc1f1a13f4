import type { HeardWords, ProblemCode, Seconds, Speech, Unit } from '../../core/index.ts';

/** How Moonshine's words are signed. */
export const MOONSHINE = { source: 'moonshine', language: 'en' } as const;

/** URLs of what Moonshine is made from, absolute. */
export interface HearingAssets {
  readonly encoder: string;
  readonly decoder: string;
  readonly vocabulary: string;
  readonly loader: string;
  readonly binary: string;
}

/** Page to worker. */
export type HearingCommand =
  | { readonly type: 'load'; readonly assets: HearingAssets }
  | { readonly type: 'begin'; readonly speech: Speech }
  | { readonly type: 'push'; readonly samples: Float32Array<ArrayBuffer> }
  | { readonly type: 'pause'; readonly silence: Seconds }
  | { readonly type: 'end'; readonly silence: Seconds }
  | { readonly type: 'cancel' };

/** Worker to page. */
export type HearingReply =
  | { readonly type: 'progress'; readonly share: Unit }
  | { readonly type: 'ready' }
  | { readonly type: 'words'; readonly words: HeardWords }
  /** It can't be loaded (before it was ready), or some speech could not be made out. */
  | { readonly type: 'problem'; readonly code: ProblemCode; readonly message: string };
