import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// One copy of three and of React, also where a package brings another; modules in workers, as Attune's are.
export default defineConfig({ plugins: [react()], resolve: { dedupe: ['three', 'react', 'react-dom'] }, worker: { format: 'es' }, build: { target: 'es2023', chunkSizeWarningLimit: 1600 } });
