import { describe, expect, it } from 'vitest';
import { createCalibration, type Calibrated, type Calibration } from '../../../../src/browser/face/calibration.ts';
import { FACE_AXES, type FaceAxes } from '../../../../src/browser/face/face-axes.ts';
import { REST } from '../../../../src/browser/face/population.ts';
import type { SeenFace } from '../../../../src/browser/face/running-neutral.ts';

const face = (away: Partial<FaceAxes>): SeenFace => ({
  axes: Object.fromEntries(FACE_AXES.map((axis) => [axis, REST[axis].mean + (away[axis] ?? 0) * REST[axis].sd])) as unknown as FaceAxes,
  blendshapes: [away.smile ?? 0, 0.5], head: { whole: [away.smile ?? 0], upper: [1] },
});

/** Takes looks at 10 Hz until it ends, and tells every answer. */
function run(calibration: Calibration, look: (at: number) => SeenFace | null): Calibrated[] {
  const answers: Calibrated[] = [];
  for (let i = 0; i < 1000; i += 1) {
    const answer = calibration.take(look(i / 10), i === 0 ? 0 : 0.1);
    answers.push(answer);
    if (answer.state !== 'going-on') return answers;
  }
  throw new Error('Expected the calibration to end.');
}

describe('calibration', () => {
  it('takes the mean of the face that it sees, whatever it shows, and tells how far it is', () => {
    const answers = run(createCalibration(5), (at) => face({ smile: 2 + (Math.round(at * 10) % 2), corners: -3 }));
    expect(answers.length).toBeGreaterThan(50);
    expect(answers.length).toBeLessThan(54);
    const shares = answers.flatMap((answer) => (answer.state === 'going-on' ? answer.share : []));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    const last = answers.at(-1);
    if (last?.state !== 'done') throw new Error('Expected it to be done.');
    expect((last.rest.axes.smile - REST.smile.mean) / REST.smile.sd).toBeCloseTo(2.5, 1);
    expect(last.rest.head?.whole[0]).toBeCloseTo(2.5, 1);
    expect(last.rest.blendshapes?.[1]).toBeCloseTo(0.5, 9);
  });

  it('waits for a face that is out of sight for a moment, and counts only what it sees', () => {
    const answers = run(createCalibration(3), (at) => (at > 1 && at < 2.5 ? null : face({})));
    expect(answers.at(-1)?.state).toBe('done');
    expect(answers.length).toBeGreaterThan(43);
  });

  it('gives up when the face stays out of sight', () => {
    const answers = run(createCalibration(3), (at) => (at > 1 ? null : face({})));
    expect(answers.at(-1)).toEqual({ state: 'failed', why: 'unseen' });
    expect(answers.length).toBeLessThan(35);
  });

  it('refuses a face that talks or smiles on the way, but not one that blinks', () => {
    expect(run(createCalibration(3), (at) => face({ mouth: 3 * Math.sin(9 * at) })).at(-1)).toEqual({ state: 'failed', why: 'moving' });
    expect(run(createCalibration(3), (at) => face({ smile: at > 1.5 ? 3 : 0 })).at(-1)).toEqual({ state: 'failed', why: 'moving' });
    expect(run(createCalibration(3), (at) => face({ eyes: Math.round(at * 10) % 8 === 0 ? -8 : 0 })).at(-1)?.state).toBe('done');
  });

  it('takes no model for a resting face where there is none', () => {
    const last = run(createCalibration(3), () => ({ ...face({}), blendshapes: null, head: null })).at(-1);
    expect(last).toMatchObject({ state: 'done', rest: { blendshapes: null, head: null } });
  });
});
