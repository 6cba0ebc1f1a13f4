import { AttuneError, type Seconds } from '../../core/index.ts';
import type { AudioHub } from '../audio.ts';
import { createBedInstrument } from './bed-instrument.ts';
import { type BedTones, renderBedTones } from './bed-tones.ts';
import { type Bar, beginComposition, composeBar, type Composition } from './score/compose.ts';
import { type FollowedState, type MusicalMood, OPEN_MOOD, sharedMood } from './score/musical-mood.ts';

/** How loud the music may be. It is off until somebody turns it on. */
export const AMBIENCE_VOLUMES = ['off', 'quiet', 'normal'] as const;

/** `quiet` is about -43 LUFS, `normal` about -36; the agent's voice is around -20. */
export type AmbienceVolume = (typeof AMBIENCE_VOLUMES)[number];

/** Where the music sounds, how loud, and in which key. */
export interface AmbienceOptions {
  readonly audio: AudioHub;
  /** A whole number: key and tune. Default 1. */
  readonly seed?: number;
  /** Default `off`: nothing is loaded, and nothing sounds. */
  readonly volume?: AmbienceVolume;
  /**
   * The node that it plays into; the loudspeaker by default, so that it is around the player. It goes beside the hub's output on
   * purpose: the echo canceller learns a room from speech, and forgets it over a few steady tones, while the detector of
   * speech passes over music as it does over a radio (`npm run soak -- echo --music 100`).
   */
  readonly destination?: (context: AudioContext) => AudioNode;
}

/** A quiet bed of music that follows the affect which player and agent share. */
export interface Ambience {
  readonly volume: AmbienceVolume;
  /**
   * Fades to another volume. The first one that is not `off` loads Tone.js; call it from a tap or a key, or after the hub was opened by one.
   *
   * @throws {AttuneError} `bad-input` when there is no such volume; `unsupported` when the browser has no sound
   */
  setVolume(volume: AmbienceVolume): Promise<void>;
  /** Tells how things are: `agent.subscribe(() => ambience.follow(agent.state))`. Takes no time to speak of. */
  follow(state: FollowedState): void;
  /** Falls silent and lets go of every node; the hub stays open. */
  dispose(): void;
}

const GAIN: Readonly<Record<AmbienceVolume, number>> = { off: 0, quiet: 0.45, normal: 1 };
/** While the agent speaks, and while the player does: music is in the way of both, and of the microphone most. */
const UNDER_AGENT = 0.3;
const UNDER_PLAYER = 0.12;
/** Time constants of fading, in seconds: down at once, up slowly. */
const FADE: Seconds = 0.9;
const DUCK: Seconds = 0.09;
const RISE: Seconds = 1.1;
/** Bars are written this long before they sound: a page may stall for less. */
const AHEAD: Seconds = 1.2;
const LOOK_EVERY: Seconds = 0.4;
const SOON: Seconds = 0.15;
/** Long enough for the fade to end in silence. */
const SILENT_AFTER: Seconds = 6 * FADE;

interface Playing {
  readonly context: AudioContext;
  readonly level: GainNode;
  readonly duck: GainNode;
  stop(): void;
}

/**
 * Makes a bed. Nothing is loaded until it has a volume.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong
 */
