import type { Seconds, SessionTime } from '../../core/index.ts';
import type { Befell, FaultyPort } from '../faults/fault.ts';

/** Times from a fault to the next sign that what it hit works again, by port and fault. */
export type Recoveries = Map<string, Seconds[]>;

/** Waits for signs of life of what broke. */
export interface Recovery {
  broke(fault: Befell): void;
  /** Something of a port worked at this time. */
  works(port: FaultyPort, at: SessionTime): void;
  /** Nobody waits for a port any more, as when the player spoke over an answer. */
  dropped(...ports: readonly FaultyPort[]): void;
}

export function createRecovery(into: Recoveries): Recovery {
  const broken = new Map<FaultyPort, Befell[]>();
  return {
    broke(fault) {
      const others = broken.get(fault.port);
      if (others) others.push(fault);
      else broken.set(fault.port, [fault]);
    },
    works(port, at) {
      const faults = broken.get(port);
      if (!faults) return;
      for (const fault of faults) {
        const name = `${port} ${fault.fault}`;
        const times = into.get(name) ?? [];
        times.push(at - fault.at);
        into.set(name, times);
      }
      broken.delete(port);
    },
    dropped(...ports) {
      for (const port of ports) broken.delete(port);
    },
  };
}
