import type { FusionMethod } from '../affect/choose-fusion.ts';
import { type AffectMemory, strangerMemory } from '../affect/observe.ts';
import type { AffectState } from '../affect/state.ts';
import type { Appraisal } from '../appraise/appraise.ts';
import { appraise } from '../appraise/appraise.ts';
import type { Character } from '../appraise/character.ts';
import { OWN_STYLE, type Style } from '../appraise/style.ts';
import { calmInnerLife, type InnerLife } from '../appraise/inner-life.ts';
import { type Performance, restingPerformance } from '../perform/performance.ts';
import { type Listening, newListening } from '../plan/backchannel.ts';
import { type Conversation, newConversation } from '../plan/conversation.ts';
import { type Course, newCourse } from '../plan/course.ts';
import type { Operator } from '../plan/operator.ts';
import type { EmpathyPlan } from '../plan/plan.ts';
import type { ProblemCode } from '../problem.ts';
import { type Compliance, UNDECLARED } from '../safety/compliance.ts';
import { newSafety, type Safety } from '../safety/safety.ts';
import type { Seed } from '../seed.ts';
import type { Signal } from '../signals/any-signal.ts';
import type { Sense } from '../signals/signal.ts';
import type { Language } from '../signals/text.ts';
import type { SessionTime } from '../units.ts';
import type { SenseStatus } from './event.ts';
import { type Floor, freeFloor } from './floor.ts';

/** Everything the agent is at a moment. Never changed in place. */
export interface AgentState {
  /** The time of the newest event. */
  readonly at: SessionTime;
  readonly seed: Seed;
  readonly language: Language;
  readonly character: Character;
  /** How it is with this player, as was wished for; {@link inStyle} tells what of it a moment allows. */
  readonly style: Style;
  /** How face and voice are to be brought together; how they were is in {@link affect}. */
  readonly fusion: FusionChoice;
  readonly affect: AffectState;
  readonly memory: AffectMemory;
  /** What the agent itself feels, and its mood. */
  readonly inner: InnerLife;
  readonly appraisal: Appraisal;
  readonly conversation: Conversation;
  /** What was talked about so far, as far as the next turn depends on it. */
  readonly course: Course;
  /** Who has the floor, and what the agent was kept from saying. */
  readonly floor: Floor;
  /** When the agent last showed that it listens. */
  readonly listening: Listening;
  /** Whether a crisis was spoken of, and what the player was told of the agent. */
  readonly safety: Safety;
  /** What may be read of the player. */
  readonly compliance: Compliance;
  /** Who decides instead of the agent; null while it decides itself. */
  readonly operator: Operator | null;
  readonly performance: Performance;
  /** The last decision, with its reason. */
  readonly plan: EmpathyPlan | null;
  readonly senses: Readonly<Record<Sense, { readonly status: SenseStatus; readonly problem: ProblemCode | null }>>;
  /** The newest signal of each sense, for those who look under the hood. */
  readonly signals: Readonly<Partial<Record<Sense, Signal>>>;
}

/** What an agent begins with. */
export interface AgentSettings {
  /** A 32-bit unsigned integer; the same seed and events give the same behaviour. */
  readonly seed: Seed;
  readonly language: Language;
  readonly character: Character;
  /** Default: `auto` without a net. */
  readonly fusion?: FusionChoice;
  /** Default: {@link UNDECLARED}. */
  readonly compliance?: Compliance;
}

/** How face and voice are to be brought together. */
export interface FusionChoice {
  readonly method: FusionMethod;
  /** The name of the {@link EmotionFuser}; null where there is none, and every method is weighted. */
  readonly net: string | null;
}

export const NO_NET: FusionChoice = { method: 'auto', net: null };

/** An agent that has met nobody. */
export function initialState(settings: AgentSettings, at: SessionTime = 0): AgentState {
  const memory = strangerMemory(at);
  const inner = calmInnerLife(settings.character, at);
  const off = { status: 'off', problem: null } as const;
  return {
    at,
    seed: settings.seed,
    language: settings.language,
    character: settings.character,
    style: OWN_STYLE,
    fusion: settings.fusion ?? NO_NET,
    affect: memory.state,
    memory,
    inner,
    appraisal: appraise(memory.state, inner, settings.character),
    conversation: newConversation(at),
    course: newCourse(),
    floor: freeFloor(),
    listening: newListening(at),
    safety: newSafety(at),
    compliance: settings.compliance ?? UNDECLARED,
    operator: null,
    performance: restingPerformance(at, settings.seed),
    plan: null,
    senses: { face: off, voice: off, text: { status: 'live', problem: null }, context: { status: 'live', problem: null }, report: { status: 'live', problem: null }, motion: off },
    signals: {},
  };
}
