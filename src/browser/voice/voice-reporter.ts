import type { AttuneError, Clock, Decibels, ProblemCode, Seconds, SenseStatus, SessionTime, SignalSink } from '../../core/index.ts';
import { SILENCE } from './level.ts';
import type { WordHearing } from './word-hearing.ts';
import { summariseSilence, type VoiceFunctionals } from './voice-functionals.ts';

/** Says to the session what the voice pipeline found, so that starts and ends always alternate. */
export interface VoiceReporter {
  status(status: SenseStatus, problem?: ProblemCode | null): void;
  problem(problem: AttuneError): void;
  speechStart(onset: SessionTime): void;
  /** The speech under way is surely one. */
  speechConfirmed(at: SessionTime): void;
  /** The player's pitch has been low. */
  pitchLow(at: SessionTime): void;
  /** The speech under way fell silent at `offset`, for now: what is awaited before it is over, and whether its words want more to follow. */
  speechPause(offset: SessionTime, patience: Seconds, open: boolean | null): void;
  /** Ends the speech under way, if any: at `offset`, noticed at `heard`. */
  speechEnd(offset: SessionTime, heard: SessionTime): void;
  figures(figures: VoiceFunctionals, at: SessionTime, source: string): void;
  /** The level now, which the signal at the end of speech carries. */
  level(level: Decibels): void;
}

/** Reports to a sink until `signal` aborts. */
export function createVoiceReporter(clock: Clock, sink: SignalSink, words: Pick<WordHearing, 'hears' | 'begin' | 'end'>): VoiceReporter {
  let speaking = false;
  let level = SILENCE;

  const send = (figures: VoiceFunctionals, at: SessionTime, source: string): void => {
    const latency = Math.max(0, clock.now() - at);
    sink.event({ type: 'signal', at, signal: { kind: 'voice', at, latency, source, ...figures } });
  };

  return {
    status: (status, problem = null) => sink.event({ type: 'sense', at: clock.now(), sense: 'voice', status, problem }),
    problem: (problem) => sink.problem(problem),
    speechStart(onset) {
      if (speaking) return;
      speaking = true;
      sink.event({ type: 'speech-start', at: onset, confirms: true });
      words.begin(onset);
    },
    speechConfirmed(at) {
      if (speaking) sink.event({ type: 'speech-confirmed', at });
    },
    pitchLow(at) {
      if (speaking) sink.event({ type: 'pitch-low', at });
    },
    speechPause(offset, patience, open) {
      if (speaking) sink.event({ type: 'speech-pause', at: offset, patience, open });
    },
    speechEnd(offset, heard) {
      if (!speaking) return;
      speaking = false;
      sink.event({ type: 'speech-end', at: offset, words: words.hears });
      send(summariseSilence(level), heard, 'silence');
      words.end(Math.max(0, heard - offset));
    },
    figures(figures, at, source) {
      // Figures already on their way when a reset or a stop ended the speech.
      if (speaking) send(figures, at, source);
    },
    level(now) {
      level = now;
    },
  };
}
