import { AttuneError, type Seconds, type SoundCue } from '../../core/index.ts';
import type { AudioHub } from '../audio.ts';
import { type Earcon, renderEarcon } from './render-earcon.ts';

export interface EarconsOptions {
  readonly audio: AudioHub;
  /** Factor on their level, in [0, 4]; 1, the default, is about -24 LUFS. */
  readonly gain?: number;
}

/** Short, soft sounds that tell the player what the agent does. */
export interface Earcons {
  /** Plays the sound of a cue now and resolves when it has ended, or was cut by {@link dispose}. */
  play(cue: SoundCue): Promise<void>;
  /** Ends what sounds; the hub stays open. */
  dispose(): void;
}

/**
 * Makes the earcons. Tone.js is loaded and each sound rendered when it is first played.
 *
 * @throws {AttuneError} `bad-input` when the gain is outside [0, 4] or the hub is none
 */
export function createEarcons({ audio, gain = 1 }: EarconsOptions): Earcons {
  if (typeof audio?.open !== 'function') throw new AttuneError('bad-input', 'createEarcons expected "audio" to be a hub from createAudioHub().');
  if (!(gain >= 0 && gain <= 4)) throw new AttuneError('bad-input', `createEarcons expected "gain" in [0, 4], but got ${gain}.`);
  const rendered = new Map<string, Promise<AudioBuffer>>();
  const sounding = new Set<() => void>();
  let disposed = false;

  const soundOf = (earcon: Earcon, sampleRate: number): Promise<AudioBuffer> => {
    const key = `${earcon} ${sampleRate}`;
    const known = rendered.get(key);
    if (known) return known;
    const rendering = renderEarcon(earcon, sampleRate);
    rendered.set(key, rendering);
    rendering.catch(() => rendered.delete(key));
    return rendering;
  };

  return {
    async play({ earcon }) {
      if (disposed) return;
      const context = await audio.open();
      const buffer = await soundOf(earcon, context.sampleRate);
      if (disposed || context.state === 'closed') return;
      await playBuffer(context, audio.output ?? context.destination, buffer, gain, sounding);
    },
    dispose() {
      disposed = true;
      for (const stop of sounding) stop();
      rendered.clear();
    },
  };
}

/** Long enough that cutting a sound does not click. */
const CUT_FADE: Seconds = 0.02;

function playBuffer(context: AudioContext, destination: AudioNode, buffer: AudioBuffer, gain: number, sounding: Set<() => void>): Promise<void> {
  const source = new AudioBufferSourceNode(context, { buffer });
  const level = new GainNode(context, { gain });
  source.connect(level).connect(destination);
  return new Promise((resolve) => {
    const stop = (): void => {
      const from = context.currentTime + CUT_FADE;
      level.gain.setValueAtTime(gain, from);
      level.gain.linearRampToValueAtTime(0, from + CUT_FADE);
      source.stop(from + CUT_FADE);
    };
    // A closed context ends no source.
    const onStateChange = (): void => {
      if (context.state === 'closed') end();
    };
    const end = (): void => {
      sounding.delete(stop);
      context.removeEventListener('statechange', onStateChange);
      level.disconnect();
      resolve();
    };
    context.addEventListener('statechange', onStateChange);
    sounding.add(stop);
    source.addEventListener('ended', end, { once: true });
    source.start();
  });
}
