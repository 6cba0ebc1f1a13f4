import type { Radians, Seconds, SessionTime } from '../units.ts';
import type { AgentState } from './state.ts';

/** A head that is turned farther away does not look at the screen, wherever the camera is at it. */
const ASIDE: Radians = 0.35;
const UP_OR_DOWN: Radians = 0.4;
/** A look that is older tells nothing of now. */
const RECENT: Seconds = 1;

/** Whether the player's head is turned towards the agent; null where no face is seen well enough. */
export function looksHere({ signals: { face } }: AgentState, at: SessionTime): boolean | null {
  if (face?.kind !== 'face' || !face.present || !face.pose || face.quality === 0 || at - face.at > RECENT) return null;
  return Math.abs(face.pose.yaw) < ASIDE && Math.abs(face.pose.pitch) < UP_OR_DOWN;
}
