import { EMOTIONS } from 'attune';
import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../../../src/browser/face/face-crop.ts';
import type { FaceModels } from '../../../../src/browser/face/face-models.ts';
import { createFaceObserver } from '../../../../src/browser/face/face-observer.ts';
import type { SeenPeople } from '../../../../src/browser/face/face-messages.ts';
import { createFacePeople, type FacePeople } from '../../../../src/browser/face/face-people.ts';
import { boxAround } from '../../../../src/browser/face/face-box.ts';
import { PICTURE, RESTING, STRAIGHT, syntheticFace, type Shape } from './synthetic-face.ts';

/** A picture with stripes of hair and features, on which lips stand out. */
const PIXELS: Pixels = {
  ...PICTURE,
  data: Uint8ClampedArray.from({ length: PICTURE.width * PICTURE.height * 4 }, (_, i) => (Math.floor(i / 4 / 6) % 2 ? 180 : 60)),
};
const scores = (emotion: string): Float32Array => Float32Array.from(EMOTIONS, (each) => (each === emotion ? 3 : 0));
const MODELS: FaceModels = {
  student: { score: () => new Float32Array(52).fill(0.25) },
  head: { neutral: { whole: scores('neutral'), upper: scores('none') }, baselineShare: 1, read: () => ({ whole: scores('neutral'), upper: scores('neutral') }) },
};
const SMILING: Shape = { ...RESTING, mouthWidth: 0.7, cornerHeight: 0.09 };

const faceOf = (shape: Shape, x: number) => ({ ...syntheticFace(shape, { ...STRAIGHT, x, size: 80 }), blendshapes: null });
type Face = ReturnType<typeof faceOf>;

const lookAt = (people: FacePeople, faces: readonly Face[], at: number): SeenPeople =>
  people.look({ boxes: faces.map(({ landmarks }) => boxAround(landmarks)), faceAt: (box) => faces[box] ?? null, pixels: PIXELS, at });

const LEFT = faceOf(RESTING, 120);
const RIGHT = faceOf(SMILING, 500);
const MIDDLE = faceOf(RESTING, 310);

describe('people before one camera', () => {
  it('are seen as each would be alone', () => {
    const people = createFacePeople(MODELS, 4);
    const [left, right] = [createFaceObserver(MODELS), createFaceObserver(MODELS)];
    for (let at = 0; at < 5; at += 0.1) {
      const seen = lookAt(people, [RIGHT, LEFT], at).people;
      const alone = [RIGHT, LEFT].map((face, index) => (index === 0 ? right : left).observe({ face, others: 1, pixels: PIXELS, at }));
      expect(seen.map(({ observation }) => observation)).toEqual(alone);
      expect(seen.map(({ id }) => id)).toEqual([1, 2]);
    }
    expect(lookAt(people, [], 5.1).people.map(({ observation }) => observation.present)).toEqual([false, false]);
    expect(lookAt(people, [], 7.2).people).toEqual([]);
  });

  it('are one observer for the agent where only one is followed, and nobody else is told of', () => {
    const people = createFacePeople(MODELS, 1);
    const alone = createFaceObserver(MODELS);
    for (let at = 0; at < 3; at += 0.1) {
      const { observation, people: others } = lookAt(people, [LEFT, MIDDLE], at);
      expect(observation).toEqual(alone.observe({ face: MIDDLE, others: 1, pixels: PIXELS, at }));
      expect(others).toEqual([]);
    }
  });

  it('keep what was learned of whom the agent turns to when its player has left', () => {
    const people = createFacePeople(MODELS, 2);
    for (let at = 0; at < 4; at += 0.1) lookAt(people, [MIDDLE, LEFT], at);
    const before = lookAt(people, [LEFT], 5).people.find(({ player }) => !player)!;
    expect(before.observation.neutral).toBeGreaterThan(0);
    const after = lookAt(people, [LEFT], 6.2);
    expect(after.people).toMatchObject([{ id: before.id, player: true }]);
    expect(after.observation.neutral).toBeGreaterThanOrEqual(before.observation.neutral);
  });

  it('are calibrated one at a time, by id', () => {
    const people = createFacePeople(MODELS, 2);
    lookAt(people, [MIDDLE, RIGHT], 0);
    people.calibrate(3, 2);
    const states: string[] = [];
    for (let at = 0.1; at < 4; at += 0.1) {
      lookAt(people, [MIDDLE, RIGHT], at);
      if (people.calibrated) states.push(people.calibrated.state);
    }
    expect(states.at(-1)).toBe('done');
    expect(states.filter((state) => state === 'done')).toHaveLength(1);
    const [player, other] = lookAt(people, [MIDDLE, RIGHT], 4).people;
    expect(player!.observation.neutral).toBeLessThan(1);
    expect(other!.observation.neutral).toBe(1);
    expect(other!.observation.scores!.smile).toBeCloseTo(0, 5);
  });

  it('end a calibration of somebody who has left, or was never there', () => {
    const people = createFacePeople(MODELS, 2);
    lookAt(people, [MIDDLE, RIGHT], 0);
    people.calibrate(5, 2);
    const ends: unknown[] = [];
    for (let at = 0.1; at < 4; at += 0.1) {
      lookAt(people, [MIDDLE], at);
      if (people.calibrated && people.calibrated.state !== 'going-on') ends.push(people.calibrated);
    }
    expect(ends).toEqual([{ state: 'failed', why: 'unseen' }]);
    people.calibrate(5, 17);
    lookAt(people, [MIDDLE], 4.1);
    expect(people.calibrated).toEqual({ state: 'failed', why: 'unseen' });
    lookAt(people, [MIDDLE], 4.2);
    expect(people.calibrated).toBeNull();
  });

  it('are all strangers after a reset', () => {
    const people = createFacePeople(MODELS, 3);
    for (let at = 0; at < 4; at += 0.1) lookAt(people, [MIDDLE, LEFT, RIGHT], at);
    people.reset();
    const { people: anew, observation } = lookAt(people, [MIDDLE, LEFT, RIGHT], 4.1);
    expect(observation.neutral).toBeLessThan(0.01);
    expect(anew.every(({ id, observation: { neutral } }) => id > 3 && neutral < 0.01)).toBe(true);
  });
});
