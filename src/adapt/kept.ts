import { admit, byRespect } from '../core/index.ts';
import * as v from 'valibot';
import { byOutcome, type Knowledge, LOGGED } from './knowledge.ts';
import { FEATURES, LEVELS, OCCASION_TRAITS } from './occasion.ts';
import { SIGNS_PRIOR } from './outcomes.ts';
import type { Regression } from './regression.ts';

/** The version of what is kept. What a later one wrote is refused, not guessed at. */
const VERSION = 2;

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const signed = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const level = v.picklist(LEVELS);

/** The triangle that a symmetric matrix is kept as must be one of evidence: no variance below nothing. */
const regression = (size: number) => v.object({
  precision: v.pipe(v.array(finite), v.length((size * (size + 1)) / 2), v.check((each) => isDiagonalPositive(each, size), 'a matrix with a positive diagonal')),
  moment: v.pipe(v.array(finite), v.length(size)), count, error: count,
});

const calibration = v.object({ count: whole(1e9), within: v.tuple([count, count, count]), squared: count, squaredOfMean: count, sum: count });

const turn = v.object({
  occasion: v.object(v.entriesFromList(OCCASION_TRAITS, signed)),
  allowed: v.object(byRespect(() => v.pipe(v.array(level), v.minLength(1), v.maxLength(3)))),
  style: v.object(byRespect(() => level)), propensity: v.object(byRespect(() => v.pipe(v.number(), v.gtValue(0), v.maxValue(1 + 1e-9)))), rating: unit,
});

const KEPT = v.object({
  attune: v.literal('adaptation'), version: v.literal(VERSION),
  seed: whole(0xffffffff), turns: whole(1e9),
  outcomes: v.object(byOutcome(() => v.object({ whole: regression(FEATURES), lately: regression(FEATURES) }))),
  reading: regression(SIGNS_PRIOR.mean.length), drift: count, changes: v.array(whole(1e9)), calibration: v.object(byOutcome(() => calibration)),
  tried: v.object(byRespect(() => v.tuple([count, count, count]))), usualLength: v.object({ mean: finite, count }), log: v.pipe(v.array(turn), v.maxLength(LOGGED)),
});

/** Knowledge as plain data that JSON can hold, with its version. */
export function keepKnowledge(knowledge: Knowledge): object {
  const { outcomes, reading } = knowledge;
  return { attune: 'adaptation', version: VERSION, ...knowledge, outcomes: byOutcome((outcome) => ({ whole: triangle(outcomes[outcome].whole), lately: triangle(outcomes[outcome].lately) })), reading: triangle(reading) };
}

/**
 * Reads what was kept.
 *
 * @throws {AttuneError} `bad-input`, naming the field, what was expected and what came
 */
export function readKnowledge(kept: unknown): Knowledge {
  const { attune: _attune, version: _version, ...data } = admit(KEPT, kept, 'what an adaptation has kept');
  return { ...data, outcomes: byOutcome((outcome) => ({ whole: square(data.outcomes[outcome].whole), lately: square(data.outcomes[outcome].lately) })), reading: square(data.reading) } as Knowledge;
}

function triangle({ precision, moment, count: observations, error }: Regression): object {
  const size = moment.length;
  const rows: number[] = [];
  for (let row = 0; row < size; row += 1) for (let column = 0; column <= row; column += 1) rows.push(precision[row * size + column]!);
  return { precision: rows, moment: Array.from(moment), count: observations, error };
}

function square({ precision, moment, count: observations, error }: { readonly precision: readonly number[]; readonly moment: readonly number[]; readonly count: number; readonly error: number }): Regression {
  const size = moment.length;
  const matrix = new Float64Array(size * size);
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      matrix[row * size + column] = matrix[column * size + row] = precision[at]!;
      at += 1;
    }
  }
  return { precision: matrix, moment: Float64Array.from(moment), count: observations, error };
}

function isDiagonalPositive(rows: readonly number[], size: number): boolean {
  return Array.from({ length: size }, (_, row) => rows[(row * (row + 3)) / 2]!).every((each) => each > 0);
}
