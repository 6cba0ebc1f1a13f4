import type { Agent, AvatarFrame } from 'attune';
import type { AudioHub } from 'attune/browser';
import type { HealthRecord, KioskState } from 'attune/kiosk';
import type { Host } from './host.ts';
import { offlineState, type OfflineState } from './offline/register.ts';

/** A handle on the kiosk, for its operator at the console and for tests. The library itself makes no global. */
export interface KioskHandle {
  readonly kiosk: KioskState;
  readonly agent: Agent;
  readonly audio: AudioHub;
  readonly health: HealthRecord;
  readonly offline: OfflineState;
  readonly pictures: number;
  /** Resolves when nothing is left of the last visit. */
  readonly erased: Promise<void>;
  /** The expression weights on the avatar now; empty while there is none. */
  weights(): Readonly<Record<string, number>>;
  frame(): AvatarFrame | null;
}

declare global {
  interface Window {
    attuneKiosk?: KioskHandle;
  }
}

export function handOut(host: Host): void {
  window.attuneKiosk = {
    get kiosk() {
      return host.view.getState().kiosk;
    },
    get agent() {
      return host.view.getState().agent;
    },
    audio: host.tools.audio,
    get health() {
      return host.health.record.getState();
    },
    get offline() {
      return offlineState.getState();
    },
    get pictures() {
      return host.pictures;
    },
    get erased() {
      return host.erased;
    },
    weights: () => host.driver?.weights ?? {},
    frame: () => host.frame(),
  };
}
