import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page in which `npm run portraits` and `npm run evaluate -- portraits` take their pictures. */
export default defineConfig({
  root: at('.'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  resolve: { conditions: ['@attune/source', 'module', 'browser', 'development|production'] },
  build: { outDir: at('../../build/studio'), emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 1600 },
});
