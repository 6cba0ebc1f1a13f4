import { useEffect, useState } from 'react';

export type VrSupport = 'asking' | 'ready' | 'unsupported' | 'insecure';

/** Whether a headset can be entered, and if not, why. Also hears of one that is plugged in later. */
export function useVrSupport(): VrSupport {
  const [support, setSupport] = useState(firstAnswer);
  useEffect(() => {
    const { xr } = navigator as { xr?: XRSystem };
    if (!xr) return undefined;
    const ask = (): void => void xr.isSessionSupported('immersive-vr').then((ready) => setSupport(ready ? 'ready' : 'unsupported'), () => setSupport('unsupported'));
    ask();
    xr.addEventListener('devicechange', ask);
    return () => xr.removeEventListener('devicechange', ask);
  }, []);
  return support;
}

function firstAnswer(): VrSupport {
  if ('xr' in navigator) return 'asking';
  return window.isSecureContext ? 'unsupported' : 'insecure';
}
