import type { CoveragePoint } from '../metrics/coverage.ts';
import { at, axes, figure, line, picture, xAt, yAt, type Plot } from './svg.ts';

const TENTHS = [0.2, 0.4, 0.6, 0.8, 1];

/** Accuracy when only the surest share of the items is answered, against the accuracy of all. */
export function coverageChart(points: readonly CoveragePoint[]): string {
  const lowest = Math.min(...points.map(({ accuracy }) => accuracy));
  const low = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const plot: Plot = { left: 48, top: 10, width: 300, height: 230, low, high: 1 };
  const ticks = Array.from({ length: 11 }, (_, tenth) => tenth / 10).filter((value) => value >= low - 1e-9 && (low > 0.4 || Math.round(value * 10) % 2 === 0));
  const all = points.at(-1)?.accuracy ?? 0;
  const half = points.find(({ coverage }) => Math.abs(coverage - 0.5) < 1e-9);
  const dots = points.map(({ coverage, accuracy }) =>
    `<g><title>the surest ${Math.round(coverage * 100)}%: accuracy ${figure(accuracy)}</title><circle class="dot" cx="${at(xAt(plot, coverage))}" cy="${at(yAt(plot, accuracy))}" r="3.5"/></g>`);
  const note = half ? `<text class="mark" x="${at(xAt(plot, 0.5))}" y="${at(yAt(plot, half.accuracy) + 20)}" text-anchor="end">surest half ${figure(half.accuracy)}</text>` : '';
  return picture(360, 282, `Coverage and accuracy: ${figure(all)} over all`,
    `${axes(plot, { x: 'share of the items that is answered, the surest first', y: 'accuracy' }, { x: TENTHS, y: ticks })}${line(plot, [[0, all], [1, all]], 'reference')}${line(plot, points.map(({ coverage, accuracy }) => [coverage, accuracy] as const), 'curve')}${dots.join('')}${note}
<text class="mark" x="${plot.left + 8}" y="${at(yAt(plot, all) + 15)}">all ${figure(all)}</text>`);
}
