import type { Page } from 'playwright-core';

/** Devices that a test can pull out, as the page sees them. */
export interface FaultyDevices {
  unplug(kind: 'video' | 'audio'): void;
  plug(kind: 'video' | 'audio'): void;
  /** Makes every live track of the kind give zeros, or sound again. */
  silence(silent: boolean): void;
}

declare global {
  interface Window {
    faultyDevices?: FaultyDevices;
  }
}

/** Puts them before the browser's fake devices. A track that is pulled out ends as a real one does, with the event that scripts alone can't cause. */
export async function makeDevicesFaulty(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const real = { getUserMedia: devices.getUserMedia.bind(devices), enumerateDevices: devices.enumerateDevices.bind(devices) };
    const gone = new Set<string>();
    const tracks = new Set<MediaStreamTrack>();
    devices.getUserMedia = async (asked = {}) => {
      for (const kind of ['video', 'audio'] as const) if (asked[kind] && gone.has(kind)) throw new DOMException('Requested device not found', 'NotFoundError');
      const stream = await real.getUserMedia(asked);
      for (const track of stream.getTracks()) tracks.add(track);
      return stream;
    };
    devices.enumerateDevices = async () => (await real.enumerateDevices()).filter(({ kind }) => !gone.has(kind.replace('input', '')));
    const live = (kind: string): MediaStreamTrack[] => [...tracks].filter((track) => track.kind === kind && track.readyState === 'live');
    window.faultyDevices = {
      unplug(kind) {
        gone.add(kind);
        for (const track of live(kind)) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
        devices.dispatchEvent(new Event('devicechange'));
      },
      plug(kind) {
        gone.delete(kind);
        devices.dispatchEvent(new Event('devicechange'));
      },
      silence(silent) {
        for (const track of live('audio')) track.enabled = !silent;
      },
    };
  });
}
