import { type Emotion, random, type Seed } from '../../core/index.ts';
import type { AdaptedSense } from './aspects.ts';
import type { HeadCorrection } from './correction.ts';
import { chancesAt, emotionsOf, fitWeights, type Freedom, type HeadLesson, type LessonTable, spreadWeights, tableOf, usedOf, worths } from './fit-correction.ts';

/** What came of trying to adapt a head, in the order in which it is found out: too few labels, no fewer errors on labels that were held out, or no more gained than chance may make. */
export const VERDICTS = ['too-few', 'no-better', 'chance', 'accepted'] as const;
/** What came of trying to adapt a head, as one of {@link VERDICTS}. */
export type HeadVerdictReason = (typeof VERDICTS)[number];

/** Whether a head is adapted, and by what that was decided. */
export interface HeadVerdict {
  readonly reason: HeadVerdictReason;
  /** Null unless it was accepted. */
  readonly correction: HeadCorrection | null;
  /** How many labels were used, and of which emotions. */
  readonly labels: number;
  readonly emotions: readonly Emotion[];
  /** The mean share of wrong answers over these emotions, on labels that were held out; null where there were too few labels. */
  readonly error: { readonly before: number; readonly after: number } | null;
  /** How likely so much is gained by chance alone, in [0, 1]; 1 where there were too few labels. */
  readonly chance: number;
}

/** How a correction is judged; everything may be left out. */
export interface JudgeOptions {
  /** Any integer; the same seed and lessons give the same verdict. Default 1. */
  readonly seed?: Seed;
  /** For each lesson what must not be torn apart from others of the same name, such as the person; by default each stands for itself. */
  readonly groups?: readonly string[];
}

/** With fewer labels nothing can be told from chance. */
export const LEAST_LABELS = 20;

/** What is gained must be less likely by chance than this: less than the 5% of random labels that may be accepted, as folds share their lessons. */
const LEVEL = 0.03;
const [FOLDS, ROUNDS, INNER] = [5, 3, 4];
const FLIPS = 1000;

/** From hardly bound to hardly free. */
const FREEDOMS: readonly Freedom[] = [false, true].flatMap((byAspects) => [0.25, 1, 4, 16].map((penalty) => ({ penalty, byAspects })));

/**
 * Fits a correction of one head to some labels, and decides whether to use it.
 *
 * Held-out lessons decide, in folds that are dealt three times; how free the correction is, is chosen anew inside of each. What counts is how often the
 * likeliest of the labelled emotions is the label, and the chance that the label is given among them, every emotion counting the same: labels that have nothing to do
 * with what was observed come to 1 / (number of emotions) in both, whatever answers, so that neither guessing the commonest nor doubting everything gains. The
 * gains' signs are flipped at random to tell how likely so much is by chance.
 */
export function judgeCorrection(sense: AdaptedSense, given: readonly HeadLesson[], { seed = 1, groups }: JudgeOptions = {}): HeadVerdict {
  const emotions = emotionsOf(given);
  const kept = given.flatMap(({ label }, at) => (emotions.includes(label) ? [at] : []));
  const apart = kept.map((at) => groups?.[at] ?? String(at));
  if (emotions.length < 2 || kept.length < LEAST_LABELS || new Set(apart).size < FOLDS) return { reason: 'too-few', correction: null, labels: kept.length, emotions, error: null, chance: 1 };
  const table = tableOf(kept.map((at) => given[at]!), emotions);
  const items = kept.map((_, at) => at);
  const worth = worths(table, items);
  const before = items.map((item) => answerOf(table, item, null));
  const after = items.map(() => ({ chance: 0, wrong: 0 }));
  let dice = seed >>> 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [fold, next] = dealFolds(table, items, apart, FOLDS, dice);
    dice = next;
    for (let out = 0; out < FOLDS; out += 1) {
      const fitted = fitFreely(table, items.filter((item) => fold.get(apart[item]!) !== out), apart, dice);
      for (const item of items) {
        if (fold.get(apart[item]!) !== out) continue;
        const { chance, wrong } = answerOf(table, item, fitted);
        after[item] = { chance: after[item]!.chance + chance / ROUNDS, wrong: after[item]!.wrong + wrong / ROUNDS };
      }
    }
  }
  const weighed = (values: readonly { readonly wrong: number }[]): number => values.reduce((sum, { wrong }, item) => sum + worth[item]! * wrong, 0) / items.length;
  const error = { before: weighed(before), after: weighed(after) };
  const chance = chanceOf(gainsByGroup(items.map((item) => worth[item]! * (after[item]!.chance - before[item]!.chance + before[item]!.wrong - after[item]!.wrong)), apart), dice);
  const reason: HeadVerdictReason = !(error.after < error.before) ? 'no-better' : chance >= LEVEL ? 'chance' : 'accepted';
  const verdict = { reason, labels: items.length, emotions, error, chance };
  if (reason !== 'accepted') return { ...verdict, correction: null };
  const { weights, freedom } = fitFreely(table, items, apart, dice);
  return { ...verdict, correction: { sense, emotions, byAspects: freedom.byAspects, centre: table.centre, weights: spreadWeights(table, weights, freedom.byAspects) } };
}

