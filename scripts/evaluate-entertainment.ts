/**
 * `npm run evaluate -- entertainment [--quick] [--dev] [--json]`: how near to the evening's curve simulated players of four kinds are kept, and how much of their time on questions they are in flow: by the
 * director, by answers alone, in a fixed order and at random.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Evaluation, evaluationLine } from '../src/learn/evaluation.ts';
import { bootstrapIntervals, type Interval } from '../src/learn/metrics/bootstrap.ts';
import { languagesOf, parsePack, readShow } from '../src/scenario/index.ts';
import { createPlayer, PLAYER_KINDS, type PlayerKind } from './entertainment/player.ts';
import { spend, type Spent, type Way, WAYS } from './entertainment/spend.ts';
import { ROOT } from './run.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } } });
const each = flags.quick ? 25 : 300;
/** Players of the dev part, on whom the director's constants were chosen, have seeds from 10,000 on. */
const first = flags.dev ? 10_000 : 900_000;

interface Figure {
  readonly mean: number;
  readonly interval: Interval;
}

const figureOf = (values: readonly number[]): Figure => {
  const mean = (items: ArrayLike<number>): number => Array.from(items, (item) => values[item]!).reduce((sum, one) => sum + one, 0) / items.length;
  return { mean: mean(values.map((_, index) => index)), interval: bootstrapIntervals(values.length, (items) => ({ mean: mean(items) }), { seed: 1 }).mean };
};
const tell = ({ mean, interval: [low, high] }: Figure): string => `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

const pack = parsePack(JSON.parse(readFileSync(join(ROOT, 'scenarios/entertainment/scenario.json'), 'utf8')));
const show = readShow(pack.more, languagesOf(pack)).more!;
const spent = Object.fromEntries(WAYS.map((way) => [way, Object.fromEntries(PLAYER_KINDS.map((kind) => [kind, Array.from({ length: each }, (_, index) => spend(way, pack, show, createPlayer(kind, first + index), first + index))]))])) as unknown as Readonly<Record<Way, Readonly<Record<PlayerKind, readonly Spent[]>>>>;

/** What came of one way, and by how much the director keeps the same players nearer and longer in flow. */
interface Outcome {
  readonly distance: Figure;
  readonly flow: Figure;
  readonly valence: number;
  readonly right: number;
  readonly breaks: number;
  readonly nearer: Figure;
  readonly moreFlow: Figure;
}

function outcome(kinds: readonly PlayerKind[]): Readonly<Record<Way, Outcome>> {
  const of = (way: Way, value: (one: Spent) => number): readonly number[] => kinds.flatMap((kind) => spent[way][kind].map(value));
  const less = (one: readonly number[], other: readonly number[]): readonly number[] => one.map((value, at) => value - other[at]!);
  const [near, flowing] = [of('director', ({ distance }) => distance), of('director', ({ flow }) => flow)];
  return Object.fromEntries(WAYS.map((way): [Way, Outcome] => {
    const [distances, flows] = [of(way, ({ distance }) => distance), of(way, ({ flow }) => flow)];
    return [way, {
      distance: figureOf(distances), flow: figureOf(flows), nearer: figureOf(less(distances, near)), moreFlow: figureOf(less(flowing, flows)),
      valence: figureOf(of(way, ({ valence }) => valence)).mean, right: figureOf(of(way, ({ right }) => right)).mean, breaks: figureOf(of(way, ({ breaks }) => breaks)).mean,
    }];
  })) as unknown as Readonly<Record<Way, Outcome>>;
}

/** A difference with whether its interval leaves out that there is none. */
const apart = (figure: Figure): string => `${tell(figure)}${figure.interval[0] > 0 ? '' : figure.interval[1] < 0 ? ', the wrong way' : ', not apart'}`;

function print(name: string, ways: Readonly<Record<Way, Outcome>>): void {
  console.log(`\n${name}`);
  for (const way of WAYS) {
    const { distance, flow, valence, right, breaks, nearer, moreFlow } = ways[way];
    console.log(`  ${way.padEnd(14)} distance from the curve ${tell(distance)}, in flow ${tell(flow)}; valence ${valence.toFixed(2)}, ${(100 * right).toFixed(0)}% right, ${breaks.toFixed(1)} breaks`);
    if (way !== 'director') console.log(`  ${''.padEnd(14)} the director keeps the same players nearer by ${apart(nearer)}, and in flow for longer by ${apart(moreFlow)}`);
  }
}

console.log('Simulated players: how they are moved, get used to things, answer and show it is our assumption (scripts/entertainment/player.ts). The director knows none of it, but it is no measurement of people.');
console.log(`${PLAYER_KINDS.length} kinds, ${each} players each, 44 beats each; 95% intervals by player. Distance: root mean square of arousal (-1 to 1) from the curve. Flow: share of the time on questions whose true chance is 0.5 to 0.85, neither bored nor anxious.`);
const byKind = Object.fromEntries(PLAYER_KINDS.map((kind) => [kind, outcome([kind])]));
for (const kind of PLAYER_KINDS) print(kind, byKind[kind]!);
const together = outcome(PLAYER_KINDS);
print('together', together);
if (flags.json) {
  const evaluation: Evaluation = { model: 'entertainment', data: 'simulated players (scripts/entertainment/player.ts)', n: PLAYER_KINDS.length * each, split: `${flags.dev ? 'the players' : 'other players than those'} on whom the constants were chosen; intervals by player`, metrics: { byKind, together } };
  console.log(evaluationLine(evaluation));
}
