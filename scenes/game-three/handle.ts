import type { SceneAgent } from 'attune/three';
import type { Mood } from './rules/difficulty.ts';
import type { Night } from './rules/night.ts';

/** A handle on the running game, for the curious at the console and for tests. */
export interface GameHandle {
  readonly agent: SceneAgent;
  readonly night: Night;
  readonly difficulty: number;
  readonly mood: Mood;
  readonly playing: boolean;
}

declare global {
  interface Window {
    attuneGame?: GameHandle;
  }
}
