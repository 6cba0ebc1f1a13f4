import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { avatarIds, loadRecipe, recipeHash } from '../../../avatars/build.ts';
import { loadAvatar } from '../../../src/three/index.ts';
import { type Gltf, morphsOf, parseGlb, positionsOf, triangleCount, withoutPictures } from './glb.ts';

const folder = join(import.meta.dirname, '../../../avatars');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Manifest {
  readonly id: string;
  readonly licence: string;
  readonly heightMetres: number;
  readonly recipeHash: string;
  readonly expressions: { readonly preset: readonly string[]; readonly custom: readonly string[] };
  readonly visemes: readonly string[];
  readonly levels: Readonly<Record<'full' | 'light', { readonly file: string; readonly triangles: number; readonly bytes: number; readonly sha256: string }>>;
}

const PRESETS = ['happy', 'angry', 'sad', 'relaxed', 'surprised', 'neutral', 'aa', 'ih', 'ou', 'ee', 'oh', 'blink', 'blinkLeft', 'blinkRight', 'lookUp', 'lookDown', 'lookLeft', 'lookRight'];
const PARTS = ['browInnerUp', 'browDown', 'browOuterUp', 'cheekRaise', 'eyeWide', 'eyeSquint', 'noseWrinkle', 'mouthSmile', 'mouthFrown', 'mouthPress', 'mouthPucker', 'jawOpen'];
const VISEMES = ['sil', 'PP', 'FF', 'TH', 'DD', 'kk', 'CH', 'SS', 'nn', 'RR', 'aa', 'E', 'ih', 'oh', 'ou'].map((name) => `viseme_${name}`);

afterEach(() => vi.restoreAllMocks());

it('names the avatars that there are when asked for another', async () => {
  await expect(loadRecipe('nobody')).rejects.toThrow(/"nobody".*mira/);
});

