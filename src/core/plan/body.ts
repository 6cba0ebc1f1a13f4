import type { Gesture } from '../perform/gestures/index.ts';
import type { Unit } from '../units.ts';
import { type Course, lately } from './course.ts';
import type { SafetyAct } from '../safety/lines.ts';
import { isSafetyAct } from '../safety/safety-dialogue.ts';
import type { DialogueAct } from './dialogue-act.ts';
import type { AgentIntent } from './plan.ts';

const NOD: readonly (readonly [Gesture, Unit])[] = [['nod', 0.5]];

/** What the body says with each act; in matters of safety it only nods. */
const BODY_OF_ACT: Readonly<Record<Exclude<DialogueAct, SafetyAct>, readonly (readonly [Gesture, Unit])[]>> = {
  greet: [['wave', 0.8]],
  farewell: [['wave', 1]],
  'welcome-thanks': [['nod', 0.6]],
  'share-joy': [['clap', 0.6]],
  comfort: [['hand-to-heart', 0.8], ['lean-in', 0.5]],
  calm: [['nod', 0.7], ['open-palms', 0.5]],
  reassure: [['hand-to-heart', 0.7], ['nod', 0.6]],
  celebrate: [['clap', 0.9]],
  encourage: [['lean-in', 0.6]],
  'explain-self': [['open-palms', 0.8]],
  'take-word': [['nod', 0.6]],
  'offer-help': [['lean-in', 0.6]],
  chat: [['tilt', 0.5]],
  'ask-more': [['tilt', 0.7]],
  'check-in': [['tilt', 0.6]],
  'say-again': [['nod', 0.6]],
  'ask-again': [['tilt', 0.7]],
  'say-unheard': [['shrug', 0.7]],
  reflect: NOD,
  answer: [['tilt', 0.4]],
  suggest: [['open-palms', 0.5]],
  'name-both': [['tilt', 0.5], ['lean-in', 0.4]],
  'give-space': NOD,
  'keep-company': NOD,
  'note-ease': NOD,
};

/** The gestures to an act. One that was done in the last two turns already is only nodded to: nobody lays the hand on the heart at every sentence. */
export function bodyOf(act: DialogueAct, course: Course): readonly AgentIntent[] {
  const moves = isSafetyAct(act) || lately(course, 2, (move) => move.act === act) ? NOD : BODY_OF_ACT[act];
  return moves.map(([gesture, strength]) => ({ kind: 'gesture', gesture, strength }));
}
