import type { AffectEstimate, AgentEvent, HeardWords, SessionTime, VoiceSignal } from 'attune';
import type { VoiceStats } from 'attune/browser';

/** What was measured at one moment, about 15 times a second; null where nothing was heard in between. */
export interface Hop {
  readonly at: SessionTime;
  readonly stats: VoiceStats | null;
}

/** One signal of the voice, and what the agent made of it. */
export interface Reading {
  /** The microphone, or the name of a file. */
  readonly source: string;
  readonly signal: VoiceSignal;
  readonly stats: VoiceStats | null;
  readonly estimate: AffectEstimate | null;
}

/** From the onset of speech to its end. */
export interface Utterance {
  readonly from: SessionTime;
  /** Null while it goes on. */
  to: SessionTime | null;
  readonly signals: VoiceSignal[];
  /** How it appeared when it was last judged. */
  estimate: AffectEstimate | null;
  /** What was made out of it so far; null for nothing. */
  words: HeardWords | null;
  /** Whether its words are still to come. */
  awaited: boolean;
}

/** Everything that was measured, in this page's memory only. Never a sound. */
export interface Measurements {
  readonly hops: readonly Hop[];
  readonly readings: readonly Reading[];
  readonly utterances: readonly Utterance[];
  /** Another voice begins: nothing joins what was before with what follows. */
  begin(source: string, at: SessionTime): void;
  hear(stats: VoiceStats): void;
  /** @param estimate the agent's view of the voice after it took the event in; null while it has none */
  observe(event: AgentEvent, estimate: AffectEstimate | null): void;
  /** Words belong to the utterance that began when they did. */
  read(words: HeardWords): void;
  clear(): void;
}

/** As much as the charts can show: five minutes. */
const HOPS = 5 * 60 * 16;
/** An hour of speech without a pause. */
const READINGS = 60 * 60 * 4;
const UTTERANCES = 1000;

export function createMeasurements(): Measurements {
  let hops: Hop[] = [];
  let readings: Reading[] = [];
  let utterances: Utterance[] = [];
  let source = '';
  let newest: VoiceStats | null = null;
  /** Cut in steps, because taking the first one away moves all others. */
  const trim = <Kept>(list: Kept[], most: number): Kept[] => (list.length > most * 1.1 ? list.slice(-most) : list);

  return {
    get hops() {
      return hops;
    },
    get readings() {
      return readings;
    },
    get utterances() {
      return utterances;
    },
    begin(next, at) {
      source = next;
      newest = null;
      hops.push({ at, stats: null });
    },
    hear(stats) {
      newest = stats;
      hops = trim(hops, HOPS);
      hops.push({ at: stats.at, stats });
    },
    observe(event, estimate) {
      const current = utterances.at(-1);
      if (event.type === 'speech-start') {
        utterances = trim(utterances, UTTERANCES);
        utterances.push({ from: event.at, to: null, signals: [], estimate: null, words: null, awaited: false });
      } else if (event.type === 'speech-end' && current?.to === null) {
        current.to = event.at;
        current.awaited = event.words ?? false;
      } else if (event.type === 'signal' && event.signal.kind === 'voice') {
        readings = trim(readings, READINGS);
        readings.push({ source, signal: event.signal, stats: newest, estimate });
        if (current && event.signal.speaking) {
          current.signals.push(event.signal);
          current.estimate = estimate;
        }
      }
    },
    read(words) {
      const spoken = utterances.findLast(({ from }) => from === words.at);
      if (!spoken) return;
      spoken.words = words.text === '' ? null : words;
      if (words.final) spoken.awaited = false;
    },
    clear() {
      hops = [];
      readings = [];
      utterances = [];
    },
  };
}
