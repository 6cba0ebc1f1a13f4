import { asProblem, type Language, type Seconds } from 'attune';
import type { ReadText } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problems } from '../../shared/problems.ts';
import type { FileSize, Readers } from '../readers.ts';
import { openTable } from './open-table.ts';
import type { ParsedTable, TableFailure } from './parse-table.ts';

export interface TableView {
  readonly state: 'empty' | 'opening' | 'reading' | 'read' | 'cancelled' | 'failed';
  /** Which model reads files. */
  readonly size: FileSize;
  /** Of the file. */
  readonly name: string;
  readonly table: ParsedTable | null;
  /** One for each row; null where it is not read (yet), or is in a language that can't be. Grows in place: `done` tells that it did. */
  readonly results: readonly (ReadText | null)[];
  /** How many rows have been dealt with. */
  readonly done: number;
  /** Rows whose language is neither English nor Chinese. */
  readonly foreign: number;
  /** How long it took so far. */
  readonly took: Seconds;
  /** How much longer it will take, at the pace so far; null before there is one. */
  readonly left: Seconds | null;
  readonly failure: TableFailure | null;
}

/** The rows of one file, read in the worker while the page goes on. */
export interface Table {
  readonly view: StoreApi<TableView>;
  /** Reads a file in place of the one before. */
  open(file: File): Promise<void>;
  /** Has another model read files from now on, and the one that is open anew. */
  chooseSize(size: FileSize): void;
  /** Takes the texts from another column, and reads them. */
  chooseColumn(text: number): void;
  /** Reads the file from its beginning if the reader failed on it. */
  again(): void;
  /** Stops; what is done is kept. */
  cancel(): void;
  clear(): void;
}

const EMPTY: Omit<TableView, 'size'> = { state: 'empty', name: '', table: null, results: [], done: 0, foreign: 0, took: 0, left: null, failure: null };
/** The page is drawn anew at most this often, in milliseconds. */
const DRAWN = 150;

/** A row's own language; null to find it out, `foreign` for one that can't be read. */
function languageOf(cell: string): Language | 'foreign' | null {
  const tag = cell.trim().toLowerCase();
  if (tag === '' || tag === 'und') return null;
  return /^(?:en|eng|english)\b/.test(tag) ? 'en' : /^(?:zh|zho|chi|cmn|chinese|中文)/.test(tag) ? 'zh' : 'foreign';
}

export function createTable(readers: Readers, problems: Problems): Table {
  const view = createStore<TableView>(() => ({ ...EMPTY, size: 'best' }));
  let life = new AbortController();
  let broken: ParsedTable | null = null;

  async function read(table: ParsedTable, signal: AbortSignal): Promise<void> {
    const languages = table.rows.map((row) => (table.language === null ? null : languageOf(row[table.language]!)));
    const results: (ReadText | null)[] = Array.from(table.rows, () => null);
    const foreign = languages.filter((language) => language === 'foreign').length;
    const began = performance.now();
    let [done, drawn] = [foreign, began];
    const tell = (): void => {
      const took = (performance.now() - began) / 1000;
      drawn = performance.now();
      view.setState({ done, took, left: done > foreign ? (took / (done - foreign)) * (table.rows.length - done) : null });
    };
    view.setState({ state: 'reading', table, results, foreign, done, took: 0, left: null });
    const reader = await readers.ready(view.getState().size);
    signal.throwIfAborted();
    for (const language of [null, 'en', 'zh'] as const) {
      const places = languages.flatMap((each, at) => (each === language ? [at] : []));
      const texts = places.map((at) => table.rows[at]![table.text]!);
      let first = 0;
      await reader.analyseAll(texts, {
        signal, ...(language === null ? {} : { language }),
        onProgress(count, newest) {
          newest.forEach((found, i) => (results[places[first + i]!] = found));
          done += newest.length;
          first = count;
          if (!signal.aborted && performance.now() - drawn > DRAWN) tell();
        },
      });
    }
    tell();
    view.setState({ state: 'read', left: null });
  }

  /** Ends what is going on; the signal is that of what comes next. */
  function begin(): AbortSignal {
    life.abort();
    life = new AbortController();
    broken = null;
    return life.signal;
  }

  async function readAll(table: ParsedTable, signal: AbortSignal): Promise<void> {
    try {
      await read(table, signal);
    } catch (thrown) {
      if (signal.aborted) return;
      broken = table;
      view.setState({ state: 'cancelled', left: null });
      problems.add('text', asProblem(thrown, 'worker-failed', 'The file could not be read to its end'));
    }
  }

  async function open(file: File): Promise<void> {
    const signal = begin();
    view.setState({ ...EMPTY, state: 'opening', name: file.name });
    const { table, failure } = await openTable(file, signal);
    if (signal.aborted) return;
    if (failure) return view.setState({ state: 'failed', failure });
    await readAll(table, signal);
  }

  /** Reads what is open from its beginning. */
  const readAnew = (table: ParsedTable): void => void readAll(table, begin());

  return {
    view, open,
    chooseSize(size) {
      view.setState({ size });
      const { table } = view.getState();
      if (table) readAnew(table);
    },
    chooseColumn(text) {
      const { table } = view.getState();
      if (table) readAnew({ ...table, text });
    },
    again() {
      if (broken) readAnew(broken);
    },
    cancel() {
      life.abort();
      const { state } = view.getState();
      if (state === 'opening') view.setState(EMPTY);
      if (state === 'reading') view.setState({ state: 'cancelled', left: null });
    },
    clear() {
      begin();
      view.setState(EMPTY);
    },
  };
}
