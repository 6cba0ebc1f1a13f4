/** Draws whatever wants to be drawn anew, once for each picture of the screen, and only what is in sight. */
export interface Painter {
  /** @returns how to stop */
  add(canvas: HTMLCanvasElement, draw: (context: CanvasRenderingContext2D) => void): () => void;
  refresh(): void;
}

/** What is about to be scrolled into sight is drawn, too. */
const NEAR = '300px';

interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly draw: (context: CanvasRenderingContext2D) => void;
  visible: boolean;
}

export function createPainter(): Painter {
  const surfaces = new Map<Element, Surface>();
  let frame = 0;
  let sight: IntersectionObserver | null = null;
  const refresh = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      for (const { visible, draw, context } of surfaces.values()) if (visible) draw(context);
    });
  };
  return {
    refresh,
    add(canvas, draw) {
      // Kept in memory: what is drawn anew sixty times a second is dear to a graphics card that is none.
      const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
      if (!context) return () => undefined;
      surfaces.set(canvas, { context, draw, visible: true });
      sight ??= new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) {
          const surface = surfaces.get(target);
          if (surface) surface.visible = isIntersecting;
        }
        refresh();
      }, { rootMargin: NEAR });
      sight.observe(canvas);
      refresh();
      return () => {
        sight?.unobserve(canvas);
        surfaces.delete(canvas);
      };
    },
  };
}
