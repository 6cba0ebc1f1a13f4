import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRecipe, recipeHash } from '../../../avatars/build.ts';

const folder = join(import.meta.dirname, '../../../avatars/mira');
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Gltf {
  accessors: { count: number; componentType: number; min?: number[]; max?: number[]; sparse?: { count: number } }[];
  meshes: { primitives: { indices: number; material: number; targets?: { POSITION: number }[] }[]; extras?: { targetNames: string[] } }[];
  materials: { extensions: { VRMC_materials_mtoon: { outlineWidthMode: string } } }[];
  nodes: { name: string; translation?: number[] }[];
  extensions: {
    VRMC_vrm: {
      specVersion: string;
      meta: Record<string, unknown>;
      humanoid: { humanBones: Record<string, { node: number }> };
      lookAt: { type: string };
      expressions: Record<'preset' | 'custom', Record<string, Expression>>;
    };
    VRMC_springBone: { springs: { joints: unknown[] }[]; colliders: unknown[] };
  };
}
interface Expression {
  overrideBlink: string;
  overrideMouth: string;
  morphTargetBinds: { node: number; index: number; weight: number }[];
}

function parse(bytes: Uint8Array): Gltf {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  return JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as Gltf;
}
const triangles = (g: Gltf): number => g.meshes.flatMap((m) => m.primitives).reduce((s, p) => s + g.accessors[p.indices]!.count / 3, 0);

const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
  recipeHash: string;
  expressions: { preset: string[]; custom: string[] };
  visemes: string[];
  levels: Record<'full' | 'light', { file: string; triangles: number; bytes: number; sha256: string }>;
};

describe('Mira', () => {
  it('is rebuilt byte for byte from its recipe', async () => {
    const recipe = await loadRecipe('mira');
    expect(sha256(recipe.build('light'))).toBe(sha256(read('avatar.light.vrm')));
    expect(manifest.recipeHash).toBe(recipeHash('mira'));
  }, 180_000); // seconds of work; minutes on a busy machine

  it.each([
    ['full', 30_000, 2 * 1024 * 1024],
    ['light', 12_000, 1024 * 1024],
  ] as const)('keeps the budget of the %s level and its manifest true', (level, maxTriangles, maxBytes) => {
    const { file, ...said } = manifest.levels[level];
    const bytes = read(file);
    const gltf = parse(bytes);
    expect(said).toEqual({ triangles: triangles(gltf), bytes: bytes.length, sha256: sha256(bytes) });
    expect(said.triangles).toBeLessThanOrEqual(maxTriangles);
    expect(said.bytes).toBeLessThanOrEqual(maxBytes);
    const outlined = gltf.materials.filter((m) => m.extensions.VRMC_materials_mtoon.outlineWidthMode !== 'none').length;
    expect(outlined).toBe(level === 'full' ? 1 : 0);
    const draws = gltf.meshes.flatMap((m) => m.primitives).reduce((s, p) => s + (gltf.materials[p.material]!.extensions.VRMC_materials_mtoon.outlineWidthMode === 'none' ? 1 : 2), 0);
    expect(draws).toBeLessThanOrEqual(6);
  });

  it.each(['avatar.vrm', 'avatar.light.vrm'])('%s passes the glTF validator', async (file) => {
    const validator = 'gltf-validator'; // has no types
    const { validateBytes } = (await import(validator)) as {
      validateBytes(bytes: Uint8Array): Promise<{ issues: { numErrors: number; numWarnings: number } }>;
    };
    const { issues } = await validateBytes(read(file));
    expect([issues.numErrors, issues.numWarnings]).toEqual([0, 0]);
  });

  it.each(['avatar.vrm', 'avatar.light.vrm'])('%s has all humanoid bones and every expression moves vertices', (file) => {
    const gltf = parse(read(file));
    const vrm = gltf.extensions.VRMC_vrm;
    expect(vrm.specVersion).toBe('1.0');
    expect(vrm.meta['licenseUrl']).toBe('https://vrm.dev/licenses/1.0/');
    expect(vrm.lookAt.type).toBe('bone');
    expect(Object.keys(vrm.humanoid.humanBones)).toHaveLength(55);
    expect(gltf.extensions.VRMC_springBone.springs).not.toHaveLength(0);
    expect(Object.keys(vrm.expressions.preset)).toHaveLength(18);
    expect(Object.keys(vrm.expressions.preset)).toEqual(manifest.expressions.preset);
    expect(Object.keys(vrm.expressions.custom)).toEqual([...manifest.expressions.custom, ...manifest.visemes]);
    expect(manifest.visemes).toHaveLength(15);
    const targets = gltf.meshes[0]!.primitives.map((p) => p.targets!);
    for (const [name, e] of Object.entries({ ...vrm.expressions.preset, ...vrm.expressions.custom })) {
      const moved = e.morphTargetBinds.filter((b) => b.weight > 0 && b.weight <= 1).reduce((s, b) => s + targets.reduce((n, t) => n + (gltf.accessors[t[b.index]!.POSITION]!.sparse?.count ?? 0), 0), 0);
      expect({ name, moves: moved > 20, overrides: [e.overrideBlink, e.overrideMouth] }).toEqual({ name, moves: true, overrides: ['none', 'none'] });
    }
  });

  it('has no morph that throws a vertex further than a blink travels', () => {
    const gltf = parse(read('avatar.vrm'));
    for (const p of gltf.meshes[0]!.primitives) {
      p.targets!.forEach((t, i) => {
        const { min, max } = gltf.accessors[t.POSITION]!;
        const furthest = Math.max(...[...min!, ...max!].map(Math.abs));
        expect({ morph: gltf.meshes[0]!.extras!.targetNames[i], near: furthest < 0.026 }).toEqual({ morph: gltf.meshes[0]!.extras!.targetNames[i], near: true });
      });
    }
  });

  it('refuses an unknown avatar by name', async () => {
    await expect(loadRecipe('nobody')).rejects.toThrow(/"nobody".*mira/);
  });
});
