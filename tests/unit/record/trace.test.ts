import fc from 'fast-check';
import { type AgentEvent, type AgentState, cueLine, DEFAULT_CHARACTER, eventLine, headerLine, SENSES, UNIFORM, wordsLine } from 'attune';
import { type ConflictSpan, createSessionTracer, EVENT_KINDS, type EventLog, NOTICEABLE_CONFLICT, replay, type SessionTrace, traceSession } from 'attune/record';
import { fakeFace, fakeVoice } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { anySession } from '../core/arbitraries.ts';

const settings = { seed: 7, language: 'en', character: DEFAULT_CHARACTER, fusion: { method: 'auto', net: null } } as const;
const logOf = (events: readonly AgentEvent[], more: Partial<EventLog> = {}): EventLog => ({ version: 2, settings, study: null, events, words: [], cues: [], cut: false, ...more });

function traceText(lines: readonly string[]): SessionTrace {
  const tracer = createSessionTracer();
  tracer.write(`${lines.join('\n')}\n`);
  return tracer.finish();
}

/** Five seconds of a smile, then a message, and ticks between. */
const SMILING: readonly AgentEvent[] = Array.from({ length: 150 }, (_, i): AgentEvent[] => {
  const at = i / 15;
  return [
    ...(i % 2 === 0 ? [{ type: 'tick', at } as const] : []),
    { type: 'signal', at, signal: i < 75 ? fakeFace(at, { smile: 0.8 }) : fakeFace(at, {}, { present: false, quality: 0, scores: null, pose: null, place: null }) },
  ];
}).flat();

