import { AttuneError, createPart, type Supervised } from '../core/index.ts';
import { keepRunning } from './keep-running.ts';

/** The one AudioContext of a page, made when first needed and closed by whoever made the hub. */
export interface AudioHub extends Supervised {
  /**
   * The running context. Call it first from a tap or a key: browsers start no sound without one. Before that it waits for the
   * first tap or key on the page. From then on the context is kept running, through calls, sleep and a change of headphones.
   */
  open(): Promise<AudioContext>;
  /** The context if there is one; null before the first {@link open} and after {@link close}. */
  readonly context: AudioContext | null;
  /**
   * What everything that the agent sounds goes through on its way to the loudspeaker, so that the microphone knows it for
   * the agent's own; null as {@link context} is. A custom way to the loudspeaker, such as a panner, must end here too. Music goes beside it.
   */
  readonly output: AudioNode | null;
  /**
   * The agent sounds by a way that does not end in {@link output} from now on, as browsers' own voices do: the microphone hears
   * nothing until the returned function is called, or it would hear the agent.
   */
  soundOutside(): () => void;
  /** Tells whether the agent sounds outside of this hub, now and whenever that changes; returns how to stop. */
  watchOutside(listener: (sounding: boolean) => void): () => void;
  /**
   * Lets everything rest that sounds and listens, in the middle of a word if need be, until the returned function is called: then it goes on from there. For a
   * headset that was taken off, or whose system is in front.
   */
  hold(): () => void;
  /** Closes the context; a later {@link open} makes a new one. */
  close(): Promise<void>;
}

/** Makes a hub. Nothing is created until it is opened. */
export function createAudioHub(): AudioHub {
  let context: AudioContext | null = null;
  let output: GainNode | null = null;
  const sound = createPart('sound');
  let letGo = (): void => undefined;
  let outside = 0;
  let holds = 0;
  const listeners = new Set<(sounding: boolean) => void>();
  const changeOutside = (by: 1 | -1): void => {
    outside += by;
    for (const listener of listeners) listener(outside > 0);
  };
  return {
    parts: [sound],
    get context() {
      return context;
    },
    get output() {
      return output;
    },
    async open() {
      if (typeof AudioContext === 'undefined') {
        throw new AttuneError('unsupported', 'This browser has no AudioContext, so nothing can be heard or said aloud. Captions go on; use a current browser for sound.');
      }
      if (!context) {
        context = new AudioContext({ latencyHint: 'interactive' });
        output = context.createGain();
        output.connect(context.destination);
        letGo = keepRunning(context, sound, () => holds > 0);
      }
      if (holds === 0 && context.state !== 'running') await context.resume();
      return context;
    },
    soundOutside() {
      let sounding = true;
      changeOutside(1);
      return () => {
        if (sounding) changeOutside(-1);
        sounding = false;
      };
    },
    watchOutside(listener) {
      listeners.add(listener);
      listener(outside > 0);
      return () => void listeners.delete(listener);
    },
    hold() {
      let held = true;
      holds += 1;
      if (context?.state === 'running') void context.suspend().catch(() => undefined);
      return () => {
        if (!held) return;
        held = false;
        holds -= 1;
        if (holds === 0 && context?.state === 'suspended') void context.resume().catch(() => undefined);
      };
    },
    async close() {
      const closing = context;
      letGo();
      sound.tell('off');
      context = output = null;
      if (closing && closing.state !== 'closed') await closing.close();
    },
  };
}
