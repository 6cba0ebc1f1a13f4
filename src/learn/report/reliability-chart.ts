import type { ReliabilityBin } from '../metrics/calibration.ts';
import { at, axes, figure, line, picture, xAt, yAt, type Plot } from './svg.ts';

const PLOT: Plot = { left: 48, top: 10, width: 300, height: 230, low: 0, high: 1 };
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];
/** Below the axis: how many answers each bin holds. */
const STRIP = { top: 284, height: 44 };
const LARGEST_DOT = 9;
const SMALLEST_DOT = 2;

/** Accuracy against confidence: a dot for each bin, its area by the number of answers, tied to the diagonal by its error. */
export function reliabilityChart(bins: readonly ReliabilityBin[], ece: number): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const marks = bins.map(({ from, to, count, confidence, accuracy }) => {
    if (count === 0) return '';
    const x = at(xAt(PLOT, confidence));
    const dot = Math.max(SMALLEST_DOT, LARGEST_DOT * Math.sqrt(count / most));
    const tall = (count / most) * STRIP.height;
    return `<g><title>${count} answers of confidence ${figure(from)} to ${figure(to)}: mean confidence ${figure(confidence)}, accuracy ${figure(accuracy)}</title>
<path class="gap" d="M${x} ${at(yAt(PLOT, confidence))}V${at(yAt(PLOT, accuracy))}"/><circle class="dot" cx="${x}" cy="${at(yAt(PLOT, accuracy))}" r="${at(dot)}"/>
<rect class="bar" x="${at(xAt(PLOT, from) + 1)}" y="${at(STRIP.top + STRIP.height - tall)}" width="${at((to - from) * PLOT.width - 2)}" height="${at(tall)}"/></g>`;
  });
  const strip = `<path class="grid" d="M${PLOT.left} ${STRIP.top + STRIP.height}h${PLOT.width}"/><text class="tick" x="${PLOT.left - 6}" y="${STRIP.top + 10}" text-anchor="end">${most}</text><text class="tick" x="${PLOT.left - 6}" y="${STRIP.top + STRIP.height}" text-anchor="end">0</text><text class="axis" x="${at(PLOT.left + PLOT.width / 2)}" y="${STRIP.top + STRIP.height + 16}" text-anchor="middle">answers in the bin</text>`;
  return picture(360, 350, `Reliability diagram, calibration error ${figure(ece)}`,
    `${axes(PLOT, { x: 'confidence', y: 'accuracy' }, { x: QUARTERS, y: QUARTERS })}${line(PLOT, [[0, 0], [1, 1]], 'reference')}${marks.join('')}${strip}
<text class="mark" x="${PLOT.left + 8}" y="${PLOT.top + 18}">ECE ${figure(ece)}</text>`);
}
