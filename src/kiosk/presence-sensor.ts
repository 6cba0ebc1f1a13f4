import type { AttuneError } from '../core/index.ts';

/** Hears whether somebody is there; null is not known. */
export type PresenceListener = (present: boolean | null) => void;

/**
 * Tells whether somebody stands before a kiosk: a light barrier, a mat, a radar, or a camera. It wakes the page and ends idle
 * visits sooner; it never begins one, since only visitors can agree.
 *
 * One over Web Serial, HID or HTTP is an object with these two methods.
 */
export interface PresenceSensor {
  /**
   * Begins to watch, and tells of every change, the first state included once it is known.
   *
   * @throws {AttuneError} when it can't watch; the kiosk goes on without it
   */
  start(listener: PresenceListener, onProblem: (problem: AttuneError) => void): Promise<void>;
  /** Lets go of everything. Safe to call at any time, also twice. */
  stop(): void;
}

/** A sensor that types: somebody is there while it holds a key down. @param code as `KeyboardEvent.code` names it, such as `F13` */
export function createKeyPresence(code: string): PresenceSensor {
  let letGo = new AbortController();
  return {
    async start(listener) {
      letGo = new AbortController();
      const tell = (present: boolean) => (event: KeyboardEvent): void => {
        if (event.code !== code) return;
        // It is no visitor's key.
        event.stopImmediatePropagation();
        event.preventDefault();
        if (!event.repeat) listener(present);
      };
      addEventListener('keydown', tell(true), { capture: true, signal: letGo.signal });
      addEventListener('keyup', tell(false), { capture: true, signal: letGo.signal });
    },
    stop: () => letGo.abort(),
  };
}

/**
 * A sensor on another page of the same origin, such as one that reads a device over Web Serial: it says `{ "present": true }` or
 * `{ "present": false }` on a BroadcastChannel of this name. Anything else is dropped.
 */
export function createChannelPresence(name: string): PresenceSensor {
  let channel: BroadcastChannel | null = null;
  return {
    async start(listener) {
      channel?.close();
      channel = new BroadcastChannel(name);
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data !== 'object' || data === null || !('present' in data)) return;
        if (data.present === null || typeof data.present === 'boolean') listener(data.present);
      });
    },
    stop() {
      channel?.close();
      channel = null;
    },
  };
}

/** Several sensors as one: somebody is there when one says so, nobody when all that know say so. */
export function joinPresence(sensors: readonly PresenceSensor[]): PresenceSensor {
  return {
    async start(listener, onProblem) {
      const told = new Map<PresenceSensor, boolean | null>();
      let last: boolean | null = null;
      await Promise.all(sensors.map((sensor) => sensor.start((present) => {
        told.set(sensor, present);
        const known = [...told.values()].filter((each) => each !== null);
        const joined = known.length === 0 ? null : known.includes(true);
        if (joined !== last) listener(last = joined);
      }, onProblem)));
    },
    stop() {
      for (const sensor of sensors) sensor.stop();
    },
  };
}
