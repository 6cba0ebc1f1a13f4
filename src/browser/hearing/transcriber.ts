import type { Decibels, HeardWords, Language, Seconds, Speech } from '../../core/index.ts';
import { RATE } from '../voice/voice-frame.ts';
import { createGrowingSound, type GrowingSound } from './growing-sound.ts';
import { findPause } from './pause.ts';
import { stablePrefix } from './stable-prefix.ts';
import { CLEAR } from './sureness.ts';
import { joinTranscripts, type Transcript } from './transcript.ts';

/**
 * Makes out the words of a stretch of sound; null when it was given up because nobody wants them any more. What is final may take
 * longer, since no later guess will correct it.
 */
export type Transcribe = (samples: Float32Array, wanted: () => boolean, final: boolean) => Promise<Transcript | null>;

export interface TranscriberOptions {
  readonly source: string;
  readonly language: Language;
  readonly transcribe: Transcribe;
  readonly words: (words: HeardWords) => void;
  /** A stretch of sound could not be made out; its words are left empty. */
  readonly failed: (thrown: unknown) => void;
  /** Whether words are told before a speech is over. */
  readonly partials: boolean;
  /** Seconds that only ever grow. */
  readonly now: () => Seconds;
}

/** Makes words of the sound of one speech after another, in the order in which they began. */
export interface Transcriber {
  begin(speech: Speech): void;
  push(samples: Float32Array): void;
  /** The player paused: the words so far may be all, and are made out as thoroughly as if they were. */
  pause(silence: Seconds): void;
  end(silence: Seconds): void;
  cancel(): void;
}

/** How much of the sound must be made out for all words to be there. */
function wordsEnd(sound: GrowingSound, silence: Seconds): number {
  return Math.max(0, sound.length - Math.max(0, silence - TAIL) * RATE);
}

/** A speech that is not answered yet. */
interface Pending extends Speech {
  /** What was not cut off yet. */
  readonly sound: GrowingSound;
  /** The words of what was cut off. */
  readonly done: Transcript[];
  /** Newest words of the sound, and how much of it they cover. */
  heard: { readonly transcript: Transcript; readonly samples: number; readonly thorough: boolean } | null;
  /** No look for a place to cut before it is so long, in samples. */
  uncut: number;
  /** What was told last. */
  told: string;
  /** How much of the sound must be covered for the words to be whole; null while the player speaks. */
  whole: number | null;
  /** The same for a pause whose words are wanted; null when they were told, or there was none. */
  paused: number | null;
  cancelled: boolean;
}

/** A first guess wants a word or two; later ones something new. */
const FIRST: Seconds = 0.7;
const EVERY: Seconds = 0.3;
/** Guesses take at most two thirds of the time, so that the device can do something else. */
const REST = 0.5;
/** Speech is cut in pauses once it is this long, since guessing anew takes longer the longer it is. */
const SOFT: Seconds = 8;
const PAUSE_DEPTH: Decibels = 15;
/** Speech without such a pause is cut where it is quietest: the model knows none of more than 30 s. */
const HARD: Seconds = 20;
const LOOK: Seconds = 0.5;
/** No cut so near to where the player is now: what follows might belong to it. */
const MARGIN: Seconds = 1;
/** Sound after the last word without which the word might not be known as whole. */
const TAIL: Seconds = 0.1;

