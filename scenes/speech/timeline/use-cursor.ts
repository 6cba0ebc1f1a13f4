import type { Seconds } from 'attune';
import { useEffect, useRef } from 'react';
import { useVoicing } from '../voicing-context.ts';

/** Calls `show` with where the cursor is: with every frame while it sounds, and whenever it was moved. Nothing is rendered for it. */
export function useCursor(show: (at: Seconds) => void): void {
  const { view, at } = useVoicing();
  const newest = useRef(show);
  useEffect(() => {
    newest.current = show;
    newest.current(at());
  });
  useEffect(() => {
    let frame = 0;
    const follow = (): void => {
      cancelAnimationFrame(frame);
      newest.current(at());
      if (view.getState().stage === 'speaking') frame = requestAnimationFrame(follow);
    };
    const stop = view.subscribe(follow);
    follow();
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [at, view]);
}
