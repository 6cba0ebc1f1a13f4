import type fc from 'fast-check';
import { AttuneError, PROBLEM_CODES } from '../../src/core/index.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

/** Something that reads what strangers may have written, and how it is tried. What goes in is plain JSON, so that it can be kept. */
export interface Target<Input = unknown> {
  readonly name: string;
  /** How many are made in the unit tests; what is slow is tried less often there. */
  readonly brief: number;
  /** Mostly valid things with something changed, by their own structure. */
  readonly inputs: fc.Arbitrary<Input>;
  /** Throws what the target itself throws, and an error of its own where an answer is not what was promised. */
  try(input: Input): void | Promise<void>;
}

export const target = <Input>(made: Target<Input>): Target => made as Target;

/** No person waits longer for anything of this size, in milliseconds of the processor: a busy machine is no fault of what reads. */
const SLOWEST = 2000;

/** What came must be so, or the target is at fault. */
export function promise(holds: boolean, what: string): void {
  if (!holds) throw new Error(`It was promised: ${what}`);
}

/** Whether every number in it is finite. */
export function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
}

/**
 * Tries one input: it may be refused in one sentence, by a code that is known; anything else that is thrown, whatever takes too long and
 * whatever is left behind in the prototype of all objects, is a fault.
 */
export async function tryOne(of: Target, input: unknown, slowest = SLOWEST): Promise<void> {
  const begun = process.cpuUsage();
  try {
    await of.try(input);
  } catch (thrown) {
    const refused = thrown instanceof UsageError || (thrown instanceof AttuneError && PROBLEM_CODES.includes(thrown.code));
    if (!refused) throw thrown;
    promise(thrown.message.length > 10 && thrown.message.length < 2000, `a refusal is a sentence, not ${thrown.message.length} characters`);
  }
  const { user, system } = process.cpuUsage(begun);
  const took = (user + system) / 1000;
  promise(took < slowest, `an answer within ${slowest} ms, not ${took.toFixed(0)}`);
  promise(Object.keys(Object.prototype).length === 0 && !('polluted' in {}), 'the prototype of all objects stays as it was');
}
