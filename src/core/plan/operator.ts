import type { TextSignal } from '../signals/text.ts';
import type { DialogueAct, SupportSkill } from './dialogue-act.ts';
import type { Strategy } from './plan.ts';

/**
 * A person who decides what the agent does, as a researcher does in a Wizard-of-Oz study. Meanwhile the agent itself only listens and
 * looks; a crisis and a boundary it answers all the same.
 */
export interface Operator {
  /** The newest message that waits for the operator's choice; null for none. */
  readonly awaits: TextSignal | null;
}

/** What an operator wants the agent to do next. */
export interface OperatorChoice {
  readonly strategy: Strategy;
  readonly act: DialogueAct;
  readonly skill: SupportSkill;
  /** The id of words of their own, which stay outside of the core; null where a dialogue finds them. */
  readonly words: string | null;
}
