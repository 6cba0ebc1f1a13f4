import { type Sense, SENSES, type Signal } from '../core/index.ts';
import { createColumn, createTable } from './columns.ts';
import { SIGNAL_COLUMNS } from './signal-columns.ts';
import type { SessionTrace, SignalTrace } from './trace.ts';

/** Collects what the senses observed. */
interface SignalFollower {
  /** @param row with which event it came */
  follow(signal: Signal, row: number): void;
  all(): SessionTrace['signals'];
}

export function createSignalFollower(): SignalFollower {
  const observed: Partial<Record<Sense, ReturnType<typeof createObserved>>> = {};
  return {
    follow(signal, row) {
      (observed[signal.kind] ??= createObserved(signal.kind)).add(signal, row);
    },
    all: () => Object.fromEntries(SENSES.flatMap((sense) => (observed[sense] ? [[sense, observed[sense].all()]] : []))),
  };
}

function createObserved(sense: Sense): { add(signal: Signal, row: number): void; all(): SignalTrace } {
  const columns = SIGNAL_COLUMNS[sense];
  const table = createTable(columns.length);
  const at = createColumn((length) => new Float64Array(length));
  const rows = createColumn((length) => new Uint32Array(length));
  const figures = new Float32Array(columns.length);
  return {
    add(signal, row) {
      at.add(signal.at);
      rows.add(row);
      for (let i = 0; i < columns.length; i += 1) figures[i] = columns[i]!.read(signal) ?? Number.NaN;
      table.add(figures);
    },
    all() {
      const filled = table.columns().flatMap((values, i) => (values.every(Number.isNaN) ? [] : [[columns[i]!.name, values] as const]));
      return { at: at.values(), row: rows.values(), columns: Object.fromEntries(filled) };
    },
  };
}
