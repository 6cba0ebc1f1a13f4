import type { Unit } from '../../core/index.ts';
import type { Exercise, Lesson, SkillParameters } from './lesson.ts';

/**
 * What the tutor believes that somebody knows: Bayesian knowledge tracing (Corbett & Anderson 1995), individually (Yudelson et al. 2013). Learners are of
 * nine kinds, slower or faster and more or less careful than the lesson's parameters; how likely each kind is follows from the answers, over all skills.
 */
export interface Tracing {
  /** How likely each kind of learner is; sums to 1. */
  readonly kinds: readonly Unit[];
  /** The chance that each skill is known, for each kind. */
  readonly known: Readonly<Record<string, readonly Unit[]>>;
}

/** How surely a skill is known: the chance, and a range that holds 80% of the kinds of learners. */
export interface Known {
  readonly mean: Unit;
  readonly low: Unit;
  readonly high: Unit;
}

/** What an answer came with, beside being right. */
export interface Circumstances {
  /** Hints that were given before it. */
  readonly hints: number;
  /** How likely it was given without care, from boredom or anger; 0 where feelings are not used. */
  readonly careless: Unit;
}

/** Odds of learning, and of guesses and slips, against the lesson's. The middle kind is twice as likely as the others are. */
const SPEEDS = [0.35, 1, 2.5];
const CARES = [0.6, 1, 2.5];
const KINDS = SPEEDS.flatMap((speed) => CARES.map((care) => ({ speed, care, weight: (speed === 1 ? 2 : 1) * (care === 1 ? 2 : 1) })));
/** Small steps are more easily guessed and slip less, by odds. */
const GUESS_AT = { 1: 2.5, 2: 1, 3: 0.4 };
const SLIP_AT = { 1: 0.4, 2: 1, 3: 2.5 };
/** A hint gives so much of what is missing. */
const HINT_GIVES = 0.35;
/** Without care nearly everybody answers as if by half a guess. */
const CARELESS = { guess: 0.3, slip: 0.45 };

/** Before the first answer. */
export function beginTracing({ skills }: Lesson): Tracing {
  const total = KINDS.reduce((sum, { weight }) => sum + weight, 0);
  return { kinds: KINDS.map(({ weight }) => weight / total), known: Object.fromEntries(skills.map(({ id, parameters }) => [id, KINDS.map(() => parameters.prior)])) };
}

/** The chance of a right answer. */
export function predictRight({ kinds, known }: Tracing, parameters: SkillParameters, exercise: Pick<Exercise, 'skill' | 'level' | 'answer'>, circumstances: Circumstances = { hints: 0, careless: 0 }): Unit {
  return kinds.reduce((sum, weight, kind) => sum + weight * rightWhere(known[exercise.skill]![kind]!, noiseOf(parameters, kind, exercise, circumstances)), 0);
}

/** The chance of a right answer of this learner, as a share of what it were if the skill was surely known: that a careless learner slips is no sign of a hard exercise. */
export function shareOfKnown(tracing: Tracing, parameters: SkillParameters, exercise: Pick<Exercise, 'skill' | 'level' | 'answer'>, circumstances: Circumstances): Unit {
  const known = { ...tracing, known: { [exercise.skill]: tracing.kinds.map(() => 1) } };
  return predictRight(tracing, parameters, exercise, circumstances) / predictRight(known, parameters, { ...exercise, level: 1 }, circumstances);
}

/** Takes in the first answer to an exercise. */
export function traceAnswer({ kinds, known }: Tracing, parameters: SkillParameters, exercise: Pick<Exercise, 'skill' | 'level' | 'answer'>, right: boolean, circumstances: Circumstances): Tracing {
  const before = known[exercise.skill]!;
  const noises = kinds.map((_, kind) => noiseOf(parameters, kind, exercise, circumstances));
  const likelihoods = noises.map((noise, kind) => (right ? rightWhere(before[kind]!, noise) : 1 - rightWhere(before[kind]!, noise)));
  const total = kinds.reduce((sum, weight, kind) => sum + weight * likelihoods[kind]!, 0);
  const after = before.map((chance, kind) => {
    const { slip } = noises[kind]!;
    const posterior = chance * (right ? 1 - slip : slip) / likelihoods[kind]!;
    return posterior + (1 - posterior) * byOdds(parameters.learn, KINDS[kind]!.speed);
  });
  return { kinds: kinds.map((weight, kind) => weight * likelihoods[kind]! / total), known: { ...known, [exercise.skill]: after } };
}

/** How surely a skill is known. */
export function knownOf({ kinds, known }: Tracing, skill: string): Known {
  const each = known[skill]!.map((chance, kind) => [chance, kinds[kind]!] as const).toSorted(([one], [other]) => one - other);
  const at = (share: number): Unit => {
    let sum = 0;
    return each.find(([, weight]) => (sum += weight) >= share - 1e-9)?.[0] ?? each.at(-1)![0];
  };
  return { mean: each.reduce((sum, [chance, weight]) => sum + chance * weight, 0), low: at(0.1), high: at(0.9) };
}

function noiseOf({ guess, slip }: SkillParameters, kind: number, { level, answer }: Pick<Exercise, 'level' | 'answer'>, { hints, careless }: Circumstances): { readonly guess: Unit; readonly slip: Unit } {
  const { care } = KINDS[kind]!;
  const blind = answer.kind === 'choice' ? 1 / answer.options.length : 0;
  const helped = 1 - (1 - Math.max(blind, byOdds(guess, care * GUESS_AT[level]))) * (1 - HINT_GIVES) ** hints;
  const slipped = byOdds(slip, care * SLIP_AT[level]);
  return { guess: Math.min(0.9, helped + careless * Math.max(0, CARELESS.guess - helped)), slip: Math.min(0.5, slipped + careless * Math.max(0, CARELESS.slip - slipped)) };
}

function rightWhere(chance: Unit, { guess, slip }: { readonly guess: Unit; readonly slip: Unit }): Unit {
  return chance * (1 - slip) + (1 - chance) * guess;
}

function byOdds(chance: Unit, factor: number): Unit {
  const odds = factor * chance / (1 - chance);
  return odds / (1 + odds);
}
