import { createXRStore, type XRStore } from '@react-three/xr';
import { assetUrl } from 'attune/browser';
import { readQuery } from '../query.ts';

let store: XRStore | null = null;

/** The page's one XR store. Controllers and hands come from this origin, and nothing asks for a session but the player. */
export function xrStore(): XRStore {
  store ??= createXRStore({
    emulate: false, offerSession: false, enterGrantedSession: false,
    baseAssetPath: assetUrl(readQuery(location.search).assets, 'xr/profiles/'),
    defaultControllerProfileId: 'generic-trigger-squeeze-thumbstick',
    // Only what the meeting uses: every other permission would be asked for in vain.
    anchors: false, bodyTracking: false, layers: false, meshDetection: false, planeDetection: false, depthSensing: false, hitTest: false, domOverlay: false,
  });
  return store;
}
