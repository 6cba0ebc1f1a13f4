import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Voicing, VoicingView } from './voicing.ts';
import type { Wishes } from './wishes.ts';

export const VoicingContext = createContext<Voicing | null>(null);

export function useVoicing(): Voicing {
  const voicing = useContext(VoicingContext);
  if (!voicing) throw new Error('Expected a voicing above this component, but there is none. Put it inside the speech page.');
  return voicing;
}

export function useWish<Part>(select: (wishes: Wishes) => Part): Part {
  return useStore(useVoicing().wishes, select);
}

export function useVoicingView<Part>(select: (view: VoicingView) => Part): Part {
  return useStore(useVoicing().view, select);
}
