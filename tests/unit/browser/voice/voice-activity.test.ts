import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_PATIENCE as HANGOVER } from '../../../../src/browser/voice/turn/turn-patience.ts';
import { SILENT, stepActivity, type SpeechBoundary } from '../../../../src/browser/voice/voice-activity.ts';

const FRAME = 0.032;

interface Noticed extends SpeechBoundary {
  readonly noticed: number;
}

function run(scores: readonly number[]): Noticed[] {
  const boundaries: Noticed[] = [];
  let state = SILENT;
  scores.forEach((score, i) => {
    const [next, boundary] = stepActivity(state, { at: i * FRAME, duration: FRAME, score }, HANGOVER);
    state = next;
    if (boundary) boundaries.push({ ...boundary, noticed: (i + 1) * FRAME });
  });
  return boundaries;
}

const frames = (score: number, seconds: number): number[] => Array.from({ length: Math.round(seconds / FRAME) }, () => score);
/** Stretches of one score each, so that whole utterances appear and not only flicker. */
const scores = fc
  .array(fc.tuple(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN)), fc.integer({ min: 1, max: 40 })), { maxLength: 40 })
  .map((stretches) => stretches.flatMap(([score, count]) => Array.from({ length: count }, () => score)));

describe('voice activity', () => {
  it('alternates starts and ends, beginning with a start', () => {
    fc.assert(fc.property(scores, (list) => {
      run(list).forEach((boundary, i) => expect(boundary.type).toBe(i % 2 === 0 ? 'speech-start' : 'speech-end'));
    }));
  });

  it('puts every boundary after the one before, and none in the future', () => {
    fc.assert(fc.property(scores, (list) => {
      let last = Number.NEGATIVE_INFINITY;
      for (const { at, noticed } of run(list)) {
        expect(at).toBeGreaterThanOrEqual(last);
        expect(at).toBeLessThanOrEqual(noticed);
        last = at;
      }
    }));
  });

  it('never starts on scores that stay below the entry, nor ends on scores that stay above the exit', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 0.499, noNaN: true })), (list) => {
      expect(run(list)).toEqual([]);
    }));
    fc.assert(fc.property(fc.array(fc.double({ min: 0.35, max: 1, noNaN: true })), (list) => {
      expect(run([...frames(1, 0.1), ...list]).map(({ type }) => type)).toEqual(['speech-start']);
    }));
  });

  it('starts after two frames of speech, at the first of them', () => {
    const [start] = run([...frames(0, 1), ...frames(0.9, 0.5)]);
    expect(start!.at).toBeCloseTo(1, 1);
    expect(start!.noticed - start!.at).toBeCloseTo(0.064, 5);
  });

  it('ignores one frame alone', () => {
    expect(run([...frames(0, 1), 1, ...frames(0, 1)])).toEqual([]);
  });

  it('ends once it has been silent for the hangover, at the last frame of speech', () => {
    const [, end] = run([...frames(0.9, 1), ...frames(0, 1)]);
    expect(end!.at).toBeCloseTo(frames(0.9, 1).length * FRAME, 5);
    expect(end!.noticed - end!.at).toBeGreaterThanOrEqual(HANGOVER - 1e-9);
    expect(end!.noticed - end!.at).toBeLessThan(HANGOVER + FRAME);
  });

  it('bridges a pause shorter than the hangover', () => {
    expect(run([...frames(0.9, 1), ...frames(0, HANGOVER - 0.1), ...frames(0.9, 1)]).map(({ type }) => type)).toEqual(['speech-start']);
  });
});
