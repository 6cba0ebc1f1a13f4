import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Rehearsal, RehearsalView, Wishes } from './rehearsal.ts';

export const RehearsalContext = createContext<Rehearsal | null>(null);

export function useRehearsal(): Rehearsal {
  const rehearsal = useContext(RehearsalContext);
  if (!rehearsal) throw new Error('Expected a rehearsal above this component, but there is none. Put it inside the avatars page.');
  return rehearsal;
}

export function useWish<Part>(select: (wishes: Wishes) => Part): Part {
  return useStore(useRehearsal().wishes, select);
}

export function useRehearsalView<Part>(select: (view: RehearsalView) => Part): Part {
  return useStore(useRehearsal().view, select);
}
