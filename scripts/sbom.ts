import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedFiles } from './provenance.ts';
import { ROOT } from './run.ts';

/** `npm run sbom`: a bill of materials (CycloneDX) in build/sbom.cdx.json: the packages of package-lock.json, as npm lists them, and our own models and avatars. */
interface Bill {
  readonly specVersion: string;
  readonly components: readonly object[];
}

const bill = JSON.parse(execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64e6, shell: process.platform === 'win32' })) as Bill;
const own = shippedFiles().map(({ path, kind, sha256, licence, from, made }) => ({
  'bom-ref': path, type: kind === 'model' ? 'machine-learning-model' : 'data', name: path,
  hashes: [{ alg: 'SHA-256', content: sha256 }],
  licenses: [{ license: licence === null || licence.startsWith('LicenseRef-') ? { name: licence ?? 'unstated' } : { id: licence } }],
  properties: [...from.map(({ what, licence: terms }) => ({ name: 'attune:made-of', value: `${what} (${terms})` })), ...(made === null ? [] : [{ name: 'attune:made-by', value: made }])],
}));
mkdirSync(join(ROOT, 'build'), { recursive: true });
writeFileSync(join(ROOT, 'build/sbom.cdx.json'), `${JSON.stringify({ ...bill, components: [...bill.components, ...own] }, null, 2)}\n`);
console.log(`build/sbom.cdx.json: CycloneDX ${bill.specVersion}, ${bill.components.length} packages, ${own.length} models, avatars and lines of our own`);
