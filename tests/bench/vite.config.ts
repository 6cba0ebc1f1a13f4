import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The pages that `npm run bench` measures. */
export default defineConfig({
  root: at('.'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  resolve: { conditions: ['@attune/source', 'module', 'browser', 'development|production'] },
  worker: { format: 'es' },
  build: {
    outDir: at('../../build/bench'),
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: { input: { loop: at('./full-loop.html'), alone: at('./landmarker-alone.html'), draws: at('./draw-calls.html'), frame: at('./frame.html'), face: at('./face-cost.html'), people: at('./people-cost.html'), turns: at('./turns.html'), sound: at('./sound.html'), first: at('./first-sound.html'), cuts: at('./cut-speech.html') } },
  },
});
