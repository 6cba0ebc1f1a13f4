import type { AffectState, Agent, AgentIntent, AgentState, AttuneError, Caption, Category, Cue, EmpathyPlan, Phase, ProblemCode, Sense, SenseStatus } from '../../core/index.ts';

/** What an agent tells of itself, and with what. */
export interface AgentEvents {
  /** A new estimate of what the player appears to feel: about ten times a second, more often while a face is seen. */
  readonly affect: AffectState;
  /** The player can be seen better or worse, or appears to feel something else; null is that nothing stands out. */
  readonly feeling: { readonly phase: Phase; readonly category: Category };
  /** A decision, with its reasons. */
  readonly plan: EmpathyPlan;
  /** One thing that the agent means to do: each of a plan's, after it. */
  readonly intent: AgentIntent;
  /** An instruction to face, body or voice, as it is given. */
  readonly cue: Cue;
  /** Something was said by either, or its text grew or was corrected. */
  readonly caption: Caption;
  /** The agent's voice begins (true) or ends (false) to sound. */
  readonly speaking: boolean;
  /** A sense was opened, closed, refused or failed. */
  readonly sense: { readonly sense: Sense; readonly status: SenseStatus; readonly problem: ProblemCode | null };
  /** Something went wrong, in one sentence; the agent goes on. */
  readonly problem: AttuneError;
}

/** Calls `listener` for every event of that name from now on; returns how to stop. */
export type ListenToAgent = <Name extends keyof AgentEvents>(name: Name, listener: (event: AgentEvents[Name]) => void) => () => void;

/** Who listens to an agent, by the kind of change. */
export interface AgentTeller {
  readonly on: ListenToAgent;
  tell<Name extends keyof AgentEvents>(name: Name, event: AgentEvents[Name]): void;
  /** Follows what becomes of an agent; returns how to stop. */
  follow(agent: Agent): () => void;
  /** Forgets all listeners. */
  clear(): void;
}

/** Tells an agent's changes one by one, to whoever listens to their kind. */
export function createAgentTeller(): AgentTeller {
  const listeners: { [Name in keyof AgentEvents]: Set<(event: AgentEvents[Name]) => void> } = {
    affect: new Set(), feeling: new Set(), plan: new Set(), intent: new Set(), cue: new Set(), caption: new Set(), speaking: new Set(), sense: new Set(), problem: new Set(),
  };

  function tell<Name extends keyof AgentEvents>(name: Name, event: AgentEvents[Name]): void {
    for (const listener of listeners[name]) listener(event);
  }

  function tellChanges(before: AgentState, now: AgentState): void {
    const { affect, plan, senses } = now;
    if (affect !== before.affect) tell('affect', affect);
    if (affect.phase !== before.affect.phase || affect.category !== before.affect.category) tell('feeling', { phase: affect.phase, category: affect.category });
    if (plan && plan.id !== before.plan?.id) {
      tell('plan', plan);
      for (const intent of plan.intents) tell('intent', intent);
    }
    if (isSpeaking(now) !== isSpeaking(before)) tell('speaking', isSpeaking(now));
    if (senses === before.senses) return;
    for (const [sense, state] of Object.entries(senses) as [Sense, AgentState['senses'][Sense]][]) if (state !== before.senses[sense]) tell('sense', { sense, ...state });
  }

  return {
    on(name, listener) {
      listeners[name].add(listener);
      return () => void listeners[name].delete(listener);
    },
    tell,
    follow(agent) {
      let { state, captions } = agent;
      const stopChanges = agent.subscribe(() => {
        // Taken first, as a listener may change the agent again.
        const before = state;
        const saidBefore = captions;
        ({ state, captions } = agent);
        tellChanges(before, state);
        for (const caption of newCaptions(saidBefore, captions)) tell('caption', caption);
      });
      const stopCues = agent.onCue((cue) => tell('cue', cue));
      return () => {
        stopChanges();
        stopCues();
      };
    },
    clear() {
      for (const each of Object.values(listeners)) each.clear();
    },
  };
}

const isSpeaking = ({ conversation: { utterance } }: AgentState): boolean => utterance?.started != null;

/** Those that were not there before, or not with these words. */
function newCaptions(before: readonly Caption[], now: readonly Caption[]): readonly Caption[] {
  if (now === before) return [];
  const known = new Set(before);
  return now.filter((caption) => !known.has(caption));
}
