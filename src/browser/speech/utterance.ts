import {
  AttuneError, type Clock, type MouthWeights, type Seconds, type SpeechListener, type SpeechOutcome, type SpeechRequest, type Unit, asProblem,
  closeMouth,
} from '../../core/index.ts';
import { cleanText } from './clean-text.ts';
import type { FliteEngine } from './flite-engine.ts';
import { createHeardTime } from './heard-time.ts';
import { type Playback, createPlayback } from './playback.ts';
import { splitSentences } from './split-sentences.ts';
import { toneToProsody } from './tone-to-prosody.ts';
import { coarticulate } from './mouth/coarticulate.ts';
import { shapeFlitePhones } from './mouth/flite-shapes.ts';
import type { VisemeTrack } from './mouth/viseme-track.ts';
import type { FliteVoice } from './voices.ts';

/** One text on its way from words to sound. */
export interface Utterance {
  readonly id: string;
  readonly outcome: Promise<SpeechOutcome>;
  cancel(): void;
  /** Sounds softer, 1 as usual; before it has begun, it waits until that is 1 again. */
  duck(level: Unit): void;
  sampleMouth(mouth: MouthWeights): void;
}

export interface UtteranceTools {
  readonly engine: FliteEngine;
  readonly voice: FliteVoice;
  readonly openAudio: () => Promise<AudioContext>;
  readonly destination: (context: AudioContext) => AudioNode;
}

/** Silence kept around the sound: enough for the mouth to open ahead of it, and to breathe between sentences. */
const FIRST_LEAD: Seconds = 0.05;
const LEAD: Seconds = 0.1;
const SENTENCE_TAIL: Seconds = 0.25;
const CLAUSE_TAIL: Seconds = 0.08;
const LAST_TAIL: Seconds = 0.12;
/** Pieces that wait, synthesised, while another sounds: a long text takes no more memory than a short one. */
const PIECES_AHEAD = 2;

interface Part {
  readonly start: Seconds;
  readonly end: Seconds;
  readonly track: VisemeTrack;
}

/** Begins to say a text: each piece is synthesised while those before it sound. */
export function startUtterance(request: SpeechRequest, clock: Clock, listener: SpeechListener, tools: UtteranceTools): Utterance {
  const parts: Part[] = [];
  let context: AudioContext | null = null;
  let playback: Playback | null = null;
  let heard: () => Seconds = () => 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
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
    clearTimeout(timer);
    raise();
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
    if (rest <= 0) action();
    else timer = setTimeout(() => whenHeard(time, action), Math.max(2, rest * 1000));
  };

  const run = async (): Promise<void> => {
    const pieces = splitSentences(cleanText(request.text));
    if (pieces.length === 0) return end('finished');
    const prosody = toneToProsody(request.tone, tools.voice);
    const [opened] = await Promise.all([tools.openAudio(), tools.engine.prepare()]);
    if (over) return;
    context = opened;
    context.addEventListener('statechange', onStateChange);
    heard = createHeardTime(context);
    const sound = createPlayback(context, tools.destination(context));
    playback = sound;
    for (const [index, text] of pieces.entries()) {
      await sound.until(PIECES_AHEAD);
      const last = index === pieces.length - 1;
      const sentence = await tools.engine.say({
        text, voice: tools.voice, prosody, sampleRate: context.sampleRate,
        lead: index === 0 ? FIRST_LEAD : LEAD,
        tail: last ? LAST_TAIL : /[.!?]["')]*$/.test(text) ? SENTENCE_TAIL : CLAUSE_TAIL,
      });
      if (index === 0 && level < 1) await new Promise<void>((resolve) => (raise = resolve));
      if (over) return;
      const start = sound.add(sentence.samples);
      parts.push({ start, end: sound.end, track: coarticulate(shapeFlitePhones(sentence.phones), sentence.loudness) });
      if (index > 0) continue;
      const share = text.length / pieces.reduce((sum, piece) => sum + piece.length, 0);
      const duration = (sound.end - start) / share;
      whenHeard(start, () => listener.started(clock.now() - (heard() - start), duration));
    }
    await sound.until(0);
    if (!over) whenHeard(sound.end, () => end('finished'));
  };

  run().catch((thrown: unknown) => end(asProblem(thrown, 'speech-failed', 'Could not speak')));

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
