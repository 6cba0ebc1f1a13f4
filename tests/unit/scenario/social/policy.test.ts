import { type Belief, UNKNOWN } from 'attune';
import { LULL, LONG_LULL, parsePack, type ScenarioEffect, type Seat, socialMood, type SocialOwn, type SocialMore, socialPolicy, type SocialState } from 'attune/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import file from '../../../../scenarios/social/scenario.json';

const pack = parsePack(file);
const more = pack.more as SocialMore;
const sure = (mean: number): Belief => ({ mean, variance: 0.05 });

/** How something is said: by how likely anger and joy are in it. */
const SAID = { calm: [0.05, 0.1, 0.1], angry: [0.9, 0, -0.6], glad: [0, 0.9, 0.8] } as const;
type Way = keyof typeof SAID;

/** A table that keeps what the host said, with whom it named and what was going on then. */
function host(seats: readonly Seat[]) {
  let state: SocialState = socialPolicy.begin();
  let at = 0;
  const said: { readonly lines: readonly string[]; readonly names: readonly Seat[]; readonly after: SocialOwn['about']; readonly still: number; readonly turn: number }[] = [];
  const counted = new Map<string, number>();
  function take(own: SocialOwn): readonly ScenarioEffect[] {
    const [next, effects] = socialPolicy.step(state, { type: 'own', own }, pack.content.en!, more);
    state = next;
    for (const effect of effects) {
      if (effect.type === 'measure') counted.set(effect.measure, (counted.get(effect.measure) ?? 0) + 1);
      if (effect.type === 'say') said.push({ lines: effect.pieces.flatMap((piece) => ('line' in piece ? [piece.line] : [])), names: Object.values(state.names), after: own.about, still: at - (state.spokeAt ?? at), turn: state.turns });
    }
    return effects;
  }
  take({ about: 'people', seats, at });
  return {
    said, counted, take,
    get state() {
      return state;
    },
    turn(seat: Seat, way: Way = 'calm', declines = false) {
      at += 3;
      const [anger, joy, valence] = SAID[way];
      return take({ about: 'turn', seat, at, anger, joy, valence: sure(valence), arousal: UNKNOWN, declines });
    },
    lull: (seconds = LULL + 1, busy = false) => take({ about: 'lull', at: at += seconds, busy }),
    listens: (seat: Seat, only = true) => take({ about: 'listens', seat, only }),
  };
}

const linesOf = (table: ReturnType<typeof host>): readonly string[] => table.said.flatMap(({ lines }) => lines);

