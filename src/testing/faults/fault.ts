import type { Seconds, SessionTime } from '../../core/index.ts';

/**
 * Ways in which what an agent depends on goes wrong. `slow`: answers late. `silent`: never answers. `throws`: at once. `rejects`: its
 * promise does; `rejects-late`: after some seconds, or once something has come. `garbage`: a value of another shape. `not-finite`: NaN or
 * infinity among its numbers. `empty`, `huge`: words that are none, or far too many. `stalls`: begins, and does not go on. `lies`: says
 * that it can do, or did, what it can't. `out-of-order`: earlier things after later ones, or from another time. `after-stop`: goes on
 * after it was stopped. `twice`: tells everything again. `dies`: nothing works any more until it is started anew.
 */
export const FAULTS = [
  'slow', 'silent', 'throws', 'rejects', 'rejects-late', 'garbage', 'not-finite', 'empty', 'huge', 'stalls', 'lies', 'out-of-order', 'after-stop', 'twice', 'dies',
] as const;
/** One of {@link FAULTS}. */
export type Fault = (typeof FAULTS)[number];

/** What can be made faulty: every port of an agent, and the functions that hosts give it (`host`), such as `record`. */
export type FaultyPort = 'clock' | 'source' | 'recognizer' | 'text' | 'fuser' | 'dialogue' | 'speech' | 'memory' | 'store' | 'driver' | 'host';

/** Which faults each of them can have. */
export const FAULTS_OF: Readonly<Record<FaultyPort, readonly Fault[]>> = {
  clock: ['slow', 'not-finite', 'stalls', 'out-of-order', 'after-stop', 'twice'],
  source: ['slow', 'silent', 'throws', 'rejects', 'rejects-late', 'garbage', 'not-finite', 'stalls', 'lies', 'out-of-order', 'after-stop', 'twice', 'dies'],
  recognizer: ['slow', 'silent', 'throws', 'rejects', 'garbage', 'not-finite', 'empty', 'huge', 'out-of-order', 'after-stop', 'twice', 'dies'],
  text: ['slow', 'silent', 'throws', 'rejects', 'rejects-late', 'garbage', 'not-finite', 'lies', 'dies'],
  fuser: ['throws', 'garbage', 'not-finite', 'lies'],
  dialogue: ['slow', 'silent', 'throws', 'rejects', 'rejects-late', 'garbage', 'empty', 'huge', 'stalls', 'out-of-order', 'after-stop', 'twice', 'dies'],
  speech: ['slow', 'silent', 'throws', 'rejects', 'rejects-late', 'not-finite', 'stalls', 'lies', 'after-stop', 'twice', 'dies'],
  memory: ['throws', 'garbage', 'huge'],
  store: ['slow', 'silent', 'throws', 'rejects', 'rejects-late', 'garbage', 'dies'],
  driver: ['throws'],
  host: ['throws'],
};

/** A fault that happened. */
export interface Befell {
  readonly port: FaultyPort;
  readonly fault: Fault;
  /** Which of the port's steps it was, counted from 1. */
  readonly step: number;
  readonly at: SessionTime;
}

/** What a faulty port is told of what is to go wrong. */
export interface Trouble {
  /** The fault of this step, out of those that make sense here; null where all goes well. */
  next(...possible: readonly Fault[]): Fault | null;
  /** A number in [low, high), by the seed. */
  between(low: number, high: number): number;
  /** Something in place of `value` that it is not. */
  pick<T>(choices: readonly T[]): T;
  /** Calls `action` once, so many seconds later. */
  later(seconds: Seconds, action: () => void): void;
  /** Resolves so many seconds later. */
  pass(seconds: Seconds): Promise<void>;
}

/** What a fault throws, so that it is known for one. */
export class Planted extends Error {
  override readonly name = 'Planted';

  constructor(port: FaultyPort, fault: Fault) {
    super(`the ${port} ${fault} on purpose`);
  }
}

/** A promise that nothing comes of. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
