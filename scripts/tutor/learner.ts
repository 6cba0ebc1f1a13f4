import type { Exercise, Lesson, Looks, Mood } from '../../src/scenario/index.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';

/** Kinds of simulated learners. */
export const LEARNER_KINDS = ['slow', 'fast', 'easily frustrated', 'guessing'] as const;
export type LearnerKind = (typeof LEARNER_KINDS)[number];

/** What of an exercise helps or hurts the learner. */
export interface Help {
  /** Hints before the first answer, and after a wrong one. */
  readonly before: number;
  readonly after: number;
  /** The worked example was shown again, the solution was. */
  readonly example: boolean;
  readonly solution: boolean;
  /** Something kind was said, or a smaller step was taken. */
  readonly kind: boolean;
}

/** What the tutor may see of one answer. */
export interface Answered {
  readonly right: boolean;
  readonly seconds: number;
  readonly looks: Looks | null;
  readonly mood: Mood;
  /** How likely right was. For those who judge. */
  readonly chance: number;
}

/**
 * A made-up learner. It is nothing like what the tutor assumes: a skill is a strength without end, not known or unknown; exercises differ in difficulty
 * as in item response theory; learning is fastest where about two in three answers are right; frustration slows it, boredom makes careless, and both come of how it goes.
 */
export interface SimulatedLearner {
  /** Whether every skill is strong enough. For those who judge. */
  hasLearnt(): boolean;
  wantsHint(exercise: Exercise): boolean;
  answer(exercise: Exercise, hints: number): Answered;
  /** The exercise is over. */
  learn(exercise: Exercise, firstRight: boolean, help: Help): void;
  rest(): void;
  readonly feelings: { readonly frustration: number; readonly boredom: number };
}

const KINDS: Readonly<Record<LearnerKind, { readonly rate: number; readonly touchy: number; readonly boredSoon: number; readonly guesses: number; readonly strength: number }>> = {
  slow: { rate: 0.38, touchy: 1, boredSoon: 0.8, guesses: 0.04, strength: -0.9 },
  fast: { rate: 0.6, touchy: 0.8, boredSoon: 1.8, guesses: 0.03, strength: -0.3 },
  'easily frustrated': { rate: 0.45, touchy: 1.8, boredSoon: 1, guesses: 0.04, strength: -0.6 },
  guessing: { rate: 0.42, touchy: 1, boredSoon: 1.2, guesses: 0.3, strength: -0.7 },
};
const DIFFICULTY = { 1: -0.9, 2: 0.1, 3: 1.1 };
/** How strongly right answers follow strength. */
const DISCRIMINATION = 1.4;
/** Learnt is what is answered rightly in four of five middling exercises, with a clear head. */
const LEARNT = 0.1 + Math.log(4) / DISCRIMINATION;
const SEEN = 0.7;

