import { useEffect, useRef, useState } from 'react';
import type { AttuneError, Unit } from '../core/index.ts';

interface LoadedOptions<Key, Thing> {
  readonly load: (key: Key, signal: AbortSignal, onProgress: (share: Unit) => void) => Promise<Thing>;
  readonly release: (thing: Thing) => void;
  readonly onLoad: ((thing: Thing) => void) | undefined;
  readonly onProgress: ((share: Unit) => void) | undefined;
  /** What went wrong, in one sentence. */
  readonly problemOf: (thrown: unknown) => AttuneError;
  /** Without a listener the problem is thrown while rendering. */
  readonly onError: ((problem: AttuneError) => void) | undefined;
}

interface Loaded<Thing> {
  /** null until it is there. */
  readonly thing: Thing | null;
  /** Resolves when it is there, has failed or is not wanted any more; for `use`. null before it was begun. */
  readonly coming: Promise<void> | null;
}

/** One loading, and what came of it. */
interface Hold<Key, Thing> {
  readonly key: Key;
  readonly abort: AbortController;
  /** What is shown until this one's own is there. */
  before: Hold<Key, Thing> | null;
  thing: Thing | null;
  leaving: ReturnType<typeof setTimeout> | null;
}

/**
 * Loads something for as long as the component lives, and releases it afterwards.
 *
 * Effects own it and nothing caches it. It is let go a moment after the component went, so that a strict tree, which unmounts and mounts
 * again at once, does not load everything twice. A new key loads anew; the thing before stays until then.
 */
export function useLoaded<Key, Thing>(key: Key, options: LoadedOptions<Key, Thing>): Loaded<Thing> {
  const [thing, setThing] = useState<Thing | null>(null);
  const [coming, setComing] = useState<Promise<void> | null>(null);
  const [problem, setProblem] = useState<AttuneError | null>(null);
  const newest = useRef<Hold<Key, Thing>>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const letGo = (held: Hold<Key, Thing>): void => {
      held.abort.abort();
      const { thing: released, before } = held;
      held.before = held.thing = null;
      if (newest.current === held) newest.current = null;
      if (before) letGo(before);
      if (released === null) return;
      latest.current.release(released);
      setThing((now) => (now === released ? null : now));
    };
    const load = async (mine: Hold<Key, Thing>): Promise<void> => {
      const { signal } = mine.abort;
      try {
        const loaded = await latest.current.load(mine.key, signal, (share) => latest.current.onProgress?.(share));
        if (signal.aborted) return latest.current.release(loaded);
        const { before } = mine;
        mine.thing = loaded;
        mine.before = null;
        setThing(() => loaded);
        if (before) letGo(before);
        latest.current.onLoad?.(loaded);
      } catch (thrown) {
        if (signal.aborted) return;
        const failure = latest.current.problemOf(thrown);
        if (latest.current.onError) latest.current.onError(failure);
        else setProblem(failure);
      }
    };

    const before = newest.current;
    if (before?.leaving != null) clearTimeout(before.leaving);
    if (before) before.leaving = null;
    let hold = before;
    if (hold?.key !== key) {
      before?.abort.abort();
      hold = { key, abort: new AbortController(), before, thing: null, leaving: null };
      newest.current = hold;
      setComing(load(hold));
    }
    const mine = hold;
    return () => {
      mine.leaving = setTimeout(() => letGo(mine));
    };
  }, [key]);

  if (problem) throw problem;
  return { thing, coming };
}
