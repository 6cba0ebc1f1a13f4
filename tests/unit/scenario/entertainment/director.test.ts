import { afterAnswer, direct, liftAfter, type Looks, meanAbility, showDirector, type Situation, targetAt, USUAL_ABILITY } from 'attune/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { show } from './show.ts';

const signed = fc.double({ min: -1, max: 1, noNaN: true });
const situation = fc.record({ target: signed, lift: fc.double({ min: -0.6, max: 0.6, noNaN: true }), wish: signed, heavy: fc.boolean(), slow: fc.boolean(), feelings: fc.constant(true) });
const look = fc.record({ valence: signed, arousal: signed, deviation: fc.double({ min: 0, max: 0.57, noNaN: true }) });
const forks = show.scenes.flatMap(({ choices }) => choices.map(({ to }) => to.map((id) => show.scenes.find((scene) => scene.id === id)!))).filter(({ length }) => length > 1);

/** Two looks that differ in arousal alone, the calmer first. */
const calmerAndLivelier = fc.tuple(look, signed).map(([looks, arousal]): readonly [Looks, Looks] => (arousal < looks.arousal ? [{ ...looks, arousal }, looks] : [looks, { ...looks, arousal }]));

describe('a higher felt arousal', () => {
  it('never raises pace, what is wanted, or difficulty, and never lowers what counts against menace', () => {
    fc.assert(fc.property(situation, calmerAndLivelier, (rest, [calmer, livelier]) => {
      const [calm, lively] = [direct({ ...rest, looks: calmer }), direct({ ...rest, looks: livelier })];
      expect(lively.pace).toBeLessThanOrEqual(calm.pace);
      expect(lively.wanted).toBeLessThanOrEqual(calm.wanted);
      expect(lively.aim).toBeGreaterThanOrEqual(calm.aim);
      expect(lively.dread).toBeGreaterThanOrEqual(calm.dread);
    }));
  });

  it('never brings a more exciting scene at any fork of the story', () => {
    fc.assert(fc.property(situation, calmerAndLivelier, fc.constantFrom(...forks), (rest, [calmer, livelier], fork) => {
      const chosen = (looks: Looks) => showDirector.scene(fork, direct({ ...rest, looks }), []);
      expect(chosen(livelier).arousal).toBeLessThanOrEqual(chosen(calmer).arousal);
    }));
  });

  it('never raises the pace later either, for what was learnt of it', () => {
    const evening = fc.array(calmerAndLivelier, { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(evening, (pairs) => {
      const [lifts, paces]: [number[], number[][]] = [[0, 0], [[], []]];
      pairs.forEach((pair, beat) => pair.forEach((looks, who) => {
        const target = targetAt(show.curve, beat);
        paces[who]!.push(direct({ target, looks, lift: lifts[who]!, wish: 0, heavy: false, slow: false, feelings: true }).pace);
        lifts[who] = liftAfter(lifts[who]!, target, looks);
      }));
      paces[0]!.forEach((pace, beat) => expect(paces[1]![beat]).toBeLessThanOrEqual(pace));
    }));
  });
});

describe('what is not known', () => {
  it('changes nothing, whether nobody is to be seen or nobody surely', () => {
    fc.assert(fc.property(situation, signed, signed, (rest, valence, arousal) => {
      const unseen = direct({ ...rest, looks: null });
      const blurred = direct({ ...rest, looks: { valence, arousal, deviation: 0.6 } });
      expect(blurred).toEqual(unseen);
      expect(unseen.because).toContain('unseen');
      expect(liftAfter(rest.lift, rest.target, null)).toBe(rest.lift);
      expect(liftAfter(rest.lift, rest.target, { valence, arousal, deviation: 0.6 })).toBeCloseTo(rest.lift, 12);
    }));
  });

  it('leaves the evening to its curve', () => {
    const wanted = (target: number): number => direct({ target, looks: null, lift: 0, wish: 0, heavy: false, slow: false, feelings: false }).wanted;
    for (const target of [-0.4, 0, 0.5]) expect(wanted(target)).toBeCloseTo(target, 12);
  });
});

describe('the director', () => {
  const USUAL: Situation = { target: 0.1, looks: null, lift: 0, wish: 0, heavy: false, slow: false, feelings: true };
  const seen = (arousal: number, valence = 0.1): Looks => ({ arousal, valence, deviation: 0.2 });

  it('says why', () => {
    expect(direct({ ...USUAL, looks: seen(-0.7) }).because).toEqual(['livelier']);
    expect(direct({ ...USUAL, looks: seen(0.8) }).because).toEqual(['calmer']);
    expect(direct({ ...USUAL, looks: seen(0.1) }).because).toEqual(['on-course']);
    expect(direct({ ...USUAL, heavy: true, slow: true, wish: -1, feelings: false }).because).toEqual(['no-feelings', 'wish', 'few-words', 'slow']);
  });

  it('answers an unpleasant excitement with less than a pleasant one, and lowness not', () => {
    expect(direct({ ...USUAL, looks: seen(0.5, -0.6) }).wanted).toBeLessThan(direct({ ...USUAL, looks: seen(0.5, 0.4) }).wanted);
    expect(direct({ ...USUAL, looks: seen(-0.6, -0.6) }).wanted).toBe(direct({ ...USUAL, looks: seen(-0.6, 0.4) }).wanted);
  });

  it('gives more to somebody who stays below what was meant, within bounds', () => {
    let lift = 0;
    for (let beat = 0; beat < 200; beat += 1) {
      const next = liftAfter(lift, 0.2, seen(-0.6));
      expect(next).toBeGreaterThanOrEqual(lift);
      lift = next;
    }
    expect(lift).toBeCloseTo(0.6);
  });

  it('asks harder questions of whoever is right, and easier ones of whoever is not', () => {
    let [good, bad] = [USUAL_ABILITY, USUAL_ABILITY];
    for (let count = 0; count < 5; count += 1) [good, bad] = [afterAnswer(good, 3, true, false), afterAnswer(bad, 3, false, false)];
    const level = (ability: typeof good): number => showDirector.question(show.questions, direct(USUAL), ability, undefined, 7).level;
    expect(level(good)).toBeGreaterThan(level(USUAL_ABILITY));
    expect(level(bad)).toBeLessThan(level(good));
    expect(meanAbility(afterAnswer(USUAL_ABILITY, 3, true, true))).toBeGreaterThan(meanAbility(afterAnswer(USUAL_ABILITY, 3, true, false)));
    expect(meanAbility(afterAnswer(USUAL_ABILITY, 3, false, true))).toBeGreaterThan(meanAbility(afterAnswer(USUAL_ABILITY, 3, false, false)));
  });

  it('begins each meeting with another question, and the same seed with the same', () => {
    const first = (seed: number): string => showDirector.question(show.questions, direct(USUAL), USUAL_ABILITY, undefined, seed).id;
    expect(new Set(Array.from({ length: 20 }, (_, seed) => first(seed))).size).toBeGreaterThan(5);
    expect(first(3)).toBe(first(3));
  });
});
