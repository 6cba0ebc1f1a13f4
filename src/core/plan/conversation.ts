import type { Seconds, SessionTime } from '../units.ts';

/** An utterance of the agent that is being found, made or said. */
export interface Utterance {
  readonly id: string;
  readonly asked: SessionTime;
  /** When it was first heard; null while it is prepared. */
  readonly started: SessionTime | null;
}

/** Who has the floor, and what has been said already. */
export interface Conversation {
  /** Since when the player has been speaking; null while silent. */
  readonly playerSpeaksSince: SessionTime | null;
  /** How long the player last spoke. */
  readonly playerSpokeFor: Seconds;
  readonly utterance: Utterance | null;
  /** When anybody last said anything. */
  readonly lastTurn: SessionTime;
  readonly turns: number;
  readonly greeted: boolean;
  /** Whether the agent has said that it hears the voice but not the words. */
  readonly explainedHearing: boolean;
}

export function newConversation(at: SessionTime): Conversation {
  return {
    playerSpeaksSince: null, playerSpokeFor: 0, utterance: null, lastTurn: at, turns: 0, greeted: false, explainedHearing: false,
  };
}
