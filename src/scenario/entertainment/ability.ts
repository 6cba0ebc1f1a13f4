import type { Unit } from '../../core/index.ts';
import type { Question } from './show.ts';

/** How likely it is that somebody's skill is each of fifteen steps from 0 to 7; sums to 1. The scale is that of levels: at its own level one is right in half of all answers. */
export type Ability = readonly Unit[];

const STEPS = Array.from({ length: 15 }, (_, step) => step / 2);
/** Before the first answer: about the middle of the levels, broadly. */
const MIDDLE = 3;
const SPREAD = 1.4;
/** How strongly right answers follow skill, how often one is right by luck, and wrong in spite of knowing. Chosen, not learnt. */
const STEEPNESS = 1.3;
const [LUCK, SLIP] = [0.03, 0.04];
/** A right answer that came quickly tells as much as one to a question of half a level more; a quick wrong one half as much, since it may be a guess. */
const QUICK = { harder: 0.5, worth: 0.5 };

/** Nothing is known of somebody's skill but what is usual. */
export const USUAL_ABILITY: Ability = normal(STEPS.map((step) => Math.exp(-(((step - MIDDLE) / SPREAD) ** 2) / 2)));

/** How likely a right answer is, by what is known of somebody's skill. */
export function expectRight(ability: Ability, level: Question['level']): Unit {
  return ability.reduce((sum, chance, at) => sum + chance * rightAt(STEPS[at]!, level), 0);
}

/** The likeliest skill, averaged, on the scale of levels. */
export function meanAbility(ability: Ability): number {
  return ability.reduce((sum, chance, at) => sum + chance * STEPS[at]!, 0);
}

/** What is known after a first answer. */
export function afterAnswer(ability: Ability, level: Question['level'], right: boolean, quick: boolean): Ability {
  return normal(ability.map((chance, at) => {
    if (right) return chance * rightAt(STEPS[at]!, level + (quick ? QUICK.harder : 0));
    return chance * (1 - rightAt(STEPS[at]!, level)) ** (quick ? QUICK.worth : 1);
  }));
}

/** As in item response theory, with luck and slips. */
function rightAt(skill: number, level: number): Unit {
  return LUCK + (1 - LUCK - SLIP) / (1 + Math.exp(-STEEPNESS * (skill - level)));
}

function normal(weights: readonly number[]): Ability {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
