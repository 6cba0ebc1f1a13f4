import { SENSES } from '../../core/index.ts';
import { summariseTrace } from '../summarise.ts';
import { EVENT_KINDS, type SessionTrace } from '../trace.ts';
import { type Figures, shortFigure, shortTime, signalsOf, statesOf } from './figures.ts';

/** Counts up whenever a reader of the file would have to change. */
const TRACE_VERSION = 1;

/**
 * Writes a trace as one JSON object: the summary, the columns of the CSV as lists, and what happened. Missing is null.
 *
 * @returns the file in parts, so that it need not be in memory at once
 */
export function* jsonOf(trace: SessionTrace): Generator<string> {
  const { phases, categories, episodes, conflicts, statuses, speeches, utterances, marks, words } = trace;
  yield `{"attune":"trace","version":${TRACE_VERSION},"log":${trace.version},"settings":${JSON.stringify(trace.settings)}${trace.study ? `,"study":${JSON.stringify(trace.study)}` : ''},"summary":${JSON.stringify(summariseTrace(trace))}`;
  yield ',"updates":{';
  yield `"time_s":${list(trace.at, shortTime)}`;
  yield `,"event":${JSON.stringify(Array.from(trace.kinds, (kind) => EVENT_KINDS[kind]))}`;
  yield* columns(statesOf(trace));
  yield '},"signals":{';
  for (const [i, sense] of SENSES.filter((each) => trace.signals[each]).entries()) {
    const { at, row } = trace.signals[sense]!;
    yield `${i === 0 ? '' : ','}"${sense}":{"update":[${row.join(',')}],"captured_s":${list(at, shortTime)}`;
    yield* columns(signalsOf(trace, sense));
    yield '}';
  }
  yield '}';
  for (const [name, value] of Object.entries({ phases, categories, episodes, conflicts, statuses, speeches, utterances, marks, words })) yield `,"${name}":${JSON.stringify(value)}`;
  yield '}\n';
}

function* columns(figures: readonly Figures[]): Generator<string> {
  for (const { name, values } of figures) yield `,"${name}":${list(values, shortFigure)}`;
}

function list(values: Float32Array | Float64Array, short: (value: number) => number | null): string {
  return `[${Array.from(values, (value) => String(short(value))).join(',')}]`;
}
