import { type AgentEvent, type AgentSettings, type AgentState, type Cue, type EmotionFuser, guardFuser, initialState, SENSES, type SenseStatus, step } from '../core/index.ts';
import { bySense } from './by-sense.ts';
import { createColumn } from './columns.ts';
import { createCueComparison } from './compare-cues.ts';
import { createAffectFollower } from './follow-affect.ts';
import { createConversationFollower } from './follow-conversation.ts';
import { createSignalFollower } from './follow-signals.ts';
import type { EventLog, LogEntry, RecordedWords, Study } from './log.ts';
import { createLogReader } from './read-log.ts';
import { expectNet } from './replay.ts';
import { createSpans } from './spans.ts';
import { EVENT_KINDS, type EventKind, type SessionTrace } from './trace.ts';

/** Traces a log as it comes, in parts that may be cut anywhere, so that none of its events is kept. */
export interface SessionTracer {
  /** @throws {AttuneError} `bad-input`, naming the line and what was expected there */
  write(part: string): void;
  /** The trace of everything that came. @throws {AttuneError} `bad-input` where not even a header did */
  finish(): SessionTrace;
}

/** By which fusion net a session is followed. */
export interface TraceOptions {
  /** The net that the session was fused by, where there was one. */
  readonly fuser?: EmotionFuser | null;
  /** Weighs face and voice where that net is missing, so that the session may go another way than it did. Default: false. */
  readonly withoutNet?: boolean;
}

/** Makes a tracer. Where the fusion net of a session is missing, writing throws an {@link AttuneError} `model-missing` unless told to do without. */
export function createSessionTracer(options: TraceOptions = {}): SessionTracer {
  const tracing = createTracing(options);
  const reader = createLogReader(tracing.take);
  return {
    write: reader.write,
    finish: () => tracing.finish(reader.end().cut),
  };
}

/**
 * Replays a log and keeps, in columns, what there is to plot.
 *
 * @throws {AttuneError} `model-missing` when the net that it was fused by is missing, unless told to do without
 */
export function traceSession({ version, settings, study, events, words, cues, cut }: EventLog, options: TraceOptions = {}): SessionTrace {
  const { take, finish } = createTracing(options);
  take({ type: 'header', version, settings, study });
  for (const event of events) take({ type: 'event', event });
  for (const each of words) take({ type: 'words', words: each });
  for (const cue of cues) take({ type: 'cue', cue });
  return finish(cut);
}

function createTracing({ fuser: net = null, withoutNet = false }: TraceOptions): { take(entry: LogEntry): void; finish(cut: boolean): SessionTrace } {
  const fuser = net && guardFuser(net);
  const at = createColumn((length) => new Float64Array(length));
  const kinds = createColumn((length) => new Uint8Array(length));
  const affect = createAffectFollower();
  const signals = createSignalFollower();
  const conversation = createConversationFollower();
  const comparison = createCueComparison();
  const statuses = bySense(() => createSpans<SenseStatus>());
  const words: RecordedWords[] = [];
  let version = 0;
  let settings: AgentSettings | null = null;
  let study: Study | null = null;
  let state: AgentState | null = null;
  let missingNet: string | null = null;
  let rows = 0;

  function needNet(name: string | null | undefined): void {
    if (!withoutNet) expectNet(name, fuser);
    else if (name != null && name !== fuser?.name) missingNet = name;
  }

  function takeEvent(event: AgentEvent): void {
    if (event.type === 'fusion') needNet(event.net);
    const [next, effects] = step(state!, event, fuser);
    const cues: Cue[] = [];
    for (const effect of effects) if (effect.type === 'perform') cues.push(effect.cue);
    if (event.type === 'signal') signals.follow(event.signal, rows);
    at.add(next.at);
    kinds.add(EVENT_KINDS.indexOf(kindOf(event)));
    affect.follow(next.at, next.affect);
    conversation.follow(event, next, cues);
    for (const cue of cues) comparison.replayed(cue);
    if (rows === 0 || event.type === 'sense') for (const sense of SENSES) statuses[sense].follow(next.at, next.senses[sense].status);
    state = next;
    rows += 1;
  }

  return {
    take(entry) {
      if (entry.type === 'header') {
        ({ version, settings, study } = entry);
        needNet(settings.fusion?.net);
        state = initialState(settings);
      } else if (entry.type === 'event') takeEvent(entry.event);
      else if (entry.type === 'words') words.push(entry.words);
      else comparison.recorded(entry.cue);
    },
    finish(cut) {
      const times = at.values();
      const end = times.at(-1) ?? 0;
      return {
        version, settings: settings!, study, start: times[0] ?? 0, end, at: times, kinds: kinds.values(),
        ...affect.all(end), signals: signals.all(), ...conversation.all(words),
        statuses: bySense((sense) => statuses[sense].until(end)), words, missingNet, exactness: comparison.result(), cut,
      };
    },
  };
}

function kindOf(event: AgentEvent): EventKind {
  return event.type === 'signal' ? event.signal.kind : event.type;
}
