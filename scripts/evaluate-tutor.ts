/**
 * `npm run evaluate -- tutor [--quick] [--json]`: how many exercises simulated learners of four kinds need until they have learnt both lessons, in a fixed order, by knowledge
 * tracing, and by tracing and feelings; and how well tracing tells their answers beforehand.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Evaluation, evaluationLine } from '../src/learn/evaluation.ts';
import { languagesOf, parsePack, readLesson } from '../src/scenario/index.ts';
import { LEARNER_KINDS } from './tutor/learner.ts';
import { type Class, type Figure, fitLesson, measureTelling, outcomeOf, type Outcome, type Taken, teachClass } from './tutor/measure.ts';
import { type Way, WAYS } from './tutor/teach.ts';
import { ROOT } from './run.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } } });
const each = flags.quick ? 20 : 300;
/** Learners of the dev part, on whom the tutor's constants were chosen, have seeds from 10,000 on; the quick run takes others of them. */
const [DEV, TEST] = [10_000, flags.quick ? 20_000 : 900_000];

const tell = ({ mean, interval: [low, high] }: Figure, digits = 1): string => `${mean.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;

function outcomes(taught: Class, kinds: readonly string[]): Readonly<Record<Way, Outcome>> {
  return Object.fromEntries(WAYS.map((way) => [way, outcomeOf(taught[way].filter(({ kind }) => kinds.includes(kind)).map((one) => one.taught))])) as unknown as Record<Way, Outcome>;
}

function tellOutcomes(name: string, ways: Readonly<Record<Way, Outcome>>): void {
  console.log(`  ${name}`);
  for (const way of WAYS) {
    const { exercises, reached, tooSoon, breaks, hints, frustration, boredom } = ways[way];
    const apart = way === 'fixed order' ? '' : `; below the fixed order's interval: ${exercises.interval[1] < ways['fixed order'].exercises.interval[0] ? 'yes' : 'no'}`;
    console.log(`    ${way.padEnd(20)} ${tell(exercises)} exercises${apart}; learnt it all ${(100 * reached).toFixed(0)}%, held for done too soon ${tooSoon.toFixed(1)} times, ${breaks.toFixed(1)} breaks, ${hints.toFixed(0)} hints, frustration ${frustration.toFixed(2)}, boredom ${boredom.toFixed(2)}`);
  }
}

function measure(name: string) {
  const pack = parsePack(JSON.parse(readFileSync(join(ROOT, 'scenarios', name, 'scenario.json'), 'utf8')));
  const taken: Taken = { pack, lesson: readLesson(pack.more, languagesOf(pack)).more! };
  console.log(`\n${pack.name.en}`);
  const taught = teachClass(taken, each, TEST);
  const byKind = Object.fromEntries(LEARNER_KINDS.map((kind) => [kind, outcomes(taught, [kind])]));
  for (const kind of LEARNER_KINDS) tellOutcomes(kind, byKind[kind]!);
  const together = outcomes(taught, LEARNER_KINDS);
  tellOutcomes('together', together);

  const dev = teachClass(taken, Math.ceil(each / 3), DEV);
  const { taken: refined, fitted } = fitLesson(taken, dev['fixed order'].map((one) => one.taught));
  const again = teachClass(refined, Math.ceil(each / 3), TEST);
  const telling = Object.fromEntries(WAYS.map((way) => {
    const others = dev[way].flatMap((one) => one.taught.predictions);
    return [way, { asWritten: measureTelling(taught[way].map((one) => one.taught.predictions), others), fitted: measureTelling(again[way].map((one) => one.taught.predictions), others) }];
  }));
  for (const [way, { asWritten, fitted: byFit }] of Object.entries(telling)) {
    console.log(`  first answers in ${way} (${asWritten.answers}, ${(100 * asWritten.right).toFixed(0)}% right), AUC: tracing ${tell(asWritten.tracing, 3)}, with fitted parameters ${tell(byFit.tracing, 3)}, mean of the skill ${tell(asWritten.skillMean, 3)}, of skill and level ${tell(asWritten.levelMean, 3)}, the best there is ${tell(asWritten.best, 3)}`);
  }
  console.log(`  fitted to ${dev['fixed order'].length} learners: ${Object.entries(fitted).map(([skill, { prior, learn, guess, slip }]) => `${skill} prior ${prior.toFixed(2)} learn ${learn.toFixed(2)} guess ${guess.toFixed(2)} slip ${slip.toFixed(2)}`).join('; ')}`);
  return { byKind, together, telling, fitted };
}

const LESSONS = ['tutor-fractions', 'tutor-first-program'];
const measured = Object.fromEntries(LESSONS.map((name) => [name, measure(name)]));
if (flags.json) {
  const evaluation: Evaluation = { model: 'tutor', data: 'simulated learners (scripts/tutor/learner.ts)', n: LESSONS.length * LEARNER_KINDS.length * each, split: 'other learners than the constants were chosen on; intervals by learner', metrics: measured };
  console.log(evaluationLine(evaluation));
}
