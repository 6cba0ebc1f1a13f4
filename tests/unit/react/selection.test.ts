import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSelection, sameMembers } from '../../../src/react/selection.ts';

interface State { readonly phase: string; readonly list: readonly number[]; readonly other: number }
const before: State = { phase: 'absent', list: [1, 2], other: 0 };
const after: State = { ...before, other: 1 };

describe('a selection', () => {
  it('gives the same object for the same part, also to a selector written inline', () => {
    const select = createSelection<State, unknown>();
    const first = select(before, (state) => ({ phase: state.phase }));
    expect(select(before, (state) => ({ phase: state.phase }))).toBe(first);
    expect(select(after, (state) => ({ phase: state.phase }))).toBe(first);
  });

  it('gives a new one when a member changes', () => {
    const select = createSelection<State, unknown>();
    const first = select(before, (state) => ({ phase: state.phase, other: state.other }));
    expect(select(after, (state) => ({ phase: state.phase, other: state.other }))).not.toBe(first);
  });

  it('asks a kept selector once for each state', () => {
    let asked = 0;
    const count = (state: State): string => {
      asked += 1;
      return state.phase;
    };
    const select = createSelection<State, string>();
    for (const state of [before, before, after, after]) select(state, count);
    expect(asked).toBe(2);
  });
});

describe('same members', () => {
  it('holds for any value and its shallow copy', () => {
    fc.assert(fc.property(fc.oneof(fc.dictionary(fc.string(), fc.integer()), fc.array(fc.double())), (value) => sameMembers(value, Array.isArray(value) ? [...value] : { ...value })));
  });

  it('tells apart what differs in a member, in kind or in depth', () => {
    for (const [a, b] of [[[1], { 0: 1 }], [{ a: 1 }, { b: 1 }], [{ a: undefined }, { b: undefined }], [[1, 2], [2, 1]], [{ a: {} }, { a: {} }], [null, {}], [new Map(), new Map()]] as const) {
      expect(sameMembers(a, b)).toBe(false);
    }
  });
});
