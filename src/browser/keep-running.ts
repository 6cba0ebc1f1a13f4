import type { Seconds } from '../core/index.ts';

/** Events that a browser takes for the player's wish to hear something. */
const WISHES = ['pointerup', 'keydown', 'touchend'] as const;

/** Buffers that are still under way when a device goes away are played by then. */
const STANDSTILL: Seconds = 1;

/**
 * Keeps a context running that should be: resumes it at the first tap, after a call or sleep (`interrupted`, as Safari calls
 * it), when the page is shown again, and when its device was changed and its clock stands still.
 *
 * @returns how to let go of it
 */
export function keepRunning(context: AudioContext): () => void {
  const letGo = new AbortController();
  const { signal } = letGo;
  let checking: ReturnType<typeof setTimeout> | undefined;

  const resume = (): void => {
    if (signal.aborted || context.state === 'running' || context.state === 'closed') return;
    // Refused until the player taps or the call is over; both are listened for.
    context.resume().catch(() => undefined);
  };
  const onState = (): void => {
    if (context.state === 'closed') return letGo.abort();
    if (!document.hidden) resume();
  };
  const onShown = (): void => {
    if (!document.hidden) resume();
  };

  /** A context whose device went away may call itself running while nothing plays; suspending it finds another device. */
  const checkClock = (): void => {
    clearTimeout(checking);
    resume();
    const before = context.currentTime;
    checking = setTimeout(() => {
      if (signal.aborted || context.state !== 'running' || context.currentTime > before) return;
      context.suspend().then(() => context.resume()).catch(() => undefined);
    }, STANDSTILL * 1000);
  };

  signal.addEventListener('abort', () => clearTimeout(checking));
  context.addEventListener('statechange', onState, { signal });
  // Where the device that was chosen by setSinkId is gone.
  context.addEventListener('error', checkClock, { signal });
  document.addEventListener('visibilitychange', onShown, { signal });
  for (const wish of WISHES) document.addEventListener(wish, resume, { signal, capture: true, passive: true });
  navigator.mediaDevices?.addEventListener('devicechange', checkClock, { signal });
  return () => letGo.abort();
}
