import { AttuneError, createRestarts, type Seconds, type ToldPart } from '../core/index.ts';

/** Events that a browser takes for the player's wish to hear something. */
const WISHES = ['pointerup', 'keydown', 'touchend'] as const;

/** How often the clock is looked at. Buffers that are still under way when a device goes away are played by then. */
const BEAT: Seconds = 1;
/** So many looks in a row at a clock that stands still, and the context is started anew. */
const STANDSTILL = 3;

/**
 * Keeps a context running that should be: resumes it at the first tap, after a call or sleep (`interrupted`, as Safari calls
 * it), when the page is shown again, and when it calls itself running while its clock stands still, as after a change of devices.
 *
 * @param sound told how it is doing
 * @param rests whether the hub itself lets it rest for now, which is no problem
 * @returns how to let go of it
 */
export function keepRunning(context: AudioContext, sound: ToldPart, rests: () => boolean): () => void {
  const letGo = new AbortController();
  const { signal } = letGo;
  const restarts = createRestarts({ pauses: [0, 0, 0, 0], forgiven: 60 });
  let ran = false;
  let since = performance.now();
  let [before, still] = [context.currentTime, 0];

  const resume = (): void => {
    if (signal.aborted || rests() || context.state === 'running' || context.state === 'closed') return;
    // Refused until the player taps or the call is over; both are listened for.
    context.resume().catch(() => undefined);
  };
  const tell = (): void => {
    const state: string = context.state;
    if (state === 'running') {
      ran = true;
      sound.tell('running');
    } else if (state === 'closed') sound.tell('failed', new AttuneError('sound-held', 'The audio was closed, so nothing can be heard or said aloud. Open the hub again.'));
    else if (!rests()) sound.tell('degraded', held(state, ran));
  };
  const onState = (): void => {
    [before, still] = [context.currentTime, 0];
    tell();
    if (context.state === 'closed') return letGo.abort();
    if (!document.hidden) resume();
  };
  const onShown = (): void => {
    if (!document.hidden) resume();
  };

  /** A context whose device went away may call itself running while nothing plays; suspending it finds another device. */
  const startAnew = (): void => {
    still = 0;
    const pause = restarts.broke((performance.now() - since) / 1000);
    since = performance.now();
    const problem = new AttuneError('sound-held', `The browser's sound stands still, as after a change of loudspeakers. ${pause === null ? 'It was started anew often enough: choose another loudspeaker, or load the page again.' : 'It is started anew.'}`);
    sound.tell(pause === null ? 'failed' : 'restarting', problem);
    if (pause !== null) context.suspend().then(() => context.resume()).catch(() => undefined);
  };
  const beat = (): void => {
    if (context.state !== 'running') return;
    still = context.currentTime > before ? 0 : still + 1;
    before = context.currentTime;
    if (still === 0) tell();
    else if (still >= STANDSTILL && sound.vitals.condition !== 'failed') startAnew();
  };
  const lookSoon = (): void => {
    resume();
    [before, still] = [context.currentTime, Math.max(still, STANDSTILL - 1)];
  };

  const beating = setInterval(beat, BEAT * 1000);
  signal.addEventListener('abort', () => clearInterval(beating));
  context.addEventListener('statechange', onState, { signal });
  // Where the device that was chosen by setSinkId is gone.
  context.addEventListener('error', lookSoon, { signal });
  document.addEventListener('visibilitychange', onShown, { signal });
  for (const wish of WISHES) document.addEventListener(wish, resume, { signal, capture: true, passive: true });
  navigator.mediaDevices?.addEventListener('devicechange', lookSoon, { signal });
  tell();
  return () => letGo.abort();
}

function held(state: string, ran: boolean): AttuneError {
  return new AttuneError('sound-held', state === 'interrupted'
    ? 'Something else has the sound, such as a call. It comes back by itself when that is over; captions go on.'
    : ran
      ? 'The browser paused the sound. It comes back at a tap or a key; captions go on.'
      : 'The browser gives no sound before the first tap or key. Captions go on.');
}
