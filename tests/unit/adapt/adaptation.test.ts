import { AttuneError, byRespect, OWN_STYLE, type Store, STYLE_RESPECTS, type StyleRange, withinRange } from 'attune';
import {
  allowedLevels, chancesOf, createAdaptation, createLife, createSimulatedPerson, drawStyle, evaluateOffPolicy, type Knowledge, keepKnowledge, type Level, METHODS, newKnowledge, poolKnowledge, readKnowledge, USUAL_POLICY,
} from 'attune/adapt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const anyRange: fc.Arbitrary<StyleRange> = fc.record(byRespect(() => fc.tuple(fc.constantFrom(-1, 0), fc.constantFrom(0, 1))));
const signed = fc.double({ min: -1, max: 1, noNaN: true });
const anyOccasion = fc.record({ valence: signed, arousal: signed, weighs: fc.constantFrom(0, 1), length: signed });

/** What is known after some turns with somebody. */
function livedWith(seed: number, turns: number): Knowledge {
  const life = createLife(createSimulatedPerson('curved', seed), USUAL_POLICY, seed);
  for (let turn = 0; turn < turns; turn += 1) life.turn();
  return life.knowledge;
}

const known = livedWith(3, 150);

describe('a policy', () => {
  it('never leaves what is allowed, and every level that is allowed keeps its known chance', () => {
    fc.assert(fc.property(anyRange, anyOccasion, fc.constantFrom(...METHODS), fc.nat(), (range, occasion, method, seed) => {
      const allowed = allowedLevels(range);
      const policy = { ...USUAL_POLICY, method };
      const [chances, after] = chancesOf(policy, known, null, occasion, allowed, seed);
      const { style, propensity } = drawStyle(chances, allowed, after);
      expect(withinRange(style, range)).toEqual(style);
      for (const respect of STYLE_RESPECTS) {
        expect(chances[respect].reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...chances[respect])).toBeGreaterThanOrEqual(policy.floor / allowed[respect].length - 1e-12);
        expect(propensity[respect]).toBe(chances[respect][allowed[respect].indexOf(style[respect] as Level)]);
      }
    }), { numRuns: 60 });
  });

  it('chooses the same with the same seed', () => {
    expect(livedWith(5, 60)).toEqual(livedWith(5, 60));
    expect(livedWith(5, 60).tried).not.toEqual(livedWith(6, 60).tried);
  });

  it('is the character itself in respects that are not adapted', () => {
    const [chances] = chancesOf({ ...USUAL_POLICY, floor: 1, respects: ['pace'] }, known, null, { valence: 0, arousal: 0, weighs: 0, length: 0 }, allowedLevels(byRespect(() => [-1, 1] as const)), 1);
    expect(chances.pace).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(chances.warmth).toEqual([0, 1, 0]);
  });
});

describe('what is kept', () => {
  it('reads back as it was, through JSON, and goes on alike', () => {
    const again = readKnowledge(JSON.parse(JSON.stringify(keepKnowledge(known))));
    expect(keepKnowledge(again)).toEqual(keepKnowledge(known));
    const allowed = allowedLevels(byRespect(() => [-1, 1] as const));
    const occasion = { valence: 0.3, arousal: 0, weighs: 0, length: 0 };
    expect(chancesOf(USUAL_POLICY, again, null, occasion, allowed, 9)).toEqual(chancesOf(USUAL_POLICY, known, null, occasion, allowed, 9));
  });

  it('is refused with the field and what belongs there, whichever field is broken', () => {
    const kept = JSON.parse(JSON.stringify(keepKnowledge(known))) as Record<string, unknown>;
    fc.assert(fc.property(fc.constantFrom(...Object.keys(kept)), fc.constantFrom(null, 'x', Number.NaN, [], -1), (field, broken) => {
      let thrown: unknown = null;
      try {
        readKnowledge({ ...kept, [field]: broken });
      } catch (error) {
        thrown = error;
      }
      // An empty list of changes and an empty log are those of somebody new.
      if ((field === 'changes' || field === 'log') && Array.isArray(broken)) expect(thrown).toBeNull();
      else {
        expect(thrown).toBeInstanceOf(AttuneError);
        expect((thrown as AttuneError).message).toContain(`at ${field}`);
      }
    }));
    expect(() => readKnowledge({ ...kept, version: 2 })).toThrow('at version');
  });
});

