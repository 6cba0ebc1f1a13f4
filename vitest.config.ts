import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests that need only Node. Those that need a browser drive it themselves, in tests/e2e. */
export default defineConfig({
  root: at('.'),
  resolve: { conditions: ['@attune/source', 'node', 'import', 'module', 'default'] },
  ssr: { resolve: { conditions: ['@attune/source', 'node', 'import', 'module', 'default'] } },
  test: {
    // End-to-end tests share two cores with a software renderer: one file at a time.
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx', 'tests/assets/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 } },
      { extends: true, test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
