import type { Appraisal } from '../appraise/appraise.ts';
import type { AffectState } from '../affect/state.ts';
import { OWN_STYLE } from '../appraise/style.ts';
import type { Conversation } from '../plan/conversation.ts';
import type { Occasion } from '../plan/decide.ts';
import type { Course } from '../plan/course.ts';
import { SKILLS_OF_ACT } from '../plan/dialogue-act.ts';
import type { AgentIntent, EmpathyPlan } from '../plan/plan.ts';
import type { Reason } from '../plan/reasons.ts';
import { type Choice, listen } from '../plan/support.ts';
import { isCrisis, type Risk } from '../signals/risk.ts';
import type { Seconds, SessionTime } from '../units.ts';
import type { SafetyAct } from './lines.ts';
import { leadsBack, mayAsk, reminderDue, type Safety } from './safety.ts';

/** What the agent is, is told by people's words too: no model is asked for them. */
type Answer = SafetyAct | 'explain-self';

/** What the policy looks at. */
interface Watched {
  readonly at: SessionTime;
  readonly safety: Safety;
  readonly affect: AffectState;
  readonly appraisal: Appraisal;
  readonly conversation: Conversation;
  readonly course: Course;
}

/** What is decided for safety's sake: a plan, or to do nothing. */
export interface Safeguarded {
  readonly plan: EmpathyPlan | null;
}

const PLAN_LIFETIME: Seconds = 10;

/** A reminder waits for a pause, and for somebody who is there to hear it. */
const PAUSE: Seconds = 3;
const STILL_THERE: Seconds = 300;

/**
 * Decides before anything else does: a crisis and a boundary are answered by acts of their own, and after a crisis the
 * agent only listens, and leads back to people who can help, until somebody takes over. Null where nothing calls for care, and others decide.
 */
export function safeguard(occasion: Occasion, situation: Watched): Safeguarded | null {
  const { safety } = situation;
  switch (occasion.kind) {
    case 'message': {
      const { risk, id, reading } = occasion.signal;
      const act = actFor(risk, safety, reading.intent, situation.at);
      if (act) return planOf(chosen(act), id, situation);
      return safety.crisis && planOf(listen({ course: situation.course, style: OWN_STYLE }, 'danger-before'), id, situation);
    }
    case 'time-passed': {
      if (safety.crisis) return { plan: null };
      const due = reminderDue(safety, situation.at);
      return due && mayRemind(situation) ? planOf(chosen(due), null, situation) : null;
    }
    case 'event':
      // Nothing in a game is worth a word now.
      return safety.crisis && { plan: null };
    default:
      return null;
  }
}

function actFor(risk: Risk | null, safety: Safety, intent: string, at: SessionTime): Answer | null {
  if (isCrisis(risk)) return `crisis-${risk}`;
  switch (risk) {
    case 'unsure':
      if (!safety.crisis && mayAsk(safety, at)) return 'ask-safety';
      break;
    case 'minor':
      if (!safety.minor) return 'meet-minor';
      break;
    case 'therapist':
      return 'decline-therapy';
    case 'sexual':
      return 'decline-sexual';
    case 'hate':
      return 'decline-hate';
    case 'override':
      return 'decline-override';
    case 'ai-question':
      return 'explain-self';
    case null:
  }
  if (!safety.crisis) return null;
  if (intent === 'farewell') return 'crisis-farewell';
  return leadsBack(safety) ? 'crisis-stay' : null;
}

function mayRemind({ at, affect, conversation: { utterance, playerSpeaksSince, lastTurn } }: Watched): boolean {
  const there = affect.phase !== 'absent' || at - lastTurn < STILL_THERE;
  return there && utterance === null && playerSpeaksSince === null && at - lastTurn >= PAUSE;
}

function chosen(act: Answer): Choice {
  return { act, strategy: act.startsWith('crisis-') ? 'act' : 'attend', skill: SKILLS_OF_ACT[act][0], reasons: [reasonOf(act)] };
}

function planOf({ act, strategy, skill, reasons }: Choice, heard: string | null, { at, appraisal, conversation }: Watched): Safeguarded {
  const reminder = heard === null;
  const intents: AgentIntent[] = [
    { kind: 'say', act, heard },
    ...(act.startsWith('crisis-') ? [{ kind: 'gesture', gesture: 'lean-in', strength: 0.5 } as const] : []),
    ...(reminder ? [] : [{ kind: 'gesture', gesture: 'nod', strength: 0.4 } as const]),
  ];
  return {
    plan: {
      id: `plan-${conversation.turns + 1}`, at, appraisal, strategy, skill, reasons, intents,
      onto: reminder ? 'queue' : 'replace', expires: at + PLAN_LIFETIME,
    },
  };
}

function reasonOf(act: Answer): Reason {
  if (act === 'crisis-stay' || act === 'crisis-farewell') return 'danger-before';
  if (act.startsWith('crisis-')) return 'danger';
  if (act === 'ask-safety') return 'danger-unsure';
  if (act === 'remind-ai' || act === 'suggest-break') return 'reminder-due';
  return act === 'explain-self' ? 'asked-about-agent' : 'boundary';
}

/** In a crisis, and where there may be one, the agent is concerned and calm, whatever else is seen: it neither smiles nor mirrors. */
export function calmInCrisis(appraisal: Appraisal): Appraisal {
  return { ...appraisal, need: 'comfort', strength: 1, feeling: { valence: -0.15, arousal: -0.3 }, display: { emotion: 'sadness', weight: 0.33 } };
}