describe('the trace of a session', () => {
  it('holds what a replay sees, event by event', () => {
    fc.assert(fc.property(anySession, (events) => {
      const states: AgentState[] = [];
      const { cues } = replay({ settings, events }, { onStep: (state) => states.push(state) });
      const trace = traceSession(logOf(events, { cues }));
      expect([...trace.at]).toEqual(states.map(({ at }) => at));
      expect([...trace.kinds].map((kind) => EVENT_KINDS[kind])).toEqual(events.map((event) => (event.type === 'signal' ? event.signal.kind : event.type)));
      expect([...trace.fused.valence.variance]).toEqual(states.map(({ affect }) => Math.fround(affect.estimate.valence.variance)));
      expect([...trace.fused.emotions.fear]).toEqual(states.map(({ affect }) => Math.fround(affect.estimate.emotions.fear)));
      expect([...trace.fused.conflict]).toEqual(states.map(({ affect }) => Math.fround(affect.conflict.degree)));
      for (const sense of SENSES) {
        const variances = states.map(({ affect }) => Math.fround(affect.senses[sense]?.arousal.variance ?? Number.NaN));
        if (trace.senses[sense]) expect([...trace.senses[sense].arousal.variance]).toEqual(variances);
        else expect(variances.every(Number.isNaN)).toBe(true);
      }
      expect(trace.exactness?.differs ?? null).toBeNull();
    }), { numRuns: 100 });
  });

  it('has phases without gaps, and every span within the session', () => {
    fc.assert(fc.property(anySession, (events) => {
      const trace = traceSession(logOf(events));
      for (const [i, { start, end }] of trace.phases.entries()) expect([start, end]).toEqual([i === 0 ? trace.start : trace.phases[i - 1]!.end, trace.phases[i + 1]?.start ?? trace.end]);
      const spans = [...trace.categories, ...trace.conflicts, ...trace.speeches, ...SENSES.flatMap((sense) => trace.statuses[sense])];
      for (const { start, end } of spans) expect(trace.start <= start && start <= end && end <= trace.end).toBe(true);
      expect(trace.marks.map(({ at }) => at)).toEqual(trace.marks.map(({ at }) => at).toSorted((a, b) => a - b));
    }), { numRuns: 100 });
  });

  it('is the same whether it was read from text or from memory', () => {
    fc.assert(fc.property(anySession, (session) => {
      // JSON knows no negative zero.
      const events = JSON.parse(JSON.stringify(session)) as AgentEvent[];
      const { cues } = replay({ settings, events });
      expect(traceText([headerLine(settings), ...events.map(eventLine), ...cues.map(cueLine)])).toEqual(traceSession(logOf(events, { cues })));
    }), { numRuns: 30 });
  });

  it('tells what is missing apart from nothing', () => {
    const { fused, senses, signals } = traceSession(logOf([{ type: 'tick', at: 0 }, { type: 'signal', at: 1, signal: fakeVoice(1, { pitch: null }) }]));
    expect([fused.valence.mean[0], fused.intensity[0]]).toEqual([Number.NaN, 0]);
    expect(senses.face).toBeUndefined();
    expect(senses.voice?.arousal.mean[0]).toBeNaN();
    expect(senses.voice?.arousal.mean[1]).not.toBeNaN();
    expect(signals.voice).toMatchObject({ at: Float64Array.of(1), row: Uint32Array.of(1) });
    expect(signals.voice?.columns.loudness).toEqual(Float32Array.of(-30));
    expect(signals.voice?.columns).not.toHaveProperty('pitch');
  });

  it('tells a feeling from its onset to its end, and what the player and the agent did', () => {
    const words = [{ at: 9, id: 'message-1', speaker: 'player', text: 'Lovly day' }, { at: 9, id: 'message-1', speaker: 'player', text: 'Lovely day' }, { at: 9.2, id: 'utterance-2', speaker: 'agent', text: 'Is it not?' }] as const;
    const reading = { valence: { mean: 0.6, variance: 0.1 }, arousal: { mean: 0, variance: 1 / 3 }, dominance: { mean: 0, variance: 1 / 3 }, emotions: { neutral: 0.1, happiness: 0.9, surprise: 0, sadness: 0, anger: 0, disgust: 0, fear: 0, contempt: 0 }, intent: 'statement', domain: null, cues: 1 } as const;
    const trace = traceText([
      headerLine(settings), ...SMILING.map(eventLine), ...words.map(wordsLine),
      eventLine({ type: 'signal', at: 10, signal: { kind: 'text', at: 9, latency: 1, source: 'typed', quality: 1, id: 'message-1', language: 'en', reading, risk: null } }),
      eventLine({ type: 'utterance-start', at: 10.4, id: 'utterance-2', duration: 1 }), eventLine({ type: 'utterance-end', at: 11.5, id: 'utterance-2', outcome: 'finished' }),
    ]);
    expect(trace.categories[0]?.value).toBe('happiness');
    expect(trace.episodes[0]?.category).toBe('happiness');
    expect(trace.phases.map(({ value }) => value)).toEqual(expect.arrayContaining(['absent', 'calibrating', 'tracking']));
    expect(trace.marks.find(({ kind }) => kind === 'message')).toMatchObject({ at: 10, id: 'message-1', text: 'Lovely day' });
    expect(trace.utterances.at(-1)).toMatchObject({ id: 'utterance-2', asked: 10, started: 10.4, ended: 11.5, outcome: 'finished', text: 'Is it not?', heard: 'message-1' });
  });

  it('tells when two senses contradict each other, and how strongly at the most', () => {
    const sad = { valence: { mean: -0.8, variance: 0.02 }, arousal: { mean: 0, variance: 1 / 3 }, dominance: { mean: 0, variance: 1 / 3 }, emotions: UNIFORM, intent: 'statement', domain: null, cues: 2 } as const;
    const says: AgentEvent = { type: 'signal', at: 3, signal: { kind: 'text', at: 3, latency: 0, source: 'typed', quality: 1, id: 'message-1', language: 'en', reading: sad, risk: null } };
    const trace = traceSession(logOf([...SMILING, says].toSorted((a, b) => a.at - b.at)));
    expect(trace.conflicts).toHaveLength(1);
    const [{ start, end, between, degree }] = trace.conflicts as [ConflictSpan];
    expect([between, start]).toEqual([['face', 'text'], 3]);
    const during = [...trace.fused.conflict].filter((_, row) => trace.at[row]! > start && trace.at[row]! < end);
    expect(Math.min(...during)).toBeGreaterThanOrEqual(NOTICEABLE_CONFLICT);
    expect(Math.max(...trace.fused.conflict)).toBeCloseTo(degree, 6);
  });

  it('says from where on a replay does otherwise than was recorded', () => {
    const { cues } = replay({ settings, events: SMILING });
    expect(cues.length).toBeGreaterThan(3);
    expect(traceSession(logOf(SMILING, { cues })).exactness).toEqual({ recorded: cues.length, replayed: cues.length, differs: null });
    const other = cues.map((cue, i) => (i === 2 ? { ...cue, at: cue.at + 1 } : cue));
    expect(traceSession(logOf(SMILING, { cues: other })).exactness?.differs).toEqual({ cue: 3, at: other[2]!.at });
    expect(traceSession(logOf(SMILING, { cues: cues.slice(0, -1) })).exactness?.differs).toEqual({ cue: cues.length, at: cues.at(-1)!.at });
    expect(traceSession(logOf(SMILING)).exactness).toBeNull();
  });

  it('needs the fusion net of the session, or to be told to do without', () => {
    const log = logOf([{ type: 'fusion', at: 0, method: 'auto', net: 'fusion-1' }, ...SMILING]);
    expect(() => traceSession(log)).toThrow(/"fusion-1".*got none/);
    expect(traceSession(log, { withoutNet: true }).missingNet).toBe('fusion-1');
    expect(traceSession(log, { fuser: { name: 'fusion-1', fuse: () => null } }).missingNet).toBeNull();
  });

  it('survives being sent to another thread', () => {
    const trace = traceSession(logOf(SMILING));
    expect(structuredClone(trace)).toEqual(trace);
  });
});
