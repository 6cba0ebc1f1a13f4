/**
 * `npm run evaluate -- adapt [--tastes linear|curved] [--quick] [--json]`: how an adaptation fares with simulated people, whose tastes it does not know. Of both kinds of tastes: those
 * that add up as its regressions assume, and those that do not.
 */
import { parseArgs } from 'node:util';
import { INTERVALS, OUTCOMES, TASTE_KINDS, type TasteKind } from '../src/adapt/index.ts';
import { type Evaluation, evaluationLine } from '../src/learn/evaluation.ts';
import { measureContentment, measureCoverage, measureFollowing, measureRegret, type Mean } from './adapt/measure.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false }, tastes: { type: 'string' } } });
const kinds = TASTE_KINDS.filter((kind) => flags.tastes === undefined || flags.tastes === kind);
if (kinds.length === 0) throw new Error(`Expected --tastes to be one of ${TASTE_KINDS.join(', ')}, but got "${flags.tastes}".`);
const few = flags.quick ? 8 : 1;
const [people, met, changing, runs] = [Math.ceil(16 / few), Math.ceil(120 / few), Math.ceil(40 / few), Math.ceil(200 / few)];

const figure = (value: number): string => value.toFixed(3);
const tell = ({ mean, interval: [low, high] }: Mean): string => `${figure(mean)} (${figure(low)} to ${figure(high)})`;

function measure(kind: TasteKind) {
  console.log(`\nTastes that are ${kind}`);
  const regret = { thompson: measureRegret(kind, 'thompson', people), ucb: measureRegret(kind, 'ucb', Math.ceil(people / 4)) };
  for (const [method, { turns, regret: curve, slope, changes }] of Object.entries(regret)) {
    console.log(`  ${method}: regret beyond the floor's after ${turns.map((turn, at) => `${turn} turns ${curve[at]!.toFixed(1)}`).join(', ')}; log-log slope from turn 200 on ${tell(slope)}, bar 0.7; changes of taste noticed that were none: ${changes}`);
  }
  const contentment = measureContentment(kind, met);
  for (const [name, { learner, fixed, best }] of [['turns 51 to 100', contentment.after50], ['turns 151 to 200', contentment.after150]] as const) {
    console.log(`  satisfaction in ${name}: adapting ${tell(learner)}, the character as it is ${tell(fixed)}, the best there is ${tell(best)}`);
  }
  for (const outcome of OUTCOMES) {
    const { count, within, squared, squaredOfMean } = contentment.calibration[outcome];
    console.log(`  ${outcome}: ${INTERVALS.map(({ holds }, at) => `${(100 * within[at]! / count).toFixed(1)}% within the interval of ${100 * holds}%`).join(', ')}; squared error ${figure(squared / count)}, of the mean so far ${figure(squaredOfMean / count)}`);
  }
  const following = measureFollowing(kind, changing);
  console.log(`  taste changes after 400 turns: gained before ${tell(following.before)}; after it, by 25 turns ${following.after.map(({ mean }) => mean.toFixed(2)).join(' ')}, the last ${tell(following.after.at(-1)!)}; noticed in ${figure(following.noticed)}${following.noticedAfter === null ? '' : `, after ${following.noticedAfter} turns in the middle`}`);
  const coverage = measureCoverage(kind, Math.ceil(runs / 2), 0.9);
  const { runs: all, answered, covered, width, adopted, adoptedRightly } = coverage;
  const shares = Object.entries(covered).map(([estimator, share]) => `${estimator} ${(100 * share).toFixed(1)}% (width ${figure(width[estimator as keyof typeof width])})`);
  console.log(`  off-policy, ${answered} of ${all} logs tell enough of the candidate: ${shares.join(', ')} of the truths within 95% intervals, bar 90%; adopted ${adopted}, rightly ${adoptedRightly}`);
  return { regret, contentment, following, coverage };
}

const measured = Object.fromEntries(kinds.map((kind) => [kind, measure(kind)]));
if (flags.json) {
  const evaluation: Evaluation = { model: 'adapt', data: 'simulated people with hidden tastes (src/adapt/simulate)', n: kinds.length * (people + met + changing + runs), split: 'other people than the priors and thresholds were chosen on; intervals by person', metrics: measured };
  console.log(evaluationLine(evaluation));
}
