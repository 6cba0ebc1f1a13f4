import type { Fortune } from './difficulty.ts';
import type { Happening } from './night.ts';

/** Counted until now: the newest lights, true where they were caught. */
export interface PlayRecord {
  readonly lights: readonly boolean[];
  readonly lost: number;
  /** Lights caught in a row. */
  readonly streak: number;
}

export const NEW_RECORD: PlayRecord = { lights: [], lost: 0, streak: 0 };

/** How many lights are looked back on, and how many it takes to tell anything. */
const LATELY = 12;
const ENOUGH = 4;

export function keepRecord(record: PlayRecord, { what }: Happening): PlayRecord {
  switch (what) {
    case 'caught':
      return { ...record, lights: [...record.lights, true].slice(-LATELY), streak: record.streak + 1 };
    case 'missed':
    case 'burr':
      return { ...record, lights: [...record.lights, false].slice(-LATELY), streak: 0 };
    case 'won':
      return { ...record, lost: 0 };
    case 'lost':
      return { ...record, lost: record.lost + 1, streak: 0 };
  }
}

export const fortuneOf = ({ lights, lost }: PlayRecord): Fortune => ({ caught: lights.length < ENOUGH ? null : lights.filter(Boolean).length / lights.length, lost });
