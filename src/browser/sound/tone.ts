import type { BaseContext } from 'tone';

/** The parts of Tone.js that sounds are made with. */
export type Tone = Awaited<ReturnType<typeof loadTone>>;

/**
 * Loads Tone.js when it is first needed.
 *
 * Its parts are imported one by one: its index makes an AudioContext, and a worker from a blob, as it is evaluated. They only
 * ever play into offline contexts, so that Tone leaves no live node, no timer and no context beside the hub's.
 */
export async function loadTone() {
  const [{ Context }, { OfflineContext }, { dummyContext, getContext, setContext }, { Synth }, { FMSynth }, { Oscillator }, { Filter }] = await Promise.all([
    import('tone/build/esm/core/context/Context.js'),
    import('tone/build/esm/core/context/OfflineContext.js'),
    import('tone/build/esm/core/context/GlobalContext.js'),
    import('tone/build/esm/instrument/Synth.js'),
    import('tone/build/esm/instrument/FMSynth.js'),
    import('tone/build/esm/source/oscillator/Oscillator.js'),
    import('tone/build/esm/component/filter/Filter.js'),
  ]);

  /** Tone's global context if the game has one. Asking for it would make one: the probe stops that. */
  const globalContext = (): BaseContext => {
    const original = Context.getDefaults;
    Context.getDefaults = () => {
      throw new Error('no context yet');
    };
    try {
      return getContext();
    } catch {
      return dummyContext;
    } finally {
      Context.getDefaults = original;
    }
  };

  return {
    Synth, FMSynth, Oscillator, Filter,
    /**
     * Renders mono sound.
     *
     * @param make plays something of Tone's, from 0 on, into a node; the game's own global context is left as it was
     */
    async render(seconds: number, sampleRate: number, make: (context: BaseContext, into: AudioNode) => void): Promise<AudioBuffer> {
      const native = new OfflineAudioContext(1, Math.ceil(seconds * sampleRate), sampleRate);
      const context = new OfflineContext(native);
      const before = globalContext();
      setContext(context);
      try {
        make(context, native.destination);
      } finally {
        setContext(before);
      }
      const buffer = await native.startRendering();
      context.dispose();
      return buffer;
    },
  };
}
