import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { createLicenceCollector } from './scripts/third-party-licences.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface PackageFile {
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}

const { dependencies, peerDependencies } = JSON.parse(readFileSync(at('./package.json'), 'utf8')) as PackageFile;
const installed = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
const isExternal = (id: string): boolean => id.startsWith('node:') || installed.some((name) => id === name || id.startsWith(`${name}/`));

const licences = createLicenceCollector();

const entries = ['index', 'browser/index', 'three/index', 'react/index', 'record/index', 'explain/index', 'group/index', 'dialogue/index', 'memory/index', 'adapt/index', 'collect/index', 'preflight/index', 'kiosk/index', 'scenario/index', 'monitor/view/index', 'xr/index', 'testing/index'];

/**
 * The package itself. `--mode cli` builds the command line, everything else the library.
 *
 * Workers and the worklet are whole files of their own, with MediaPipe, onnxruntime and the WASI shim
 * inside; the main-thread modules leave every dependency to the user's own bundler.
 */
export default defineConfig(({ mode }) => ({
  // An absolute base would make every worker's URL absolute too.
  base: './',
  publicDir: false,
  resolve: { conditions: ['@attune/source', 'module', 'browser', 'development|production'] },
  plugins: [licences.plugin(), licences.write(at(mode === 'cli' ? './dist/cli/THIRD-PARTY-LICENSES.md' : './dist/THIRD-PARTY-LICENSES.md'), 'Workers and the command line are built whole and contain the following packages.')],
  // Each worker is one file: a user's bundler copies it as it is, and knows nothing of chunks beside it.
  worker: { format: 'es', plugins: () => [licences.plugin()], rolldownOptions: { output: { entryFileNames: 'assets/[name].js', codeSplitting: false } } },
  build: mode === 'cli'
    ? {
        outDir: at('./dist/cli'),
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        ssr: true,
        // The second is a process of its own, which "attune check" starts.
        rolldownOptions: { input: { main: at('./src/cli/main.ts'), 'check-process': at('./src/cli/check/check-process.ts') }, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
      }
    : {
        outDir: at('./dist'),
        emptyOutDir: true,
        target: 'es2023',
        minify: false,
        lib: { entry: Object.fromEntries(entries.map((entry) => [entry, at(`./src/${entry}.ts`)])), formats: ['es'] },
        rolldownOptions: { external: isExternal, output: { chunkFileNames: 'chunks/[name]-[hash].js' } },
      },
  // The command line bundles what only it needs, so that installing the library brings none of it; a database with machine code of its own can't be, and is a peer.
  ...(mode === 'cli' ? { ssr: { noExternal: true as const, external: ['@duckdb/node-api'] } } : {}),
}));
