/**
 * Ends something when the page is left, whichever way: closed, loaded again, or gone on from. A browser may keep a page that was left for the way back, and
 * there it must hold no camera and say nothing, either.
 *
 * @param end begun before the page is gone; nothing that it waits for may still come
 * @param cameBack a page that was kept is shown again, and all of it has ended. By default it is loaded anew
 * @returns how to wait for it no longer; nothing more is ended then
 * @example
 * import type { Agent } from 'attune';
 * import { endWithPage } from 'attune/browser';
 *
 * declare const agent: Agent;
 * endWithPage(() => agent.stop());
 */
export function endWithPage(end: () => unknown, cameBack: () => void = () => location.reload()): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const waiting = new AbortController();
  const { signal } = waiting;
  let left = false;
  window.addEventListener('pagehide', () => {
    left = true;
    end();
  }, { signal });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) cameBack();
  }, { signal });
  // What ends because the page was left often ends this with it, and somebody may still come back.
  return () => {
    if (!left) waiting.abort();
  };
}
