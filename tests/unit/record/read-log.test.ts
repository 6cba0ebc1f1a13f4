import fc from 'fast-check';
import { affectOfEmotions, type AgentEvent, BLENDSHAPES, byEmotion, type Cue, cueLine, DEFAULT_CHARACTER, type Emotion, type EmotionFuser, eventLine, headerLine, initialState, LOG_VERSION, PROBLEM_CODES, readText, SENSES, UNIFORM, wordsLine } from 'attune';
import { createLogReader, type LogEntry, netsOf, parseLog, replay, withoutNet } from 'attune/record';
import { fakeFace, fakeVoice } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { EVENT_SCHEMA } from '../../../src/core/agent/event-schema.ts';
import { anySession } from '../core/arbitraries.ts';

const header = headerLine({ seed: 42, language: 'en', character: DEFAULT_CHARACTER });
const leaning = (emotion: Emotion) => byEmotion((each) => (each === emotion ? 0.72 : 0.04));
const logOf = (events: readonly AgentEvent[]): string => [header, ...events.map(eventLine)].join('\n');

describe('the event log', () => {
  it('gives the same cues again, byte for byte', () => {
    fc.assert(fc.property(anySession, (events) => {
      const text = logOf(events);
      const once = replay(parseLog(text));
      const again = replay(parseLog(text));
      expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    }), { numRuns: 100 });
  });

  it('takes chances by its seed: another seed gives other glances', () => {
    const events = Array.from({ length: 600 }, (_, i): AgentEvent => ({ type: 'tick', at: i / 10 }));
    const other = headerLine({ seed: 43, language: 'en', character: DEFAULT_CHARACTER });
    const lines = events.map(eventLine);
    expect(JSON.stringify(replay(parseLog([header, ...lines].join('\n'))).cues)).not.toBe(JSON.stringify(replay(parseLog([other, ...lines].join('\n'))).cues));
  });

  it('needs the fusion net that a session used, or to be told to do without', () => {
    const fuser: EmotionFuser = { name: 'fusion-1', fuse: ({ face }) => face };
    const looks = [0, 1, 2].flatMap((at): AgentEvent[] => [
      { type: 'signal', at, signal: fakeFace(at, {}, { expression: { whole: leaning('anger'), upper: leaning('anger') } }) },
      { type: 'signal', at, signal: fakeVoice(at, { expression: { ...affectOfEmotions(leaning('sadness')), emotions: leaning('sadness') } }) },
    ]);
    const begun = headerLine({ seed: 42, language: 'en', character: DEFAULT_CHARACTER, fusion: { method: 'learned', net: 'fusion-1' } });
    const later = [header, ...[{ type: 'fusion', at: 0, method: 'auto', net: 'fusion-1' } as const, ...looks].map(eventLine)].join('\n');
    for (const text of [[begun, ...looks.map(eventLine)].join('\n'), later]) {
      const log = parseLog(text);
      expect(netsOf(log)).toEqual(['fusion-1']);
      expect(replay(log, { fuser }).state.affect.fusion).toEqual({ by: 'learned', instead: null });
      expect(replay(log, { fuser }).state.affect.estimate.emotions.anger).toBeGreaterThan(0.65);
      expect(() => replay(log)).toThrow(/"fusion-1".*got none/);
      expect(() => replay(log, { fuser: { ...fuser, name: 'fusion-2' } })).toThrow(/"fusion-1".*got "fusion-2"/);
      expect(netsOf(withoutNet(log))).toEqual([]);
      expect(replay(withoutNet(log)).state.affect.fusion).toEqual({ by: 'weighted', instead: 'no-net' });
    }
  });

  it('keeps words and cues apart, which are no events', () => {
    const words = { at: 1, id: 'message-1', speaker: 'player', text: 'private' } as const;
    const blink: Cue = { kind: 'blink', at: 1, duration: 0.2 };
    const log = parseLog([header, wordsLine(words), eventLine({ type: 'tick', at: 1 }), cueLine(blink)].join('\n'));
    expect(log).toMatchObject({ version: LOG_VERSION, events: [{ type: 'tick', at: 1 }], words: [words], cues: [blink], cut: false });
  });

  it('reads logs of version 1, whose words have no id', () => {
    const old = { ...JSON.parse(header) as object, version: 1 };
    const log = parseLog([JSON.stringify(old), JSON.stringify({ type: 'words', at: 1, speaker: 'agent', text: 'Hello.' })].join('\n'));
    expect(log).toMatchObject({ version: 1, words: [{ id: null, text: 'Hello.' }], cues: [] });
  });

  it('reads characters of before they had a personality', () => {
    const old = { ...JSON.parse(header) as object, version: 1, character: { name: 'Ada', sharesJoy: 0.9, showsConcern: 0.2, warmth: 0.1, restingArousal: -0.1 } };
    const { character } = parseLog(JSON.stringify(old)).settings;
    expect(character).toMatchObject({ name: 'Ada', warmth: 0.1, empathy: { joy: 0.9, concern: 0.2 } });
    expect(initialState({ seed: 1, language: 'en', character }).inner.mood.arousal).toBeCloseTo(-0.1, 9);
  });

  it('says the same wherever its parts are cut', () => {
    const text = `\u{FEFF}${logOf(SPECIMENS)}\r\n\n`;
    fc.assert(fc.property(fc.array(fc.nat(text.length)), (cuts) => {
      const entries: LogEntry[] = [];
      const reader = createLogReader((entry) => entries.push(entry));
      const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      for (let i = 1; i < places.length; i += 1) reader.write(text.slice(places[i - 1], places[i]));
      reader.end();
      expect(entries.flatMap((entry) => (entry.type === 'event' ? [entry.event] : []))).toEqual(SPECIMENS);
    }), { numRuns: 50 });
  });

  it('reads a log that breaks off in the middle of its last line up to there, and says so', () => {
    const whole = logOf(SPECIMENS);
    for (let length = header.length + 2; length < whole.length; length += 97) {
      const text = whole.slice(0, length);
      const log = parseLog(text);
      expect(log.events).toEqual(SPECIMENS.slice(0, log.events.length));
      expect(log.cut).toBe(header.length + log.events.reduce((sum, event) => sum + 1 + eventLine(event).length, 0) + 1 < length);
    }
  });

  it.each([
    ['an empty text', '', /Expected an event log/],
    ['another format', '{"attune":"other"}', /Line 1.*header.*attune/],
    ['a header that breaks off', header.slice(0, -9), /Line 1.*no JSON/],
    ['a later version', header.replace('"version":2', '"version":3'), /Line 1.*version 3.*up to version 2. Update/],
    ['a broken line', `${header}\n{"type":"tick"\n`, /Line 2.*no JSON/],
    ['a broken line between others', `${header}\n\n{"type":"tick"\n${eventLine({ type: 'tick', at: 1 })}`, /Line 3.*no JSON/],
    ['a file that is no log', '\u{0}'.repeat(1_000_001), /Line 1 .*longer/],
    ['words of nobody', `${header}\n{"type":"words","at":1,"speaker":"ghost","text":"boo"}`, /Line 2.*speaker/],
    ['an unknown type', `${header}\n{"type":"dance","at":1}`, /Line 2.*type/],
    ['a missing time', `${header}\n{"type":"tick"}`, /Line 2.*at at/],
    ['an infinite number', `${header}\n{"type":"tick","at":1e999}`, /Line 2/],
    ['a value out of range', logOf([{ type: 'signal', at: 1, signal: fakeFace(1, { smile: 3 }) }]), /signal\.scores\.smile/],
  ])('refuses %s with a sentence that says where', (_, text, message) => {
    expect(() => parseLog(text)).toThrow(message);
  });
});

