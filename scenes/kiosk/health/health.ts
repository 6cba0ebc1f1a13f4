import { type HealthNote, type HealthRecord, noteHealth, readHealth } from 'attune/kiosk';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { keep, kept } from '../../shared/keep.ts';

/** Under this the browser keeps figures of the kiosk's running, and nothing of any visitor. */
const KEPT = 'attune-kiosk-health';

/** What is kept where there is no room for all: the newest part of it. */
const PARTS = [1, 0.5, 0.25, 0.1] as const;

/** What the operator can look up: figures that survive a reload. */
export interface Health {
  readonly record: StoreApi<HealthRecord>;
  /** When this page began. */
  readonly since: Date;
  note(note: HealthNote): void;
}

export function createHealth(): Health {
  const record = createStore<HealthRecord>(() => readHealth(kept(KEPT)));
  let whole = true;
  const add = (note: HealthNote): boolean => {
    record.setState(noteHealth(record.getState(), note, new Date()), true);
    return PARTS.find((part) => keep(KEPT, JSON.stringify(newest(record.getState(), part)))) === 1;
  };
  const health: Health = {
    record,
    since: new Date(),
    note(note) {
      const was = whole;
      whole = add(note);
      // A full or forbidden store takes away that all figures survive a reload, and nothing else; the operator reads so among the problems.
      if (was && !whole) add({ kind: 'problem', code: 'storage-failed' });
    },
  };
  health.note({ kind: 'started' });
  return health;
}

function newest({ version, days, entries }: HealthRecord, part: number): HealthRecord {
  return { version, days: days.slice(-Math.ceil(days.length * part)), entries: entries.slice(-Math.ceil(entries.length * part)) };
}
