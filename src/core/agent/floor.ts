import type { SpeechCue } from '../perform/cue.ts';
import type { EmpathyPlan } from '../plan/plan.ts';
import type { SessionTime } from '../units.ts';

/** Who has the floor, and what the agent was kept from saying. */
export interface Floor {
  /** Whether `speech-confirmed` will tell that the speech under way is one; otherwise it is one once it has lasted. */
  readonly promised: boolean;
  /** Whether the speech under way is surely one, and no cough. */
  readonly confirmed: boolean;
  /** What the agent says or is about to say. */
  readonly saying: { readonly cue: SpeechCue; readonly plan: EmpathyPlan } | null;
  /** When that will have sounded, as far as is known. */
  readonly soundsUntil: SessionTime;
  /** Whether the agent holds back because the player may be speaking. */
  readonly softly: boolean;
  readonly unsaid: Unsaid | null;
}

/** What the agent was kept from saying, or from saying to its end. */
export interface Unsaid {
  readonly cue: SpeechCue;
  readonly plan: EmpathyPlan;
  readonly begun: boolean;
  readonly at: SessionTime;
}

export function freeFloor(): Floor {
  return { promised: false, confirmed: false, saying: null, soundsUntil: 0, softly: false, unsaid: null };
}
