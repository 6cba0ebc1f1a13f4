import { useEffect, useState } from 'react';

export type XrSupport = 'asking' | 'ready' | 'unsupported' | 'insecure';

/** Whether a headset can be entered in this way, and if not, why. Also hears of one that is plugged in later. */
export function useXrSupport(mode: 'immersive-vr' | 'immersive-ar'): XrSupport {
  const [support, setSupport] = useState(firstAnswer);
  useEffect(() => {
    const { xr } = navigator as { xr?: XRSystem };
    if (!xr) return undefined;
    const ask = (): void => void xr.isSessionSupported(mode).then((ready) => setSupport(ready ? 'ready' : 'unsupported'), () => setSupport('unsupported'));
    ask();
    xr.addEventListener('devicechange', ask);
    return () => xr.removeEventListener('devicechange', ask);
  }, [mode]);
  return support;
}

function firstAnswer(): XrSupport {
  if ('xr' in navigator) return 'asking';
  return window.isSecureContext ? 'unsupported' : 'insecure';
}