describe('a host', () => {
  it('says what it is for once there are two, and is silent while the talk flows', () => {
    const table = host(['a']);
    expect(table.said).toEqual([]);
    table.take({ about: 'people', seats: ['a', 'b', 'c'], at: 0 });
    for (let round = 0; round < 20; round += 1) for (const seat of ['a', 'b', 'c']) table.turn(seat);
    table.lull();
    expect(linesOf(table)).toEqual(['welcome']);
  });

  it('asks in whoever was silent, at a lull, by an opening, and not a second time in a row; leaves them in peace after two', () => {
    const table = host(['a', 'b', 'c']);
    for (let i = 0; i < 5; i += 1) {
      table.turn('a');
      table.turn('b');
    }
    expect(linesOf(table)).toEqual(['welcome']);
    table.lull(LULL + 1, true);
    expect(linesOf(table)).toEqual(['welcome']);
    table.lull();
    expect(table.said.at(-1)).toMatchObject({ lines: ['draw-in'], names: ['c'] });
    for (let i = 0; i < 40; i += 1) {
      table.turn(i % 2 ? 'a' : 'b');
      table.lull();
    }
    expect(table.counted.get('drawn-in')).toBe(1);
    table.turn('c');
    expect(table.counted.get('joined') ?? 0).toBe(1);
  });

  it('restates both sides of a quarrel, gives each a turn, the quieter one first, and says when it is calmer', () => {
    const table = host(['a', 'b', 'c']);
    for (const seat of ['a', 'b', 'a', 'c', 'a']) table.turn(seat);
    table.turn('a', 'angry');
    table.turn('b', 'angry');
    table.turn('a', 'angry');
    expect(table.said.at(-1)).toMatchObject({ lines: ['two-sides', 'said-one', 'said-other', 'turn-each'], after: 'turn' });
    expect(table.state.cooling).toMatchObject({ step: 'turns', waitsFor: 'b', sides: ['b', 'a'] });
    table.turn('b');
    expect(table.said.at(-1)).toMatchObject({ lines: ['now-you'], names: ['a'] });
    table.turn('a');
    expect(linesOf(table).at(-1)).toBe('eased');
    for (const seat of ['b', 'a', 'b', 'a']) table.turn(seat);
    expect(linesOf(table).at(-1)).toBe('eased');
    expect(Object.fromEntries(table.counted)).toMatchObject({ cooled: 1, eased: 1 });
    expect(table.state.cooling).toBeNull();
  });

  it('proposes a pause where the turns did not help', () => {
    const table = host(['a', 'b']);
    for (let i = 0; i < 8; i += 1) table.turn(i % 2 ? 'a' : 'b', 'angry');
    expect(linesOf(table)).toContain('pause');
  });

  it('celebrates with several who are glad, once, and at a lull', () => {
    const table = host(['a', 'b', 'c']);
    for (const seat of ['a', 'b', 'c']) table.turn(seat, 'glad');
    expect(linesOf(table)).not.toContain('celebrate');
    table.lull();
    table.turn('a', 'glad');
    table.lull();
    expect(linesOf(table).filter((line) => line === 'celebrate')).toHaveLength(1);
    const alone = host(['a', 'b', 'c']);
    for (let i = 0; i < 4; i += 1) alone.turn('a', 'glad');
    alone.lull();
    expect(linesOf(alone)).not.toContain('celebrate');
  });

  it('takes "I would rather listen" for an answer, and may be sent away and called back', () => {
    const table = host(['a', 'b', 'c']);
    for (let i = 0; i < 10; i += 1) table.turn(i % 2 ? 'a' : 'b');
    table.lull();
    table.turn('c', 'calm', true);
    expect(table.said.at(-1)).toMatchObject({ lines: ['no-hurry'] });
    expect(table.state.people.find(({ seat }) => seat === 'c')?.declined).toBe(true);
    const ask = (intent: string) => {
      const [next, effects] = socialPolicy.step(table.state, { type: 'message', turn: 1, act: 'chat', mood: 'calm', slots: [], finding: { known: true, close: false, ranking: [{ intent, confidence: 0.9 }], choice: null } }, pack.content.en!, more);
      return { next, lines: effects.flatMap((effect) => (effect.type === 'say' ? effect.pieces : [])) };
    };
    expect(ask('be-quiet').next.quiet).toBe(true);
    expect(ask('what-do-you-keep').lines).toEqual([{ knowledge: 'kept' }]);
    expect(ask('draw-in').next.names.name).not.toBe('c');
  });

  it('begins something for all only after a long silence', () => {
    const table = host(['a', 'b']);
    for (let i = 0; i < 3; i += 1) {
      table.turn('a');
      table.turn('b');
    }
    table.lull();
    expect(linesOf(table)).toEqual(['welcome']);
    table.lull(LONG_LULL);
    table.lull(LONG_LULL);
    expect(linesOf(table)).toEqual(['welcome', 'long-lull']);
  });

  it('keeps a mood with its uncertainty: unknown is no neutral, and what was known fades', () => {
    const table = host(['a', 'b', 'c']);
    expect(socialMood(table.state).valence).toEqual(UNKNOWN);
    table.turn('a', 'glad');
    const one = socialMood(table.state);
    expect(one.valence.mean).toBeGreaterThan(0);
    table.turn('b', 'glad');
    const two = socialMood(table.state);
    expect(two.valence.variance).toBeLessThan(one.valence.variance);
    table.lull(600);
    expect(socialMood(table.state).valence.variance).toBeGreaterThan(two.valence.variance);
    expect(two.heat.low).toBeLessThan(two.heat.mean);
    expect(two.people.map(({ seat, share }) => [seat, Math.round(10 * share!)])).toEqual([['a', 5], ['b', 5], ['c', 0]]);
  });

  it('takes in how faces appear, and what it knows of nobody at the table changes nothing', () => {
    const table = host(['a', 'b']);
    table.take({ about: 'look', seat: 'a', at: 1, valence: sure(-0.7), arousal: sure(0.2) });
    expect(socialMood(table.state).valence.mean).toBeLessThan(-0.1);
    const before = table.state;
    table.turn('z', 'angry');
    expect(table.state.turns).toBe(before.turns);
  });
});

