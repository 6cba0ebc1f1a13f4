import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AssetManifest } from '../../src/cli/assets/asset-manifest.ts';
import { prepareAssets, type PrepareProgress } from '../../src/cli/assets/prepare-assets.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { installFakePackage, temporaryFolder } from './temporary-folder.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const manifest: AssetManifest = {
  packages: {
    '@fake/voice': { version: '1.2.3', licence: 'MIT', copyright: 'Copyright of the voice' },
    'fake-speech': { version: '4.5.6', licence: 'Apache-2.0', copyright: 'Copyright of the speech' },
  },
  products: [
    { path: 'voice/net.onnx', group: 'voice', package: '@fake/voice', source: 'dist/net.onnx', sha256: hash('net') },
    { path: 'speech/a/b.wasm', group: 'speech', package: 'fake-speech', source: 'b.wasm', sha256: hash('wasm') },
  ],
};

function installBoth(): string {
  const from = temporaryFolder();
  installFakePackage(from, '@fake/voice', '1.2.3', { 'dist/net.onnx': 'net' });
  installFakePackage(from, 'fake-speech', '4.5.6', { 'b.wasm': 'wasm' });
  return from;
}

const rootWithoutAvatars = () => temporaryFolder();
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe('prepareAssets', () => {
  it('fills the folder from packages that hide their files behind exports', async () => {
    const out = join(temporaryFolder(), 'public', 'attune');
    const progress: PrepareProgress[] = [];
    await prepareAssets({ out, from: installBoth(), manifest, root: rootWithoutAvatars(), onProgress: (step) => progress.push(step) });
    expect(read(out, 'voice/net.onnx')).toBe('net');
    expect(read(out, 'speech/a/b.wasm')).toBe('wasm');
    expect(progress.at(-1)).toEqual({ path: 'NOTICE.txt', state: 'written', done: 3, total: 3 });
    expect(readdirSync(out).sort()).toEqual(['NOTICE.txt', 'speech', 'voice']);
  });

  it('writes nothing a second time, and mends what was damaged or lost', async () => {
    const options = { out: temporaryFolder(), from: installBoth(), manifest, root: rootWithoutAvatars() };
    await prepareAssets(options);
    const before = statSync(join(options.out, 'voice/net.onnx')).mtimeMs;
    expect((await prepareAssets(options)).map(({ state }) => state)).toEqual(['kept', 'kept', 'kept']);
    expect(statSync(join(options.out, 'voice/net.onnx')).mtimeMs).toBe(before);

    writeFileSync(join(options.out, 'voice/net.onnx'), 'half');
    rmSync(join(options.out, 'NOTICE.txt'));
    expect((await prepareAssets(options)).map(({ state }) => state)).toEqual(['written', 'kept', 'written']);
    expect(read(options.out, 'voice/net.onnx')).toBe('net');
  });

  it('needs only the packages of the groups that it is asked for, and keeps the notice whole', async () => {
    const from = installBoth();
    const options = { out: temporaryFolder(), from, manifest, root: rootWithoutAvatars() };
    await prepareAssets({ ...options, only: ['voice'] });
    expect(read(options.out, 'NOTICE.txt')).not.toContain('fake-speech');
    await prepareAssets({ ...options, only: ['speech'] });
    expect(read(options.out, 'NOTICE.txt')).toMatch(/@fake\/voice 1\.2\.3[^]*Licence: MIT[^]*fake-speech 4\.5\.6[^]*Licence: Apache-2\.0/);
    expect(read(options.out, 'NOTICE.txt')).toContain('Permission is hereby granted');
    expect(statSync(join(options.out, 'voice/net.onnx')).size).toBe(3);
  });

  it('prepares what several groups need for each of them', async () => {
    const shared = { ...manifest, products: manifest.products.map((product) => ({ ...product, alsoFor: ['text'] as const })) };
    const options = { out: temporaryFolder(), from: installBoth(), manifest: shared, root: rootWithoutAvatars() };
    await prepareAssets({ ...options, only: ['text'] });
    expect(readdirSync(options.out).sort()).toEqual(['NOTICE.txt', 'speech', 'voice']);
  });

  it('names both versions where another one is installed', async () => {
    const from = installBoth();
    installFakePackage(from, '@fake/voice', '2.0.0', { 'dist/net.onnx': 'net' });
    await expect(prepareAssets({ out: temporaryFolder(), from, manifest, root: from })).rejects.toThrow(
      /Expected @fake\/voice 1\.2\.3, but 2\.0\.0 is installed in .*; run: npm install --save-exact @fake\/voice@1\.2\.3$/,
    );
  });

  it('names both hashes where a file differs, and leaves nothing half done', async () => {
    const from = installBoth();
    installFakePackage(from, '@fake/voice', '1.2.3', { 'dist/net.onnx': 'tampered' });
    const out = temporaryFolder();
    const failure = await prepareAssets({ out, from, manifest, root: from }).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(UsageError);
    expect(String(failure)).toContain(hash('net'));
    expect(String(failure)).toContain(hash('tampered'));
    expect(String(failure)).toContain('install it again');
    expect(readdirSync(out)).toEqual([]);
  });

  it('gives one command that installs all missing packages', async () => {
    const from = temporaryFolder();
    await expect(prepareAssets({ out: temporaryFolder(), from, manifest, root: from })).rejects.toThrow(
      'The assets are made from packages that are not installed; run: npm install --save-exact @fake/voice@1.2.3 fake-speech@4.5.6',
    );
  });

  it('says which file a package lacks', async () => {
    const from = installBoth();
    rmSync(join(from, 'node_modules/fake-speech/b.wasm'));
    await expect(prepareAssets({ out: temporaryFolder(), from, manifest, root: from })).rejects.toThrow(/Expected fake-speech to contain b\.wasm/);
  });

  it('sweeps up after a run that was killed', async () => {
    const options = { out: temporaryFolder(), from: installBoth(), manifest, root: rootWithoutAvatars() };
    mkdirSync(join(options.out, '.partial'));
    writeFileSync(join(options.out, '.partial', '99999999-left-over'), 'half');
    await prepareAssets(options);
    expect(readdirSync(options.out).sort()).toEqual(['NOTICE.txt', 'speech', 'voice']);
  });

  it('copies avatars with their manifest, character and licence, but no recipes', async () => {
    const root = temporaryFolder();
    for (const id of ['ada', 'unbuilt']) mkdirSync(join(root, 'avatars', id), { recursive: true });
    for (const file of ['avatar.vrm', 'avatar.light.vrm', 'manifest.json', 'character.json', 'LICENSE', 'recipe.ts']) {
      writeFileSync(join(root, 'avatars/ada', file), file);
    }
    writeFileSync(join(root, 'avatars/unbuilt/recipe.ts'), '');
    const options = { out: temporaryFolder(), only: ['avatars'] as const, root };
    await prepareAssets(options);
    expect(readdirSync(join(options.out, 'avatars'))).toEqual(['ada']);
    expect(readdirSync(join(options.out, 'avatars/ada')).sort()).toEqual(['LICENSE', 'avatar.light.vrm', 'avatar.vrm', 'character.json', 'manifest.json']);
    writeFileSync(join(root, 'avatars/ada/avatar.vrm'), 'rebuilt');
    expect((await prepareAssets(options)).filter(({ state }) => state === 'written').map(({ path }) => path)).toEqual(['avatars/ada/avatar.vrm']);
  });
});

