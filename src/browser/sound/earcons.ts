import { AttuneError, type Seconds, type SoundCue } from '../../core/index.ts';
import type { AudioHub } from '../audio.ts';
import { renderEarcon } from './render-earcon.ts';
import type { Mode } from './score/mode.ts';
import { type FollowedState, type MusicalMood, OPEN_MOOD, sharedMood } from './score/musical-mood.ts';
import { type EarconScore, scoreEarcon } from './score/score-earcon.ts';

/** Where the short sounds sound, how loud, and in which key. */
export interface EarconsOptions {
  readonly audio: AudioHub;
  /** Factor on their level, in [0, 4]; 1, the default, is about -26 LUFS, and -34 for what sounds beside speech: thinking and the hum. */
  readonly gain?: number;
  /** A whole number: the key. The bed's own seed keeps both in tune. Default 1. */
  readonly seed?: number;
  /** The node that they play into, for instance a panner, which must lead to the hub's output; that output by default. */
  readonly destination?: (context: AudioContext) => AudioNode;
}

/** Short, soft sounds that tell the player what the agent does. */
export interface Earcons {
  /** Plays the sound of a cue now and resolves when it has ended, or was cut by {@link dispose}. */
  play(cue: SoundCue): Promise<void>;
  /** Lets them follow the affect that player and agent share: `agent.subscribe(() => earcons.follow(agent.state))`. */
  follow(state: Pick<FollowedState, 'affect' | 'appraisal'>): void;
  /** Ends what sounds; the hub stays open. */
  dispose(): void;
}

/** Earcons of other moods are rendered again when they come back. */
const MOST_KEPT = 16;

/**
 * Makes the earcons. Tone.js is loaded and each sound rendered when it is first played.
 *
 * @throws {AttuneError} `bad-input` when the gain is outside [0, 4], the seed is no whole number or the hub is none
 */
export function createEarcons({ audio, gain = 1, seed = 1, destination = (context) => audio.output ?? context.destination }: EarconsOptions): Earcons {
  if (typeof audio?.open !== 'function') throw new AttuneError('bad-input', 'createEarcons expected "audio" to be a hub from createAudioHub().');
  if (!(gain >= 0 && gain <= 4)) throw new AttuneError('bad-input', `createEarcons expected "gain" in [0, 4], but got ${gain}.`);
  if (!Number.isInteger(seed)) throw new AttuneError('bad-input', `createEarcons expected "seed" to be a whole number, but got ${seed}.`);
  const rendered = new Map<string, Promise<AudioBuffer>>();
  const sounding = new Set<() => void>();
  let mood: MusicalMood = OPEN_MOOD;
  let mode: Mode | null = null;
  let disposed = false;

  const soundOf = (score: EarconScore, sampleRate: number): Promise<AudioBuffer> => {
    const key = JSON.stringify([score, sampleRate]);
    const known = rendered.get(key);
    if (known) return known;
    const rendering = renderEarcon(score, sampleRate);
    if (rendered.size === MOST_KEPT) rendered.delete(rendered.keys().next().value!);
    rendered.set(key, rendering);
    rendering.catch(() => rendered.delete(key));
    return rendering;
  };

  return {
    async play({ earcon }) {
      if (disposed) return;
      const context = await audio.open();
      const [score, next] = scoreEarcon(earcon, mood, mode, seed >>> 0);
      mode = next;
      const buffer = await soundOf(score, context.sampleRate);
      if (disposed || context.state === 'closed') return;
      await playBuffer(context, destination(context), buffer, gain, sounding);
    },
    follow(state) {
      mood = sharedMood(state);
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
      source.disconnect();
      level.disconnect();
      resolve();
    };
    context.addEventListener('statechange', onStateChange);
    sounding.add(stop);
    source.addEventListener('ended', end, { once: true });
    source.start();
  });
}
