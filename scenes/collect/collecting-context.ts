import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Collecting, CollectingView } from './collecting.ts';

export const CollectingContext = createContext<Collecting | null>(null);

export function useCollecting(): Collecting {
  const collecting = use(CollectingContext);
  if (!collecting) throw new Error('Expected a CollectingContext around this component, but there is none. Render it inside of <Collect/>.');
  return collecting;
}

export function useCollectingView<T>(select: (view: CollectingView) => T): T {
  return useStore(useCollecting().view, select);
}
