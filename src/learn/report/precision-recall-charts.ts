import type { PrecisionRecallCurve } from '../metrics/precision-recall.ts';
import { at, escape, figure, line, picture, yAt, type Plot } from './svg.ts';

const PLOT: Plot = { left: 22, top: 24, width: 124, height: 96, low: 0, high: 1 };
/** More points than a picture of this size can show only make the page larger. */
const STEPS = 120;

/**
 * One small chart for each class, so that no colour has to tell them apart.
 *
 * @param shares share of each class among the items: the precision of guessing, drawn as a reference
 */
export function precisionRecallCharts(curves: readonly PrecisionRecallCurve[], shares: Readonly<Record<string, number>>): string {
  return `<div class="multiples">${curves.map((curve) => small(curve, shares[curve.class] ?? 0)).join('')}</div>`;
}

function small({ class: name, average, points }: PrecisionRecallCurve, share: number): string {
  const bottom = PLOT.top + PLOT.height;
  const frame = [0, 0.5, 1].map((value) => `<path class="grid" d="M${PLOT.left} ${at(yAt(PLOT, value))}h${PLOT.width}"/>`).join('')
    + [0, 0.5, 1].map((value) => `<path class="grid" d="M${at(PLOT.left + value * PLOT.width)} ${PLOT.top}v${PLOT.height}"/>`).join('')
    + `<text class="tick" x="${PLOT.left - 5}" y="${PLOT.top + 4}" text-anchor="end">1</text><text class="tick" x="${PLOT.left - 5}" y="${bottom + 3}" text-anchor="end">0</text><text class="tick" x="${PLOT.left + PLOT.width}" y="${bottom + 13}" text-anchor="middle">1</text>`;
  return picture(156, 136, `Precision and recall of ${name}, average precision ${figure(average)}`,
    `<text class="label" x="${PLOT.left}" y="14">${escape(name)}</text><text class="mark" x="${PLOT.left + PLOT.width}" y="14" text-anchor="end">${figure(average)}</text>${frame}${line(PLOT, [[0, share], [1, share]], 'reference')}${line(PLOT, thinned(points), 'curve')}`);
}

function thinned(points: PrecisionRecallCurve['points']): (readonly [number, number])[] {
  let shown = -1;
  return points.flatMap(({ recall, precision }, index) => {
    if (index !== points.length - 1 && recall - shown < 1 / STEPS) return [];
    shown = recall;
    return [[recall, precision] as const];
  });
}
