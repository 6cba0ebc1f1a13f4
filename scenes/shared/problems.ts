import type { AttuneError, ProblemCode, Sense, SignalSource } from 'attune';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What a problem is about, so that its remedy can be a button. */
export type Subject = Sense | 'speech' | 'avatar' | 'page';

export interface Problem {
  readonly id: number;
  readonly subject: Subject;
  readonly code: ProblemCode;
  /** The key of the sentence: the code, or a special case of it. */
  readonly words: ProblemCode | 'avatar-first' | 'fusion-weighted' | 'replies-unranked' | 'text-light-only' | 'voice-missing' | 'offline';
  /** The technical sentence. */
  readonly message: string;
}

/** What is wrong at the moment. One note for each subject and code: a repetition replaces it. */
export interface Problems {
  readonly list: StoreApi<readonly Problem[]>;
  add(subject: Subject, error: AttuneError, words?: Problem['words']): void;
  dismiss(id: number): void;
  /** Takes away the notes about a subject, when it works again or is tried anew. */
  settle(subject: Subject): void;
}

export function createProblems(): Problems {
  const list = createStore<readonly Problem[]>(() => []);
  let last = 0;
  return {
    list,
    add(subject, { code, message }, words = code) {
      const offline = code === 'asset-missing' && !navigator.onLine;
      const problem: Problem = { id: (last += 1), subject, code, words: offline ? 'offline' : words, message };
      list.setState((before) => [...before.filter((each) => each.subject !== subject || each.code !== code), problem], true);
    },
    dismiss: (id) => list.setState((before) => before.filter((each) => each.id !== id), true),
    settle: (subject) => list.setState((before) => before.filter((each) => each.subject !== subject), true),
  };
}

/** A source whose problems are told with the name of its sense, those of spoken words with that of words. */
export function namingProblems(source: SignalSource, problems: Problems): SignalSource {
  return {
    sense: source.sense,
    ...(source.parts && { parts: source.parts }),
    start: (clock, sink) => source.start(clock, { ...sink, problem: (problem) => problems.add(subjectOf(source.sense, problem), problem) }),
    stop: () => source.stop(),
  };
}

/** What a problem that a source told is about. */
export const subjectOf = (sense: Sense, { code }: AttuneError): Subject => (code === 'words-unheard' ? 'text' : sense);
