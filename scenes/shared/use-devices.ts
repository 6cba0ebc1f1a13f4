import { useEffect, useState } from 'react';
import type { OpenSense } from './senses.ts';

export interface Device {
  readonly id: string;
  /** The browser's name for it; empty when it has none. */
  readonly label: string;
}

const KINDS = { face: 'videoinput', voice: 'audioinput' } as const;

/** The cameras or microphones, once the browser names them: only after permission was given. */
export function useDevices(sense: OpenSense): readonly Device[] {
  const [devices, setDevices] = useState<readonly Device[]>([]);
  useEffect(() => {
    const media = navigator.mediaDevices as MediaDevices | undefined;
    let left = false;
    const list = async (): Promise<void> => {
      const all = (await media?.enumerateDevices()) ?? [];
      const named = all.filter((each) => each.kind === KINDS[sense] && each.deviceId !== '' && each.label !== '');
      if (!left) setDevices(named.map(({ deviceId, label }) => ({ id: deviceId, label })));
    };
    const look = (): void => void list();
    look();
    media?.addEventListener('devicechange', look);
    return () => {
      left = true;
      media?.removeEventListener('devicechange', look);
    };
  }, [sense]);
  return devices;
}
