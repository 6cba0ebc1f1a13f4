import { AttuneError, byRespect, OWN_STYLE, type Store, STYLE_RESPECTS, type StyleRange, withinRange } from 'attune';
import {
  allowedLevels, chancesAfter, chancesOf, createAdaptation, createLife, createSimulatedPerson, drawStyle, evaluateOffPolicy, type Knowledge, keepKnowledge, type Level, METHODS, newKnowledge, poolKnowledge, readKnowledge, USUAL_POLICY,
} from 'attune/adapt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeMean, describeTurn } from '../../../src/adapt/occasion.ts';

const anyRange: fc.Arbitrary<StyleRange> = fc.record(byRespect(() => fc.tuple(fc.constantFrom(-1, 0), fc.constantFrom(0, 1))));
const signed = fc.double({ min: -1, max: 1, noNaN: true });
const anyOccasion = fc.record({ valence: signed, arousal: signed, weighs: fc.constantFrom(0, 1), length: signed });

const PLAIN = { valence: 0, arousal: 0, weighs: 0, length: 0 };

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

describe('a turn on average', () => {
  it('is the mean of all turns that independent respects may make', () => {
    fc.assert(fc.property(anyOccasion, fc.tuple(...STYLE_RESPECTS.map(() => fc.double({ min: 0, max: 1, noNaN: true }))), fc.tuple(...STYLE_RESPECTS.map(() => fc.boolean())), (occasion, more, down) => {
      // Each respect is 0, or else one level away to its side, with a chance.
      const side = byRespect((respect) => (down[STYLE_RESPECTS.indexOf(respect)] ? -1 : 1));
      const chance = byRespect((respect) => more[STYLE_RESPECTS.indexOf(respect)]!);
      const mean = describeTurn(occasion, OWN_STYLE).fill(0);
      for (let each = 0; each < 2 ** STYLE_RESPECTS.length; each += 1) {
        const away = byRespect((respect) => Math.floor(each / 2 ** STYLE_RESPECTS.indexOf(respect)) % 2 === 1);
        const weight = STYLE_RESPECTS.reduce((product, respect) => product * (away[respect] ? chance[respect] : 1 - chance[respect]), 1);
        describeTurn(occasion, byRespect((respect) => (away[respect] ? side[respect] : 0))).forEach((number, k) => {
          mean[k]! += weight * number;
        });
      }
      describeMean(occasion, byRespect((respect) => chance[respect] * side[respect]), chance).forEach((number, k) => expect(number).toBeCloseTo(mean[k]!, 9));
    }), { numRuns: 20 });
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
    expect(() => readKnowledge({ ...kept, version: 3 })).toThrow('at version');
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

  it.each([1, -1])('learns what two respects do together, where one of them does nothing alone (%d)', (sign) => {
    const allowed = allowedLevels(byRespect((respect) => (respect === 'pace' || respect === 'asking' ? [-1, 1] as const : [0, 0] as const)));
    const log = Array.from({ length: 180 }, (_, turn) => {
      const [pace, asking] = [turn % 3 - 1, Math.floor(turn / 3) % 3 - 1];
      return { occasion: PLAIN, allowed, style: { ...OWN_STYLE, pace, asking }, propensity: byRespect((respect) => allowed[respect].length === 3 ? 1 / 3 : 1), rating: 0.5 + 0.2 * pace + 0.3 * sign * pace * asking };
    });
    const chances = chancesAfter(log, { ...USUAL_POLICY, method: 'greedy', floor: 0.01 }, 1, null)(PLAIN, allowed);
    const level = (respect: 'pace' | 'asking'): number => chances[respect].findIndex((chance) => chance > 0.9) - 1;
    expect([level('pace'), level('asking')]).toEqual([1, sign]);
  });

  it('leaves the character as it is while nothing is known', () => {
    const allowed = allowedLevels(byRespect(() => [-1, 1] as const));
    for (const chances of Object.values(chancesAfter([], { ...USUAL_POLICY, method: 'greedy' }, 1, null)(PLAIN, allowed))) expect(chances[1]).toBeGreaterThan(0.9);
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
    expect(() => createAdaptation({ site: { ...poolKnowledge([]), success: [0, 1] } })).toThrow('Expected site.success to have 45 weights, but got 2');
    expect(() => createAdaptation().rate(5)).toThrow('Expected a rating between 0 and 1, but got 5');
  });

  it('begins with what its profile has kept, each profile by itself, and says so when that is broken', async () => {
    const kept = new Map<string, unknown>([['adaptation-ada', keepKnowledge(known)], ['adaptation-bo', { attune: 'adaptation', version: 2, turns: 'many' }]]);
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
