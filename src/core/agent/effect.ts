import type { Cue } from '../perform/cue.ts';

/** What the core asks the world to do. */
export type AgentEffect =
  | { readonly type: 'perform'; readonly cue: Cue }
  /** Fall silent: the player speaks, or the utterance has lost its point. */
  | { readonly type: 'hush'; readonly id: string };
