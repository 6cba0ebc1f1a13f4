import { type Brush, createBrushes } from './brush.ts';
import type { Timeline } from './timeline.ts';
import type { Window } from './window.ts';

/** Draws every canvas along the timeline, at most once a frame and only those that are in sight; anew when the page's theme changes. */
export interface Painter {
  /**
   * Keeps a canvas painted until the returned function is called.
   *
   * @param slides whether all of the picture moves with time, so that it can be pushed aside and only what comes into view is painted
   */
  add(canvas: HTMLCanvasElement, paint: (brush: Brush) => void, slides?: boolean): () => void;
  /** Paints everything anew in the next frame. */
  refresh(): void;
}

/** Finer screens than this cost more than is seen. */
const FINEST = 2;
/** What lines and dashes need of what is beside them, in pixels. */
const OVERLAP = 3;

interface Surface {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly paint: (brush: Brush) => void;
  readonly slides: boolean;
  visible: boolean;
  stale: boolean;
  /** What its picture shows; null where it must be painted anew. */
  shown: Window | null;
}

export function createPainter({ view }: Timeline): Painter {
  const surfaces = new Map<Element, Surface>();
  const brushes = createBrushes();
  let frame = 0;

  const request = (): void => {
    frame ||= requestAnimationFrame(paintAll);
  };
  const spoil = (surface: Surface | undefined): void => {
    if (surface) [surface.stale, surface.shown] = [true, null];
  };
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const surface = surfaces.get(target);
      if (surface) surface.visible = isIntersecting;
    }
    request();
  });
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) spoil(surfaces.get(target));
    request();
  });

  function paintAll(): void {
    frame = 0;
    brushes.begin();
    const { window } = view.getState();
    for (const surface of surfaces.values()) {
      if (!surface.visible || !surface.stale) continue;
      surface.stale = false;
      paint(surface, window);
    }
  }

  function paint(surface: Surface, window: Window): void {
    const { canvas, context, shown } = surface;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    const scale = Math.min(FINEST, devicePixelRatio);
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height, surface.shown] = [across, down, null];
    const next = onPixels(window, width);
    const pushed = surface.slides && surface.shown && shown ? pixelsBetween(shown, next, width) : null;
    let [first, end] = [0, width];
    if (pushed !== null && Number.isInteger(pushed * scale)) {
      if (pushed === 0) return;
      [first, end] = pushed > 0 ? [width - pushed - OVERLAP, width] : [0, OVERLAP - pushed];
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalCompositeOperation = 'copy';
      context.drawImage(canvas, -pushed * scale, 0);
      context.globalCompositeOperation = 'source-over';
    }
    surface.shown = next;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.save();
    context.beginPath();
    context.rect(first, 0, end - first, height);
    context.clip();
    const brush = brushes.dip({ context, width, height, window: next, first, end });
    context.fillStyle = brush.colour('var(--attune-card)');
    context.fillRect(first, 0, end - first, height);
    surface.paint(brush);
    context.restore();
  }

  view.subscribe(({ window }, before) => {
    if (window === before.window) return;
    for (const surface of surfaces.values()) surface.stale = true;
    request();
  });

  const refresh = (): void => {
    brushes.refresh();
    for (const surface of surfaces.values()) spoil(surface);
    request();
  };
  new MutationObserver(refresh).observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] });
  void document.fonts.ready.then(refresh);

  return {
    refresh,
    add(canvas, paintOn, slides = false) {
      // Drawn by the processor: it beats a graphics card that is emulated by far, and a real one is hardly missed.
      const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
      if (!context) return () => {};
      surfaces.set(canvas, { canvas, context, paint: paintOn, slides, visible: false, stale: true, shown: null });
      sight.observe(canvas);
      sizes.observe(canvas);
      return () => {
        surfaces.delete(canvas);
        sight.unobserve(canvas);
        sizes.unobserve(canvas);
      };
    },
  };
}

/** Begins a window at a whole pixel, so that a picture that moves keeps its shape. */
function onPixels({ from, to }: Window, width: number): Window {
  const pixel = (to - from) / width;
  const begin = Math.round(from / pixel) * pixel;
  return { from: begin, to: begin + (to - from) };
}

/** By how many pixels a picture is to be pushed to show what comes next; null where that can't be, because it is zoomed or goes too far. */
function pixelsBetween(before: Window, next: Window, width: number): number | null {
  const length = next.to - next.from;
  if (Math.abs(before.to - before.from - length) > 1e-9 * length) return null;
  const pixels = Math.round(((next.from - before.from) / length) * width);
  return Math.abs(pixels) < width - 2 * OVERLAP ? pixels : null;
}
