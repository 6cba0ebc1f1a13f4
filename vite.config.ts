import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { createLicenceCollector } from './scripts/third-party-licences.ts';
import { offlineFiles } from './scripts/vite/offline-files.ts';
import { shipPage } from './scripts/vite/ship-page.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const CDN = 'https://cdn.jsdelivr.net/npm/@webxr-input-profiles/assets@1.0/dist/profiles/';
const NO_EMULATOR = '\0attune:no-emulator';

/**
 * Keeps two habits of @pmndrs/xr out of what is built: the address of a CDN as the default home of
 * controller models, and a headset emulator of several megabytes that the scenes never switch on.
 */
function sameOriginXr(): Plugin {
  return {
    name: 'attune:same-origin-xr',
    enforce: 'pre',
    resolveId: (source, importer) => (importer?.includes('/@pmndrs/xr/') && source.endsWith('/emulate.js') ? NO_EMULATOR : null),
    load: (id) => (id === NO_EMULATOR ? "export function emulate() { throw new Error('This build has no headset emulator.'); }" : null),
    transform: (code, id) => (id.includes('/@pmndrs/xr/') && code.includes(CDN) ? code.replaceAll(CDN, './attune/xr/profiles/') : null),
  };
}

/** Components of @react-three/uikit are registered by the names of their classes, of which a minified build makes the same letter. They are named outright. */
function nameComponents(): Plugin {
  return {
    name: 'attune:name-components',
    transform: (code, id) => (id.includes('/@react-three/uikit/') && code.includes('build(Vanilla') ? code.replaceAll(/build\(Vanilla(\w+)\)/g, "build(Vanilla$1, '$1')") : null),
  };
}

/** Yoga, which lays out the panels in a headset, fetches its WebAssembly from a data: address, and the pages' policy lets nothing be fetched from one. It is decoded instead. */
function decodeYoga(): Plugin {
  return {
    name: 'attune:decode-yoga',
    transform: (code, id) => (id.includes('/yoga-wasm-base64-esm.js')
      ? code.replace(/H="data:application\/octet-stream;base64,[^"]*";/, (found) => `${found}w=Uint8Array.from(atob(H.slice(H.indexOf(',')+1)),(each)=>each.charCodeAt(0));`)
      : null),
  };
}

const licences = createLicenceCollector();

/**
 * The gallery and its scenes, which import the package by its name as a user's project would. What
 * `npm run assets` made is served from build/public in development; in production the server mounts it.
 */
export default defineConfig({
  root: at('./scenes'),
  base: './',
  publicDir: at('./build/public'),
  plugins: [sameOriginXr(), decodeYoga(), nameComponents(), react(), licences.plugin(), licences.write(at('./build/site/THIRD-PARTY-LICENSES.txt'), 'The pages and their workers contain the following packages, fonts included.'), offlineFiles({
    page: 'kiosk/index.html', serviceWorker: 'service-worker.js', assets: at('./build/public/attune'),
    emit: {
      'manifest.webmanifest': at('./scenes/kiosk/offline/manifest.webmanifest'), 'icon.svg': at('./scenes/shared/icon.svg'), 'icon-192.png': at('./scenes/kiosk/offline/icon-192.png'), 'icon-512.png': at('./scenes/kiosk/offline/icon-512.png'),
      'kiosk/kiosk.json': at('./scenes/kiosk/kiosk.json'), 'kiosk/kiosk.schema.json': at('./scenes/kiosk/kiosk.schema.json'),
    },
  }), shipPage({ page: 'monitor/index.html', papers: ['THIRD-PARTY-LICENSES.txt'], to: at('./dist/dashboard') })],
  resolve: {
    conditions: ['@attune/source', 'module', 'browser', 'development|production'],
    dedupe: ['three', 'react', 'react-dom', 'iwer'],
  },
  worker: { format: 'es', plugins: () => [licences.plugin()] },
  build: {
    outDir: at('./build/site'),
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'es2023',
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: {
        gallery: at('./scenes/index.html'), playground: at('./scenes/playground/index.html'), avatars: at('./scenes/avatars/index.html'),
        microphone: at('./scenes/microphone/index.html'), text: at('./scenes/text/index.html'), speech: at('./scenes/speech/index.html'), replay: at('./scenes/replay/index.html'),
        'game-three': at('./scenes/game-three/index.html'), 'game-react': at('./scenes/game-react/index.html'), kiosk: at('./scenes/kiosk/index.html'),
        'service-worker': at('./scenes/kiosk/offline/service-worker.ts'),
        xr: at('./scenes/xr/index.html'), adapt: at('./scenes/adapt/index.html'), collect: at('./scenes/collect/index.html'), monitor: at('./scenes/monitor/index.html'), scenario: at('./scenes/scenario/index.html'),
      },
      // A service worker is looked for under one name.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
});
