import type { Appraisal } from '../appraise/appraise.ts';
import type { Gesture } from '../perform/gestures/index.ts';
import type { SessionTime, Unit } from '../units.ts';
import type { DialogueAct, SupportSkill } from './dialogue-act.ts';
import type { Reason } from './reasons.ts';

/** Hill's three stages of helping (2020): understand, comfort, then act; or just be there. */
export const STRATEGIES = ['attend', 'explore', 'comfort', 'act'] as const;
/** One of {@link STRATEGIES}: how far the agent has come in helping. */
export type Strategy = (typeof STRATEGIES)[number];

/** What the agent means to do. */
export type AgentIntent =
  | {
    readonly kind: 'say';
    readonly act: DialogueAct;
    /** The message that this answers, if one. */
    readonly heard: string | null;
    /** The id of an operator's own words; absent where a dialogue finds them. */
    readonly words?: string;
  }
  | { readonly kind: 'gesture'; readonly gesture: Gesture; readonly strength: Unit }
  | { readonly kind: 'earcon'; readonly earcon: 'listening' | 'understood' | 'farewell' };

/** A decision with its reasons. */
export interface EmpathyPlan {
  readonly id: string;
  readonly at: SessionTime;
  readonly appraisal: Appraisal;
  readonly strategy: Strategy;
  /** How what is said helps. */
  readonly skill: SupportSkill;
  /** Why, the most telling first; never empty. */
  readonly reasons: readonly Reason[];
  readonly intents: readonly AgentIntent[];
  /** How it meets what is already going on. */
  readonly onto: 'queue' | 'interrupt' | 'replace';
  /** When it has lost its point and must not be begun any more. */
  readonly expires: SessionTime;
}

/** A decision before it has an identity. */
export type Decision = Pick<EmpathyPlan, 'strategy' | 'skill' | 'reasons' | 'intents' | 'onto'>;
