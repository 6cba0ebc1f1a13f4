import { AttuneError } from '../core/index.ts';

/** The one AudioContext of a page, made when first needed and closed by whoever made the hub. */
export interface AudioHub {
  /** The running context. Call it first from a tap or a key: browsers start no sound without one. */
  open(): Promise<AudioContext>;
  /** The context if there is one; null before the first {@link open} and after {@link close}. */
  readonly context: AudioContext | null;
  /** Closes the context; a later {@link open} makes a new one. */
  close(): Promise<void>;
}

/** Makes a hub. Nothing is created until it is opened. */
export function createAudioHub(): AudioHub {
  let context: AudioContext | null = null;
  return {
    get context() {
      return context;
    },
    async open() {
      if (typeof AudioContext === 'undefined') {
        throw new AttuneError('unsupported', 'This browser has no AudioContext, so nothing can be heard or said aloud. Captions go on; use a current browser for sound.');
      }
      context ??= new AudioContext({ latencyHint: 'interactive' });
      if (context.state !== 'running') await context.resume();
      return context;
    },
    async close() {
      const closing = context;
      context = null;
      if (closing && closing.state !== 'closed') await closing.close();
    },
  };
}
