/**
 * `npm run evaluate -- alerts [--dev] [--json]`: alerts of the monitor on simulated years with planted shocks, beside a plain rule of three
 * standard deviations. Years are drawn from readings of the dev half of tests/sets/finance.csv. `--dev` takes other seeds, which the limits were
 * chosen on.
 */
import { parseArgs } from 'node:util';
import { type Alert, findAlerts } from '../src/monitor/index.ts';
import { poolOfReadings } from './monitor/pool-of-readings.ts';
import { hourOf, HOURS, type Shock, simulateYear } from './monitor/simulate-year.ts';
import { threeSigmaAlerts } from './monitor/three-sigma.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } } });
const ENTITIES = 40;
/** Months in which something may be found: the first weeks only learn what is usual. */
const MONTHS = 11;
/** An alert that comes this much after a shock ended, in hours, is still about it. */
const AFTER = 24;
const BARS = { recall: 0.9, falseAlerts: 1 };

interface Found {
  readonly kind: Alert['kind'];
  readonly direction: 1 | -1;
  readonly from: number;
  readonly at: number;
}

const pool = poolOfReadings();
const methods = { attune: attuneAlerts, threeSigma: threeSigmaAlerts };
const results = Object.fromEntries(Object.entries(methods).map(([name, find]) => [name, measure(find)]));

function attuneAlerts(year: ReturnType<typeof simulateYear>): readonly Found[] {
  const end = year.buckets.at(-1)!.at + 3_600_000;
  return findAlerts('entity', year.buckets, end).map(({ kind, direction, onsetAt, noticedAt }) => ({ kind, direction, from: hourOf(onsetAt), at: hourOf(noticedAt) }));
}

function measure(find: (year: ReturnType<typeof simulateYear>) => readonly Found[]): Readonly<Record<string, number>> {
  let [wrong, found] = [0, 0];
  const delays: Record<Shock['kind'], number[]> = { burst: [], turn: [] };
  const counts: Record<Shock['kind'], number> = { burst: 0, turn: 0 };
  for (let entity = 0; entity < ENTITIES; entity += 1) {
    const year = simulateYear(pool, (flags.dev ? 1 : 100_001) + entity);
    const alerts = find(year);
    for (const shock of year.shocks) {
      counts[shock.kind] += 1;
      const first = alerts.find((alert) => isAbout(alert, shock) && (shock.kind === 'burst' ? alert.kind === 'volume' : alert.kind === 'sentiment' && alert.direction === shock.direction));
      if (!first) continue;
      found += 1;
      delays[shock.kind].push(first.at - shock.from);
    }
    wrong += alerts.filter((alert) => !year.shocks.some((shock) => isAbout(alert, shock))).length;
  }
  const recall = (kind: Shock['kind']): number => delays[kind].length / counts[kind];
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    recall: found / (counts.burst + counts.turn), recallOfBursts: recall('burst'), recallOfTurns: recall('turn'),
    falseAlertsPerMonth: wrong / ENTITIES / MONTHS, delayOfBursts: middle(delays.burst), delayOfTurns: middle(delays.turn),
  };
}

/** Whether an alert came while a shock lasted, or soon after. */
function isAbout({ at }: Found, { from, to }: Shock): boolean {
  return at > from && at <= to + AFTER;
}

const met = results['attune']!['recall']! >= BARS.recall && results['attune']!['falseAlertsPerMonth']! <= BARS.falseAlerts;
if (flags.json) console.log(JSON.stringify({ seeds: flags.dev ? 'dev' : 'reported', entities: ENTITIES, hours: HOURS, ...results, bars: BARS, met }));
else {
  console.log(`${ENTITIES} entities for a year each, ${ENTITIES * 6} planted shocks`);
  for (const [name, figures] of Object.entries(results)) console.log(`${name.padEnd(12)}${Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(2)}`).join(', ')}`);
  console.log(`${met ? 'met' : 'NOT MET'}: recall at least ${BARS.recall} at no more than ${BARS.falseAlerts} false alert an entity and month`);
}
if (!met) process.exitCode = 1;
