import { type Exercise, fitKnowledge, type Lesson, predictRight, readLesson, parsePack } from 'attune/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import file from '../../../../scenarios/tutor-fractions/scenario.json';
import { createRandom } from '../../../../src/learn/random.ts';
import { beginTracing, knownOf, traceAnswer, type Tracing } from '../../../../src/scenario/tutor/knowledge.ts';
import { looksOf } from '../../../../src/scenario/looks.ts';
import { feelByAnswer, feelByLooks, type Feelings, LEARNING_FEELINGS, UNKNOWN_FEELINGS } from '../../../../src/scenario/tutor/feelings.ts';

const lesson: Lesson = readLesson(parsePack(file).more, ['en', 'zh']).more!;
const skill = lesson.skills[1]!;
const exercise: Exercise = lesson.exercises.find(({ skill: of, answer }) => of === skill.id && answer.kind === 'number')!;
const plain = { hints: 0, careless: 0 };
const trace = (answers: readonly boolean[], circumstances = plain): Tracing => answers.reduce((tracing, right) => traceAnswer(tracing, skill.parameters, exercise, right, circumstances), beginTracing(lesson));

describe('knowledge tracing', () => {
  it('keeps chances, and other skills as they are, whatever is answered', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.nat(4), fc.double({ min: 0, max: 1, noNaN: true }), (answers, hints, careless) => {
      const tracing = trace(answers, { hints, careless });
      expect(tracing.kinds.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
      for (const chance of [...tracing.kinds, ...tracing.known[skill.id]!]) expect(chance >= 0 && chance <= 1).toBe(true);
      expect(tracing.known['parts']).toEqual(beginTracing(lesson).known['parts']);
      const { low, mean, high } = knownOf(tracing, skill.id);
      expect(low <= high && mean >= 0 && mean <= 1).toBe(true);
    }));
  });

  it('believes more after a right answer than after a wrong one, and less of one with a hint or without care', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (before) => {
      const after = (right: boolean, circumstances = plain): number => knownOf(traceAnswer(trace(before), skill.parameters, exercise, right, circumstances), skill.id).mean;
      expect(after(true)).toBeGreaterThanOrEqual(after(false));
      // A hint explains a right answer; carelessness explains a wrong one.
      expect(after(true, { hints: 2, careless: 0 })).toBeLessThanOrEqual(after(true) + 0.02);
    }));
    expect(knownOf(trace([true, false]), skill.id).mean).toBeLessThan(knownOf(traceAnswer(trace([true]), skill.parameters, exercise, false, { hints: 0, careless: 1 }), skill.id).mean);
  });

  it('comes to mastery by right answers and not by wrong ones', () => {
    expect(knownOf(trace(Array.from({ length: 5 }, () => true)), skill.id).mean).toBeGreaterThan(0.95);
    expect(knownOf(trace(Array.from({ length: 5 }, () => false)), skill.id).mean).toBeLessThan(0.6);
    expect(predictRight(trace([true, true, true]), skill.parameters, exercise)).toBeGreaterThan(predictRight(trace([false, false, false]), skill.parameters, exercise));
  });
});

describe('parameters', () => {
  const answersBy = ({ prior, learn, guess, slip }: (typeof skill)['parameters'], learners: number, each: number, seed: number): boolean[][] => {
    const random = createRandom(seed);
    return Array.from({ length: learners }, () => {
      let known = random.uniform() < prior;
      return Array.from({ length: each }, () => {
        const right = random.uniform() < (known ? 1 - slip : guess);
        known ||= random.uniform() < learn;
        return right;
      });
    });
  };

  it('are found again in answers that were made with them', () => {
    const truth = { prior: 0.35, learn: 0.15, guess: 0.15, slip: 0.08 };
    const { parameters } = fitKnowledge(answersBy(truth, 2000, 12, 5));
    for (const name of ['prior', 'learn', 'guess', 'slip'] as const) expect(Math.abs(parameters[name] - truth[name])).toBeLessThan(0.04);
  });

  it('get likelier in every round', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 20 }), (sequences, rounds) => {
      expect(fitKnowledge(sequences, rounds + 1).logLikelihood).toBeGreaterThanOrEqual(fitKnowledge(sequences, rounds).logLikelihood - 1e-9);
    }), { numRuns: 60 });
  });
});

describe('feelings about learning', () => {
  it('stay a distribution, and nothing seen is nothing known', () => {
    fc.assert(fc.property(fc.array(fc.record({ right: fc.boolean(), pace: fc.constantFrom('quick' as const, 'usual' as const, 'long' as const, null), expected: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 40 }), (answers) => {
      const felt = answers.reduce((before: Feelings, { right, pace, expected }) => feelByAnswer(before, right, pace, expected), UNKNOWN_FEELINGS);
      expect(LEARNING_FEELINGS.reduce((sum, feeling) => sum + felt[feeling], 0)).toBeCloseTo(1, 9);
    }));
    expect(looksOf({ phase: 'uncertain', category: null })).toBeNull();
  });

  it('follow looks: heated and unpleasant is frustrated, flat is bored, and wide doubt says little', () => {
    const after = (valence: number, arousal: number, deviation = 0.1): Feelings => feelByLooks(feelByLooks(UNKNOWN_FEELINGS, { valence, arousal, deviation }), { valence, arousal, deviation });
    expect(after(-0.6, 0.5).frustrated).toBeGreaterThan(0.6);
    expect(after(-0.2, -0.6).bored).toBeGreaterThan(0.6);
    expect(after(0.4, 0.1).engaged).toBeGreaterThan(0.6);
    expect(after(-0.6, 0.5, 2).frustrated).toBeLessThan(0.3);
  });

  it('follow answers: misses in haste from an impasse on frustrate or bore, what is too easy bores', () => {
    const again = (right: boolean, pace: 'quick' | 'usual', expected: number): Feelings => Array.from({ length: 8 }).reduce((before: Feelings) => feelByAnswer(before, right, pace, expected), UNKNOWN_FEELINGS);
    const missed = again(false, 'quick', 0.5);
    expect(missed.frustrated + missed.bored).toBeGreaterThan(0.7);
    expect(again(true, 'usual', 0.6).engaged).toBeGreaterThan(0.6);
    expect(again(true, 'quick', 0.97).bored).toBeGreaterThan(again(true, 'quick', 0.6).bored + 0.2);
  });
});
