import type { Cue } from '../perform/cue.ts';
import type { Unit } from '../units.ts';

/** What the core asks the world to do. */
export type AgentEffect =
  | { readonly type: 'perform'; readonly cue: Cue }
  /** Speak so much more softly, 1 as usual: the player may be speaking, or was not. Below 1, nothing is begun. */
  | { readonly type: 'duck'; readonly id: string; readonly level: Unit }
  /** Fall silent: the player speaks, or the utterance has lost its point. */
  | { readonly type: 'hush'; readonly id: string };
