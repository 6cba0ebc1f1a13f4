import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionFormat } from '../shared/saved-session/formats.ts';
import { saveSession } from '../shared/saved-session/save-session.ts';
import type { Condition } from './study/conditions.ts';

export interface LogView {
  readonly recording: boolean;
  readonly words: boolean;
  readonly lines: number;
  /** Whether every event since the meeting began is in it, so that a replay is exact. */
  readonly complete: boolean;
}

/** The meeting on record, in this page's memory only, and only while the player wants it. */
export interface SessionLog {
  readonly view: StoreApi<LogView>;
  /** Takes a line of the agent's record; forgets it unless it was asked for. */
  take(line: string): void;
  record(on: boolean): void;
  /** Words have a consent of their own. */
  recordWords(on: boolean): void;
  /** Hands it to the player. Rejects where it can't be replayed, in every format but its own. */
  save(format: SessionFormat): Promise<void>;
  clear(): void;
}

/** What was chosen, not what was observed: kept from the beginning, so that a recording that begins later goes by it. */
const CHOICE = /^\{"type":"(fusion|language)"/;

/** Names the condition of a study in the header of a log. Readers pass over it: the character in the header is already as in it. */
export const withCondition = (header: string, condition: Condition): string => JSON.stringify({ ...JSON.parse(header) as object, study: { condition } });

export function createSessionLog(assets: string, condition: Condition | null): SessionLog {
  let header = '';
  const choices: string[] = [];
  let body: string[] = [];
  let missed = 0;
  const view = createStore<LogView>(() => ({ recording: false, words: false, lines: 0, complete: true }));
  return {
    view,
    take(line) {
      const isWords = line.startsWith('{"type":"words"');
      if (header === '') header = condition ? withCondition(line, condition) : line;
      else if (isWords && !view.getState().words) return;
      else if (view.getState().recording) {
        body.push(line);
        // Counted in steps, or the panel would be drawn again for every event.
        if (body.length % 25 === 1) view.setState({ lines: body.length });
      } else if (CHOICE.test(line)) (body.length > 0 ? body : choices).push(line);
      else if (!isWords) missed += 1;
    },
    record: (recording) => view.setState({ recording, lines: body.length, complete: missed === 0 }),
    recordWords: (words) => view.setState({ words }),
    save: (format) => saveSession(`${[header, ...choices, ...body].join('\n')}\n`, format, assets),
    clear() {
      choices.push(...body.filter((line) => CHOICE.test(line)));
      body = [];
      view.setState({ recording: false, words: false, lines: 0 });
    },
  };
}
