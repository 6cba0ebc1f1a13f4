import { type AffectEstimate, UNIFORM, UNKNOWN } from 'attune';
import { fakeWords } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { MEASURED, measuredRows } from '../../../../scenes/microphone/measured-rows.ts';
import { createMeasurements } from '../../../../scenes/microphone/measurements.ts';
import { signal, stats } from './voice.ts';

const estimate: AffectEstimate = { at: 1, origin: 'voice', valence: UNKNOWN, arousal: { mean: 0.5, variance: 0.1 }, dominance: UNKNOWN, emotions: UNIFORM };

describe('what was measured', () => {
  it('gives a row for each signal, with an empty mean where nothing is known', () => {
    const measurements = createMeasurements();
    measurements.begin('anna.flac', 0);
    measurements.hear(stats({ level: -21.123456, probability: null }));
    measurements.observe({ type: 'signal', at: 1, signal: signal({ at: 1 }) }, estimate);
    const [row = []] = measuredRows(measurements.readings);
    expect(row).toHaveLength(MEASURED.length);
    expect(Object.fromEntries(MEASURED.map((name, index) => [name, row[index]]))).toMatchObject({
      at_s: 1, source: 'anna.flac', speaking: 1, level_db: -21.1235, speech_probability: null, pitch_hz: 150,
      valence: null, valence_variance: 0.3333, arousal: 0.5, arousal_variance: 0.1, neutral: 0.125,
    });
  });

  it('joins signals to the utterance under way, and to none after its end', () => {
    const measurements = createMeasurements();
    measurements.observe({ type: 'speech-start', at: 1 }, null);
    measurements.observe({ type: 'signal', at: 1.3, signal: signal({ at: 1.3 }) }, estimate);
    measurements.observe({ type: 'speech-end', at: 2 }, null);
    measurements.observe({ type: 'signal', at: 2.6, signal: signal({ at: 2.6, speaking: false, quality: 0 }) }, null);
    measurements.observe({ type: 'speech-start', at: 4 }, null);
    expect(measurements.utterances.map(({ from, to, signals }) => [from, to, signals.length])).toEqual([[1, 2, 1], [4, null, 0]]);
    expect(measurements.utterances[0]?.estimate).toBe(estimate);
    expect(measurements.readings).toHaveLength(2);
  });

  it('parts what was heard before a new voice from what comes after, and forgets all on request', () => {
    const measurements = createMeasurements();
    measurements.hear(stats({ at: 1 }));
    measurements.begin('microphone', 2);
    measurements.hear(stats({ at: 3 }));
    expect(measurements.hops.map((hop) => hop.stats?.at ?? null)).toEqual([1, null, 3]);
    measurements.clear();
    expect([measurements.hops, measurements.readings, measurements.utterances]).toEqual([[], [], []]);
  });

  it('keeps as many moments as the charts can show', () => {
    const measurements = createMeasurements();
    for (let i = 0; i < 20_000; i += 1) measurements.hear(stats({ at: i / 16 }));
    expect(measurements.hops.length).toBeGreaterThanOrEqual(4800);
    expect(measurements.hops.length).toBeLessThan(5500);
    expect(measurements.hops.at(-1)?.at).toBe(19_999 / 16);
  });

  it('joins words to the utterance that began with them, and knows whether some are still to come', () => {
    const measurements = createMeasurements();
    const words = fakeWords(1, 'hello there', { final: false, stable: 6 });
    measurements.observe({ type: 'speech-start', at: 1 }, null);
    measurements.read(words);
    measurements.observe({ type: 'speech-end', at: 2, words: true }, null);
    measurements.observe({ type: 'speech-start', at: 3 }, null);
    expect(measurements.utterances[0]).toMatchObject({ words, awaited: true });
    measurements.read(fakeWords(1, 'hello there'));
    measurements.read(fakeWords(9, 'nobody'));
    expect(measurements.utterances).toMatchObject([{ words: { text: 'hello there', final: true }, awaited: false }, { words: null }]);
    measurements.read(fakeWords(1, '', { final: false }));
    expect(measurements.utterances[0]?.words).toBeNull();
  });
});
