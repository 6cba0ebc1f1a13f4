/**
 * `npm run evaluate -- social [--quick] [--json]`: how turns are shared and how long it is heated in simulated groups, with the host and without. What people
 * in it do is assumed, not measured: scripts/social/group.ts says what.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Evaluation, evaluationLine } from '../src/learn/evaluation.ts';
import { parsePack, type SocialMore } from '../src/scenario/index.ts';
import { type Evening, type GroupKind, GROUPS, talk } from './social/group.ts';
import { ROOT } from './run.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } } });
const each = flags.quick ? 40 : 400;
/** Groups of other seeds than those on which the host's constants were tried. */
const FIRST = 700_000;
const pack = parsePack(JSON.parse(readFileSync(join(ROOT, 'scenarios/social/scenario.json'), 'utf8')));
const ground = { more: pack.more as SocialMore, content: pack.content.en! };

interface Figure {
  readonly mean: number;
  readonly interval: readonly [number, number];
}

/** A mean with its 95% interval, by the normal approximation over groups. */
function figureOf(values: readonly number[]): Figure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length);
  return { mean, interval: [mean - 1.96 * error, mean + 1.96 * error] };
}

const FIGURES = ['gini', 'heated', 'least', 'host'] as const satisfies readonly (keyof Evening)[];
const tell = ({ mean, interval: [low, high] }: Figure): string => `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
const TOLD: Readonly<Record<(typeof FIGURES)[number], string>> = { gini: 'Gini of turns', heated: 'share of heated turns', least: 'least heard, of their part', host: 'words of the host per 100 turns' };

console.log('Simulated groups; who does what in them is assumed, not measured on people (scripts/social/group.ts). 120 turns each; means with 95% intervals over groups.');
const measured = Object.fromEntries((Object.keys(GROUPS) as GroupKind[]).map((kind) => {
  const evenings = Array.from({ length: each }, (_, i) => ({ without: talk(kind, false, FIRST + i, ground), with: talk(kind, true, FIRST + i, ground) }));
  console.log(`\n${kind} (${each} groups)`);
  return [kind, Object.fromEntries(FIGURES.map((figure) => {
    const [without, hosted] = [figureOf(evenings.map((evening) => evening.without[figure])), figureOf(evenings.map((evening) => evening.with[figure]))];
    const change = figureOf(evenings.map((evening) => evening.with[figure] - evening.without[figure]));
    console.log(`  ${TOLD[figure].padEnd(32)} without ${tell(without)}, with ${tell(hosted)}, difference ${tell(change)}`);
    return [figure, { without, with: hosted, change }];
  }))];
}));
if (flags.json) {
  const evaluation: Evaluation = { model: 'social', data: 'simulated groups by assumptions of our own (scripts/social/group.ts)', n: each * Object.keys(GROUPS).length, split: 'other groups than the constants were tried on; intervals by group', metrics: measured };
  console.log(evaluationLine(evaluation));
}
