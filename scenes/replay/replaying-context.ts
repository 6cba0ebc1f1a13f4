import { createContext, use } from 'react';
import type { Replaying } from './replaying.ts';

export const ReplayingContext = createContext<Replaying | null>(null);

/** What is shown on this page. */
export function useReplaying(): Replaying {
  const replaying = use(ReplayingContext);
  if (!replaying) throw new Error('Expected a session around this component, but there is none. Wrap it in ReplayingContext.');
  return replaying;
}
