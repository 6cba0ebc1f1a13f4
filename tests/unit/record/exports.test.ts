import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type AgentEvent, DEFAULT_CHARACTER, headerLine, SENSES } from 'attune';
import { createSessionTracer, csvOf, emotionMLOf, EVENT_KINDS, jsonOf, type SessionTrace, summariseTrace, traceSession } from 'attune/record';
import { fakeVoice, makeSession } from 'attune/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { anySession } from '../core/arbitraries.ts';
import { checkEmotionML } from './check-emotionml.ts';

const settings = { seed: 7, language: 'en', character: DEFAULT_CHARACTER } as const;
const whole = (parts: Iterable<string>): string => [...parts].join('');
const traceOf = (events: readonly AgentEvent[], name = 'Mira'): SessionTrace =>
  traceSession({ version: 2, settings: { ...settings, character: { ...DEFAULT_CHARACTER, name } }, study: null, events, words: [], cues: [], cut: false });

interface Exported {
  readonly updates: Readonly<Record<string, readonly (number | null)[]>>;
  readonly signals: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
}

let made: SessionTrace;
beforeAll(async () => {
  const tracer = createSessionTracer();
  tracer.write(await makeSession({ seed: 5, duration: 60, faceRate: 15 }));
  made = tracer.finish();
});

describe('CSV', () => {
  it('has a row for every event, units in its header, and empty cells for what is missing', () => {
    const text = whole(csvOf(traceOf([{ type: 'tick', at: 0 }, { type: 'signal', at: 1.5, signal: fakeVoice(1.25, { pitch: null, loudness: -31.5 }) }, { type: 'signal', at: 2, signal: fakeVoice(1.75, { pitch: 181.25 }) }])));
    expect(text.split('\r\n')).toHaveLength(5);
    const rows = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(rows.map((row) => [row.time_s, row.event, row.voice_captured_s, row.voice_loudness_dbfs, row.voice_pitch_hz])).toEqual([['0', 'tick', '', '', ''], ['1.5', 'voice', '1.25', '-31.5', ''], ['2', 'voice', '1.75', '-30', '181.25']]);
    expect([rows[0]?.valence_mean, rows[0]?.voice_estimate_arousal_variance, rows[0]?.phase]).toEqual(['', '', 'absent']);
    expect(Object.keys(rows[0]!).some((name) => name.startsWith('face'))).toBe(false);
  });

  it('reads back as what was traced', () => {
    const rows = parse(whole(csvOf(made)), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(rows).toHaveLength(made.at.length);
    const faces = rows.filter(({ event }) => event === 'face');
    const smiles = made.signals.face!.columns.smile!;
    expect(faces).toHaveLength(smiles.length);
    for (const [i, { face_smile: smile }] of faces.entries()) {
      if (Number.isNaN(smiles[i]!)) expect(smile).toBe('');
      else expect(Number(smile)).toBeCloseTo(smiles[i]!, 5);
    }
    for (const [i, row] of rows.entries()) {
      expect([Number(row.time_s), row.event]).toEqual([expect.closeTo(made.at[i]!, 5), EVENT_KINDS[made.kinds[i]!]]);
      expect(Number(row.valence_variance)).toBeCloseTo(made.fused.valence.variance[i]!, 4);
    }
    const times = (name: string, column: 'phase' | 'category'): number => rows.reduce((sum, row, i) => sum + (row[column] === name ? Number(rows[i + 1]?.time_s ?? row.time_s) - Number(row.time_s) : 0), 0);
    const { phases, categories } = summariseTrace(made);
    for (const [name, seconds] of Object.entries(phases)) expect(times(name, 'phase')).toBeCloseTo(seconds, 3);
    for (const [name, seconds] of Object.entries(categories)) expect(times(name, 'category')).toBeCloseTo(seconds, 3);
  });

  it('keeps words whole, whatever is in them, and no cell begins as a formula', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('=', '"', ',', '\n', '\r', '+', '-', '@', '好', 'a', ' ') }), (text) => {
      const trace = { ...traceOf([{ type: 'tick', at: 0 }]), words: [{ at: 0, id: 'message-1', speaker: 'player' as const, text }] };
      const [row] = parse(whole(csvOf(trace)), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
      expect(row?.words).toBe(`player: ${text}`);
    }));
  });

  it('tells everything that happened once', () => {
    const rows = parse(whole(csvOf(made)), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(rows.flatMap(({ happened }) => (happened ? happened.split('; ') : []))).toHaveLength(made.marks.length + made.utterances.length);
    expect(rows.flatMap(({ words }) => words || [])).not.toHaveLength(0);
  });
});

