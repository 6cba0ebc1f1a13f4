import type { Answers, Study } from 'attune/record';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionFormat } from '../shared/saved-session/formats.ts';
import { saveSession } from '../shared/saved-session/save-session.ts';

export interface LogView {
  readonly recording: boolean;
  readonly words: boolean;
  readonly lines: number;
  /** Whether every event since the meeting began is in it, so that a replay is exact. */
  readonly complete: boolean;
  /** Null outside of a study. */
  readonly study: Study | null;
}

/** The meeting on record, in this page's memory only, and only while the player wants it. */
export interface SessionLog {
  readonly view: StoreApi<LogView>;
  /** Takes a line of the agent's record; forgets it unless it was asked for. */
  take(line: string): void;
  record(on: boolean): void;
  /** Words have a consent of their own. */
  recordWords(on: boolean): void;
  /** Keeps what was answered to a questionnaire of the study. */
  answer(questionnaire: string, answers: Answers): void;
  /** Hands it to the player. Rejects where it can't be replayed, in every format but its own. */
  save(format: SessionFormat): Promise<void>;
  clear(): void;
}

/** What was chosen, not what was observed: kept from the beginning, so that a recording that begins later goes by it. */
const CHOICE = /^\{"type":"(fusion|language|operator)"/;

/** Notes a study in the header of a log. A replay passes over it: the character in the header is already as in its condition. */
export const withStudy = (header: string, study: Study): string => JSON.stringify({ ...JSON.parse(header) as object, study });

export function createSessionLog(assets: string, first: Study | null): SessionLog {
  let header = '';
  const choices: string[] = [];
  let body: string[] = [];
  let missed = 0;
  const view = createStore<LogView>(() => ({ recording: false, words: false, lines: 0, complete: true, study: first }));
  return {
    view,
    take(line) {
      const isWords = line.startsWith('{"type":"words"');
      if (header === '') header = line;
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
    answer: (questionnaire, answers) => view.setState(({ study }) => ({ study: { condition: study?.condition ?? null, answers: { ...study?.answers, [questionnaire]: answers } } })),
    save(format) {
      const { study } = view.getState();
      return saveSession(`${[study ? withStudy(header, study) : header, ...choices, ...body].join('\n')}\n`, format, assets);
    },
    clear() {
      choices.push(...body.filter((line) => CHOICE.test(line)));
      body = [];
      view.setState(({ study }) => ({ recording: false, words: false, lines: 0, study: study && { ...study, answers: {} } }));
    },
  };
}
