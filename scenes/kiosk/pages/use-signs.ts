import type { KioskStage } from 'attune/kiosk';
import { useEffect } from 'react';
import type { Host } from '../host.ts';

/** Keys by which somebody moves about or holds another key, and begins nothing. */
const NO_BEGINNING = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape', 'CapsLock', 'ContextMenu'];

/**
 * Tells the kiosk of touches and keys. Waiting, it begins when a finger is lifted: what then appears under it is not touched.
 */
export function useSigns(host: Host, stage: KioskStage): void {
  useEffect(() => {
    const letGo = new AbortController();
    const { signal } = letGo;
    const waits = stage === 'attract' || stage === 'farewell';
    const fill = (): void => {
      if (!host.config.fullScreen || document.fullscreenElement || !document.fullscreenEnabled) return;
      // Refused where the browser fills the screen already, as with --kiosk.
      document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
    };
    // The touch that led here is still on its way up to the window.
    const since = performance.now();
    addEventListener(waits ? 'click' : 'pointerdown', ({ timeStamp }) => {
      if (timeStamp < since) return;
      fill();
      host.sign();
    }, { signal });
    addEventListener('keydown', ({ key, repeat, timeStamp }) => {
      if (timeStamp < since || repeat || (waits && NO_BEGINNING.includes(key))) return;
      host.sign();
    }, { signal });
    return () => letGo.abort();
  }, [host, stage]);
}
