import type { Scope } from './plain-scope.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens that is read by itself. */
export interface Segment {
  /** Indices of the first and the last token. */
  readonly first: number;
  readonly last: number;
  /** How much it counts beside the other clauses. */
  readonly worth: number;
}

/** More clauses than this are read as one: a long text's clauses say little each, and cost time. */
const MOST_CLAUSES = 24;

/** Fewer words than this make no clause: they belong to what follows, or to what came before. */
const LEAST_WORDS = 2;

/** The clauses of a text, together all of its tokens. */
export function clausesOf(tokens: readonly Token[], { clause, worth, sense }: Scope): Segment[] {
  const found: Segment[] = [];
  let begun = 0;
  for (let first = 0; first < tokens.length;) {
    let last = first;
    while (last + 1 < tokens.length && clause[last + 1] === clause[first]) last += 1;
    const isWhole = tokens.slice(begun, last + 1).filter(({ kind }, i) => kind !== 'mark' && sense[begun + i] !== 'measure').length >= LEAST_WORDS;
    if (isWhole) found.push({ first: begun, last, worth: worth[clause[first]!] ?? 1 });
    else if (last === tokens.length - 1 && found.length > 0) found.push({ ...found.pop()!, last });
    if (isWhole) begun = last + 1;
    first = last + 1;
  }
  return found.length > MOST_CLAUSES ? [] : found;
}
