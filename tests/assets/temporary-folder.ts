import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder outside the repository that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  folders.push(folder);
  return folder;
}

/** Installs a package of our own making below `folder`, as npm would. */
export function installFakePackage(folder: string, name: string, version: string, files: Record<string, string>): void {
  const contents = { ...files, 'package.json': JSON.stringify({ name, version, exports: './hidden.js' }) };
  for (const [path, text] of Object.entries(contents)) {
    const file = join(folder, 'node_modules', name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
