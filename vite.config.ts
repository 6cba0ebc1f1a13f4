import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The gallery and its scenes, which import the package by its name as a user's project would. What
 * `npm run assets` made is served from build/public in development; in production the server mounts it.
 */
export default defineConfig({
  root: at('./scenes'),
  base: './',
  publicDir: at('./build/public'),
  plugins: [react()],
  resolve: {
    conditions: ['@attune/source', 'module', 'browser', 'development|production'],
    dedupe: ['three', 'react', 'react-dom', 'iwer'],
  },
  worker: { format: 'es' },
  build: {
    outDir: at('./build/site'),
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'es2023',
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: { gallery: at('./scenes/index.html'), playground: at('./scenes/playground/index.html') },
    },
  },
});