const SEATS = ['a', 'b', 'c', 'd'] as const;
type Action = { readonly do: 'turn'; readonly seat: number; readonly way: Way; readonly declines: boolean } | { readonly do: 'lull'; readonly seconds: number; readonly busy: boolean } | { readonly do: 'listens'; readonly seat: number; readonly only: boolean };
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('turn' as const), seat: fc.nat(3), way: fc.constantFrom<Way>('calm', 'calm', 'angry', 'glad'), declines: fc.constant(false) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('lull' as const), seconds: fc.constantFrom(1, LULL - 1, LULL + 1, LONG_LULL + 1), busy: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('listens' as const), seat: fc.nat(3), only: fc.boolean() }) },
);

function run(seats: readonly Seat[], actions: readonly Action[], each?: (table: ReturnType<typeof host>) => void) {
  const table = host(seats);
  for (const act of actions) {
    if (act.do === 'turn') table.turn(SEATS[act.seat]!, act.way, act.declines);
    else if (act.do === 'lull') table.lull(act.seconds, act.busy);
    else table.listens(SEATS[act.seat]!, act.only);
    each?.(table);
  }
  return table;
}

describe('whatever is said', () => {
  it('never speaks to somebody who would rather listen', () => {
    fc.assert(fc.property(fc.array(action, { maxLength: 80 }), (actions) => {
      run(SEATS, actions, (table) => {
        const named = Object.values(table.state.names);
        expect(table.state.people.filter(({ declined, seat }) => declined && named.includes(seat))).toEqual([]);
      });
    }), { numRuns: 300 });
  });

  it('never speaks into an exchange but to cool it, and never while somebody is about to speak', () => {
    fc.assert(fc.property(fc.array(action, { maxLength: 80 }), (actions) => {
      const table = run(SEATS, actions);
      for (const { lines, after, still } of table.said.slice(1)) {
        if (after === 'lull') expect(still).toBeGreaterThanOrEqual(LULL);
        else expect(lines.every((line) => ['two-sides', 'said-one', 'said-other', 'turn-each', 'now-you', 'cool-all', 'pause', 'eased', 'no-hurry'].includes(line))).toBe(true);
      }
    }), { numRuns: 300 });
  });

  it('names nobody twice in a row without a word from them', () => {
    fc.assert(fc.property(fc.array(action, { maxLength: 120 }), (actions) => {
      const table = run(SEATS, actions.map((act) => (act.do === 'lull' ? { ...act, seconds: LULL + 1, busy: false } : act)), ({ state }) => {
        expect(state.people.every(({ unanswered }) => unanswered <= 2)).toBe(true);
      });
      const asked = table.said.filter(({ lines }) => lines.includes('draw-in'));
      asked.forEach(({ names, turn }, i) => {
        const before = asked[i - 1];
        if (before && before.names[0] === names[0]) expect(turn).toBeGreaterThan(before.turn);
      });
    }), { numRuns: 300 });
  });

  it('asks in each who is silent and willing within so many turns, where there are lulls and peace', () => {
    fc.assert(fc.property(fc.array(fc.nat(1), { minLength: 30, maxLength: 60 }), (speakers) => {
      const table = host(SEATS);
      for (const speaker of speakers) {
        table.turn(SEATS[speaker]!);
        table.lull();
      }
      const bound = 3 * SEATS.length + 2 * SEATS.length;
      for (const silent of ['c', 'd'] as const) {
        const first = table.said.find(({ lines, names }) => lines.includes('draw-in') && names.includes(silent));
        expect(first?.turn ?? Infinity).toBeLessThanOrEqual(bound);
      }
    }), { numRuns: 200 });
  });

  it('decides the same whatever order people sit in', () => {
    fc.assert(fc.property(fc.array(action, { maxLength: 80 }), fc.shuffledSubarray([...SEATS], { minLength: 4, maxLength: 4 }), (actions, order) => {
      expect(run(order, actions).said).toEqual(run(SEATS, actions).said);
    }), { numRuns: 300 });
  });
});
