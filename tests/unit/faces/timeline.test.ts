import { describe, expect, it } from 'vitest';
import { splitMjpeg } from '../../../scripts/faces/split-mjpeg.ts';
import { timelineChart } from '../../../scripts/faces/timeline-chart.ts';
import { DEFAULT_CHARACTER, initialState, type AffectState } from '../../../src/core/index.ts';

const nobody = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER }).affect;
const seen: AffectState = { ...nobody, phase: 'tracking', estimate: { ...nobody.estimate, valence: { mean: 0.5, variance: 0.04 }, arousal: { mean: 0, variance: 0.04 } } };

describe('a motion JPEG film', () => {
  it('falls into its pictures, whatever their data hold', () => {
    const one = [0xff, 0xd8, 0xff, 0xe0, 1, 0xff, 0x00, 0xd8, 0xff, 0xd9];
    const two = [0xff, 0xd8, 0xff, 0xdb, 9, 0xff, 0xd9];
    expect(splitMjpeg(Uint8Array.from([...one, ...two])).map((each) => Array.from(each))).toEqual([one, two]);
    expect(() => splitMjpeg(Uint8Array.of(1, 2, 3))).toThrow(/none of its 3 bytes begins a JPEG/);
  });
});

describe('the chart of a timeline', () => {
  it('leaves a gap where nothing is known, and names what is drawn', () => {
    const believed = [seen, seen, nobody, nobody, seen, seen].map((affect, index) => ({ at: index / 2, affect }));
    const svg = timelineChart('A film', believed, [{ from: 0, to: 3, label: 'smile & more' }]);
    expect(svg.match(/stroke="#0072b2" stroke-width="2"/g)).toHaveLength(2);
    expect(svg).toContain('smile &amp; more');
    expect(svg).toContain('0:02.5');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});
