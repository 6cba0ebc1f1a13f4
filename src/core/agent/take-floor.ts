import { giveUpAll } from '../perform/gestures/playing.ts';
import type { Seconds, Unit } from '../units.ts';
import type { AgentEffect } from './effect.ts';
import type { Unsaid } from './floor.ts';
import type { AgentState } from './state.ts';

type Stepped = readonly [AgentState, readonly AgentEffect[]];

/** The player must speak for this long to take the floor from the agent: a cough doesn't. */
const BARGE_IN: Seconds = 0.35;

/** How loud the agent goes on while it is not known whether the player takes the floor: 12 dB softer. */
const SOFTLY: Unit = 0.25;

/** What was not said by then has lost its point. */
const POINTLESS_AFTER: Seconds = 10;

/** An utterance of which no more than this is missing needs no second saying. */
const HARDLY_MISSED: Seconds = 0.7;

/** The player may be speaking: what the agent says becomes softer, and what it was about to say waits. */
export function hearBeginning(state: AgentState, promised: boolean): Stepped {
  const { utterance } = state.conversation;
  const floor = { ...state.floor, promised, confirmed: false, softly: utterance !== null };
  return [{ ...state, floor }, utterance ? [{ type: 'duck', id: utterance.id, level: SOFTLY }] : []];
}

/** Time alone makes speech of what a source does not confirm. */
export function isSpeechByNow({ at, floor, conversation: { playerSpeaksSince } }: AgentState): boolean {
  return playerSpeaksSince !== null && !floor.promised && !floor.confirmed && at - playerSpeaksSince >= BARGE_IN;
}

/** The player does speak, and has the floor: the agent falls silent. */
export function giveFloor(state: AgentState): Stepped {
  if (state.conversation.playerSpeaksSince === null || state.floor.confirmed) return [state, []];
  const confirmed = { ...state, floor: { ...state.floor, confirmed: true, softly: false } };
  return fallSilent(confirmed);
}

/** Stops what the agent says, and remembers what was lost. */
export function fallSilent(state: AgentState): Stepped {
  const { utterance } = state.conversation;
  if (!utterance) return [state, []];
  const { saying, soundsUntil } = state.floor;
  const begun = utterance.started !== null;
  const lost = saying && !(begun && soundsUntil - state.at < HARDLY_MISSED);
  return [
    {
      ...state,
      floor: { ...state.floor, saying: null, softly: false, unsaid: lost ? { ...saying, begun, at: state.at } : null },
      conversation: { ...state.conversation, utterance: null },
      performance: { ...state.performance, gestures: giveUpAll(state.performance.gestures, state.at, true) },
    },
    [{ type: 'hush', id: utterance.id }],
  ];
}

/** It was no speech, or it is over: what the agent says is as loud as before. */
export function takeBack(state: AgentState): Stepped {
  const { utterance } = state.conversation;
  if (!state.floor.softly) return [state, []];
  return [{ ...state, floor: { ...state.floor, softly: false } }, utterance ? [{ type: 'duck', id: utterance.id, level: 1 }] : []];
}

/** What the agent may still say of what it was kept from saying; null for nothing. */
export function unsaidBy({ at, floor: { unsaid } }: AgentState): Unsaid | null {
  return unsaid && at - unsaid.at <= POINTLESS_AFTER ? unsaid : null;
}
