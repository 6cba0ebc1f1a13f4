import { DEFAULT_CHARACTER, eventLine, headerLine } from 'attune';
import { createSessionTracer, type SessionTrace } from 'attune/record';
import { fakeFace, fakeVoice } from 'attune/testing';
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { LinesLane } from '../../../../scenes/replay/lanes/lane.ts';
import { lanesOf } from '../../../../scenes/replay/lanes/lanes-of.ts';
import { itemAt, valueAt } from '../../../../scenes/replay/lanes/value-at.ts';
import { readoutOf } from '../../../../scenes/replay/timeline/readout.ts';

const t = ((key: string) => key) as TFunction;

/** A smile for ten seconds, and a voice in the first two and the last two of them. */
function traced(): SessionTrace {
  const tracer = createSessionTracer();
  const lines = [headerLine({ seed: 1, language: 'en', character: DEFAULT_CHARACTER })];
  for (let i = 0; i < 100; i += 1) {
    const at = i / 10;
    lines.push(eventLine({ type: 'signal', at, signal: fakeFace(at, { smile: 0.9 }) }));
    if (at < 2 || at >= 8) lines.push(eventLine({ type: 'signal', at, signal: fakeVoice(at) }));
    lines.push(eventLine({ type: 'tick', at }));
  }
  tracer.write(`${lines.join('\n')}\n`);
  return tracer.finish();
}

describe('lanes of a session', () => {
  const lanes = lanesOf(traced(), t);
  const lines = (id: string): LinesLane => lanes.find((lane): lane is LinesLane => lane.id === id && lane.kind === 'lines')!;

  it('leave out what there is no data of', () => {
    expect(lanes.map(({ id }) => id)).toEqual(['state', 'valence', 'arousal', 'dominance', 'emotions', 'strength', 'quality', 'face', 'loudness', 'pitch']);
    expect(lines('valence').series.map(({ id }) => id)).toEqual(['face', 'voice', 'fused']);
  });

  it('do not join what was heard before a silence with what was heard after it', () => {
    const [{ times, mean }] = lines('loudness').series as [LinesLane['series'][number]];
    expect([...mean].filter(Number.isNaN)).toHaveLength(1);
    expect([...times]).toEqual([...times].toSorted((a, b) => a - b));
    expect(valueAt({ ...lines('loudness').series[0]! }, 5)).toBeNull();
    expect(valueAt({ ...lines('loudness').series[0]! }, 1)?.value).toBe(-30);
  });

  it('tell a smile as pleasant, with how unsure that is', () => {
    const fused = readoutOf(lines('valence'), 7).at(-1)!;
    expect(Number.parseFloat(fused)).toBeGreaterThan(0.2);
    expect(fused).toMatch(/± 0\.\d\d$/);
    expect(readoutOf(lines('valence'), -1).at(-1)).toBe('–');
  });

  it('tell what is unknown as nothing, never as zero', () => {
    const { series } = lines('valence');
    for (const { mean } of series) expect([...mean].every((value) => Number.isNaN(value) || Math.abs(value) <= 1)).toBe(true);
    expect(readoutOf({ ...lines('valence'), series: [{ ...series[0]!, mean: new Float32Array(series[0]!.times.length).fill(Number.NaN) }] }, 5)).toEqual(['–']);
  });
});

describe('itemAt', () => {
  const items = [{ from: 1, to: 4, label: 'a', colour: '' }, { from: 3, to: 3, label: 'b', colour: '' }, { from: 10, to: 12, label: 'c', colour: '' }];

  it('tells what lasts, and for a while what happened', () => {
    expect(itemAt(items, 2, 2)?.label).toBe('a');
    expect(itemAt(items, 3.5, 2)?.label).toBe('b');
    expect(itemAt(items, 6, 2)).toBeNull();
    expect(itemAt(items, 12, 2)).toBeNull();
  });
});
