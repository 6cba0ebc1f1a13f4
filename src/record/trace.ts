import type {
  AgentEvent, AgentSettings, Category, Conflict, ContextEvent, Cue, DialogueAct, Emotion, EmpathyPlan, Episode, FusionMethod, Gesture, Intent, Language, Phase, ProblemCode, Risk, Seconds, Sense, SenseStatus, SessionTime, Unit,
} from '../core/index.ts';
import type { RecordedWords, Study } from './log.ts';

/** A belief over time. The mean is NaN where nothing is known; so is the variance where its sense tells nothing. */
export interface BeliefTrace {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/** An estimate over time, one value for every event. */
export interface EstimateTrace {
  readonly valence: BeliefTrace;
  readonly arousal: BeliefTrace;
  readonly dominance: BeliefTrace;
  readonly emotions: Readonly<Record<Emotion, Float32Array>>;
}

/** What all senses together say, and what is made of it. */
export interface FusedTrace extends EstimateTrace {
  readonly intensity: Float32Array;
  readonly certainty: Float32Array;
  /** How far the senses contradict each other. */
  readonly conflict: Float32Array;
  /** Change of valence per second, over about 15 s; NaN while too little is known. */
  readonly slope: Float32Array;
  readonly volatility: Float32Array;
}

/** What one sense observed, as it came. */
export interface SignalTrace {
  /** When each was captured: earlier than its row, and not always in order. */
  readonly at: Float64Array;
  /** With which event each came: a place in {@link SessionTrace.at}, ascending. */
  readonly row: Uint32Array;
  /** By the names of SIGNAL_COLUMNS; NaN is missing. A column of which everything is missing is absent. */
  readonly columns: Readonly<Record<string, Float32Array>>;
}

/** A stretch of time. What still lasted when the record ended ends with it. */
export interface Span {
  readonly start: SessionTime;
  readonly end: SessionTime;
}

/** A span of time through which something kept its value. */
export interface ValueSpan<T> extends Span {
  readonly value: T;
}

/** Two senses contradicting each other, and how strongly at the most. */
export interface ConflictSpan extends Span {
  readonly between: NonNullable<Conflict['between']>;
  readonly degree: Unit;
}

/** Something that the agent said, or meant to say. */
export interface TracedUtterance {
  readonly id: string;
  readonly act: DialogueAct;
  /** Who decided on it: the agent itself, or a person who operated it. */
  readonly by: 'agent' | 'operator';
  /** The message that it answers. */
  readonly heard: string | null;
  readonly asked: SessionTime;
  /** Null where it was never heard. */
  readonly started: SessionTime | null;
  /** Null where it still lasted when the record ended. */
  readonly ended: SessionTime | null;
  readonly outcome: Extract<AgentEvent, { type: 'utterance-end' }>['outcome'] | null;
  /** Null without consent to recording words. */
  readonly text: string | null;
}

/** Something that happened at one moment. */
export type Mark = { readonly at: SessionTime } & (
  | { readonly kind: 'message'; readonly id: string; readonly source: string; readonly language: Language; readonly intent: Intent; readonly domain: string | null; readonly quality: Unit; readonly risk: Risk | null; readonly text: string | null }
  | { readonly kind: 'context'; readonly event: ContextEvent }
  | { readonly kind: 'report'; readonly emotion: Emotion }
  | { readonly kind: 'words-missed' }
  | { readonly kind: 'visitor'; readonly change: 'arrived' | 'left' }
  | { readonly kind: 'operator'; readonly present: boolean }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'fusion'; readonly method: FusionMethod; readonly net: string | null }
  | { readonly kind: 'sense'; readonly sense: Sense; readonly status: SenseStatus; readonly problem: ProblemCode | null }
  | { readonly kind: 'plan'; readonly id: string; readonly strategy: EmpathyPlan['strategy']; readonly onto: EmpathyPlan['onto'] }
  | { readonly kind: 'gesture'; readonly gesture: Gesture; readonly strength: Unit; readonly duration: Seconds }
  | { readonly kind: 'expression'; readonly emotion: Emotion; readonly weight: Unit }
  | { readonly kind: 'posture'; readonly posture: Extract<Cue, { kind: 'posture' }>['posture'] }
  | { readonly kind: 'sound'; readonly earcon: Extract<Cue, { kind: 'sound' }>['earcon'] }
);

/** Whether the replay did what was recorded. */
export interface Exactness {
  /** How many cues the log holds, and how many the replay gave. */
  readonly recorded: number;
  readonly replayed: number;
  /** Where they first differ, by the replay's time; null where they are identical, byte for byte. */
  readonly differs: { readonly cue: number; readonly at: SessionTime } | null;
}

/** What an event is, for a column of numbers: a place in this list. */
export const EVENT_KINDS = [
  'face', 'voice', 'text', 'context', 'report', 'tick', 'sense', 'speech-start', 'speech-end', 'words-missed', 'utterance-start', 'utterance-end', 'language', 'fusion', 'visitor', 'gesture',
  'speech-confirmed', 'speech-pause', 'pitch-low', 'crisis-over', 'operator', 'operator-act', 'motion', 'style',
] as const;
/** The kind of an event in a trace, as one of {@link EVENT_KINDS}; a trace holds its index. */
export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * A session over time, for those who plot it. Times are seconds on the session's own clock; every column of
 * `fused` and `senses` has one value for each event, as of just after it.
 */
export interface SessionTrace {
  readonly version: number;
  readonly settings: AgentSettings;
  /** Null outside of a study. */
  readonly study: Study | null;
  /** When the first event came, and the last; both 0 where none did. */
  readonly start: SessionTime;
  readonly end: SessionTime;
  /** When each event came, never descending. */
  readonly at: Float64Array;
  /** What each was, as a place in {@link EVENT_KINDS}. */
  readonly kinds: Uint8Array;
  readonly fused: FusedTrace;
  /** Each sense's own view, smoothed and ageing; a sense that never told anything is absent. */
  readonly senses: Readonly<Partial<Record<Sense, EstimateTrace>>>;
  /** What each sense observed; a sense that never did is absent. */
  readonly signals: Readonly<Partial<Record<Sense, SignalTrace>>>;
  /** One after the other, without gaps. */
  readonly phases: readonly ValueSpan<Phase>[];
  /** Only while something stands out. */
  readonly categories: readonly ValueSpan<Exclude<Category, null>>[];
  readonly episodes: readonly Episode[];
  readonly conflicts: readonly ConflictSpan[];
  /** How each sense was doing, without gaps. */
  readonly statuses: Readonly<Record<Sense, readonly ValueSpan<SenseStatus>[]>>;
  /** When the player spoke. */
  readonly speeches: readonly Span[];
  readonly utterances: readonly TracedUtterance[];
  /** In the order in which they happened. */
  readonly marks: readonly Mark[];
  /** Empty without consent to recording words. */
  readonly words: readonly RecordedWords[];
  /** The fusion net that the session used and the replay had to do without, so that it may have gone another way; null where none was missed. */
  readonly missingNet: string | null;
  /** Null where the log holds no cues to compare with. */
  readonly exactness: Exactness | null;
  /** Whether the log ends in the middle of a line. */
  readonly cut: boolean;
}