/** Weights, and how freely they were fitted. */
interface Fitted {
  readonly weights: Float64Array;
  readonly freedom: Freedom;
}

const AS_IT_IS: Freedom = { penalty: 1, byAspects: false };

/** The chance that is given to a lesson's label among the labelled emotions, and whether another one is likelier. */
function answerOf(table: LessonTable, item: number, fitted: Fitted | null): { readonly chance: number; readonly wrong: number } {
  const { emotions, labels } = table;
  const freedom = fitted?.freedom ?? AS_IT_IS;
  const used = usedOf(table, freedom);
  const chances = new Float64Array(emotions.length);
  chancesAt(table, item, fitted?.weights ?? new Float64Array(emotions.length * used), used, chances);
  return { chance: chances[labels[item]!]!, wrong: chances.indexOf(Math.max(...chances)) === labels[item] ? 0 : 1 };
}

/** Fits with that freedom by which lessons that were held out are likeliest. */
function fitFreely(table: LessonTable, items: readonly number[], groups: readonly string[], dice: Seed): Fitted {
  const [fold] = dealFolds(table, items, groups, INNER, dice);
  const worth = worths(table, items);
  const chances = new Float64Array(table.emotions.length);
  let best = { freedom: FREEDOMS[0]!, loss: Infinity };
  for (const freedom of FREEDOMS) {
    const used = usedOf(table, freedom);
    let loss = 0;
    for (let out = 0; out < INNER; out += 1) {
      const weights = fitWeights(table, items.filter((item) => fold.get(groups[item]!) !== out), freedom);
      items.forEach((item, k) => {
        if (fold.get(groups[item]!) !== out) return;
        chancesAt(table, item, weights, used, chances);
        loss -= worth[k]! * Math.log(Math.max(1e-9, chances[table.labels[item]!]!));
      });
    }
    if (loss < best.loss) best = { freedom, loss };
  }
  return { freedom: best.freedom, weights: fitWeights(table, items, best.freedom) };
}

/** Deals groups into folds at random, so that each fold has about as many of every emotion. */
function dealFolds({ labels }: LessonTable, items: readonly number[], groups: readonly string[], folds: number, dice: Seed): readonly [ReadonlyMap<string, number>, Seed] {
  let seed = dice;
  const lots = new Map<string, { readonly emotion: number; readonly lot: number }>();
  for (const item of items) {
    if (lots.has(groups[item]!)) continue;
    const [lot, next] = random(seed);
    seed = next;
    lots.set(groups[item]!, { emotion: labels[item]!, lot });
  }
  const order = [...lots].toSorted(([, one], [, other]) => one.emotion - other.emotion || one.lot - other.lot);
  return [new Map(order.map(([name], at) => [name, at % folds])), seed];
}

function gainsByGroup(gains: readonly number[], groups: readonly string[]): readonly number[] {
  const sums = new Map<string, number>();
  gains.forEach((gain, at) => sums.set(groups[at]!, (sums.get(groups[at]!) ?? 0) + gain));
  return [...sums.values()];
}

/** How often gains sum up to as much when each has a random sign. */
function chanceOf(gains: readonly number[], dice: Seed): number {
  const sum = gains.reduce((total, each) => total + each, 0);
  let seed = dice;
  let as = 1;
  for (let flip = 0; flip < FLIPS; flip += 1) {
    let flipped = 0;
    for (const gain of gains) {
      const [lot, next] = random(seed);
      seed = next;
      flipped += lot < 0.5 ? gain : -gain;
    }
    if (flipped >= sum) as += 1;
  }
  return as / (FLIPS + 1);
}