export function createAmbience({ audio, seed = 1, volume = 'off', destination = (context) => context.destination }: AmbienceOptions): Ambience {
  if (typeof audio?.open !== 'function') throw new AttuneError('bad-input', 'createAmbience expected "audio" to be a hub from createAudioHub().');
  if (!Number.isInteger(seed)) throw new AttuneError('bad-input', `createAmbience expected "seed" to be a whole number, but got ${seed}.`);
  let wanted = expectVolume(volume);
  let mood: MusicalMood = OPEN_MOOD;
  let under = 1;
  let disposed = false;
  let playing: Playing | null = null;
  let starting: Promise<void> | null = null;
  let tones: Promise<BedTones> | null = null;
  let composition: Composition | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(silence);
    playing?.stop();
    playing = null;
  };
  const gainNow = (): number => (typeof document !== 'undefined' && document.hidden ? 0 : GAIN[wanted]);

  const start = async (): Promise<void> => {
    const [context, rendered] = await Promise.all([audio.open(), (tones ??= renderBedTones())]);
    if (disposed || playing || context.state === 'closed') return;
    composition ??= beginComposition(seed >>> 0, mood);
    playing = play(context, rendered, destination(context), () => {
      const [bar, next] = composeBar(composition!, mood);
      composition = next;
      return bar;
    }, stop);
    playing.duck.gain.value = under;
  };

  const settle = async (): Promise<void> => {
    clearTimeout(silence);
    if (gainNow() > 0 && !playing) await (starting ??= start().finally(() => (starting = null)));
    // It may have been changed meanwhile.
    const now = gainNow();
    if (!playing) return;
    fade(playing.level.gain, playing.context, now, FADE);
    if (now === 0) silence = setTimeout(stop, SILENT_AFTER * 1000);
  };
  const onVisibility = (): void => void settle().catch(() => undefined);
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', onVisibility);
  if (wanted !== 'off') onVisibility();

  return {
    get volume() {
      return wanted;
    },
    async setVolume(next) {
      wanted = expectVolume(next);
      if (!disposed) await settle();
    },
    follow(state) {
      mood = sharedMood(state);
      const { utterance, playerSpeaksSince } = state.conversation;
      const next = playerSpeaksSince !== null ? UNDER_PLAYER : utterance?.started != null ? UNDER_AGENT : 1;
      if (next === under) return;
      if (playing) fade(playing.duck.gain, playing.context, next, next < under ? DUCK : RISE);
      under = next;
    },
    dispose() {
      disposed = true;
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', onVisibility);
      stop();
    },
  };
}

function expectVolume(volume: AmbienceVolume): AmbienceVolume {
  if (!AMBIENCE_VOLUMES.includes(volume)) throw new AttuneError('bad-input', `Expected the ambience's volume to be one of ${AMBIENCE_VOLUMES.join(', ')}, but got ${JSON.stringify(volume)}.`);
  return volume;
}

function fade(param: AudioParam, context: AudioContext, to: number, constant: Seconds): void {
  if (context.state === 'closed') return;
  param.cancelAndHoldAtTime?.(context.currentTime);
  param.setTargetAtTime(to, context.currentTime, constant);
}

/** Long enough that cutting it does not click. */
const CUT: Seconds = 0.03;

/** Plays bars one after another until it is stopped, or its context is closed. */
function play(context: AudioContext, tones: BedTones, destination: AudioNode, nextBar: () => Bar, onClosed: () => void): Playing {
  const instrument = createBedInstrument(context, tones);
  const level = new GainNode(context, { gain: 0 });
  const duck = new GainNode(context);
  instrument.output.connect(level).connect(duck).connect(destination);
  let next = 0;
  const look = (): void => {
    // While the context stands still, so does the music.
    if (context.state !== 'running') return;
    next = Math.max(next, context.currentTime + SOON);
    while (next - context.currentTime < AHEAD) {
      const bar = nextBar();
      instrument.play(bar, next);
      next += bar.duration;
    }
  };
  const timer = setInterval(look, LOOK_EVERY * 1000);
  const onStateChange = (): void => (context.state === 'closed' ? onClosed() : look());
  context.addEventListener('statechange', onStateChange);
  look();
  const release = (): void => {
    instrument.dispose();
    level.disconnect();
    duck.disconnect();
  };
  return {
    context, level, duck,
    stop() {
      clearInterval(timer);
      context.removeEventListener('statechange', onStateChange);
      if (context.state !== 'running') return release();
      fade(level.gain, context, 0, CUT);
      setTimeout(release, 6 * CUT * 1000);
    },
  };
}
