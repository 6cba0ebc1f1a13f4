export { createSessionTracer, traceSession, type SessionTracer, type TraceOptions } from './create-tracer.ts';
export type { Answers, EventLog, LogEntry, RecordedWords, Study } from './log.ts';
export { createLogReader, parseLog, type LogReader } from './read-log.ts';
export { netsOf, replay, withoutNet, type Replay, type ReplayOptions } from './replay.ts';
export { NOTICEABLE_CONFLICT } from './follow-affect.ts';
export { SIGNAL_COLUMNS } from './signal-columns.ts';
export {
  EVENT_KINDS, type BeliefTrace, type ConflictSpan, type EstimateTrace, type EventKind, type Exactness, type FusedTrace, type Mark, type SessionTrace, type SignalTrace, type Span,
  type TracedUtterance, type ValueSpan,
} from './trace.ts';
export { csvOf } from './export/csv.ts';
export { emotionMLOf } from './export/emotionml.ts';
export { jsonOf } from './export/json.ts';
export { summariseTrace, type MeanAffect, type SenseSummary, type SessionSummary } from './summarise.ts';