describe('the models of attune itself', () => {
  function rootWithModels(): string {
    const root = temporaryFolder();
    for (const id of ['smile', 'untrained']) mkdirSync(join(root, 'models', id), { recursive: true });
    for (const file of ['net.json', 'LICENSE', 'CARD.md', 'train.ts']) writeFileSync(join(root, 'models/smile', file), file);
    writeFileSync(join(root, 'models/untrained/train.ts'), '');
    return root;
  }

  it('come with the face: weights and licence, nothing else', async () => {
    const options = { out: temporaryFolder(), from: installBoth(), manifest, root: rootWithModels() };
    await prepareAssets({ ...options, only: ['voice'] });
    expect(readdirSync(options.out)).not.toContain('models');
    await prepareAssets({ ...options, only: ['face'] });
    expect(readdirSync(join(options.out, 'models')).sort()).toEqual(['smile.LICENSE', 'smile.json']);
    expect(read(options.out, 'models/smile.json')).toBe('net.json');
    expect(read(options.out, 'NOTICE.txt')).toContain('models/face.json is outside the MIT licence');
  });
});

describe('prepareAssets options', () => {
  const usage = async (options: Parameters<typeof prepareAssets>[0]) => {
    const failure = await prepareAssets({ manifest, from: installBoth(), ...options }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    return String(failure);
  };

  it('refuses a folder that is missing, a file, or cannot be made', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await usage({ out: '' })).toContain('it is missing');
    expect(await usage({ out: file })).toContain(`${file} is a file`);
    expect(await usage({ out: join(file, 'below') })).toContain('ENOTDIR');
  });

  it.runIf(process.platform === 'linux')('refuses a folder where the system lets nobody write', async () => {
    expect(await usage({ out: '/proc/attune/assets' })).toContain('ENOENT');
  });

  it('refuses groups that it does not know', async () => {
    expect(await usage({ out: temporaryFolder(), only: ['legs' as 'face'] })).toContain('"legs"');
    expect(await usage({ out: temporaryFolder(), only: [] })).toContain('is empty');
  });
});

describe('the pinned assets', () => {
  it('come from the packages that are installed here, each with its hash', async () => {
    const prepared = await prepareAssets({ out: temporaryFolder() });
    expect(prepared.filter(({ path }) => !/^(avatars|models)\//.test(path)).every(({ state }) => state === 'written')).toBe(true);
  }, 60_000);

  it('list only controller profiles that are there', async () => {
    const out = temporaryFolder();
    await prepareAssets({ out, only: ['xr'] });
    const list = JSON.parse(read(out, 'xr/profiles/profilesList.json')) as Record<string, { path: string }>;
    expect(Object.keys(list).sort()).toEqual(['generic-hand', 'generic-trigger-squeeze-thumbstick', 'meta-quest-touch-plus']);
    for (const { path } of Object.values(list)) {
      const profile = JSON.parse(read(out, 'xr/profiles', path)) as { layouts: Record<string, { assetPath: string }> };
      for (const { assetPath } of Object.values(profile.layouts)) {
        expect(statSync(join(out, 'xr/profiles', path, '..', assetPath)).isFile()).toBe(true);
      }
    }
  });
});
