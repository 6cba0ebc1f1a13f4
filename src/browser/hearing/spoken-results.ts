import type { HeardWords, Language, Seconds, Speech, Unit } from '../../core/index.ts';
import type { RecognitionResultEvent } from './recognition-api.ts';
import { stablePrefix } from './stable-prefix.ts';
import { joinTranscripts, type Transcript } from './transcript.ts';
import { UNTOLD } from './untold.ts';

/** Tells what the browser hears all the time, as words of the speeches that it heard meanwhile. */
export interface SpokenResults {
  begin(speech: Speech): void;
  end(): void;
  take(event: RecognitionResultEvent): void;
  /** The recognition starts anew, and numbers its results from 0. */
  restart(): void;
  /** Nothing will be heard any more: what is awaited, and whatever ends from now on, has the words known by now. */
  giveUp(): void;
  cancel(): void;
  close(): void;
}

/** After the end of a speech the browser takes some time for the last words. */
const PATIENCE: Seconds = 2.5;

interface Pending extends Speech {
  ended: boolean;
  /** What earlier runs of the recognition made out. */
  readonly before: Transcript[];
  parts: readonly Transcript[];
  told: string;
}

export function createSpokenResults(source: string, language: Language, words: (words: HeardWords) => void): SpokenResults {
  let pending: Pending | null = null;
  /** The first result that belongs to the pending speech, and how many there are. */
  let [first, count] = [0, 0];
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(speech: Pending, final: boolean): void {
    const { text, confidence } = joinTranscripts([...speech.before, ...speech.parts]);
    if (!final && text === speech.told) return;
    const stable = final ? text.length : stablePrefix(speech.told, text);
    speech.told = text;
    words({ id: speech.id, at: speech.at, text, stable, final, confidence, language, source });
  }

  /** Answers the speech that has ended; what comes from now on belongs to the next. */
  function settle(): void {
    clearTimeout(timer);
    const speech = pending;
    pending = null;
    first = count;
    if (speech?.ended) tell(speech, true);
  }

  return {
    begin(speech) {
      settle();
      pending = { ...speech, ended: false, before: [], parts: [], told: '' };
    },
    end() {
      if (!pending || pending.ended) return;
      pending.ended = true;
      if (over) settle();
      else timer = setTimeout(settle, PATIENCE * 1000);
    },
    take({ results }) {
      count = results.length;
      if (!pending) {
        first = count;
        return;
      }
      const mine = Array.from(results).slice(first);
      pending.parts = mine.map((result) => ({ text: result[0]?.transcript.trim() ?? '', confidence: sure(result[0]?.confidence) }));
      if (pending.ended && mine.length > 0 && mine.every(({ isFinal }) => isFinal)) settle();
      else tell(pending, false);
    },
    restart() {
      if (pending) pending.before.push(...pending.parts);
      if (pending) pending.parts = [];
      first = count = 0;
    },
    giveUp() {
      over = true;
      settle();
    },
    cancel() {
      if (pending) pending.ended = false;
      settle();
    },
    close() {
      clearTimeout(timer);
      pending = null;
    },
  };
}

/** Browsers that don't tell how sure they are say 0. */
function sure(confidence: number | undefined): Unit {
  return confidence !== undefined && confidence > 0 && confidence <= 1 ? confidence : UNTOLD;
}
