import { type AffectMemory, type AgentState, allowedPart, type FaceSignal, observeSignal, settleAffect, strangerMemory } from '../core/index.ts';
import type { GroupMember } from './group.ts';

/** One of those before a camera, as a face source with `people` tells of them. */
export interface SeenInView {
  /** Tells people of this visit apart; whoever left and came back has another one. */
  readonly id: string;
  /** Whether this is whom the agent follows. */
  readonly followed: boolean;
  readonly signal: FaceSignal;
}

/** Those in view of an agent, with what their faces appear to express, fused and smoothed as the agent's own player's. */
export interface InView {
  readonly people: Readonly<Record<string, AffectMemory>>;
  /** Who of them the agent follows; null while it follows none of them. */
  readonly followed: string | null;
}

/** Before the first look: nobody is known to be there. */
export const NOBODY_IN_VIEW: InView = { people: {}, followed: null };

/**
 * Takes in one look at everybody in view, or lets time pass. Who is not among those seen is forgotten.
 *
 * The agent's compliance holds for all: where it may not read emotions, nobody's are. While somebody is heard speaking all are
 * read without their mouths, since one microphone does not tell who it is.
 *
 * @param seen null where no look came; what is known of everybody grows old then
 * @param agent the state of the agent whose camera it is, after it has taken in the same look
 */
export function seePeople(view: InView, seen: readonly SeenInView[] | null, agent: Pick<AgentState, 'at' | 'compliance' | 'conversation'>): InView {
  const settle = (memory: AffectMemory): AffectMemory => settleAffect(memory, Math.max(agent.at, memory.state.estimate.at));
  if (!seen) return { people: Object.fromEntries(Object.entries(view.people).map(([id, memory]) => [id, settle(memory)])), followed: view.followed };
  const people = seen.map(({ id, signal }): [string, AffectMemory] => {
    const before = Object.hasOwn(view.people, id) ? view.people[id]! : strangerMemory(signal.at);
    const allowed = allowedPart(signal, agent.compliance);
    return [id, settle(allowed ? observeSignal(before, allowed, agent.conversation.playerSpeaksSince !== null) : before)];
  });
  return { people: Object.fromEntries(people), followed: seen.find(({ followed }) => followed)?.id ?? null };
}

/**
 * Those in view as members of a group: the one whom the agent follows as it knows them, with voice and words, the others by
 * their faces. Who speaks is not known of any, and so nobody is told to be left out.
 */
export function membersInView({ people, followed }: InView, { affect }: Pick<AgentState, 'affect'>): GroupMember[] {
  return Object.entries(people).map(([id, { state }]) => ({ id, state: id === followed ? affect : state, speaking: null }));
}
