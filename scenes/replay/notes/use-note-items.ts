import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Item } from '../lanes/lane.ts';
import { useReplaying } from '../replaying-context.ts';

/** The notes as they are drawn over the lanes. */
export function useNoteItems(): readonly Item[] {
  const notes = useStore(useReplaying().notes.list);
  return useMemo(() => notes.map(({ from, to, label }) => ({ from, to, label, colour: 'var(--attune-name)' })), [notes]);
}
