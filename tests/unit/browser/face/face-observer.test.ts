import { EMOTIONS, likeliest } from 'attune';
import { describe, expect, it } from 'vitest';
import type { HeadInput, HeadScores } from '../../../../src/browser/face/expression-head.ts';
import type { Pixels } from '../../../../src/browser/face/face-crop.ts';
import type { FaceModels } from '../../../../src/browser/face/face-models.ts';
import { createFaceObserver, type FaceObserver, type Look } from '../../../../src/browser/face/face-observer.ts';
import { PICTURE, RESTING, STRAIGHT, syntheticFace, type Placing, type Shape } from './synthetic-face.ts';

/** A picture with stripes of hair and features, on which lips stand out. */
const PIXELS: Pixels = {
  ...PICTURE,
  data: Uint8ClampedArray.from({ length: PICTURE.width * PICTURE.height * 4 }, (_, i) => (Math.floor(i / 4 / 6) % 2 ? 180 : 60)),
};
const DARK: Pixels = { ...PICTURE, data: new Uint8ClampedArray(PICTURE.width * PICTURE.height * 4) };

const scores = (emotion: string): Float32Array => Float32Array.from(EMOTIONS, (each) => (each === emotion ? 3 : 0));
const NEUTRAL: HeadScores = { whole: scores('neutral'), upper: scores('none') };

/** A student that sees a smile, and a head that finds every face sad and remembers what it was shown. */
function fakeModels(shown: HeadInput[] = []): FaceModels {
  return {
    student: { score: () => new Float32Array(52).fill(0.25) },
    head: {
      neutral: NEUTRAL,
      baselineShare: 1,
      read(input) {
        shown.push(input);
        return { whole: scores('sadness'), upper: scores('neutral') };
      },
    },
  };
}

const look = (at: number, more: Partial<Look> = {}, shape: Shape = RESTING, placing: Placing = STRAIGHT): Look =>
  ({ face: { ...syntheticFace(shape, placing), blendshapes: null }, others: 0, pixels: PIXELS, at, ...more });

function watch(observer: FaceObserver, from: number, to: number): void {
  for (let at = from; at < to; at += 0.1) observer.observe(look(at));
}

describe('face observer', () => {
  it('judges by geometry alone without models', () => {
    const seen = createFaceObserver({ student: null, head: null }).observe(look(0));
    expect(seen).toMatchObject({ present: true, blendshapes: null, expression: null });
    expect(seen.quality).toBeGreaterThan(0);
    expect(seen.scores).not.toBeNull();
  });

  it('gives the head everything that it may look at, and tells what it says', () => {
    const shown: HeadInput[] = [];
    const seen = createFaceObserver(fakeModels(shown)).observe(look(0, { others: 2 }));
    expect(seen.expression && likeliest(seen.expression.whole)).toBe('sadness');
    expect(seen.expression && likeliest(seen.expression.upper)).toBe('neutral');
    expect(seen.blendshapes).toHaveLength(52);
    expect(seen.others).toBe(2);
    expect(shown[0]).toMatchObject({ size: PICTURE, pixels: { width: 640 } });
    expect(shown[0]?.landmarks).toHaveLength(478 * 3);
  });

  it('prefers the bundle\'s own blendshapes to the student\'s', () => {
    const own = new Float32Array(52).fill(0.75);
    const face = { ...syntheticFace(RESTING, STRAIGHT), blendshapes: own };
    expect(createFaceObserver(fakeModels()).observe(look(0, { face })).blendshapes?.[9]).toBe(0.75);
  });

  it('looks closely at every second of fifteen looks a second, and at once at whoever comes back', () => {
    const shown: HeadInput[] = [];
    const observer = createFaceObserver(fakeModels(shown));
    const seen = Array.from({ length: 15 }, (_, i) => observer.observe(look(i / 15)));
    expect(shown).toHaveLength(8);
    expect(seen.every(({ expression, quality }) => expression !== null && quality > 0)).toBe(true);
    observer.observe(look(15 / 15, { face: null }));
    observer.observe(look(15.5 / 15));
    expect(shown).toHaveLength(9);
    observer.reset();
    observer.observe(look(15.6 / 15));
    expect(shown).toHaveLength(10);
  });

  it('looks at every look of a slow machine closely', () => {
    const shown: HeadInput[] = [];
    const observer = createFaceObserver(fakeModels(shown));
    for (let i = 0; i < 8; i += 1) observer.observe(look(i / 8));
    expect(shown).toHaveLength(8);
  });

  it('does not ask the head about a face that can\'t be judged, and says that it is unknown', () => {
    const shown: HeadInput[] = [];
    const seen = createFaceObserver(fakeModels(shown)).observe(look(0, { pixels: DARK }));
    expect(seen).toMatchObject({ present: true, quality: 0, expression: null });
    expect(shown).toHaveLength(0);
  });

  it('sees nothing where there is no face, but counts the others', () => {
    expect(createFaceObserver(fakeModels()).observe(look(0, { face: null, others: 3 })))
      .toMatchObject({ present: false, quality: 0, scores: null, blendshapes: null, expression: null, pose: null, place: null, mouth: 0, others: 3 });
  });

  it('takes a sad resting face for rest once it was calibrated, until it is told to forget', () => {
    const observer = createFaceObserver(fakeModels());
    observer.calibrate(3);
    watch(observer, 0, 1);
    expect(observer.calibrated).toMatchObject({ state: 'going-on' });
    watch(observer, 1, 4);
    expect(observer.calibrated).toBeNull();
    const { expression, neutral, scores: resting, blendshapes } = observer.observe(look(4));
    expect(neutral).toBe(1);
    expect(expression && likeliest(expression.whole)).toBe('neutral');
    expect(resting).toEqual({ smile: 0, browRaise: 0, browLower: 0, eyeOpen: 0, mouthOpen: 0 });
    expect(blendshapes?.every((each) => each === 0)).toBe(true);
    observer.reset();
    const forgotten = observer.observe(look(4.1));
    expect(forgotten.expression && likeliest(forgotten.expression.whole)).toBe('sadness');
    expect(forgotten.neutral).toBe(0);
  });

  it('ends a calibration without a face, and keeps what it knew', () => {
    const observer = createFaceObserver(fakeModels());
    observer.calibrate(3);
    const outcomes: unknown[] = [];
    for (let at = 0; at < 4; at += 0.1) {
      observer.observe(look(at, { face: null }));
      if (observer.calibrated) outcomes.push(observer.calibrated);
    }
    expect(outcomes.at(-1)).toEqual({ state: 'failed', why: 'unseen' });
    expect(observer.observe(look(4)).neutral).toBeLessThan(0.01);
  });
});
