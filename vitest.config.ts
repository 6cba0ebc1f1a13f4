import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_FLAGS } from './scripts/find-browser.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const conditions = ['@attune/source', 'import', 'module', 'default'];

/** Unit tests need only Node, browser tests run inside a page, end-to-end tests drive the built gallery. */
export default defineConfig({
  root: at('.'),
  test: {
    projects: [
      {
        // With the condition 'import' Node gives TensorFlow.js' require() another "long" than it can use; this bundle has its own.
        resolve: { conditions: [...conditions, 'node'], alias: [{ find: /^@tensorflow\/tfjs$/, replacement: at('node_modules/@tensorflow/tfjs/dist/tf.min.js') }] },
        ssr: { resolve: { conditions: [...conditions, 'node'] } },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx', 'tests/assets/**/*.test.ts', 'tests/models/**/*.test.ts'],
          // Several seconds of work on a quiet machine may take a minute on a busy one.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Its bundle for old browsers, which comes with Tone, requires helpers of Babel's that these conditions make modules of.
        resolve: { conditions: [...conditions, 'browser'], dedupe: ['three', 'react', 'react-dom'], alias: [{ find: /^automation-events$/, replacement: at('node_modules/automation-events/build/es2019/module.js') }] },
        optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', '@react-three/fiber', 'three', '@pixiv/three-vrm', 'valibot', '@ai-sdk/openai-compatible', 'three/addons/loaders/GLTFLoader.js'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts', 'tests/browser/**/*.test.tsx'],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: [...BROWSER_FLAGS] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve: { conditions: [...conditions, 'node'] },
        ssr: { resolve: { conditions: [...conditions, 'node'] } },
        // A page with its software renderer keeps about half a core busy and waits much, so two files share two cores.
        test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], setupFiles: ['tests/e2e/no-offences.ts'], maxWorkers: 2, testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
