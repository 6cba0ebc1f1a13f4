import { byRespect, OWN_STYLE, type Seed, type Style, STYLE_RESPECTS, type StyleRespect } from '../../core/index.ts';
import { type Knowledge, learnTurn, newKnowledge, type SiteKnowledge } from '../knowledge.ts';
import { allowedLevels, type Occasion } from '../occasion.ts';
import { learnReading, type Outcome, OUTCOMES, outcomesOf } from '../outcomes.ts';
import { type Allowed, chancesOf, drawStyle, type Policy } from '../policy.ts';
import type { SimulatedPerson } from './simulated-person.ts';

/** A turn with a simulated person, and what is known of it that no learner could know. */
export interface LivedTurn {
  readonly occasion: Occasion;
  readonly allowed: Allowed;
  readonly style: Style;
  /** Judges the turn by all that the policy cares for, or by one outcome alone; that takes longer than to live it. */
  judge(by?: Outcome): Judged;
}

/** What styles would be worth on average, on one occasion. */
export interface Judged {
  readonly chosen: number;
  /** The character's own. */
  readonly own: number;
  /** The best that was allowed, and the same with each respect tried at random as often as the policy's floor has it. */
  readonly best: number;
  readonly bestWithFloor: number;
}

/** Somebody who learns about one simulated person, a turn at a time. */
export interface Life {
  readonly knowledge: Knowledge;
  turn(): LivedTurn;
}

/**
 * Lets a learner live with a simulated person, to see how fast it learns before anybody real meets it.
 *
 * @param seed from which the choices are drawn, any integer
 * @param site what other people of the site have taught; null for nothing
 * @example
 * import { createLife, createSimulatedPerson, USUAL_POLICY } from 'attune/adapt';
 *
 * const life = createLife(createSimulatedPerson('curved', 7), USUAL_POLICY, 7);
 * for (let turn = 0; turn < 100; turn += 1) life.turn();
 * console.log(life.knowledge.turns); // 100
 */
export function createLife(person: SimulatedPerson, policy: Policy, seed: Seed, site: SiteKnowledge | null = null): Life {
  let knowledge = newKnowledge(seed, site);
  const worthOf = (occasion: Occasion, style: Style): number => {
    const expected = person.expected(occasion, style);
    return OUTCOMES.reduce((sum, outcome) => sum + policy.cares[outcome] * expected[outcome], 0);
  };
  return {
    get knowledge() {
      return knowledge;
    },
    turn() {
      const { occasion, range } = person.next();
      const allowed = allowedLevels(range);
      const [chances, after] = chancesOf(policy, knowledge, site, occasion, allowed, knowledge.seed);
      const { style, propensity, seed: next } = drawStyle(chances, allowed, after);
      const met = person.meet(occasion, style);
      const turn = { occasion, allowed, style, propensity, rating: met.rating };
      const observed = outcomesOf(knowledge.reading, met.signs, met.rating, met.success);
      const reading = met.rating === null ? knowledge.reading : learnReading(knowledge.reading, met.signs, met.rating);
      knowledge = learnTurn({ ...knowledge, seed: next, reading }, site, turn, observed);
      return {
        occasion, allowed, style,
        judge(by) {
          const worth = (each: Style): number => (by ? person.expected(occasion, each)[by] : worthOf(occasion, each));
          const best = bestStyle(worth, allowed);
          return { chosen: worth(style), own: worth(OWN_STYLE), best: worth(best), bestWithFloor: withFloor(worth, best, allowed, policy.floor) };
        },
      };
    },
  };
}

/** The best style that is allowed, by going through all of them. */
function bestStyle(worth: (style: Style) => number, allowed: Allowed): Style {
  let [best, most] = [OWN_STYLE, worth(OWN_STYLE)];
  const go = (index: number, style: Style): void => {
    const respect = STYLE_RESPECTS[index];
    if (respect === undefined) {
      const value = worth(style);
      if (value > most) [best, most] = [style, value];
      return;
    }
    for (const level of allowed[respect]) go(index + 1, { ...style, [respect]: level });
  };
  go(0, OWN_STYLE);
  return best;
}

/** What the best style is worth where each respect is tried at random now and then: up to two at once, beyond which it hardly happens. */
function withFloor(worth: (style: Style) => number, best: Style, allowed: Allowed, floor: number): number {
  const base = worth(best);
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
  const tried = (style: Style, respect: StyleRespect, then: (style: Style) => number): number => mean(allowed[respect].map((level) => then({ ...style, [respect]: level })));
  const alone = byRespect((respect) => tried(best, respect, worth) - base);
  let value = base;
  STYLE_RESPECTS.forEach((one, index) => {
    value += floor * alone[one];
    for (const other of STYLE_RESPECTS.slice(index + 1)) {
      const both = tried(best, one, (style) => tried(style, other, worth)) - base;
      value += floor ** 2 * (both - alone[one] - alone[other]);
    }
  });
  return value;
}
