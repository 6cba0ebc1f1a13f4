import { asProblem, type Language, type Seconds } from 'attune';
import type { BrowserTextReader, ReadText } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problems } from '../../shared/problems.ts';
import { openTable } from './open-table.ts';
import type { ParsedTable, TableFailure } from './parse-table.ts';

export interface TableView {
  readonly state: 'empty' | 'opening' | 'reading' | 'read' | 'cancelled' | 'failed';
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
  /** Reads the file from its beginning if the reader failed on it. */
  again(): void;
  /** Stops; what is done is kept. */
  cancel(): void;
  clear(): void;
}

const EMPTY: TableView = { state: 'empty', name: '', table: null, results: [], done: 0, foreign: 0, took: 0, left: null, failure: null };
/** The page is drawn anew at most this often, in milliseconds. */
const DRAWN = 150;

/** A row's own language; null to find it out, `foreign` for one that can't be read. */
function languageOf(cell: string): Language | 'foreign' | null {
  const tag = cell.trim().toLowerCase();
  if (tag === '' || tag === 'und') return null;
  return /^(?:en|eng|english)\b/.test(tag) ? 'en' : /^(?:zh|zho|chi|cmn|chinese|中文)/.test(tag) ? 'zh' : 'foreign';
}

export function createTable(reader: BrowserTextReader, problems: Problems): Table {
  const view = createStore<TableView>(() => EMPTY);
  let life = new AbortController();
  let broken: File | null = null;

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
    view.setState({ state: 'reading', table, results, foreign, done });
    await reader.prepare();
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

  async function open(file: File): Promise<void> {
    life.abort();
    life = new AbortController();
    const { signal } = life;
    broken = null;
    view.setState({ ...EMPTY, state: 'opening', name: file.name }, true);
    const { table, failure } = await openTable(file, signal);
    if (signal.aborted) return;
    if (failure) return view.setState({ state: 'failed', failure });
    try {
      await read(table, signal);
    } catch (thrown) {
      if (signal.aborted) return;
      broken = file;
      view.setState({ state: 'cancelled', left: null });
      problems.add('text', asProblem(thrown, 'worker-failed', 'The file could not be read to its end'));
    }
  }

  return {
    view, open,
    again() {
      if (broken) void open(broken);
    },
    cancel() {
      life.abort();
      const { state } = view.getState();
      if (state === 'opening') view.setState(EMPTY, true);
      if (state === 'reading') view.setState({ state: 'cancelled', left: null });
    },
    clear() {
      life.abort();
      broken = null;
      view.setState(EMPTY, true);
    },
  };
}
