import type { SessionTime } from '../core/index.ts';
import type { ValueSpan } from './trace.ts';

/** Follows something that has one value at a time, or none. */
export interface SpanFollower<T> {
  /** Tells what it is from `at` on; null is nothing. */
  follow(at: SessionTime, value: T | null): void;
  /** Everything so far; what still lasts ends at `at`. */
  until(at: SessionTime): ValueSpan<T>[];
}

export function createSpans<T>(): SpanFollower<T> {
  const done: ValueSpan<T>[] = [];
  let current: { readonly start: SessionTime; readonly value: T } | null = null;
  const closed = (end: SessionTime): ValueSpan<T>[] => (current ? [{ start: current.start, end, value: current.value }] : []);
  return {
    follow(at, value) {
      if (current?.value === value || (!current && value === null)) return;
      done.push(...closed(at));
      current = value === null ? null : { start: at, value };
    },
    until: (at) => [...done, ...closed(at)],
  };
}
