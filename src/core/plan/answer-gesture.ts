import type { PlayerGesture } from '../signals/motion.ts';
import type { Seconds } from '../units.ts';
import { bodyOf } from './body.ts';
import type { Decision } from './plan.ts';
import type { Situation } from './situation.ts';

/** A nod that comes later after a question answers something else. */
const ANSWERS_WITHIN: Seconds = 12;

/** What the agent does about a movement of the player: it waves back, takes a hand, meets one. Where it looks and stands is its body's to decide. */
export function answerGesture(gesture: PlayerGesture, { conversation, course }: Situation): Decision | null {
  const attend = { strategy: 'attend', skill: 'other', reasons: ['gestured'], onto: 'queue' } as const;
  switch (gesture) {
    case 'wave':
      return conversation.turns === 0
        ? { ...attend, intents: [{ kind: 'say', act: 'greet', heard: null }, ...bodyOf('greet', course)] }
        : { ...attend, intents: [{ kind: 'gesture', gesture: 'wave', strength: 0.8 }] };
    case 'reach':
      return { ...attend, intents: [{ kind: 'gesture', gesture: 'handshake', strength: 1 }] };
    case 'high-five':
      return { ...attend, intents: [{ kind: 'gesture', gesture: 'high-five', strength: 1 }] };
    case 'nod': case 'shake': case 'point': case 'approach':
      return null;
  }
}

/** Whether a nod or a shake of the head would be an answer: the agent has just asked or offered something, and nobody speaks. */
export function awaitsAnswer({ at, conversation, course }: Situation): boolean {
  const last = course.moves.at(-1);
  if (!last || conversation.utterance || conversation.playerSpeaksSince !== null || at - conversation.lastTurn > ANSWERS_WITHIN) return false;
  return last.skill === 'question' || last.skill === 'suggestion' || last.act === 'keep-company';
}
