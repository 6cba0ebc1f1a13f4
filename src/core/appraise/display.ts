import { type SignedUnit, signedUnit, type Unit } from '../units.ts';
import type { Character, DisplayRule } from './character.ts';
import { FEELINGS, type Feeling, PAD_OF, type Pad } from './feelings.ts';

/** What a character's face may show of its own feelings. Anger, contempt, disgust and fear are not among them. */
export type Shown = 'happiness' | 'sadness';

/** Which expression a feeling has, and how much of it at full strength. Concern looks like a little sadness. */
const FACE_OF: Readonly<Record<Feeling, readonly [Shown, Unit]>> = {
  'happy-for': ['happiness', 1], 'sorry-for': ['sadness', 1], hope: ['happiness', 0.3], 'fear-for': ['sadness', 0.6], relief: ['happiness', 0.5],
  pride: ['happiness', 0.8], gratitude: ['happiness', 0.7], regret: ['sadness', 0.6], interest: ['happiness', 0.2],
};

/** The quiet, kind face that covers a heavy feeling: a smile this strong at most. */
const COVER = 0.4;

/** How much of the mood is heard when nothing is felt, and how much of what is shown. */
const MOOD_HEARD = 0.3;
const FEELING_HEARD = 1.5;

/** How much of a feeling gets through. */
function shown({ rule, amount }: DisplayRule): Unit {
  return rule === 'share' ? amount : 1 - amount;
}

/** The strongest expression that the display rules leave of all that is felt; at least the faint smile of listening. */
export function faceOf(felt: Readonly<Record<Feeling, Unit>>, display: Character['display'], listening: Unit): { readonly emotion: Shown; readonly weight: Unit } {
  let strongest: { emotion: Shown; weight: Unit } = { emotion: 'happiness', weight: listening };
  const offer = (emotion: Shown, weight: Unit): void => {
    if (weight > strongest.weight) strongest = { emotion, weight };
  };
  for (const feeling of FEELINGS) {
    const [emotion, share] = FACE_OF[feeling];
    offer(emotion, felt[feeling] * share * shown(display[feeling]));
    if (display[feeling].rule === 'mask' && emotion === 'sadness') offer('happiness', felt[feeling] * COVER * display[feeling].amount);
  }
  return strongest;
}

/** How the agent sounds and carries itself: the mood it is in, and what it shows of what it feels. */
export function toneOf(felt: Readonly<Record<Feeling, Unit>>, display: Character['display'], mood: Pad): { readonly valence: SignedUnit; readonly arousal: SignedUnit } {
  let [valence, arousal] = [MOOD_HEARD * mood.pleasure, MOOD_HEARD * mood.arousal];
  for (const feeling of FEELINGS) {
    const heard = FEELING_HEARD * felt[feeling] * shown(display[feeling]);
    valence += heard * PAD_OF[feeling].pleasure;
    arousal += heard * PAD_OF[feeling].arousal;
  }
  return { valence: signedUnit(valence), arousal: signedUnit(arousal) };
}