export function createLearner(kind: LearnerKind, lesson: Lesson, seed: number): SimulatedLearner {
  const dice = createRandom(seed);
  const { rate, touchy, boredSoon, guesses, strength } = KINDS[kind];
  const speed = rate * Math.exp(0.25 * dice.normal());
  const strengths = new Map(lesson.skills.map(({ id }, at) => [id, strength - 0.15 * at + 0.7 * dice.normal()]));
  // Difficulty that no writer of a lesson foresees.
  const hardness = new Map(lesson.exercises.map(({ id, level }) => [id, DIFFICULTY[level] + 0.3 * dice.normal()]));
  const times = new Map<string, number>();
  let [frustration, boredom] = [0.1, 0.1];

  /** What is built on weak ground is weak. */
  const strengthOf = (skill: string): number => {
    const { needs } = lesson.skills.find(({ id }) => id === skill)!;
    return strengths.get(skill)! - 0.3 * needs.reduce((sum, need) => sum + Math.max(0, LEARNT - strengths.get(need)!), 0);
  };
  const clearly = (exercise: Exercise, help = 0): number => 1 / (1 + Math.exp(-DISCRIMINATION * (strengthOf(exercise.skill) + help - hardness.get(exercise.id)!)));

  return {
    hasLearnt: () => lesson.skills.every(({ id }) => strengthOf(id) >= LEARNT),
    wantsHint: (exercise) => clearly(exercise) < 0.4 && dice.uniform() < 0.15,
    answer(exercise, hints) {
      const thought = clearly(exercise, 0.6 * hints);
      const chance = exercise.answer.kind === 'choice' ? 1 / exercise.answer.options.length : 0.05;
      const carelessness = Math.min(0.9, guesses + 0.4 * boredom + 0.25 * frustration);
      const careless = dice.uniform() < carelessness;
      const [hasty, careful] = [chance + 0.25 * thought, chance + (0.96 - chance - 0.12 * boredom) * thought];
      const right = dice.uniform() < (careless ? hasty : careful);
      const seconds = 20 * Math.exp(0.4 * dice.normal()) * (careless ? 0.35 : thought < 0.4 ? 1.8 : 1);
      return { right, seconds, chance: carelessness * hasty + (1 - carelessness) * careful, ...looks(dice, frustration, boredom) };
    },
    learn(exercise, firstRight, { before, after, example, solution, kind: said }) {
      const ability = clearly(exercise);
      const again = times.get(exercise.id) ?? 0;
      times.set(exercise.id, again + 1);
      // Fastest where it is neither hopeless nor plain; a hint takes away some of one's own doing, help after a mistake and solutions give some.
      const zone = 0.3 + 1.2 * Math.exp(-(((ability - 0.65) / 0.25) ** 2));
      const helped = (firstRight ? 0 : 0.25 * Math.min(2, after) + (example ? 0.3 : 0) + (solution ? 0.15 : 0)) + (before > 0 && ability < 0.5 ? 0.2 : 0);
      const gain = speed * (zone * (before > 0 ? 0.75 : 1) + helped) * Math.max(0.5, 0.85 ** again) * (1 - 0.75 * frustration) * (1 - 0.55 * boredom);
      strengths.set(exercise.skill, strengths.get(exercise.skill)! + gain * Math.max(0.1, 1 - Math.max(0, strengths.get(exercise.skill)!) / 3));
      // What is not practised fades a little.
      for (const { id } of lesson.skills) if (id !== exercise.skill) strengths.set(id, strengths.get(id)! - 0.004);
      const eased = said && frustration > 0.3 ? 0.06 : 0;
      frustration = between(frustration * 0.93 - eased + (firstRight ? -0.1 : 0.11 * touchy * (after > 0 || example ? 0.7 : 1)));
      const dull = (ability > 0.85 ? 0.09 * boredSoon : ability > 0.4 ? -0.06 : 0) + 0.03 * Math.min(2, again) + (before > 0 && ability > 0.7 ? 0.04 : 0) + (frustration > 0.75 ? 0.05 : 0);
      boredom = between(boredom * 0.93 + dull);
    },
    rest() {
      frustration *= 0.5;
      boredom *= 0.5;
    },
    get feelings() {
      return { frustration, boredom };
    },
  };
}

const between = (value: number): number => Math.min(1, Math.max(0, value));

/** What shows of it: noisily, and often nothing. */
function looks(dice: Random, frustration: number, boredom: number): Pick<Answered, 'looks' | 'mood'> {
  if (dice.uniform() > SEEN) return { looks: null, mood: 'unknown' };
  const valence = Math.max(-1, Math.min(1, 0.25 - 0.75 * frustration - 0.4 * boredom + 0.25 * dice.normal()));
  const arousal = Math.max(-1, Math.min(1, 0.05 + 0.45 * frustration - 0.5 * boredom + 0.25 * dice.normal()));
  return { looks: { valence, arousal, deviation: 0.3 }, mood: valence < -0.5 && arousal > 0.2 ? 'upset' : valence > 0.45 ? 'glad' : 'calm' };
}