/** Every event type and every kind of signal, each with everything it may carry. */
const SPECIMENS: readonly AgentEvent[] = [
  { type: 'tick', at: 1 },
  { type: 'signal', at: 1, signal: fakeFace(1, { smile: 0.5 }) },
  { type: 'signal', at: 1, signal: fakeFace(1, {}, { blendshapes: BLENDSHAPES.map(() => 0.25), expression: { whole: UNIFORM, upper: UNIFORM }, mouth: 0.5, others: 2 }) },
  { type: 'signal', at: 1, signal: fakeVoice(1) },
  { type: 'signal', at: 1, signal: { kind: 'text', at: 1, latency: 0, source: 'typed', quality: 1, id: 'message-1', language: 'en', reading: readText('I am happy'), risk: null } },
  { type: 'signal', at: 1, signal: { kind: 'context', at: 1, latency: 0, source: 'host', quality: 1, event: 'won' } },
  { type: 'signal', at: 1, signal: { kind: 'report', at: 1, latency: 0, source: 'player', quality: 1, emotion: 'sadness' } },
  { type: 'signal', at: 1, signal: { kind: 'motion', at: 1, latency: 0, source: 'headset', quality: 1, window: 0.5, speed: 0.2, stillness: 0.5, gesture: 'nod' } },
  ...SENSES.map((sense): AgentEvent => ({ type: 'sense', at: 1, sense, status: 'failed', problem: PROBLEM_CODES[0] })),
  { type: 'speech-start', at: 1, confirms: true },
  { type: 'speech-confirmed', at: 1 },
  { type: 'pitch-low', at: 1 },
  { type: 'speech-pause', at: 1, patience: 0.6, open: null },
  { type: 'speech-end', at: 1, words: true },
  { type: 'words-missed', at: 1 },
  { type: 'utterance-start', at: 1, id: 'utterance-1', duration: 2 },
  { type: 'utterance-end', at: 1, id: 'utterance-1', outcome: 'finished' },
  { type: 'gesture', at: 1, gesture: 'nod', strength: 0.5 },
  { type: 'language', at: 1, language: 'zh' },
  { type: 'visitor', at: 1, change: 'arrived' },
  { type: 'crisis-over', at: 1 },
  { type: 'operator', at: 1, present: true },
  { type: 'style', at: 1, style: { verbosity: 0, warmth: 1, mirroring: 0, pace: -1, initiative: 0, asking: 1 } },
  { type: 'operator-act', at: 1, strategy: 'comfort', act: 'comfort', skill: 'reflection', words: 'operator-words-1' },
  { type: 'fusion', at: 1, method: 'learned', net: 'fusion-1' },
];

