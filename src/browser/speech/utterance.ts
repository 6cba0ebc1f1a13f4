import {
  AttuneError, type Clock, type Hertz, type MouthWeights, type Seconds, type SpeechListener, type SpeechOutcome, type SpeechRequest, type Unit, asProblem,
  closeMouth,
} from '../../core/index.ts';
import { createHeardTime } from './heard-time.ts';
import type { VisemeTrack } from './mouth/viseme-track.ts';
import { type Playback, createPlayback } from './playback.ts';

/** One text on its way from words to sound. */
export interface Utterance {
  readonly id: string;
  readonly outcome: Promise<SpeechOutcome>;
  cancel(): void;
  /** Sounds softer, 1 as usual; before it has begun, it waits until that is 1 again. */
  duck(level: Unit): void;
  sampleMouth(mouth: MouthWeights): void;
}

/** Sound of a part of a text, with its mouth. */
export interface Piece {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly track: VisemeTrack;
  /** How much of the text is said by its end, by characters. */
  readonly said: Unit;
}

/** A text as a voice makes it into sound. */
export interface Recital {
  /** Loads what is needed, while the audio opens. */
  prepare(): Promise<void>;
  /** The pieces in order; each is asked for when it is needed soon. Ends when nobody listens any more. */
  pieces(sampleRate: Hertz, signal: AbortSignal): AsyncIterable<Piece>;
}

export interface UtteranceTools {
  readonly openAudio: () => Promise<AudioContext>;
  readonly destination: (context: AudioContext) => AudioNode;
}

/** Pieces that wait, synthesised, while another sounds: a long text takes no more memory than a short one. */
const PIECES_AHEAD = 2;

interface Part {
  readonly start: Seconds;
  readonly end: Seconds;
  readonly track: VisemeTrack;
}

/**
 * Begins to say a text: each piece is synthesised while those before it sound. Where one can't be made, those before it are
 * heard to their end.
 *
 * @param recital null where nothing in the text can be said: it finishes without a sound
 */
export function startUtterance(request: SpeechRequest, recital: Recital | null, clock: Clock, listener: SpeechListener, tools: UtteranceTools): Utterance {
  const parts: Part[] = [];
  const stopping = new AbortController();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let context: AudioContext | null = null;
  let playback: Playback | null = null;
  let heard: () => Seconds = () => 0;
  let over = false;
  let level: Unit = 1;
  let raise = (): void => undefined;
  let settle: { resolve: (outcome: SpeechOutcome) => void; reject: (problem: AttuneError) => void };
  const outcome = new Promise<SpeechOutcome>((resolve, reject) => {
    settle = { resolve, reject };
  });

  const end = (result: SpeechOutcome | AttuneError): void => {
    if (over) return;
    over = true;
    for (const timer of timers) clearTimeout(timer);
    raise();
    stopping.abort();
    context?.removeEventListener('statechange', onStateChange);
    playback?.stop();
    if (result instanceof AttuneError) settle.reject(result);
    else settle.resolve(result);
  };

  const onStateChange = (): void => {
    if (context?.state === 'closed') end(new AttuneError('speech-failed', 'The audio was closed while an utterance sounded. Open it again to speak.'));
  };

  /** Calls `action` once the sound of `time` has left the loudspeaker, however long the context pauses before. */
  const whenHeard = (time: Seconds, action: () => void): void => {
    const rest = time - heard();
    if (rest <= 0) return action();
    const timer = setTimeout(() => {
      timers.delete(timer);
      whenHeard(time, action);
    }, Math.max(2, rest * 1000));
    timers.add(timer);
  };

  const add = (sound: Playback, { samples, track, said }: Piece, before: Piece | null): void => {
    const start = sound.add(samples);
    parts.push({ start, end: sound.end, track });
    whenHeard(sound.end, () => listener.said?.(said));
    if (before) return;
    const duration = (sound.end - start) / said;
    whenHeard(start, () => listener.started(clock.now() - (heard() - start), duration));
  };

  const run = async ({ prepare, pieces }: Recital): Promise<void> => {
    const [opened] = await Promise.all([tools.openAudio(), prepare()]);
    if (over) return;
    context = opened;
    context.addEventListener('statechange', onStateChange);
    heard = createHeardTime(context);
    const sound = createPlayback(context, tools.destination(context));
    playback = sound;
    let last: Piece | null = null;
    let failure: AttuneError | null = null;
    try {
      for await (const piece of pieces(context.sampleRate, stopping.signal)) {
        if (!last && level < 1) await new Promise<void>((resolve) => (raise = resolve));
        if (over) return;
        add(sound, piece, last);
        last = piece;
        await sound.until(PIECES_AHEAD);
      }
    } catch (thrown) {
      failure = asProblem(thrown, 'speech-failed', 'Could not speak');
    }
    if (!last) return end(failure ?? 'finished');
    await sound.until(0);
    if (!over) whenHeard(sound.end, () => end(failure ?? 'finished'));
  };

  if (recital) run(recital).catch((thrown: unknown) => end(asProblem(thrown, 'speech-failed', 'Could not speak')));
  else end('finished');

  return {
    id: request.id,
    outcome,
    cancel: () => end('cancelled'),
    duck(next) {
      level = next;
      if (level === 1) raise();
      if (parts.length > 0) playback?.duck(level);
    },
    sampleMouth(mouth) {
      if (over || context?.state !== 'running') return closeMouth(mouth);
      const now = heard();
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!;
        if (now >= part.start && now < part.end) return part.track.sample(now - part.start, mouth);
      }
      closeMouth(mouth);
    },
  };
}
