import type { SoundCue } from '../../core/index.ts';
import type { BaseContext } from 'tone';

export type Earcon = SoundCue['earcon'];

interface Score {
  readonly notes: readonly { readonly pitch: string; readonly at: number; readonly length: number; readonly velocity: number }[];
  /** Seconds. */
  readonly duration: number;
  /** Decibels; what brings it to about -24 LUFS at gain 1. */
  readonly level: number;
}

/** Rising asks for more, a fifth together says yes, falling takes leave; a hum, "mm-hm", is softer and low, as it sounds while the player talks. They should never startle. */
const SCORES: Readonly<Record<Earcon, Score>> = {
  listening: {
    notes: [{ pitch: 'D5', at: 0, length: 0.08, velocity: 0.7 }, { pitch: 'A5', at: 0.11, length: 0.1, velocity: 0.8 }],
    duration: 0.75, level: -11.3,
  },
  understood: {
    notes: [{ pitch: 'G4', at: 0, length: 0.12, velocity: 0.7 }, { pitch: 'D5', at: 0.03, length: 0.12, velocity: 0.6 }],
    duration: 0.75, level: -9.7,
  },
  farewell: {
    notes: [
      { pitch: 'A5', at: 0, length: 0.1, velocity: 0.7 }, { pitch: 'E5', at: 0.17, length: 0.12, velocity: 0.65 }, { pitch: 'D5', at: 0.36, length: 0.2, velocity: 0.6 },
    ],
    duration: 1.3, level: -11.3,
  },
  hum: {
    notes: [{ pitch: 'A3', at: 0, length: 0.13, velocity: 0.6 }, { pitch: 'C4', at: 0.19, length: 0.15, velocity: 0.7 }],
    duration: 0.8, level: -17,
  },
};

/**
 * Renders an earcon with Tone.js, which is loaded by the first call.
 *
 * The parts of Tone are imported one by one: its index makes an AudioContext, and a worker from a
 * blob, as it is evaluated. They are played into an offline context, so Tone leaves no live node.
 */
export async function renderEarcon(earcon: Earcon, sampleRate: number): Promise<AudioBuffer> {
  const [{ Context }, { OfflineContext }, { dummyContext, getContext, setContext }, { Synth }, { Filter }] = await Promise.all([
    import('tone/build/esm/core/context/Context.js'),
    import('tone/build/esm/core/context/OfflineContext.js'),
    import('tone/build/esm/core/context/GlobalContext.js'),
    import('tone/build/esm/instrument/Synth.js'),
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

  const { notes, duration, level } = SCORES[earcon];
  const offline = new OfflineAudioContext(1, Math.ceil(duration * sampleRate), sampleRate);
  const context = new OfflineContext(offline);
  const before = globalContext();
  setContext(context);
  try {
    const warmth = new Filter({ context, type: 'lowpass', frequency: 2600, rolloff: -12 }).connect(offline.destination);
    for (const { pitch, at, length, velocity } of notes) {
      const voice = new Synth({
        context, volume: level,
        oscillator: { type: 'custom', partials: [1, 0.22, 0.06, 0.03] },
        envelope: { attack: 0.018, decay: 0.12, sustain: 0.35, release: 0.32, attackCurve: 'cosine', releaseCurve: 'exponential' },
      }).connect(warmth);
      voice.triggerAttackRelease(pitch, length, at, velocity);
    }
  } finally {
    setContext(before);
  }
  const buffer = await offline.startRendering();
  context.dispose();
  return buffer;
}