describe('JSON', () => {
  it('holds the same figures under the same names, and null for what is missing', () => {
    const json = JSON.parse(whole(jsonOf(made))) as Exported & { readonly summary: unknown };
    const [head = []] = parse(whole(csvOf(made)).split('\r\n')[0]!) as string[][];
    const names = [...Object.keys(json.updates), ...Object.values(json.signals).flatMap((signals) => Object.keys(signals))];
    expect(head.filter((name) => !names.includes(name) && !name.endsWith('_captured_s'))).toEqual(['phase', 'category', 'happened', 'words']);
    for (const column of Object.values(json.updates)) expect(column).toHaveLength(made.at.length);
    expect(json.updates.valence_mean?.[0]).toBeNull();
    expect(json.summary).toEqual(JSON.parse(JSON.stringify(summariseTrace(made))));
  });

  it('is JSON whatever happened', () => {
    fc.assert(fc.property(anySession, (events) => {
      expect(() => JSON.parse(whole(jsonOf(traceOf(events)))) as unknown).not.toThrow();
    }), { numRuns: 50 });
  });
});

describe('EmotionML', () => {
  it('is valid whatever happened, and whatever the character is called', () => {
    fc.assert(fc.property(anySession, fc.string({ unit: 'binary', minLength: 1, maxLength: 64 }), (events, name) => {
      expect(checkEmotionML(whole(emotionMLOf(traceOf(events, name)))).breaches).toEqual([]);
    }), { numRuns: 100 });
  });

  it('says nothing about what is not known, and how sure it is of the rest', () => {
    const { breaches, root } = checkEmotionML(whole(emotionMLOf(made)));
    expect(breaches).toEqual([]);
    const emotions = root.children.filter(({ name }) => name === 'emotion');
    const ofFace = emotions.filter(({ attributes, children }) => attributes['expressed-through'] === 'face' && children[0]?.name === 'dimension');
    const samples = ofFace.flatMap(({ children }) => children.filter(({ attributes }) => attributes.name === 'pleasure').flatMap(({ children: [trace] }) => trace!.attributes.samples!.split(' ').map(Number)));
    const means = made.senses.face!.valence.mean.filter((mean) => !Number.isNaN(mean));
    expect(Math.min(...samples)).toBeCloseTo((Math.min(...means) + 1) / 2, 1);
    expect(Math.max(...samples)).toBeCloseTo((Math.max(...means) + 1) / 2, 1);
    expect(emotions.filter(({ children }) => children[0]?.name === 'category').map(({ children }) => children[0]?.attributes.name)).toEqual([...made.categories.map(({ value }) => value), ...made.marks.flatMap((mark) => (mark.kind === 'report' ? [mark.emotion] : []))]);
    const first = emotions.find(({ children }) => children[0]?.attributes.name === made.categories[0]?.value);
    expect(Number(first?.attributes['offset-to-start'])).toBe(Math.round(1000 * made.categories[0]!.start));
  });

  it.each([
    ['a value out of range', '<emotion><category name="fear" value="1.1"/></emotion>', /500/],
    ['a name that is not declared', '<emotion><category name="joy"/></emotion>', /212/],
    ['an emotion of nothing', '<emotion><info>?</info></emotion>', /156/],
    ['a negative duration', '<emotion duration="-1"><category name="fear"/></emotion>', /422/],
  ])('would be caught with %s', (_, emotion, breach) => {
    const xml = whole(emotionMLOf(traceOf([])));
    expect(checkEmotionML(xml.replace('</emotionml>', `${emotion}</emotionml>`)).breaches.join()).toMatch(breach);
    expect(() => checkEmotionML(xml.replace('</emotionml>', '<emotion>'))).toThrow(/tag/);
  });
});

describe('the summary of a session', () => {
  it('adds up', () => {
    const summary = summariseTrace(made);
    const sum = (values: Readonly<Record<string, number>>): number => Object.values(values).reduce((total, each) => total + each, 0);
    expect(sum(summary.phases as Record<string, number>)).toBeCloseTo(summary.duration, 5);
    expect(sum(summary.kinds as Record<string, number>)).toBe(summary.events);
    expect(sum(summary.agent.acts)).toBe(made.utterances.length);
    expect(sum(summary.affect!.emotions)).toBeCloseTo(1, 4);
    for (const sense of SENSES) expect(summary.senses[sense].live).toBeLessThanOrEqual(summary.duration);
  });

  it('knows nothing of a session in which nothing happened', () => {
    const tracer = createSessionTracer();
    tracer.write(headerLine(settings));
    const trace = tracer.finish();
    expect(summariseTrace(trace)).toMatchObject({ duration: 0, events: 0, affect: null, exactness: null });
    expect(whole(csvOf(trace)).split('\r\n')).toHaveLength(2);
  });
});