export function createTranscriber(options: TranscriberOptions): Transcriber {
  const { source, language, transcribe, partials, now } = options;
  let pending: Pending[] = [];
  let busy = false;
  /** No guess before this moment. */
  let rested: Seconds = Number.NEGATIVE_INFINITY;

  const current = (): Pending | null => pending.findLast((speech) => speech.whole === null) ?? null;

  function tell(speech: Pending, final: boolean, paused = false): void {
    const { text, confidence } = joinTranscripts([...speech.done, ...(speech.heard ? [speech.heard.transcript] : [])]);
    if (!final && !paused && text === speech.told) return;
    const stable = final ? text.length : Math.max(stablePrefix(speech.told, text), Math.min(joinTranscripts(speech.done).text.length, text.length));
    speech.told = text;
    options.words({ id: speech.id, at: speech.at, text, stable, final, paused, confidence, language, source });
  }

  /** Where the sound must be cut now; null where it needn't. */
  function cutOf(speech: Pending): number | null {
    const { sound, whole } = speech;
    if (sound.length < speech.uncut) return null;
    const pause = findPause(sound.view(), (SOFT / 2) * RATE, (whole ?? sound.length) - MARGIN * RATE);
    if (pause && (pause.depth >= PAUSE_DEPTH || sound.length >= HARD * RATE)) return pause.at;
    speech.uncut = sound.length + LOOK * RATE;
    return null;
  }

  /** The words of the first samples; false when they were given up. */
  async function make(speech: Pending, samples: number, final: boolean, wanted: () => boolean = () => true): Promise<boolean> {
    // The sound may grow and move while its words are made.
    const sound = speech.sound.view(samples).slice();
    try {
      const transcript = await transcribe(sound, () => !speech.cancelled && wanted(), final);
      if (!transcript || speech.cancelled) return false;
      speech.heard = { transcript, samples, thorough: final };
    } catch (thrown) {
      if (speech.cancelled) return false;
      options.failed(thrown);
      speech.heard = { transcript: { text: '', confidence: 0 }, samples, thorough: true };
    }
    return true;
  }

  async function cut(speech: Pending, samples: number): Promise<void> {
    if (!(await make(speech, samples, true))) return;
    speech.done.push(speech.heard!.transcript);
    speech.heard = null;
    speech.sound.drop(samples);
    speech.uncut = SOFT * RATE;
    if (speech.whole !== null) speech.whole -= samples;
    if (speech.paused !== null) speech.paused -= samples;
  }

  async function guess(speech: Pending): Promise<void> {
    const began = now();
    const samples = speech.sound.length;
    const thorough = pauseDue(speech);
    // What was begun before the end serves as the whole when it covers all words; otherwise it is in the way. So it is before a pause.
    const made = await make(speech, samples, thorough, () => samples >= (speech.whole ?? speech.paused ?? 0));
    rested = now() + (now() - began) * REST;
    if (!made || speech.whole !== null) return;
    const paused = speech.paused !== null && covers(speech, speech.paused);
    if (paused) speech.paused = null;
    tell(speech, false, paused);
  }

  async function finish(speech: Pending): Promise<void> {
    if (!isWhole(speech) && !(await make(speech, speech.sound.length, true))) return;
    pending = pending.filter((each) => each !== speech);
    tell(speech, true);
  }

  /** Whether nothing better is to be had of so much of the sound than what was made out. */
  const covers = ({ heard }: Pending, samples: number): boolean => heard !== null && heard.samples >= samples && (heard.thorough || heard.transcript.confidence >= CLEAR);

  const isWhole = (speech: Pending): boolean => speech.whole !== null && covers(speech, speech.whole);

  const pauseDue = (speech: Pending): boolean => partials && speech.paused !== null && !covers(speech, speech.paused);

  const guessDue = ({ sound, heard }: Pending): boolean => partials && now() >= rested && sound.length >= (heard ? heard.samples + EVERY * RATE : FIRST * RATE);

  /** The most urgent thing to do. */
  function next(): Promise<void> | null {
    const [speech] = pending;
    if (!speech) return null;
    if (isWhole(speech)) return finish(speech);
    const at = cutOf(speech);
    if (at !== null) return cut(speech, at);
    if (speech.whole !== null) return finish(speech);
    return pauseDue(speech) || guessDue(speech) ? guess(speech) : null;
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let job = next(); job; job = next()) await job;
    busy = false;
  }

  return {
    begin(speech) {
      const left = current();
      if (left) left.cancelled = true;
      pending = [...pending.filter((each) => each !== left), { ...speech, sound: createGrowingSound(), done: [], heard: null, uncut: SOFT * RATE, told: '', whole: null, paused: null, cancelled: false }];
    },
    push(samples) {
      current()?.sound.push(samples);
      void work();
    },
    pause(silence) {
      const speech = current();
      if (!speech) return;
      speech.paused = wordsEnd(speech.sound, silence);
      if (partials && !busy && covers(speech, speech.paused)) {
        speech.paused = null;
        tell(speech, false, true);
      }
      void work();
    },
    end(silence) {
      const speech = current();
      if (!speech) return;
      speech.whole = wordsEnd(speech.sound, silence);
      void work();
    },
    cancel() {
      for (const speech of pending) speech.cancelled = true;
      pending = [];
    },
  };
}