interface Described {
  readonly type: string;
  readonly options?: readonly Described[];
  readonly entries?: Readonly<Record<string, Described>>;
  readonly literal?: unknown;
  readonly wrapped?: Described;
}

describe('what may be logged', () => {
  const schema = EVENT_SCHEMA as unknown as Described;

  it('has a specimen of every event type and signal kind', () => {
    const types = (schema.options ?? []).map(({ entries }) => entries?.type?.literal);
    expect(new Set(SPECIMENS.map(({ type }) => type))).toEqual(new Set(types));
    const signals = (schema.options ?? []).find(({ entries }) => entries?.type?.literal === 'signal')?.entries?.signal;
    expect(new Set(SPECIMENS.flatMap((event) => (event.type === 'signal' ? [event.signal.kind] : [])))).toEqual(new Set((signals?.options ?? []).map(({ entries }) => entries?.kind?.literal)));
  });

  /** Lists, typed arrays and free text are where landmarks, spectra, embeddings and words would hide. */
  it('has no list but the blendshapes, no buffer and no free text anywhere in its schema', () => {
    const seen: string[] = [];
    const lists: string[] = [];
    const walk = (each: Described, path: string): void => {
      seen.push(each.type);
      expect(['tuple', 'record', 'map', 'set', 'any', 'unknown', 'instance', 'blob', 'file', 'loose_object', 'custom']).not.toContain(each.type);
      if (each.type === 'array') lists.push(path);
      for (const option of each.type === 'variant' ? each.options ?? [] : []) walk(option, path);
      for (const [key, entry] of Object.entries(each.entries ?? {})) walk(entry, `${path}.${key}`);
      if (each.wrapped) walk(each.wrapped, path);
    };
    walk(schema, 'event');
    expect(seen.length).toBeGreaterThan(60);
    expect(lists).toEqual(['event.signal.blendshapes']);
  });

  it.each([
    ['more numbers than there are blendshapes', [...BLENDSHAPES.map(() => 0), 0]], ['fewer', [0]], ['a landmark', BLENDSHAPES.map(() => [0, 0, 0])], ['a number out of range', BLENDSHAPES.map(() => 2)],
  ])('takes no %s for blendshapes', (_, blendshapes) => {
    expect(() => parseLog(logOf([{ type: 'signal', at: 1, signal: { ...fakeFace(1), blendshapes: blendshapes as number[] } }]))).toThrow(/signal\.blendshapes/);
  });

  it('admits a log of before there were models for the face, as unknown', () => {
    const { blendshapes, expression, mouth, others, ...before } = fakeFace(1, { smile: 0.5 });
    expect([blendshapes, expression, mouth, others]).toEqual([null, null, 1, 0]);
    const old = `${header}\n${JSON.stringify({ type: 'signal', at: 1, signal: before })}`;
    expect(parseLog(old).events).toEqual([{ type: 'signal', at: 1, signal: fakeFace(1, { smile: 0.5 }) }]);
  });

  it.each(SPECIMENS.map((event) => [event.type === 'signal' ? event.signal.kind : event.type, event] as const))('drops from a %s whatever could identify a person', (_, event) => {
    const secrets = { landmarks: [[0.1, 0.2, 0.3]], embedding: [1, 2], mfcc: [3, 4], spectrum: [5], crop: 'data:image/png;base64,AAAA', text: 'my secret' };
    const smuggled: unknown = event.type === 'signal'
      ? { ...event, ...secrets, signal: { ...event.signal, ...secrets } }
      : { ...event, ...secrets };
    const log = parseLog(`${header}\n${JSON.stringify(smuggled)}`);
    expect(log.events).toEqual([event]);
  });

  it('limits every string to a short name', () => {
    const long = 'x'.repeat(65);
    expect(() => parseLog(logOf([{ type: 'utterance-start', at: 1, id: long, duration: 1 }]))).toThrow(/id/);
    expect(() => parseLog(logOf([{ type: 'signal', at: 1, signal: { ...fakeVoice(1), source: long } }]))).toThrow(/source/);
  });
});
