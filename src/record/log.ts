import type { AgentEvent, AgentSettings, Cue, SessionTime } from '../core/index.ts';

/** Words that were said, recorded with the player's consent. */
export interface RecordedWords {
  readonly at: SessionTime;
  /** By which events speak of them; null in logs of version 1. Words that were corrected come again with the same id. */
  readonly id: string | null;
  readonly speaker: 'player' | 'agent';
  readonly text: string;
}

/** What somebody answered to a questionnaire, and what comes of it by its own rules. Null is not answered. */
export interface Answers {
  readonly items: Readonly<Record<string, number | null>>;
  readonly scores: Readonly<Record<string, number | null>>;
}

/** What a study noted in the header of a log. The core knows nothing of it. */
export interface Study {
  /** How this session was treated, such as `mirroring`; null where there was one treatment only. */
  readonly condition: string | null;
  /** By the name of the questionnaire. */
  readonly answers: Readonly<Record<string, Answers>>;
}

/** A session on record, read into memory. A tracer needs less of it for a long one. */
export interface EventLog {
  readonly version: number;
  readonly settings: AgentSettings;
  /** Null outside of a study. */
  readonly study: Study | null;
  readonly events: readonly AgentEvent[];
  readonly words: readonly RecordedWords[];
  /** What the agent did, as it was recorded; empty in logs of version 1. */
  readonly cues: readonly Cue[];
  /** Whether the log ends in the middle of a line, as after a crash or on a full disk: it was read up to there. */
  readonly cut: boolean;
}

/** What one line of a log holds. */
export type LogEntry =
  | { readonly type: 'header'; readonly version: number; readonly settings: AgentSettings; readonly study: Study | null }
  | { readonly type: 'event'; readonly event: AgentEvent }
  | { readonly type: 'words'; readonly words: RecordedWords }
  | { readonly type: 'cue'; readonly cue: Cue };
