import * as v from 'valibot';
import { admit, admitEvent, type AgentEvent, AttuneError, type Character, CHARACTER_SCHEMA, clamp, COMPLIANCE_MODES, type Cue, DEFAULT_CHARACTER, FUSION_METHODS, LANGUAGES, LOG_VERSION, USE_CONTEXTS } from '../core/index.ts';
import type { EventLog, LogEntry, RecordedWords } from './log.ts';

/** Reads a log as it comes, in parts that may be cut anywhere. */
export interface LogReader {
  /** @throws {AttuneError} `bad-input`, naming the line and what was expected there */
  write(part: string): void;
  /** Tells that nothing more comes. @throws {AttuneError} `bad-input` where not even a header came */
  end(): { readonly lines: number; readonly cut: boolean };
}

/** No line of a session is nearly as long: what is longer is no log, and is not kept in memory to find that out. */
const LONGEST_LINE = 1_000_000;

const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const signed = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const time = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e10));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** A character of before it had a personality. Its resting arousal becomes the stability for which Mehrabian's formula gives that. */
const BEFORE_PERSONALITY = v.pipe(
  v.object({ name, sharesJoy: unit, showsConcern: unit, warmth: unit, restingArousal: signed }),
  v.transform(({ name: called, sharesJoy, showsConcern, warmth, restingArousal }): Character => ({
    ...DEFAULT_CHARACTER,
    name: called,
    warmth,
    traits: { openness: 0, conscientiousness: 0, extraversion: 0, agreeableness: 0, stability: clamp(-restingArousal / 0.57, -1, 1) },
    empathy: { ...DEFAULT_CHARACTER.empathy, joy: sharesJoy, concern: showsConcern },
  })),
);

const HEADER = v.object({
  attune: v.literal('event-log'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
  language: v.picklist(LANGUAGES),
  character: v.lazy((value) => (v.is(v.object({ sharesJoy: v.number() }), value) ? BEFORE_PERSONALITY : CHARACTER_SCHEMA)),
  // Absent from logs of before an agent could have a fusion net.
  fusion: v.optional(v.object({ method: v.picklist(FUSION_METHODS), net: v.nullable(name) }), { method: 'auto', net: null }),
  // Absent from logs of before an operator could declare what is read.
  compliance: v.exactOptional(v.object({ mode: v.picklist(COMPLIANCE_MODES), context: v.picklist(USE_CONTEXTS), consent: v.boolean(), introduces: v.boolean() })),
});

/** No spreadsheet takes one for a formula. */
const word = v.pipe(v.string(), v.regex(/^\w[\w-]{0,63}$/));
const answered = v.record(word, v.nullable(v.pipe(v.number(), v.finite())));

/** Notes of the study that a session was part of; they stand beside the settings. */
const STUDY = v.object({
  study: v.optional(v.object({
    condition: v.optional(v.nullable(word), null),
    answers: v.optional(v.record(word, v.object({ items: answered, scores: answered })), {}),
  })),
});

const WORDS = v.object({ type: v.literal('words'), at: time, id: v.optional(v.nullable(name), null), speaker: v.picklist(['player', 'agent']), text: v.string() });

/** Cues are only compared with those of the replay, never performed, so that nothing else of them is checked. */
const CUE = v.object({ type: v.literal('cue'), cue: v.looseObject({ kind: v.string(), at: time }) });

/** Reads a log line by line; `take` receives what each holds, the header first. */
export function createLogReader(take: (entry: LogEntry) => void): LogReader {
  let rest = '';
  let lines = 0;
  let begun = false;

  function read(line: string): void {
    lines += 1;
    if (line.trim() === '') return;
    take(numbered(lines, () => (begun ? entryOf(JSON.parse(line) as unknown) : headerOf(JSON.parse(line) as unknown))));
    begun = true;
  }

  return {
    write(part) {
      const parts = (lines === 0 && rest === '' ? part.replace(/^\u{FEFF}/u, '') : part).split('\n');
      for (let i = 0; i < parts.length - 1; i += 1) {
        read(rest + parts[i]!);
        rest = '';
      }
      rest += parts.at(-1)!;
      if (rest.length > LONGEST_LINE) throw new AttuneError('bad-input', `Line ${lines + 1} of the event log is longer than ${LONGEST_LINE} characters, so this is no event log. Choose a file that Attune recorded.`);
    },
    end() {
      const cut = begun && rest.trim() !== '' && !isJson(rest);
      if (!cut) read(rest);
      rest = '';
      if (!begun) throw new AttuneError('bad-input', 'Expected an event log, but the text is empty. Record a session first.');
      return { lines, cut };
    },
  };
}

/**
 * Reads a whole log.
 *
 * @throws {AttuneError} `bad-input`, naming the line and what was expected there
 */
export function parseLog(text: string): EventLog {
  let header: Extract<LogEntry, { type: 'header' }> | null = null;
  const events: AgentEvent[] = [];
  const words: RecordedWords[] = [];
  const cues: Cue[] = [];
  const reader = createLogReader((entry) => {
    if (entry.type === 'header') header = entry;
    else if (entry.type === 'event') events.push(entry.event);
    else if (entry.type === 'words') words.push(entry.words);
    else cues.push(entry.cue);
  });
  reader.write(text);
  const { cut } = reader.end();
  const { version, settings, study } = header!;
  return { version, settings, study, events, words, cues, cut };
}

function headerOf(value: unknown): LogEntry {
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > LOG_VERSION) {
    throw new AttuneError('bad-input', `it is of version ${version}, and this Attune reads logs up to version ${LOG_VERSION}. Update Attune.`);
  }
  const { version: written, attune: _, ...settings } = admit(HEADER, value, 'the header of an event log');
  return { type: 'header', version: written, settings, study: admit(STUDY, value, 'the header of an event log').study ?? null };
}

function entryOf(value: unknown): LogEntry {
  const type = (value as { type?: unknown } | null)?.type;
  if (type === 'words') {
    const { at, id, speaker, text } = admit(WORDS, value, 'recorded words');
    return { type, words: { at, id, speaker, text } };
  }
  if (type === 'cue') return { type, cue: admit(CUE, value, 'a recorded cue').cue as unknown as Cue };
  return { type: 'event', event: admitEvent(value) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function numbered<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    const reason = thrown instanceof SyntaxError ? 'it is no JSON.' : (thrown as Error).message;
    throw new AttuneError('bad-input', `Line ${line} of the event log can't be read: ${reason}`, thrown);
  }
}
