import { describe, expect, it } from 'vitest';
import { baselineWorth, bestBaselineShare, type PersonFace } from '../../../scripts/faces/person-baseline.ts';
import { EMOTIONS, type Emotion } from '../../../src/index.ts';

const still = { whole: new Float32Array(EMOTIONS.length), upper: new Float32Array(EMOTIONS.length) };
const model = { neutral: still, baselineShare: 1 };

/** A face that shows its label, on top of what its resting face always shows. */
function face(person: string, label: Emotion, resting: Emotion): PersonFace {
  const whole = Float32Array.from(EMOTIONS, (emotion) => (emotion === label ? 2 : 0) + (emotion === resting ? 3 : 0));
  return { person, label, scores: { whole, upper: still.upper }, model };
}

describe('what a known resting face is worth', () => {
  it('takes out what a resting face always shows, and never scores the face that it took', () => {
    const faces = [face('a', 'neutral', 'sadness'), face('a', 'happiness', 'sadness'), face('a', 'surprise', 'sadness')];
    const worth = baselineWorth(faces);
    expect(worth).toMatchObject({ people: 1, faces: 2 });
    expect(worth?.error.byFace).toMatchObject({ without: 1, with: 0 });
    expect(worth?.valence.byFace.with).toBeLessThan(worth?.valence.byFace.without ?? 0);
  });

  it('counts a person once, however many faces there are of them', () => {
    const many = Array.from({ length: 8 }, () => face('many', 'happiness', 'sadness'));
    const few = [face('few', 'happiness', 'neutral'), face('few', 'happiness', 'happiness')];
    const worth = baselineWorth([face('many', 'neutral', 'sadness'), ...many, face('few', 'neutral', 'happiness'), ...few]);
    expect(worth).toMatchObject({ people: 2, faces: 10 });
    expect(worth?.error.byPerson.without).toBeCloseTo((1 + 0.5) / 2);
    expect(worth?.error.byFace.without).toBeCloseTo(9 / 10);
  });

  it('has nothing to tell of people without a neutral face or with fewer than three', () => {
    expect(baselineWorth([face('a', 'happiness', 'sadness'), face('a', 'anger', 'sadness'), face('a', 'fear', 'sadness')])).toBeNull();
    expect(baselineWorth([face('b', 'neutral', 'sadness'), face('b', 'anger', 'sadness')])).toBeNull();
  });
});

describe('how much of a resting face to allow for', () => {
  const stranger = (person: string, label: Emotion): PersonFace => face(person, label, 'neutral');

  it('is all of it where a face always shows the same on top, and nothing where it does not', () => {
    const sad = [face('a', 'neutral', 'sadness'), face('a', 'happiness', 'sadness'), face('a', 'surprise', 'sadness')];
    expect(bestBaselineShare(sad)).toBeGreaterThan(0.8);
    const once = [face('b', 'neutral', 'sadness'), stranger('b', 'sadness'), face('b', 'anger', 'anger')];
    expect(bestBaselineShare(once)).toBe(0);
  });

  it('lies between for people of both kinds, and is nothing when nobody can tell', () => {
    const mixed = [face('a', 'neutral', 'sadness'), face('a', 'happiness', 'sadness'), face('b', 'neutral', 'happiness'), face('b', 'anger', 'neutral')];
    const both = bestBaselineShare([...mixed, face('a', 'surprise', 'sadness'), face('b', 'happiness', 'neutral')]);
    expect(both).toBeGreaterThan(0);
    expect(both).toBeLessThan(0.8);
    expect(bestBaselineShare([])).toBe(0);
  });
});
