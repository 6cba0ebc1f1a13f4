/**
 * `npm run soak -- fuzz [--minutes N] [--seed N] [--only NAME]`: what strangers may have written, made by its structure and changed, into everything that reads it.
 *
 * Targets take turns of a few seconds until the minutes are over. What is found is made small, printed with its seed, and kept in tests/fuzz/corpus by hand, with a line why,
 * where the unit tests try it again.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { corpusOf } from '../tests/fuzz/corpus.ts';
import { tryOne } from '../tests/fuzz/target.ts';
import { TARGETS } from '../tests/fuzz/targets/index.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } } });
const minutes = Number(values.minutes);
const seed = Number(values.seed);
const targets = TARGETS.filter(({ name }) => values.only === undefined || name === values.only);
if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error(`Expected --minutes above 0 and --seed to be a whole number, but got "${values.minutes}" and "${values.seed}".`);
if (targets.length === 0) throw new Error(`Expected --only to be one of ${TARGETS.map(({ name }) => name).join(', ')}, but got "${values.only}".`);

console.warn = console.error = () => undefined;
const share = Math.max(1000, (minutes * 60_000) / targets.length);
let faults = 0;
console.log('target              executions   a second   corpus  faults');
for (const each of targets) {
  const begun = performance.now();
  let tried = 0;
  let found = 0;
  for (let round = 0; performance.now() - begun < share && found < 5; round += 1) {
    const outcome = await fc.check(fc.asyncProperty(each.inputs, (input) => {
      tried += 1;
      return tryOne(each, input);
    }), { seed: seed * 100_003 + round, numRuns: 2000, interruptAfterTimeLimit: Math.max(1, share - (performance.now() - begun)), markInterruptAsFailure: false });
    if (!outcome.failed) continue;
    found += 1;
    const error = outcome.errorInstance as Error | undefined;
    console.log(`FAULT of ${each.name}, seed ${outcome.seed}, path ${outcome.counterexamplePath ?? ''}: ${error?.stack?.split('\n').slice(0, 4).join('\n') ?? String(outcome.errorInstance)}\n  input: ${JSON.stringify(outcome.counterexample?.[0]).slice(0, 2000)}`);
  }
  faults += found;
  console.log(`${each.name.padEnd(18)} ${String(tried).padStart(11)} ${(tried / ((performance.now() - begun) / 1000)).toFixed(0).padStart(10)} ${String(corpusOf(each.name).length).padStart(8)} ${String(found).padStart(7)}`);
}
console.log(`\n${faults === 0 ? 'met' : 'NOT MET'}  ${faults} faults, seed ${seed}`);
process.exit(faults === 0 ? 0 : 1);
