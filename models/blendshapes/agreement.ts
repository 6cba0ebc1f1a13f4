import { BLENDSHAPES } from '../../src/index.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import { agreementOf } from '../../src/learn/metrics/dimensions.ts';

/** How one shape's scores agree with the teacher's. */
export type ShapeAgreement = {
  /** Standard deviation of the teacher's scores. */
  readonly spread: number;
  readonly mae: number;
  /** Left out for shapes that hardly vary. */
  readonly correlation?: number;
};

/** How a set of faces' scores agree with the teacher's. */
export interface Agreement {
  /** Mean over the shapes whose teacher's scores have a standard deviation above {@link VARYING}. */
  readonly correlation: number;
  /** Mean absolute error over all 52 shapes. */
  readonly mae: number;
  /** The same over the varying shapes alone, which is larger. */
  readonly maeVarying: number;
  /** How many shapes vary. */
  readonly varying: number;
  /** A row for each of 52. */
  readonly perShape: Readonly<Record<string, ShapeAgreement>>;
}

export const VARYING = 0.03;
const SHAPES = BLENDSHAPES.length;
const ROUNDS = 300;

/** Compares scores of faces, 52 for each, one face after the other. */
export function agreementWith(teacher: Float32Array, scores: Float32Array): Agreement {
  const columns = columnsOf(teacher, scores);
  const perShape = columns.map(({ truth, own, spread }): ShapeAgreement => {
    const { mae, pearson } = agreementOf(truth, own);
    // Constant answers go with nothing, so they count as uncorrelated.
    return spread > VARYING ? { spread, mae, correlation: Number.isNaN(pearson) ? 0 : pearson } : { spread, mae };
  });
  const varying = perShape.filter(({ correlation }) => correlation !== undefined);
  return {
    correlation: mean(varying.map(({ correlation }) => correlation ?? 0)),
    mae: mean(perShape.map(({ mae }) => mae)),
    maeVarying: mean(varying.map(({ mae }) => mae)),
    varying: varying.length,
    perShape: Object.fromEntries(perShape.map((shape, index) => [BLENDSHAPES[index] ?? '', shape])),
  };
}

/** 95% intervals of the means, by drawing faces; the shapes that vary are those of all faces together. */
export function agreementIntervals(teacher: Float32Array, scores: Float32Array, seed: number): { correlation: Interval; mae: Interval } {
  const columns = columnsOf(teacher, scores);
  return bootstrapIntervals(teacher.length / SHAPES, (items) => {
    const each = columns.map(({ truth, own }) => agreementOf(truth, own, items));
    return { correlation: mean(each.filter((_, shape) => columns[shape]!.spread > VARYING).map(({ pearson }) => pearson)), mae: mean(each.map(({ mae }) => mae)) };
  }, { seed, rounds: ROUNDS });
}

interface Column {
  readonly truth: Float32Array;
  readonly own: Float32Array;
  readonly spread: number;
}

function columnsOf(teacher: Float32Array, scores: Float32Array): Column[] {
  if (teacher.length !== scores.length) throw new Error(`Expected as many scores as the teacher's ${teacher.length}, but got ${scores.length}.`);
  const column = (all: Float32Array, shape: number): Float32Array => Float32Array.from({ length: all.length / SHAPES }, (_, face) => all[face * SHAPES + shape] ?? 0);
  return BLENDSHAPES.map((_, shape) => {
    const truth = column(teacher, shape);
    const middle = mean(truth);
    return { truth, own: column(scores, shape), spread: Math.sqrt(mean(truth.map((value) => (value - middle) ** 2))) };
  });
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
  return sum / values.length;
}
