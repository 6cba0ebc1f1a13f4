import type uPlot from 'uplot';

/** A line over time; null where there is no data. */
export interface Line {
  readonly label: string;
  /** A CSS colour; may be a variable. */
  readonly colour: string;
  readonly dash: readonly number[];
  readonly mean: readonly (number | null)[];
  /** One standard deviation; without it there is no band. */
  readonly deviation?: readonly (number | null)[];
  /** Single moments, not joined. */
  readonly dots?: boolean;
}

/** A stretch of time that stands out; one without an end still goes on. */
export interface Stretch {
  readonly from: number;
  readonly to: number | null;
}

/** What a chart over time shows. */
export interface Drawing {
  /** In seconds. */
  readonly times: readonly number[];
  readonly lines: readonly Line[];
  readonly range: readonly [number, number];
  /** From when to when; as far as there is data when left out. */
  readonly span?: readonly [number, number];
  readonly stretches?: readonly Stretch[];
  /** Of the values. */
  readonly unit?: string;
  /** Decimals of the values in words. */
  readonly digits?: number;
  /** Where the upright axis is marked. */
  readonly ticks?: readonly number[];
  /** How a time is written; minutes and seconds by default. */
  readonly face?: (time: number) => string;
  /** Whether equal ratios are equally far apart. */
  readonly logarithmic?: boolean;
}

/** Minutes and seconds. */
export const clockFace = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(Math.max(0, seconds) % 60)).padStart(2, '0')}`;

/** uPlot wants columns: the times, then of each line the mean, and the edges of its band if it has one. */
export function columns({ times, lines, span }: Drawing): uPlot.AlignedData {
  // An axis without a single moment would not be drawn.
  if (times.length === 0 && span) return [[...span], ...lines.flatMap(({ deviation }) => (deviation ? [[], [], []] : [[]]))] as uPlot.AlignedData;
  const edge = ({ mean, deviation }: Line, side: 1 | -1) => mean.map((value, index) => (value === null ? null : value + side * (deviation?.[index] ?? 0)));
  return [[...times], ...lines.flatMap((line) => (line.deviation ? [[...line.mean], edge(line, 1), edge(line, -1)] : [[...line.mean]]))] as uPlot.AlignedData;
}

/** How uPlot draws in `place`, with the colours that the page has now; what moves on is asked of `drawing`. */
export function uplotOptions(place: HTMLElement, width: number, drawing: () => Drawing, onIndex: (index: number | null) => void): uPlot.Options {
  const { lines, range: [lowest, highest], span, unit = '', ticks, face = clockFace, logarithmic = false } = drawing();
  const style = getComputedStyle(place);
  const resolve = (colour: string): string => (colour.startsWith('var(') ? style.getPropertyValue(colour.slice(4, -1)).trim() : colour);
  const axis = { stroke: style.color, grid: { stroke: resolve('var(--attune-line)'), width: 1 }, ticks: { show: false }, font: `12px ${style.fontFamily}` };
  // Bands that lie over each other must not hide the lines.
  const bandShade = lines.length > 2 ? '1c' : '2e';
  const edge: uPlot.Series = { stroke: 'transparent', points: { show: false } };
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  for (const { label, colour, dash, deviation, dots = false } of lines) {
    const stroke = resolve(colour);
    const points = dots ? { show: true, size: 5, fill: stroke, width: 0 } : { show: false };
    series.push({ label, stroke, width: 2, dash: [...dash], points, spanGaps: false, ...(dots ? { paths: () => null } : {}) });
    if (!deviation) continue;
    bands.push({ series: [series.length, series.length + 1], fill: `${stroke}${bandShade}` });
    series.push(edge, edge);
  }
  const upright: uPlot.Axis = {
    // Charts that share a stretch of time stand below each other, so they begin at the same place.
    ...axis, size: span ? 58 : 36,
    ...(unit === '' ? {} : { values: (_, marks) => marks.map((mark) => `${mark} ${unit}`) }),
    ...(ticks ? { splits: () => [...ticks], filter: (_, marks) => marks } : {}),
  };
  const shade = resolve('var(--attune-stretch)');
  const shadeStretches = (plot: uPlot): void => {
    const { left, top, width: across, height } = plot.bbox;
    const [from, to] = [plot.scales['x']?.min ?? 0, plot.scales['x']?.max ?? 0];
    plot.ctx.fillStyle = shade;
    const { stretches = [], times } = drawing();
    for (const stretch of stretches) {
      const [begin, end] = [Math.max(from, stretch.from), Math.min(to, stretch.to ?? times.at(-1) ?? to)];
      if (end <= begin) continue;
      const x = plot.valToPos(begin, 'x', true);
      plot.ctx.fillRect(Math.max(left, x), top, Math.min(across, plot.valToPos(end, 'x', true) - x), height);
    }
  };
  return {
    width, height: 160, legend: { show: false }, cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: (_, min, max) => [...(drawing().span ?? [min, max])] },
      y: { range: [lowest, highest], distr: logarithmic ? 3 : 1, log: 2 },
    },
    axes: [{ ...axis, values: (_, marks) => marks.map(face), space: 60, size: 30 }, upright],
    series, bands,
    hooks: { drawClear: [shadeStretches], setCursor: [({ cursor }) => onIndex(cursor.idx ?? null)] },
  };
}