describe.each(avatarIds())('%s', (id) => {
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, id, name)));
  const manifest = JSON.parse(readFileSync(join(folder, id, 'manifest.json'), 'utf8')) as Manifest;
  const files: readonly [string, Gltf][] = (['avatar.vrm', 'avatar.light.vrm'] as const).map((file) => [file, parseGlb(read(file))]);

  it('is rebuilt byte for byte from its recipe', async () => {
    const recipe = await loadRecipe(id);
    expect(sha256(recipe.build('light'))).toBe(sha256(read('avatar.light.vrm')));
    expect(manifest.recipeHash).toBe(recipeHash(id));
  }, 180_000); // seconds of work; minutes on a busy machine

  it.each([
    ['full', 30_000, 2 * 1024 * 1024],
    ['light', 12_000, 1024 * 1024],
  ] as const)('keeps the budget of the %s level, and says so truly', (level, mostTriangles, mostBytes) => {
    const { file, ...said } = manifest.levels[level];
    const bytes = read(file);
    const gltf = parseGlb(bytes);
    expect(said).toEqual({ triangles: triangleCount(gltf), bytes: bytes.length, sha256: sha256(bytes) });
    expect(said.triangles).toBeLessThanOrEqual(mostTriangles);
    expect(said.bytes).toBeLessThanOrEqual(mostBytes);
    const outlined = gltf.json.materials.filter((m) => m.extensions.VRMC_materials_mtoon.outlineWidthMode !== 'none').length;
    expect(outlined > 0).toBe(level === 'full');
  });

  it('is as tall as its manifest says', () => {
    const highest = Math.max(...files[0]![1].json.meshes.flatMap((m) => m.primitives.map((p) => files[0]![1].json.accessors[p.attributes.POSITION]!.max![1]!)));
    expect(manifest.id).toBe(id);
    expect(manifest.licence).toBe('CC0-1.0');
    expect(Math.abs(highest - manifest.heightMetres)).toBeLessThan(0.015);
  });

  it.each(files)('%s passes the glTF validator', async (file) => {
    const validator = 'gltf-validator'; // has no types
    const { validateBytes } = (await import(validator)) as {
      validateBytes(bytes: Uint8Array): Promise<{ issues: { numErrors: number; numWarnings: number } }>;
    };
    const { issues } = await validateBytes(read(file));
    expect([issues.numErrors, issues.numWarnings]).toEqual([0, 0]);
  });

  it.each(files)('%s has every bone, a licence and springs with colliders', (_, { json }) => {
    const { VRMC_vrm: vrm, VRMC_springBone: spring } = json.extensions;
    expect(vrm.specVersion).toBe('1.0');
    expect(vrm.meta['licenseUrl']).toBe('https://vrm.dev/licenses/1.0/');
    expect(vrm.meta['otherLicenseUrl']).toMatch(/publicdomain\/zero/);
    expect(vrm.meta['thumbnailImage']).toBeTypeOf('number');
    expect(['bone', 'expression']).toContain(vrm.lookAt.type);
    expect(Object.keys(vrm.humanoid.humanBones)).toHaveLength(55);
    expect(spring.springs.length).toBeGreaterThan(0);
    for (const { name, joints, colliderGroups } of spring.springs) {
      expect({ name, chained: joints.length > 1, collides: (colliderGroups ?? []).length > 0 }).toEqual({ name, chained: true, collides: true });
    }
    expect(spring.colliders.length).toBeGreaterThan(0);
  });

  it.each(files)('%s moves vertices with every expression and freezes nothing', (_, gltf) => {
    const { preset, custom } = gltf.json.extensions.VRMC_vrm.expressions;
    expect(Object.keys(preset)).toEqual(PRESETS);
    expect(Object.keys(custom)).toEqual([...PARTS, 'fear', 'disgust', 'contempt', ...VISEMES]);
    expect(manifest.expressions.preset).toEqual(PRESETS);
    expect([...manifest.expressions.custom, ...manifest.visemes]).toEqual(Object.keys(custom));
    for (const [name, expression] of Object.entries({ ...preset, ...custom })) {
      const moved = [...displacements(gltf, expression.morphTargetBinds).values()].filter((d) => Math.hypot(...d) > 1e-4).length;
      expect({ name, moves: moved > 20, overrides: [expression.overrideBlink, expression.overrideMouth] }).toEqual({ name, moves: true, overrides: ['none', 'none'] });
    }
  });

  it.each(files)('%s is loaded by three-vrm without a word, and lacks nothing', async (file) => {
    const warn = vi.spyOn(console, 'warn');
    const error = vi.spyOn(console, 'error');
    const avatar = await loadAvatar(withoutPictures(read(file)));
    expect([...warn.mock.calls, ...error.mock.calls]).toEqual([]);
    expect(avatar.lacks).toEqual([]);
  });

  it('tells its emotions and its visemes apart', () => {
    const [, gltf] = files[0]!;
    const { preset, custom } = gltf.json.extensions.VRMC_vrm.expressions;
    const emotions = ['happy', 'angry', 'sad', 'surprised', 'neutral'].map((name) => [name, preset[name]!] as const).concat(['fear', 'disgust', 'contempt'].map((name) => [name, custom[name]!] as const));
    for (const [group, least] of [[emotions, 0.006], [VISEMES.map((name) => [name, custom[name]!] as const), 0.0008]] as const) {
      const shapes = group.map(([name, e]) => [name, displacements(gltf, e.morphTargetBinds)] as const);
      for (const [i, [name, a]] of shapes.entries()) {
        for (const [other, b] of shapes.slice(i + 1)) {
          const apart = Math.max(...[...new Set([...a.keys(), ...b.keys()])].map((v) => Math.hypot(...[0, 1, 2].map((k) => (a.get(v)?.[k] ?? 0) - (b.get(v)?.[k] ?? 0)))));
          expect({ name, other, apart: apart > least }).toEqual({ name, other, apart: true });
        }
      }
    }
  });

  it('has no emotion that throws a vertex a fifth further than the largest action unit', () => {
    const [, gltf] = files[0]!;
    const units = gltf.json.meshes[0]!.extras!.targetNames.map((_, index) => furthest(displacements(gltf, [{ index, weight: 1 }])));
    const { preset, custom } = gltf.json.extensions.VRMC_vrm.expressions;
    for (const [name, e] of Object.entries({ ...preset, ...custom })) {
      const far = furthest(displacements(gltf, e.morphTargetBinds));
      expect({ name, far, within: far <= 1.2 * Math.max(...units) }).toEqual({ name, far, within: true });
    }
  });
});

type Offsets = ReadonlyMap<number, readonly number[]>;

const furthest = (offsets: Offsets): number => Math.max(0, ...[...offsets.values()].map((d) => Math.hypot(...d)));

/** Where an expression at full weight moves the vertices of the face, by vertex over all primitives. */
function displacements(gltf: Gltf, binds: readonly { readonly index: number; readonly weight: number }[]): Offsets {
  const sum = new Map<number, readonly number[]>();
  let base = 0;
  for (const primitive of gltf.json.meshes[0]!.primitives) {
    const targets = morphsOf(primitive);
    for (const { index, weight } of binds) {
      for (const [vertex, d] of positionsOf(gltf, targets[index]!)) {
        const before = sum.get(base + vertex) ?? [0, 0, 0];
        sum.set(base + vertex, before.map((c, k) => c + weight * d[k]!));
      }
    }
    base += gltf.json.accessors[primitive.attributes.POSITION]!.count;
  }
  return sum;
}
