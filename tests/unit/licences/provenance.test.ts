import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { provenancePage } from '../../../scripts/docs/provenance-page.ts';
import { shippedFiles } from '../../../scripts/provenance.ts';
import { ROOT } from '../../../scripts/run.ts';

const files = shippedFiles();

it('the page of provenance is the one that the files make (npm run docs)', () => {
  expect(readFileSync(join(ROOT, 'docs/provenance.md'), 'utf8')).toBe(provenancePage(files));
  const changed = files.map((file, at) => (at === 0 ? { ...file, sha256: '0'.repeat(64) } : file));
  expect(provenancePage(changed)).not.toBe(provenancePage(files));
});

it('all that ships is there', () => {
  expect(files.filter(({ kind }) => kind === 'avatar').map(({ path }) => path)).toEqual(['emil', 'mira', 'pip'].flatMap((id) => [`avatars/${id}/avatar.light.vrm`, `avatars/${id}/avatar.vrm`]));
  expect(files.filter(({ kind }) => kind === 'model').length).toBeGreaterThanOrEqual(11);
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['models/intent/requests-zh.json', 'models/glosses/glosses-zh.tsv']));
});

describe.each(files)('$path', ({ kind, bytes, licence, from, made }) => {
  it('says under which licence it is, what it was made of, and how it is made again', () => {
    expect(bytes).toBeGreaterThan(1000);
    expect(licence).toMatch(/^(MIT|Apache-2\.0|CC0-1\.0|CC-BY-SA-4\.0|LicenseRef-Attune-face-for-research)$/);
    expect(from.length).toBeGreaterThan(0);
    for (const each of from) expect(each.what.length * each.licence.length).toBeGreaterThan(0);
    expect(String(made)).toMatch(kind === 'lines' ? /^null$/ : kind === 'model' ? /^npm run train -- [a-z]+ && npm run evaluate -- [a-z]+$/ : /^npx tsx avatars\/build\.ts [a-z]+$/);
  });

  it('was learnt from nothing that forbids it', () => {
    for (const each of from) expect(each.licence).not.toMatch(/\bNC\b|\bND\b|GPL|never learnt from/);
  });
});
