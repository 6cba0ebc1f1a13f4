import { createRandom } from '../random.ts';

/** The lower and upper bound of a 95% interval. */
export type Interval = readonly [low: number, high: number];

export interface BootstrapOptions {
  readonly seed: number;
  /** The person or speaker of each item: they are drawn whole, as their items are alike. */
  readonly groups?: readonly string[] | undefined;
  readonly rounds?: number;
}

const ROUNDS = 1000;

/**
 * 95% percentile intervals (Efron) of statistics of `count` items, by drawing items, or whole groups,
 * with replacement.
 *
 * @param statistics the statistics of some items, by name; `items` is only valid during the call. A
 *   statistic that is NaN in a round, such as the recall of a class that was not drawn, sits that round out.
 */
export function bootstrapIntervals<Name extends string>(
  count: number, statistics: (items: Int32Array) => Readonly<Record<Name, number>>, { seed, groups, rounds = ROUNDS }: BootstrapOptions,
): Record<Name, Interval> {
  if (groups && groups.length !== count) throw new Error(`Expected a group for each of ${count} items, but got ${groups.length}.`);
  const random = createRandom(seed);
  const units = unitsOf(count, groups);
  const largest = units.reduce((most, unit) => Math.max(most, unit.length), 0);
  const drawn = new Int32Array(units.length * largest);
  const samples = new Map<Name, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    let length = 0;
    for (let draw = 0; draw < units.length; draw += 1) {
      const unit = units[random.below(units.length)] ?? [];
      drawn.set(unit, length);
      length += unit.length;
    }
    for (const [name, value] of Object.entries(statistics(drawn.subarray(0, length))) as [Name, number][]) {
      const values = samples.get(name) ?? [];
      if (!Number.isNaN(value)) values.push(value);
      samples.set(name, values);
    }
  }
  return Object.fromEntries([...samples].flatMap(([name, values]) => (values.length === 0 ? [] : [[name, middle95(values)]]))) as Record<Name, Interval>;
}

function unitsOf(count: number, groups: readonly string[] | undefined): readonly (readonly number[])[] {
  if (!groups) return Array.from({ length: count }, (_, item) => [item]);
  const members = new Map<string, number[]>();
  groups.forEach((group, item) => {
    const known = members.get(group);
    if (known) known.push(item);
    else members.set(group, [item]);
  });
  return [...members.values()];
}

function middle95(values: number[]): Interval {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}
