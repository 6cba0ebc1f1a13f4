import { keep, kept } from '../../shared/keep.ts';

const VISIT = 'attune-monitor-visit';

/** Up to which moment of the data somebody looked when they were here last; null where they were not. It is kept in this browser alone, and for a store, not for a made-up year. */
export function lastVisit(): number | null {
  const at = Number(kept(VISIT) ?? Number.NaN);
  return Number.isFinite(at) && at > 0 ? at : null;
}

/** Remembers that everything up to this moment could be seen. */
export const rememberVisit = (at: number): void => void keep(VISIT, String(at));