describe('learning', () => {
  it('comes to suit a person better than the character as it is', () => {
    const life = createLife(createSimulatedPerson('linear', 12), USUAL_POLICY, 1);
    for (let turn = 0; turn < 150; turn += 1) life.turn();
    const gains = Array.from({ length: 100 }, () => {
      const { chosen, own } = life.turn().judge();
      return chosen - own;
    });
    expect(gains.reduce((sum, each) => sum + each, 0) / gains.length).toBeGreaterThan(0.05);
  });

  it('notices that a taste has become another', () => {
    const person = createSimulatedPerson('linear', 21);
    const life = createLife(person, USUAL_POLICY, 1);
    for (let turn = 0; turn < 400; turn += 1) life.turn();
    const before = life.knowledge.changes.length;
    person.change(22);
    for (let turn = 0; turn < 300; turn += 1) life.turn();
    expect(life.knowledge.changes.length).toBeGreaterThan(before);
  });

  it('begins with what a site has taught, drawn towards nobody while there are few', () => {
    const site = poolKnowledge([known]);
    const [alone, taught] = [newKnowledge(1), newKnowledge(1, site)];
    const distance = (one: Knowledge, other: Knowledge): number => Math.hypot(...Array.from(one.outcomes.satisfaction.whole.moment, (each, k) => each - other.outcomes.satisfaction.whole.moment[k]!));
    expect(distance(alone, taught)).toBeGreaterThan(0);
    expect(poolKnowledge([])).toEqual(poolKnowledge([newKnowledge(1)]));
  });
});

describe('off-policy estimates', () => {
  const tryAll = { ...USUAL_POLICY, method: 'own', floor: 0.9, respects: ['verbosity'] } as const;
  const log = (count: number) => {
    const person = createSimulatedPerson('linear', 31);
    const life = createLife(person, tryAll, 1);
    while (life.knowledge.log.length < count) life.turn();
    return life.knowledge.log;
  };

  it('come to the mean rating where the policy is the one that wrote the log', () => {
    const turns = log(300);
    const estimate = evaluateOffPolicy(turns, (occasion, allowed) => chancesOf(tryAll, newKnowledge(1), null, occasion, allowed, 1)[0])!;
    const mean = turns.reduce((sum, { rating }) => sum + rating, 0) / turns.length;
    for (const each of [estimate.ips, estimate.selfNormalised, estimate.doublyRobust]) {
      expect(each.value).toBeCloseTo(mean, each === estimate.doublyRobust ? 2 : 9);
      expect(each.low).toBeLessThan(mean);
      expect(each.high).toBeGreaterThan(mean);
    }
  });

  it('are unknown where the log says too little of the policy', () => {
    const turns = log(300);
    expect(evaluateOffPolicy(turns.slice(0, 99), (occasion, allowed) => chancesOf(tryAll, known, null, occasion, allowed, 1)[0])).toBeNull();
    expect(evaluateOffPolicy(turns, (_, allowed) => byRespect((respect) => allowed[respect].map((level) => (level === 1 ? 1 : 0))))).toBeNull();
  });
});

/** A store in memory; what it is asked is written down. */
function memoryStore(kept = new Map<string, unknown>()): Store & { readonly kept: Map<string, unknown> } {
  return {
    kept,
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => Promise.resolve(void kept.set(key, JSON.parse(JSON.stringify(value)))),
    delete: (key) => Promise.resolve(void kept.delete(key)),
    list: () => Promise.resolve([...kept.entries()]),
    clear: () => Promise.resolve(kept.clear()),
  };
}

describe('an adaptation', () => {
  it('refuses options and ratings that are out of range, in one sentence', () => {
    expect(() => createAdaptation({ seed: 0.5 })).toThrow('Expected an integer seed');
    expect(() => createAdaptation({ policy: { floor: 0 } })).toThrow('Expected policy.floor to be between 0.01 and 1, but got 0');
    expect(() => createAdaptation({ policy: { method: 'best' as 'ucb' } })).toThrow('Expected policy.method');
    expect(() => createAdaptation().rate(5)).toThrow('Expected a rating between 0 and 1, but got 5');
  });

  it('begins with what its profile has kept, each profile by itself, and says so when that is broken', async () => {
    const kept = new Map<string, unknown>([['adaptation-ada', keepKnowledge(known)], ['adaptation-bo', { attune: 'adaptation', version: 1, turns: 'many' }]]);
    const problems: string[] = [];
    const of = (profile: string) => createAdaptation({ profile, store: memoryStore(kept), onProblem: ({ message }) => problems.push(message) });
    const [ada, bo, cy] = [of('ada'), of('bo'), of('cy')];
    await Promise.all([ada.settled(), bo.settled(), cy.settled()]);
    expect([ada, bo, cy].map(({ knowledge }) => knowledge.turns)).toEqual([150, 0, 0]);
    expect(problems).toEqual([expect.stringContaining('what an adaptation has kept')]);
    await ada.reset();
    expect(kept.has('adaptation-ada')).toBe(false);
    expect(ada.knowledge.turns).toBe(0);
  });

  it('changes no policy without evidence', () => {
    const adaptation = createAdaptation();
    expect(adaptation.propose({ method: 'ucb' })).toEqual({ adopt: false, candidate: null, current: null });
    expect(adaptation.policy.method).toBe('thompson');
    expect(OWN_STYLE).toEqual(byRespect(() => 0));
  });
});
