import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';
import { model, pack, unpack } from '../../torture/model.ts';
import { minimalVrm } from '../three/minimal-vrm.ts';

let folder: string;
const put = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'attune-check-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The bin itself, as it starts a process of its own. */
function check(...args: string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    const bin = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), '--conditions=@attune/source', join(ROOT, 'src/cli/main.ts'), 'check', ...args];
    execFile(process.execPath, bin, { cwd: folder }, (error, out, err) => resolve({ status: error ? Number(error.code) : 0, out, err }));
  });
}

it('accepts an avatar and tells its licence', async () => {
  const { status, out } = await check(put('boxes.vrm', new Uint8Array(minimalVrm())));
  expect(status).toBe(0);
  expect(out).toMatch(/^ACCEPTED {2}.*boxes\.vrm {2}\(VRM 1\.0, about \d+ MB to show\)/);
  expect(out).toContain('  Boxes by Attune tests\n  licence: https://vrm.dev/licenses/1.0/');
});

it('tells one object a line, and refuses with reasons', async () => {
  const spoilt = unpack(minimalVrm());
  spoilt.json.accessors[0].count = 250_000_000;
  const files = [put('good.glb', pack(model())), put('huge.vrm', pack(spoilt)), put('empty.vrm', ''), put('notes.vrm', 'Dear diary')];
  const { status, out } = await check(...files, '--json');
  expect(status).toBe(1);
  const lines = out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ file, verdict }) => [file, verdict])).toEqual(files.map((file, index) => [file, index === 0 ? 'accepted' : 'refused']));
  expect(lines[1]).toMatchObject({ kind: 'VRM 1.0', reasons: [{ code: 'layout', at: '/accessors/0' }] });
  for (const { milliseconds, peakMegabytes } of lines) {
    expect(milliseconds).toBeLessThan(2000);
    expect(peakMegabytes).toBeLessThan(256);
  }
});

it('exits with 2 where it could not look', async () => {
  mkdirSync(join(folder, 'folder'));
  expect(await check(put('good.glb', pack(model())), join(folder, 'gone.vrm'), join(folder, 'folder'))).toMatchObject({ status: 2, out: expect.stringContaining('it does not exist') as string });
  expect(await check()).toMatchObject({ status: 2, err: expect.stringContaining('Expected files to check') as string });
  expect(await check('x.vrm', '--strict')).toMatchObject({ status: 2, err: expect.stringContaining('"--strict"') as string });
  expect(await check('x.vrm', '--limits', 'nodes=many')).toMatchObject({ status: 2, err: expect.stringContaining('"nodes=many"') as string });
});

it('ends what takes too long, and goes on with the next', async () => {
  const file = put('good.glb', pack(model()));
  const { status, out } = await check(file, file, '--deadline', '1', '--json');
  expect([0, 1]).toContain(status);
  expect(out.trim().split('\n')).toHaveLength(2);
  expect(out).toContain('Expected an answer within 1 ms');
});

it('reads files beside a .gltf only where it is told to', async () => {
  const { json, binary } = model();
  json.buffers[0].uri = 'mesh.bin';
  const file = put('model.gltf', JSON.stringify(json));
  expect(await check(file)).toMatchObject({ status: 1, out: expect.stringContaining('allow files beside it') as string });
  expect(await check(file, '--beside')).toMatchObject({ status: 1, out: expect.stringContaining("isn't there") as string });
  put('mesh.bin', binary);
  expect(await check(file, '--beside')).toMatchObject({ status: 0 });
});
