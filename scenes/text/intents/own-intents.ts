import { asProblem } from 'attune';
import type { BrowserTextReader } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problems } from '../../shared/problems.ts';
import { textsOf } from '../lines/lines.ts';

/** An intent as it stands in the editor. */
export interface DraftIntent {
  readonly id: number;
  readonly name: string;
  /** One a line. */
  readonly examples: string;
}

export interface OwnIntentsView {
  readonly drafts: readonly DraftIntent[];
  readonly state: 'none' | 'incomplete' | 'learning' | 'learnt' | 'failed';
}

/** Intents that a visitor makes up, each by a few examples; learnt a moment after the last change. */
export interface OwnIntents {
  readonly view: StoreApi<OwnIntentsView>;
  add(intents: readonly Omit<DraftIntent, 'id'>[]): void;
  change(id: number, change: Partial<Omit<DraftIntent, 'id'>>): void;
  remove(id: number): void;
  clear(): Promise<void>;
  /** After the reader was opened anew. */
  learnAgain(): Promise<void>;
}

/** A pause in writing, in milliseconds. */
const PAUSE = 600;

/** What an intent is learnt from at least. */
const LEAST_EXAMPLES = 2;

/** Whether the drafts can be learnt: each has a name of its own and examples enough. */
export function areComplete(drafts: readonly DraftIntent[]): boolean {
  const names = drafts.map(({ name }) => name.trim());
  return new Set(names).size === names.length && names.every((name) => name !== '') && drafts.every(({ examples }) => new Set(textsOf(examples)).size >= LEAST_EXAMPLES);
}

export function createOwnIntents(reader: Pick<BrowserTextReader, 'setIntents'>, problems: Problems, onLearnt: () => void): OwnIntents {
  const view = createStore<OwnIntentsView>(() => ({ drafts: [], state: 'none' }));
  let last = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let learnt = false;

  async function learn(): Promise<void> {
    const { drafts } = view.getState();
    if (drafts.length === 0 && !learnt) return view.setState({ state: 'none' });
    if (!areComplete(drafts)) return view.setState({ state: 'incomplete' });
    view.setState({ state: 'learning' });
    try {
      await reader.setIntents(drafts.map(({ name, examples }) => ({ name: name.trim(), examples: textsOf(examples) })));
      learnt = drafts.length > 0;
      // They may have been changed meanwhile, and then they are about to be learnt.
      if (view.getState().drafts === drafts) view.setState({ state: learnt ? 'learnt' : 'none' });
      onLearnt();
    } catch (thrown) {
      view.setState({ state: 'failed' });
      problems.add('text', asProblem(thrown, 'bad-input', 'The intents could not be learnt'));
    }
  }

  const update = (drafts: readonly DraftIntent[]): void => {
    view.setState({ drafts });
    clearTimeout(pause);
    pause = setTimeout(() => void learn(), PAUSE);
  };

  return {
    view,
    add: (intents) => update([...view.getState().drafts, ...intents.map(({ name, examples }) => ({ id: (last += 1), name, examples }))]),
    change: (id, change) => update(view.getState().drafts.map((draft) => (draft.id === id ? { id, name: change.name ?? draft.name, examples: change.examples ?? draft.examples } : draft))),
    remove: (id) => update(view.getState().drafts.filter((draft) => draft.id !== id)),
    async clear() {
      clearTimeout(pause);
      view.setState({ drafts: [] });
      await learn();
    },
    async learnAgain() {
      learnt = false;
      await learn();
    },
  };
}
