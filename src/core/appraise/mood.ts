import type { Seconds, Unit } from '../units.ts';
import { signedUnit } from '../units.ts';
import type { Traits } from './character.ts';
import { FEELINGS, type Feeling, PAD_OF, type Pad } from './feelings.ts';

/** A feeling of full strength would bring the mood 63% of the way to where it lies in this time. */
const PULL: Seconds = 120;

/** A mood that nothing feeds has lost 63% of its way from the usual one in this time. */
const RETURN: Seconds = 600;

/**
 * The mood of a character when nothing happens, from the Big Five by the regressions of Mehrabian (1996, "Analysis of the
 * Big-five personality factors in terms of the PAD temperament model"), with traits in [-1, 1] as in ALMA.
 */
export function usualMood({ openness, conscientiousness, extraversion, agreeableness, stability }: Traits): Pad {
  return {
    pleasure: signedUnit(0.21 * extraversion + 0.59 * agreeableness + 0.19 * stability),
    arousal: signedUnit(0.15 * openness + 0.3 * agreeableness - 0.57 * stability),
    dominance: signedUnit(0.25 * openness + 0.17 * conscientiousness + 0.6 * extraversion - 0.32 * agreeableness),
  };
}

/**
 * Lets the mood change over `elapsed` seconds in which these feelings were there.
 *
 * After ALMA (Gebhard 2005): feelings together have a virtual centre, their average weighted by strength, to which the mood
 * is pulled by how strong they are on average; and it always goes back to the usual one. ALMA also pushes a mood that
 * is beyond the centre further out, which is left out here: no mood of this agent feeds itself.
 */
export function changeMood(mood: Pad, usual: Pad, feelings: Readonly<Record<Feeling, Unit>>, elapsed: Seconds): Pad {
  if (!(elapsed > 0)) return mood;
  const there = FEELINGS.filter((feeling) => feelings[feeling] > 0);
  const sum = there.reduce((total, feeling) => total + feelings[feeling], 0);
  const pull = sum / Math.max(1, there.length) / PULL;
  const rate = pull + 1 / RETURN;
  const gone = 1 - Math.exp(-rate * elapsed);
  const along = (axis: keyof Pad): number => {
    const centre = sum > 0 ? there.reduce((total, feeling) => total + feelings[feeling] * PAD_OF[feeling][axis], 0) / sum : 0;
    // Pull and return balance at this point, which lies between both.
    const balance = (pull * centre + usual[axis] / RETURN) / rate;
    return mood[axis] + (balance - mood[axis]) * gone;
  };
  return { pleasure: along('pleasure'), arousal: along('arousal'), dominance: along('dominance') };
}
