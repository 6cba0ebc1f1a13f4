import { AttuneError, createPart, type Seconds, type Supervised, type WatchedPart } from '../core/index.ts';

/** A canvas that is drawn to by WebGL, as a part that can break. */
export interface WatchedPicture extends Supervised {
  readonly picture: WatchedPart;
  /** Stops watching. */
  stop(): void;
}

/** A browser that gives a context back does so by then; longer, and only another canvas helps. */
const PATIENCE: Seconds = 8;

/**
 * Watches the WebGL context of a canvas: browsers take it away when the graphics driver restarts, a laptop sleeps or a page has too many,
 * and mostly give it back. three.js uploads everything again by itself then.
 *
 * Where it stays away for 8 s the part is `failed`: draw to another canvas.
 *
 * @example
 * import type { Agent } from 'attune';
 * import { watchPicture } from 'attune/three';
 * import type { WebGLRenderer } from 'three';
 *
 * declare const agent: Agent, renderer: WebGLRenderer;
 * const letGo = agent.supervise(watchPicture(renderer.domElement));
 */
export function watchPicture(canvas: HTMLCanvasElement): WatchedPicture {
  const picture = createPart('picture');
  const watching = new AbortController();
  const { signal } = watching;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  canvas.addEventListener('webglcontextlost', (event) => {
    // Otherwise the browser would not give it back.
    event.preventDefault();
    picture.tell('restarting', new AttuneError('picture-lost', 'The browser took the graphics away from this page, as when a driver restarts. The picture comes back by itself.'));
    clearTimeout(waiting);
    waiting = setTimeout(() => picture.tell('failed', new AttuneError('picture-lost', `Expected the browser to give the graphics back within ${PATIENCE} s, but it did not. Draw to another canvas, or load the page again.`)), PATIENCE * 1000);
  }, { signal });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(waiting);
    picture.tell('running');
  }, { signal });
  picture.tell('running');
  return {
    picture, parts: [picture],
    stop() {
      watching.abort();
      clearTimeout(waiting);
      picture.tell('off');
    },
  };
}
