import * as v from 'valibot';
import { AttuneError } from './problem.ts';

/** A number in [low, high]. */
export const between = (low: number, high: number) => v.pipe(v.number(), v.minValue(low), v.maxValue(high));
export const unit = between(0, 1);
/** Seconds of a session or a length of time. Beyond 10 thousand million a clock has lost its way, and steps of a second are none any more. */
export const time = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e10));
export const signed = between(-1, 1);

/** Checks any outside value against a schema, in one sentence when it fails. */
export function admit<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  // What a pattern expects is told by its own message: nobody wants to read the pattern.
  const belongs = issue.type === 'regex' ? issue.message : (issue.expected ?? issue.message);
  const path = v.getDotPath(issue) ?? 'the value itself';
  throw new AttuneError('bad-input', `Expected ${what}, but at ${path} came ${issue.received} where ${belongs} belongs. Correct that field.`);
}
