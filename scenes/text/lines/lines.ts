import { asProblem } from 'attune';
import type { BrowserTextReader, ReadText } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problems } from '../../shared/problems.ts';

export interface Line {
  /** Its place among those that are read, from 0. */
  readonly at: number;
  readonly text: string;
  /** Null while it is being read, or when it can't be. */
  readonly read: ReadText | null;
}

export interface LinesView {
  readonly written: string;
  readonly lines: readonly Line[];
  /** How many lines were too many. */
  readonly leftOut: number;
  /** Whether anything is being read, or about to be. */
  readonly busy: boolean;
}

/** What is written on the page, a text on each line, read a moment after the last key. */
export interface Lines {
  readonly view: StoreApi<LinesView>;
  write(text: string): void;
  /** Reads every line anew, because the reader has learnt something. */
  refresh(): void;
}

/** More lines than this are better read from a file. */
export const MOST_LINES = 1000;
/** A pause in writing, in milliseconds. */
const PAUSE = 200;

/** The texts that lines hold; empty lines are none. */
export const textsOf = (written: string): string[] => written.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim()).filter((line) => line !== '');

export function createLines(reader: BrowserTextReader, problems: Problems): Lines {
  const view = createStore<LinesView>(() => ({ written: '', lines: [], leftOut: 0, busy: false }));
  let known = new Map<string, ReadText>();
  let life = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    life.abort();
    life = new AbortController();
    const { signal } = life;
    const all = textsOf(view.getState().written);
    const texts = all.slice(0, MOST_LINES);
    const before = known;
    const show = (busy: boolean): void => view.setState({
      lines: texts.map((text, at) => ({ at, text, read: known.get(text) ?? null })), leftOut: all.length - texts.length, busy,
    });
    known = new Map(texts.flatMap((text) => {
      const found = before.get(text);
      return found ? [[text, found]] : [];
    }));
    const unread = [...new Set(texts)].filter((text) => !known.has(text));
    show(unread.length > 0);
    if (unread.length === 0) return;
    let first = 0;
    try {
      await reader.analyseAll(unread, {
        signal,
        onProgress(done, newest) {
          if (signal.aborted) return;
          newest.forEach((found, i) => known.set(unread[first + i]!, found));
          first = done;
          show(done < unread.length);
        },
      });
    } catch (thrown) {
      if (signal.aborted) return;
      show(false);
      problems.add('text', asProblem(thrown, 'worker-failed', 'The lines could not be read'));
    }
  }

  const readSoon = (): void => {
    view.setState({ busy: true });
    clearTimeout(pause);
    pause = setTimeout(() => void read(), PAUSE);
  };

  return {
    view,
    write(written) {
      view.setState({ written });
      readSoon();
    },
    refresh() {
      known = new Map();
      readSoon();
    },
  };
}
