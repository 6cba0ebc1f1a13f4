import { type HealthNote, type HealthRecord, noteHealth, readHealth } from 'attune/kiosk';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Under this the browser keeps figures of the kiosk's running, and nothing of any visitor. */
const KEPT = 'attune-kiosk-health';

/** What the operator can look up: figures that survive a reload. */
export interface Health {
  readonly record: StoreApi<HealthRecord>;
  /** When this page began. */
  readonly since: Date;
  note(note: HealthNote): void;
}

export function createHealth(): Health {
  const record = createStore<HealthRecord>(() => readHealth(localStorage.getItem(KEPT)));
  const health: Health = {
    record,
    since: new Date(),
    note(note) {
      const next = noteHealth(record.getState(), note, new Date());
      record.setState(next, true);
      try {
        localStorage.setItem(KEPT, JSON.stringify(next));
      } catch {
        // A full or forbidden store takes away that figures survive, and nothing else.
      }
    },
  };
  health.note({ kind: 'started' });
  return health;
}
