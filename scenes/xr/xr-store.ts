import { createXRStore, type XRStore } from '@react-three/xr';
import { assetUrl } from 'attune/browser';
import { readQuery } from './query.ts';

let store: XRStore | null = null;

/** More pictures a second than this are no smoother to the eye, and leave less time for each. */
const MOST_PICTURES = 90;

/** The page's one XR store. Controllers and hands come from this origin, and nothing asks for a session but the player. */
export function xrStore(): XRStore {
  if (store) return store;
  const { assets, quality } = readQuery(location.search);
  // A machine that is slow to draw is slow to let go of a button, too.
  const rayPointer = quality === 'low' ? { clickThresholdMs: 5000 } : {};
  store = createXRStore({
    emulate: false, offerSession: false, enterGrantedSession: false,
    baseAssetPath: assetUrl(assets, 'xr/profiles/'),
    defaultControllerProfileId: 'generic-trigger-squeeze-thumbstick',
    controller: { rayPointer, teleportPointer: false }, hand: { rayPointer, teleportPointer: false },
    foveation: quality === 'low' ? 1 : 0.5,
    frameRate: (rates) => Math.max(...Array.from(rates).filter((rate) => rate <= MOST_PICTURES), 0) || false,
    // Only what the meeting uses: every other permission would be asked for in vain.
    hitTest: true, anchors: false, bodyTracking: false, layers: false, meshDetection: false, planeDetection: false, depthSensing: false, domOverlay: false,
  });
  return store;
}
