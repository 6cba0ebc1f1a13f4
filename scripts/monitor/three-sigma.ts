import { hoursOf } from '../../src/monitor/alerts/hours.ts';
import { hourOf, type SimulatedYear } from './simulate-year.ts';

/** Hours that the rule takes mean and deviation from, and how long it is silent after an alert. */
const USUAL = 28 * 24;
const SILENT = 24;

interface PlainAlert {
  readonly kind: 'volume' | 'sentiment';
  readonly direction: 1 | -1;
  readonly from: number;
  readonly at: number;
}

/** The plain rule: an hour whose count, or whose mean sentiment, lies three standard deviations from the mean of the four weeks before. */
export function threeSigmaAlerts({ buckets }: SimulatedYear): readonly PlainAlert[] {
  const { from, volume, sentiment } = hoursOf(buckets, buckets.at(-1)!.at + 3_600_000);
  const first = hourOf(from);
  const alerts: PlainAlert[] = [];
  const last = new Map<string, number>();
  const tell = (hour: number, kind: PlainAlert['kind'], direction: 1 | -1): void => {
    const name = `${kind}${direction}`;
    if (hour - (last.get(name) ?? -SILENT - 1) > SILENT) alerts.push({ kind, direction, from: first + hour, at: first + hour + 1 });
    last.set(name, hour);
  };
  const counts = window();
  const means = window();
  for (let hour = 0; hour < volume.length; hour += 1) {
    const mean = volume[hour]! > 0 ? sentiment[hour]! / volume[hour]! : Number.NaN;
    if (hour >= USUAL) {
      if (counts.score(volume[hour]!) > 3) tell(hour, 'volume', 1);
      const score = means.score(mean);
      if (Math.abs(score) > 3) tell(hour, 'sentiment', score > 0 ? 1 : -1);
    }
    counts.add(volume[hour]!);
    means.add(mean);
  }
  return alerts;
}

/** Mean and deviation of the last hours that have a value. */
function window(): { add(value: number): void; score(value: number): number } {
  const values: number[] = [];
  return {
    add(value) {
      values.push(value);
      if (values.length > USUAL) values.shift();
    },
    score(value) {
      const own = values.filter((each) => !Number.isNaN(each));
      const mean = own.reduce((sum, each) => sum + each, 0) / own.length;
      return (value - mean) / Math.sqrt(own.reduce((sum, each) => sum + (each - mean) ** 2, 0) / own.length);
    },
  };
}
