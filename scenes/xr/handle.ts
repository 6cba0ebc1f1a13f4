import type { SceneAgent, VrmDriver } from 'attune/three';
import type { Encounter } from 'attune/xr';
import type { Camera } from 'three';
import type { Embodied, Meeting } from './meeting.ts';

/** A handle on the running meeting, for researchers at the console and for tests. The library itself makes no global. */
export interface XrHandle {
  readonly agent: SceneAgent;
  readonly driver: VrmDriver;
  readonly encounter: Encounter;
  /** The page's own, outside of a headset. */
  readonly camera: Camera;
  readonly audio: Pick<Meeting['audio'], 'context'>;
}

declare global {
  interface Window {
    /** There while an agent is on the stage. */
    attuneXr?: XrHandle;
  }
}

export function handOut({ audio }: Meeting, embodied: Embodied, camera: Camera): void {
  window.attuneXr = { ...embodied, audio, camera };
}

export function takeBack(): void {
  delete window.attuneXr;
}
