import { asProblem, type AttuneError, OWN_STYLE, type StyleChooser } from 'attune';
import { type Adaptation, createAdaptation } from 'attune/adapt';
import { createIndexedDbStore } from 'attune/browser';
import { keep, kept } from '../shared/keep.ts';

/** The database of what was learnt; under the same name the browser keeps the profile that the player chose, while they let it learn. */
const NAME = 'attune-adaptation';

export const FIRST_PROFILE = 'me';

/** Learns how a player likes to be talked with while they let it; otherwise the character is as it is, and no database is opened. */
export interface OwnAdaptation extends StyleChooser {
  /** Null while nothing is learnt. */
  readonly adaptation: Adaptation | null;
  /** The name that the player chose; null while nothing is learnt. */
  readonly profile: string | null;
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Learns under a name from now on; with what was learnt under it before. */
  learn(profile: string): void;
}

/** Goes on learning where the player chose so in an earlier meeting. */
export function openOwnAdaptation(seed: number, onProblem: (problem: AttuneError) => void): OwnAdaptation {
  const store = createIndexedDbStore({ name: NAME, persist: false });
  const listeners = new Set<() => void>();
  let profile: string | null = null;
  let adaptation: Adaptation | null = null;
  /** Whether the agent still departs from its character by something that is no longer wanted. */
  let departs = false;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  function learn(name: string): void {
    profile = name;
    adaptation = createAdaptation({ seed, profile: name, store, onProblem });
    adaptation.subscribe(tell);
    keep(NAME, name);
    tell();
  }

  const before = kept(NAME);
  if (before !== null) learn(before);
  return {
    get adaptation() {
      return adaptation;
    },
    get profile() {
      return profile;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    learn,
    choose(moment, range) {
      if (!adaptation && !departs) return null;
      departs = adaptation !== null;
      return adaptation?.choose(moment, range) ?? OWN_STYLE;
    },
    heed: (event) => adaptation?.heed(event),
    forget() {
      if (!adaptation) return;
      const last = adaptation;
      [profile, adaptation] = [null, null];
      keep(NAME, null);
      tell();
      last.reset().then(store.clear).catch((thrown: unknown) => onProblem(asProblem(thrown, 'storage-failed', 'What suits the player could not be deleted')));
    },
  };
}
