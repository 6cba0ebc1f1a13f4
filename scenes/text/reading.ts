import type { Unit } from 'attune';
import { type BrowserTextReader, createBrowserClock } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createProblems, type Problems } from '../shared/problems.ts';
import { createOwnIntents, type OwnIntents } from './intents/own-intents.ts';
import { createLines, type Lines } from './lines/lines.ts';
import { createReaders } from './readers.ts';
import { createTable, type Table } from './table/table.ts';

export interface ReadingView {
  /** Which model reads by now. */
  readonly size: BrowserTextReader['size'];
  /** Share of the models that has been fetched; null before the first text, and when nothing more comes. */
  readonly loading: Unit | null;
}

/** Everything that is read on this page: lines that are written, a table from a file, and the intents that are looked for. */
export interface Reading {
  readonly view: StoreApi<ReadingView>;
  readonly problems: Problems;
  readonly lines: Lines;
  readonly table: Table;
  readonly intents: OwnIntents;
  /** Lets the models be fetched again after they could not be had, and reads what was not read. */
  again(): Promise<void>;
  /** Forgets all texts and intents. The models stay. */
  erase(): Promise<void>;
}

/** How often it is looked whether a larger model has come, in seconds. */
const LOOK = 0.5;

export function beginReading(assets: string): Reading {
  const problems = createProblems();
  const view = createStore<ReadingView>(() => ({ size: 'nothing', loading: null }));
  const readers = createReaders({
    assets,
    onProgress: (share) => view.setState({ loading: share < 1 ? share : null }),
    onProblem(problem) {
      view.setState({ loading: null });
      problems.add('text', problem, problem.code === 'asset-missing' || problem.code === 'model-missing' ? 'text-light-only' : problem.code);
    },
  });
  const reader = readers.best;
  const lines = createLines(reader, problems);
  const table = createTable(readers, problems);
  const intents = createOwnIntents(readers, problems, lines.refresh);

  createBrowserClock().every(LOOK, () => {
    if (reader.size === view.getState().size) return;
    view.setState({ size: reader.size });
    // What the light one read is read again by the full one.
    if (reader.size === 'full') lines.refresh();
  });

  return {
    view, problems, lines, table, intents,
    async again() {
      problems.settle('text');
      await readers.dispose();
      view.setState({ size: 'nothing', loading: null });
      await intents.learnAgain();
      lines.refresh();
      table.again();
    },
    async erase() {
      lines.write('');
      table.clear();
      await intents.clear();
    },
  };
}
