import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttuneError } from '../../../src/core/index.ts';
import { loadAvatar } from '../../../src/three/index.ts';
import { glb, minimalVrm, PRESETS } from './minimal-vrm.ts';

async function problemOf(loading: Promise<unknown>): Promise<AttuneError> {
  const thrown = await loading.then(() => null, (reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(AttuneError);
  return thrown as AttuneError;
}

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

describe('a file that is no avatar gets one sentence of its own', () => {
  const cases: readonly [string, ArrayBuffer, RegExp][] = [
    ['empty', new ArrayBuffer(0), /the file is empty\. Copy/],
    ['an HTML page', bytesOf('<!doctype html><title>Oops</title>'), /an HTML page came\. Check the path/],
    ['a text file renamed', bytesOf('Dear diary, today'), /begins with "Dear dia" and not with "glTF"/],
    ['a .gltf', bytesOf('{"asset":{"version":"2.0"}}'), /JSON came\. Export/],
    ['a plain GLB', glb({ asset: { version: '2.0' }, scenes: [{ nodes: [] }], scene: 0 }), /plain GLB model without a VRM humanoid/],
    ['truncated', minimalVrm().slice(0, 4000), /cut off: 4000 of \d+ bytes/],
    ['a VRM without a humanoid', glb({ asset: { version: '2.0' }, scenes: [{ nodes: [] }], scene: 0, extensionsUsed: ['VRMC_vrm'], extensions: { VRMC_vrm: { specVersion: '1.0' } } }), /could not be read .*Export it again/],
    ['a VRM without a head', minimalVrm({ withoutBones: ['head'] }), /could not be read .*Export it again/],
    ['broken JSON', brokenJson(), /could not be read/],
    ['a VRM whose meshes have no places', renamed(minimalVrm({ expressions: [] }), 'POSITION', '_OSITION'), /could not be read .*Export it again/],
  ];
  it.each(cases)('%s', async (_name, bytes, sentence) => {
    const problem = await problemOf(loadAvatar(bytes));
    expect(problem.code).toBe('avatar-unreadable');
    expect(problem.message).toMatch(/^Expected a VRM avatar at the given bytes, but /);
    expect(problem.message).toMatch(sentence);
  });
});

function brokenJson(): ArrayBuffer {
  const file = minimalVrm();
  new Uint8Array(file)[20] = 0x21;
  return file;
}

/** With a name of its JSON written otherwise, in as many letters, wherever it stands. */
function renamed(file: ArrayBuffer, from: string, to: string): ArrayBuffer {
  const bytes = Buffer.from(file);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at)) bytes.write(to, at);
  return file;
}

describe('fetching', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    const file = new Uint8Array(minimalVrm());
    server = createServer((request, response) => {
      if (request.url === '/slow.vrm') return;
      if (request.url !== '/avatar.vrm') response.writeHead(404).end('no');
      else response.writeHead(200, { 'content-length': file.length }).end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('reports progress up to the whole', async () => {
    const shares: number[] = [];
    const avatar = await loadAvatar(`${origin}/avatar.vrm`, { onProgress: (share) => shares.push(share) });
    expect(avatar.credits.name).toBe('Boxes');
    expect(shares.at(-1)).toBe(1);
  });

  it('names the address that has no file', async () => {
    const { message } = await problemOf(loadAvatar(`${origin}/gone.vrm`));
    expect(message).toContain(`at ${origin}/gone.vrm, but the server answered 404. Check the path`);
  });

  it('names the server that cannot be reached', async () => {
    expect((await problemOf(loadAvatar('http://127.0.0.1:1/avatar.vrm'))).message).toContain('could not be fetched');
  });

  it('gives up when aborted, with the caller’s reason', async () => {
    const abort = new AbortController();
    const loading = loadAvatar(`${origin}/slow.vrm`, { signal: abort.signal });
    abort.abort(new Error('changed my mind'));
    await expect(loading).rejects.toThrow('changed my mind');
  });
});

describe('a loaded avatar', () => {
  it('tells who made it and how tall it is', async () => {
    const avatar = await loadAvatar(minimalVrm());
    expect(avatar.version).toBe('1.0');
    expect(avatar.credits).toEqual({ name: 'Boxes', authors: ['Attune tests'], licence: 'https://vrm.dev/licenses/1.0/' });
    expect(avatar.eyeHeight).toBeCloseTo(1.6);
  });

  it('lists what it lacks', async () => {
    const bare = await loadAvatar(minimalVrm({ expressions: ['happy', 'aa'], lookAt: false, springs: false, withoutBones: ['neck'] }));
    expect(bare.lacks).toContainEqual({ part: 'emotion', name: 'sadness', shown: 'not' });
    expect(bare.lacks).toContainEqual({ part: 'viseme', name: 'oh', shown: 'approximately' });
    expect(bare.lacks).toContainEqual({ part: 'blink', name: 'blink', shown: 'not' });
    expect(bare.lacks).toContainEqual({ part: 'bone', name: 'neck', shown: 'approximately' });
    expect(bare.lacks).toContainEqual({ part: 'look-at', name: 'look-at', shown: 'approximately' });
    expect(bare.lacks).toContainEqual({ part: 'springs', name: 'springs', shown: 'not' });
    expect((await loadAvatar(minimalVrm())).lacks.filter(({ part }) => part !== 'emotion' && part !== 'viseme')).toEqual([]);
  });

  it('measures on its vertices what its expressions do', async () => {
    const { expressions } = await loadAvatar(minimalVrm({ expressions: [...PRESETS, 'fear'] }));
    expect(expressions.get('happy')).toEqual({ eyeClosure: 0.5, movesMouth: true });
    expect(expressions.get('angry')).toEqual({ eyeClosure: 0, movesMouth: false });
    expect(expressions.get('fear')).toEqual({ eyeClosure: 0, movesMouth: false });
  });

  it('of the older VRM is turned to face +z and read alike', async () => {
    const avatar = await loadAvatar(minimalVrm({ version: '0.x' }));
    expect(avatar.version).toBe('0.x');
    expect(avatar.credits).toEqual({ name: 'Old boxes', authors: ['Attune tests'], licence: 'CC0' });
    const left = avatar.vrm.humanoid.getRawBoneNode('leftHand')!;
    expect(left.getWorldPosition(left.position.clone()).x).toBeGreaterThan(0);
    expect(avatar.expressions.get('happy')?.eyeClosure).toBeCloseTo(0.5);
  });
});
