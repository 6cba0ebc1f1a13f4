import { firstFrom, type Window } from './window.ts';

/** What is drawn with, and where: one canvas at this moment. Lengths are CSS pixels. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly window: Window;
  /** Only the pixels from `first` up to, not including, `end` are drawn; the others are there already. */
  readonly first: number;
  readonly end: number;
  /** The value of a CSS colour that may be a variable. */
  colour(css: string): string;
  readonly font: string;
  /** The pixel at which a moment lies. */
  x(moment: number): number;
  /** The moment that lies at a pixel. */
  moment(x: number): number;
  /** For each of those pixels, and one after the last, the index of the first of `times` that is not before it. The times are `shift` seconds later here. */
  edges(times: Float64Array, shift: number): Int32Array;
  /** The same brush over another stretch of time. */
  of(window: Window): Brush;
}

/** Where a brush draws. */
export type Ground = Pick<Brush, 'context' | 'width' | 'height' | 'window' | 'first' | 'end'>;

/** Gives brushes; what is worked out for one lane serves the others of the same frame. */
export interface Brushes {
  /** Forgets the colours, after a change of the page's theme. */
  refresh(): void;
  /** Begins a frame. */
  begin(): void;
  dip(ground: Ground): Brush;
}

export function createBrushes(): Brushes {
  let colours = new Map<string, string>();
  let font = '';
  let edges = new Map<Float64Array, Map<string, Int32Array>>();
  const dip: Brushes['dip'] = (ground) => {
    const { width, window, first, end } = ground;
    const scale = width / (window.to - window.from);
    font ||= `12px ${getComputedStyle(document.body).fontFamily}`;
    return {
      ...ground, font,
      colour(css) {
        if (!css.startsWith('var(')) return css;
        const known = colours.get(css);
        if (known !== undefined) return known;
        const value = getComputedStyle(document.body).getPropertyValue(css.slice(4, -1)).trim();
        colours.set(css, value);
        return value;
      },
      x: (moment) => (moment - window.from) * scale,
      moment: (x) => window.from + x / scale,
      edges(times, shift) {
        const key = `${window.from} ${window.to} ${width} ${first} ${end} ${shift}`;
        const found = edges.get(times)?.get(key);
        if (found) return found;
        const made = new Int32Array(end - first + 1);
        for (let i = 0; i < made.length; i += 1) made[i] = firstFrom(times, window.from - shift + (first + i) / scale, i === 0 ? 0 : made[i - 1]);
        edges.set(times, (edges.get(times) ?? new Map<string, Int32Array>()).set(key, made));
        return made;
      },
      of: (other) => dip({ ...ground, window: other }),
    };
  };
  return {
    refresh() {
      colours = new Map();
      font = '';
    },
    begin() {
      edges = new Map();
    },
    dip,
  };
}
