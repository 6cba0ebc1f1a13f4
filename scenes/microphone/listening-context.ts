import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Listening, ListeningView } from './listening.ts';

export const ListeningContext = createContext<Listening | null>(null);

export function useListening(): Listening {
  const listening = useContext(ListeningContext);
  if (!listening) throw new Error('Expected somebody to listen above this component, but there is nobody. Put it inside the microphone page.');
  return listening;
}

export function useListeningView<Part>(select: (view: ListeningView) => Part): Part {
  return useStore(useListening().view, select);
}
