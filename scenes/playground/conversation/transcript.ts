import type { Agent, Caption, DialogueAct, Reason, Strategy, SupportSkill } from 'attune';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WordsBy } from '../words/words-choice.ts';

/** Why the agent said something. */
export interface Decided {
  readonly act: DialogueAct;
  readonly strategy: Strategy;
  readonly skill: SupportSkill;
  readonly reasons: readonly Reason[];
}

/** Something that was said, and for the agent's turns why and who found the words. */
export interface Turn extends Caption {
  readonly decided: Decided | null;
  readonly by: WordsBy | null;
}

/** Everything that was said in this meeting: an agent itself forgets what is far back. In this page's memory only. */
export interface Transcript {
  readonly turns: StoreApi<readonly Turn[]>;
  /** When the meeting began, in milliseconds of the world's time: zero on its clock. */
  readonly began: number;
  /** Tells who finds the words of an utterance. */
  found(id: string, by: WordsBy): void;
}

export function createTranscript(agent: Agent, began: number): Transcript {
  const turns = createStore<readonly Turn[]>(() => []);
  const decisions = new Map<string, Decided>();
  const finders = new Map<string, WordsBy>();
  let seen: readonly Caption[] = [];

  const asTurn = (caption: Caption): Turn => ({ ...caption, decided: decisions.get(caption.id) ?? null, by: caption.speaker === 'agent' ? finders.get(caption.id) ?? 'written' : null });

  agent.onCue((cue) => {
    const { plan } = agent.state;
    if (cue.kind === 'speech' && plan) decisions.set(cue.id, { act: cue.act, strategy: plan.strategy, skill: plan.skill, reasons: plan.reasons });
  });
  agent.subscribe(() => {
    const { captions } = agent;
    if (captions === seen) return;
    const unchanged = new Set(seen);
    seen = captions;
    const [first] = captions;
    // It forgets all at once when it is told to, and otherwise only what is oldest.
    if (!first) {
      decisions.clear();
      finders.clear();
      turns.setState([], true);
      return;
    }
    const before = turns.getState();
    const from = before.findIndex(({ id }) => id === first.id);
    const known = new Map(before.map((turn) => [turn.id, turn]));
    // What did not change stays the same object, so that only what is new is drawn.
    const shown = captions.map((caption) => (unchanged.has(caption) ? known.get(caption.id) : undefined) ?? asTurn(caption));
    turns.setState([...(from < 0 ? before : before.slice(0, from)), ...shown], true);
  });

  return {
    turns, began,
    found(id, by) {
      finders.set(id, by);
      turns.setState((all) => all.map((turn) => (turn.id === id ? { ...turn, by } : turn)), true);
    },
  };
}
