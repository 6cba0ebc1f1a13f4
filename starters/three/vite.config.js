import { defineConfig } from 'vite';

// One copy of three, also where a package brings another; modules in workers, as Attune's are.
export default defineConfig({ resolve: { dedupe: ['three'] }, worker: { format: 'es' }, build: { target: 'es2023', chunkSizeWarningLimit: 1600 } });
