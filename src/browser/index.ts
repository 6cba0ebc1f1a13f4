export { DEFAULT_ASSETS, assetUrl } from './assets.ts';
export { createAudioHub, type AudioHub } from './audio.ts';
export { createBrowserClock, type BrowserClock } from './clock.ts';
