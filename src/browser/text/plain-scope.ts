/** How a token is meant. A denied one is said not to be so, an asked one is asked about, and a measure only says how much. */
export type Sense = 'plain' | 'denied' | 'asked' | 'measure';

/** What the words around do to each token. All arrays have one entry for each. */
export interface Scope {
  readonly sense: Sense[];
  /** How strongly a token is meant: 1 as it stands, 1.5 after "very", 0.6 after "a bit". */
  readonly degree: Float32Array;
  /** Which clause it belongs to, counted from 0. */
  readonly clause: Uint16Array;
  /** How much each clause counts beside the others: what comes after "but" more than what came before. */
  readonly worth: readonly number[];
}

/** A scope in which nothing was found yet: one clause of plain tokens. */
export function plainScope(count: number): { -readonly [Key in keyof Scope]: Scope[Key] } & { worth: number[] } {
  return { sense: Array.from<Sense>({ length: count }).fill('plain'), degree: new Float32Array(count).fill(1), clause: new Uint16Array(count), worth: [1] };
}
