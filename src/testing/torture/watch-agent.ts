import { type Agent, type AgentState, type AvatarFrame, type Caption, type Clock, createAvatarFrame, type Seconds, type SessionTime, TRANSITIONS } from '../../core/index.ts';
import type { Invariant } from './invariants.ts';
import { findNotFinite } from './not-finite.ts';

/** Looks at an agent after every step, and at its picture now and then. */
export interface AgentWatch {
  readonly steps: number;
  /** What it showed at the last look. */
  readonly frame: AvatarFrame;
  /** The player said something, under this id. */
  expectRead(id: string): void;
  /** An utterance was cancelled. */
  cancelled(id: string): void;
  /** This visitor's messages, and what was felt of them, are to be forgotten by `erase`. */
  forget(erase: () => void): void;
  /** Samples a frame, and sees what is overdue. */
  look(): void;
}

interface AgentWatchOptions {
  /** The sound clock. */
  readonly clock: Clock;
  readonly violate: (invariant: Invariant, found: string) => void;
  /** Hears of every new state, and the one before. */
  readonly stepped: (now: AgentState, before: AgentState) => void;
}

const LEGAL = new Set(TRANSITIONS.flatMap(({ region, from, to }) => (region === 'phase' ? [`${from} -> ${to}`] : [])));

/** Clocks stand still for so long at most, and delay what is due as long again. */
const CLOCK_TROUBLE: Seconds = 8;
/** A reader is waited for 1.5 s, then the lexicon reads. Messages are taken in turn. */
const READ_BY: Seconds = 2 + CLOCK_TROUBLE;
/** A dialogue is waited for 6 s, another one as long, then there are written lines. */
const FOUND_BY: Seconds = 13 + 2 * CLOCK_TROUBLE;
/** An utterance of which nothing was heard for 30 s is given up. */
const OVER_BY: Seconds = 31 + CLOCK_TROUBLE;
/** What a host may look at is never longer. */
const MOST_CAPTIONS = 200;
/** Sources that run ahead of the clock may do so by a second, as sound does that is yet to be heard. */
const AHEAD: Seconds = 1.05;

export function watchAgent(agent: Agent, { clock, violate, stepped }: AgentWatchOptions): AgentWatch {
  const frame = createAvatarFrame();
  let steps = 0;
  let before = agent.state;
  let captions = agent.captions;
  let forgetting = false;
  const unread = new Map<string, SessionTime>();
  /** What was shown of an utterance as it was cancelled; null for nothing yet. */
  const silenced = new Map<string, string | null>();

  const textOf = (all: readonly Caption[], id: string): string | null => all.find((caption) => caption.id === id)?.text ?? null;

  function checkState(now: AgentState): void {
    const bad = findNotFinite(now, before);
    if (bad !== null) violate('finite', `state.${bad}`);
    if (now.at < before.at || now.at > clock.now() + AHEAD) violate('time', `the agent's time went from ${before.at} to ${now.at}, at ${clock.now()} by the clock`);
    const [from, to] = [before.affect.phase, now.affect.phase];
    if (from !== to && !forgetting && !LEGAL.has(`${from} -> ${to}`)) violate('phases', `${from} became ${to}`);
    if (to !== 'tracking' && now.affect.category !== null) violate('phases', `"${now.affect.category}" was felt while ${to}`);
    const { utterance } = now.conversation;
    if (utterance && silenced.has(utterance.id)) violate('cancelled-silent', `${utterance.id} is under way again`);
    const text = now.signals.text;
    if (text?.kind === 'text') unread.delete(text.id);
  }

  function checkCaptions(now: readonly Caption[]): void {
    if (now.length > MOST_CAPTIONS) violate('memory', `${now.length} captions are kept`);
    for (const [id, shown] of silenced) {
      const text = textOf(now, id);
      if (text !== null && text !== shown) violate('cancelled-silent', `${id} was cancelled, and then shown as ${JSON.stringify(text.slice(0, 80))}`);
    }
  }

  agent.subscribe(() => {
    const now = agent.state;
    if (now !== before) {
      steps += 1;
      checkState(now);
      const last = before;
      before = now;
      stepped(now, last);
    }
    if (agent.captions === captions) return;
    captions = agent.captions;
    checkCaptions(captions);
  });
  agent.onCue((cue) => {
    const bad = findNotFinite(cue);
    if (bad !== null) violate('finite', `the ${cue.kind} cue's ${bad}`);
  });

  return {
    frame,
    get steps() {
      return steps;
    },
    expectRead(id) {
      unread.set(id, clock.now());
    },
    cancelled(id) {
      silenced.set(id, textOf(agent.captions, id));
      if (silenced.size > 50) silenced.delete([...silenced.keys()][0]!);
    },
    forget(erase) {
      unread.clear();
      forgetting = true;
      erase();
      forgetting = false;
    },
    look() {
      agent.sample(frame);
      const bad = findNotFinite(frame);
      if (bad !== null) violate('finite', `the frame's ${bad}`);
      const { conversation: { utterance }, floor } = agent.state;
      if (!utterance && Object.values(frame.mouth).some((weight) => weight > 0)) violate('cancelled-silent', 'the mouth moves while nothing is said');
      const now = clock.now();
      for (const [id, at] of unread) if (now - at > READ_BY) {
        violate('answers', `${id} was not read for ${(now - at).toFixed(1)} s`);
        unread.delete(id);
      }
      if (!utterance) return;
      if (now - utterance.asked > FOUND_BY && utterance.started === null && !floor.softly && textOf(agent.captions, utterance.id) === null) violate('answers', `${utterance.id} found no words for ${(now - utterance.asked).toFixed(1)} s`);
      if (now - Math.max(utterance.started ?? utterance.asked, floor.soundsUntil) > OVER_BY) violate('answers', `${utterance.id} has not ended for ${(now - utterance.asked).toFixed(1)} s`);
    },
  };
}
