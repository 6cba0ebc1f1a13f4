import type { Lane, LinesLane } from '../lanes/lane.ts';
import { figure } from '../figure.ts';
import { itemAt, valueAt } from '../lanes/value-at.ts';

/** Something that only happened is told for so many seconds after. */
const LATELY = 3;
const NOTHING = '–';

/** What a lane says at a moment, a text for each of its lines or rows. */
export function readoutOf(lane: Lane, moment: number): readonly string[] {
  if (lane.kind === 'items') return lane.rows.map(({ items }) => itemAt(items, moment, LATELY)?.label ?? NOTHING);
  return lane.series.map((series) => {
    const found = valueAt(series, moment);
    if (!found) return NOTHING;
    return lane.kind === 'ridges' ? share(found.value) : figures(lane, found);
  });
}

const share = (value: number): string => `${Math.round(100 * value)} %`;

function figures({ digits, unit }: LinesLane, { value, deviation }: NonNullable<ReturnType<typeof valueAt>>): string {
  return `${figure(value, digits)}${deviation === null || Number.isNaN(deviation) ? '' : ` ± ${deviation.toFixed(digits)}`}${unit && ` ${unit}`}`;
}
