import type { LinesView } from './lines/lines.ts';
import type { Reading } from './reading.ts';
import type { TableView } from './table/table.ts';

/** A handle on what was read, for the console and for tests. The library itself makes no global. */
export interface TextHandle {
  /** Which model reads by now. */
  readonly size: 'nothing' | 'light' | 'full';
  readonly lines: LinesView;
  readonly table: TableView;
}

declare global {
  interface Window {
    /** There while the text page is. */
    attuneText?: TextHandle;
  }
}

export function handOut({ view, lines, table }: Reading): void {
  window.attuneText = {
    get size() {
      return view.getState().size;
    },
    get lines() {
      return lines.view.getState();
    },
    get table() {
      return table.view.getState();
    },
  };
}
