import {
  asProblem, AttuneError, type Clock, closeMouth, LANGUAGES, type Language, type Seconds, type SessionTime, type SpeechListener, type SpeechOutcome, type SpeechRequest, type SpeechSynthesizer, type Unit,
} from '../../core/index.ts';
import { restOf } from './rest-of.ts';
import { expectOption } from './sounded-voice.ts';
import { languageOf } from './speakable-text.ts';

/** Who hears of voices that are missing or fail. */
export interface VoicesOptions {
  /**
   * Told once for each language that no voice speaks (`unsupported`), and whenever a voice fails: then another one goes on where
   * there is one.
   */
  readonly onProblem?: (problem: AttuneError) => void;
}

/** Several voices as one. */
export interface Voices extends SpeechSynthesizer {
  readonly voices: readonly SpeechSynthesizer[];
  /** Who would say this language now; null where nobody does. */
  voiceFor(language: Language): SpeechSynthesizer | null;
}

/** A voice that failed is passed over for so long, twice as long each time in a row. */
const FIRST_REST: Seconds = 15;
const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };

/**
 * Speaks by the first of several voices that knows the language. When one fails, also in the middle of a sentence, the next goes on
 * from where it stopped, as far as it told that; its `started` is told once. A text in another language than asked for is said in its
 * own, or not at all: a voice never spells out what it can't read.
 *
 * `speak` rejects with `unsupported` where no voice speaks the language, and with what the last voice said where all fail.
 *
 * @param voices the best first; they are this one's own from now on, and disposed with it
 * @throws {AttuneError} `bad-input` when there is none
 */
export function createVoices(voices: readonly SpeechSynthesizer[], { onProblem = () => undefined }: VoicesOptions = {}): Voices {
  expectOption(Array.isArray(voices) && voices.length > 0 && voices.every((voice) => typeof voice?.speak === 'function'), 'createVoices', 'a list of at least one voice', voices);
  /** How often in a row each has failed, and until when it rests. */
  const resting = new Map<SpeechSynthesizer, { readonly failures: number; readonly until: SessionTime }>();
  const told = new Set<Language>();
  let current: { readonly id: string; voice: SpeechSynthesizer | null; cancelled: boolean } | null = null;
  let level: Unit = 1;
  let disposed = false;

  const ready = (language: Language, now: SessionTime): SpeechSynthesizer[] => {
    const able = voices.filter((voice) => voice.speaks(language));
    const rested = able.filter((voice) => (resting.get(voice)?.until ?? -Infinity) <= now);
    // Where all have failed, the one that has rested longest is tried again.
    return rested.length > 0 ? rested : able.toSorted((a, b) => resting.get(a)!.until - resting.get(b)!.until).slice(0, 1);
  };
  const tellMissing = (language: Language): AttuneError => {
    const problem = new AttuneError('unsupported', `No voice here speaks ${NAMES[language]}, so what the agent says is only written. Install a ${NAMES[language]} voice in the system's settings, or add one to the page.`);
    if (!told.has(language)) onProblem(problem);
    told.add(language);
    return problem;
  };
  const rest = (voice: SpeechSynthesizer, now: SessionTime): void => {
    const failures = (resting.get(voice)?.failures ?? 0) + 1;
    resting.set(voice, { failures, until: now + FIRST_REST * 2 ** (failures - 1) });
  };

  async function speak(request: SpeechRequest, clock: Clock, listener: SpeechListener): Promise<SpeechOutcome> {
    const language = languageOf(request.text) ?? request.language;
    if (ready(language, clock.now()).length === 0) throw tellMissing(language);
    if (current) stop(current);
    const mine = { id: request.id, voice: null as SpeechSynthesizer | null, cancelled: false };
    current = mine;
    level = 1;
    const tried = new Set<SpeechSynthesizer>();
    let begun = false;
    let share: Unit = 0;
    let text = request.text;
    try {
      for (;;) {
        const voice = ready(language, clock.now()).find((each) => !tried.has(each))!;
        tried.add(voice);
        mine.voice = voice;
        const before = share;
        const outcome = voice.speak({ ...request, text, language }, clock, {
          started(at, duration) {
            if (!begun) listener.started(at, duration / (1 - before));
            begun = true;
          },
          said(part) {
            share = before + part * (1 - before);
            listener.said?.(share);
          },
        });
        if (level < 1) voice.duck?.(request.id, level);
        try {
          const result = await outcome;
          resting.delete(voice);
          return mine.cancelled ? 'cancelled' : result;
        } catch (thrown) {
          if (mine.cancelled) return 'cancelled';
          const problem = asProblem(thrown, 'speech-failed', 'A voice failed');
          if (problem.code === 'bad-input') throw problem;
          rest(voice, clock.now());
          text = restOf(request.text, share);
          if (text === '') return 'finished';
          if (disposed || !ready(language, clock.now()).some((each) => !tried.has(each))) throw problem;
          onProblem(problem);
        }
      }
    } finally {
      if (current === mine) current = null;
    }
  }

  const stop = (utterance: NonNullable<typeof current>): void => {
    utterance.cancelled = true;
    utterance.voice?.cancel(utterance.id);
  };

  return {
    voices,
    parts: voices.flatMap(({ parts = [] }) => parts),
    voiceFor: (language) => voices.find((voice) => voice.speaks(language)) ?? null,
    get capabilities() {
      const all = voices.map(({ capabilities }) => capabilities);
      const [first] = all;
      return {
        source: 'voices', languages: LANGUAGES.filter((language) => all.some(({ languages }) => languages.includes(language))),
        onDevice: all.every(({ onDevice }) => onDevice), mouth: first!.mouth, tone: all.some(({ tone }) => tone),
      };
    },
    speaks(language) {
      const able = voices.some((voice) => voice.speaks(language));
      if (!able) tellMissing(language);
      return able;
    },
    async speak(request, clock, listener) {
      if (disposed) throw new AttuneError('speech-failed', 'These voices were disposed; create others to speak.');
      if (typeof request.text !== 'string') throw new AttuneError('bad-input', `Expected a text to say, but got ${typeof request.text}.`);
      return speak(request, clock, listener);
    },
    duck(id, next) {
      if (current?.id !== id) return;
      level = next;
      current.voice?.duck?.(id, next);
    },
    cancel(id) {
      if (current?.id === id) stop(current);
    },
    sampleMouth(mouth) {
      if (current?.voice && !current.cancelled) current.voice.sampleMouth(mouth);
      else closeMouth(mouth);
    },
    async dispose() {
      disposed = true;
      if (current) stop(current);
      await Promise.all(voices.map((voice) => voice.dispose()));
    },
  };
}
