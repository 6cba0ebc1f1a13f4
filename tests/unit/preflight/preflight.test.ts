import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';
import { LIMITS, type LimitName, preflight, type PreflightReport } from '../../../src/preflight/index.ts';
import { checkConformance } from '../../../src/preflight/conformance.ts';
import { hostileFiles } from '../../torture/hostile-files.ts';
import { model, pack, PNG, unpack } from '../../torture/model.ts';
import { minimalVrm } from '../three/minimal-vrm.ts';

const CONTROLLERS = join(ROOT, 'node_modules/@webxr-input-profiles/assets/dist/profiles');
const AVATARS = ['emil', 'mira', 'pip'].flatMap((id) => ['avatar.vrm', 'avatar.light.vrm'].map((file) => join(ROOT, 'avatars', id, file)));

async function judge(bytes: Uint8Array): Promise<Pick<PreflightReport, 'verdict' | 'reasons'>> {
  const report = preflight(bytes);
  if (report.verdict === 'refused') return report;
  const { reasons } = await checkConformance(bytes, report.kind);
  return { verdict: reasons.length === 0 ? 'accepted' : 'refused', reasons };
}

describe('what is well made is accepted', () => {
  it.each(AVATARS)('%s', async (file) => {
    const bytes = new Uint8Array(readFileSync(file));
    expect(await judge(bytes)).toMatchObject({ verdict: 'accepted', reasons: [] });
    const { kind, credits, memoryBytes } = preflight(bytes);
    expect(kind).toBe('VRM 1.0');
    expect(credits?.licence).toMatch(/publicdomain\/zero/);
    expect(memoryBytes).toBeGreaterThan(bytes.length);
  });

  it('every controller of the WebXR profiles', async () => {
    const files = readdirSync(CONTROLLERS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.glb')).map((name) => join(CONTROLLERS, name));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) expect({ file, ...await judge(new Uint8Array(readFileSync(file))) }).toMatchObject({ verdict: 'accepted', reasons: [] });
  });

  it.each(['0.x', '1.0'] as const)('a small VRM %s', async (version) => {
    expect(await judge(new Uint8Array(minimalVrm({ version })))).toMatchObject({ verdict: 'accepted', reasons: [] });
  });

  it('the same model as JSON with data URIs', async () => {
    const { json, binary } = model();
    json.buffers[0].uri = `data:application/octet-stream;base64,${Buffer.from(binary).toString('base64')}`;
    json.images = [{ uri: `data:image/png;base64,${Buffer.from(PNG).toString('base64')}` }];
    expect(await judge(new TextEncoder().encode(JSON.stringify(json)))).toMatchObject({ verdict: 'accepted', reasons: [] });
  });

  it('habits of exporters in avatars, with a note, and not in plain models', async () => {
    const whole = unpack(minimalVrm());
    whole.json.accessors[0].max[0] += 1;
    const avatar = await checkConformance(pack(whole), 'VRM 1.0');
    expect(avatar).toMatchObject({ reasons: [], notes: [{ code: 'gltf', at: '/accessors/0/max/0' }] });
    expect((await checkConformance(pack(whole), 'glTF')).reasons).toEqual(avatar.notes);
  });

  it('VRM 0.x where "none" is -1 or null', async () => {
    const whole = unpack(minimalVrm({ version: '0.x' }));
    Object.assign(whole.json.extensions.VRM.firstPerson, { firstPersonBone: -1 });
    whole.json.extensions.VRM.meta.texture = -1;
    whole.json.extensions.VRM.secondaryAnimation = { boneGroups: [{ bones: [3], center: -1, colliderGroups: [] }], colliderGroups: [{ node: -1, colliders: [] }] };
    expect(await judge(pack(whole))).toMatchObject({ verdict: 'accepted', reasons: [] });
  });
});

describe('what is hostile is refused, with a reason, soon', () => {
  const files = hostileFiles();
  it.each([['specVersion', { a: 'x'.repeat(100_000) }], ['specVersion', '😀'.repeat(10_000)], ['humanoid', Object.fromEntries([['x'.repeat(100_000), 1]])]])('in a sentence, also where its %s is a book', (name, value) => {
    const { json, binary } = unpack(minimalVrm());
    json.extensions.VRMC_vrm[name] = value;
    const { verdict, reasons } = preflight(pack({ json, binary }));
    expect(verdict).toBe('refused');
    for (const { message, at } of reasons) expect(message.length + at.length).toBeLessThan(800);
  });

  it('there are more than two hundred, several of each kind', () => {
    expect(files.length).toBeGreaterThan(200);
    for (const kind of new Set(files.map((each) => each.kind))) expect({ kind, several: files.filter((each) => each.kind === kind).length > 4 }).toEqual({ kind, several: true });
  });

  it.each([...new Set(files.map(({ kind }) => kind))])('%s', async (kind) => {
    for (const file of files.filter((each) => each.kind === kind)) {
      const bytes = file.make();
      const { verdict, reasons } = await judge(bytes);
      expect({ name: file.name, verdict }).toEqual({ name: file.name, verdict: 'refused' });
      for (const { message } of reasons) expect(message.length).toBeLessThan(400);
    }
  });
});

describe('limits', () => {
  // Each asks for less than the torture model or avatar has.
  const less: Readonly<Record<LimitName, number>> = {
    fileBytes: 100, jsonBytes: 100, jsonDepth: 2, jsonValues: 10, nodes: 1, nodeDepth: 1, accessors: 1, elementBytes: 10, vertices: 3, morphTargets: 0, joints: 1, images: 0, imageSide: 0, pixels: 0,
    animationSeconds: 1, springJoints: 1, memoryBytes: 100,
  };
  it.each(Object.keys(LIMITS) as LimitName[])('%s is kept, and both numbers are told', (name) => {
    const bytes = name === 'springJoints' ? new Uint8Array(minimalVrm()) : pack(model());
    expect(preflight(bytes).reasons).toEqual([]);
    const { verdict, reasons } = preflight(bytes, { limits: { [name]: less[name] } });
    expect(verdict).toBe('refused');
    expect(reasons[0]?.message).toMatch(new RegExp(`^Expected at most ${less[name]} .*, but found [\\d,]+ \\(limit ${name}\\)\\.$`));
  });

  it('that are none are refused', () => {
    expect(() => preflight(new Uint8Array(0), { limits: { nodes: -1 } })).toThrow('from 0 up, but got -1');
    expect(() => preflight(new Uint8Array(0), { limits: { kittens: 1 } as never })).toThrow('"kittens"');
  });
});

describe('files beside a .gltf', () => {
  const { json, binary } = model();
  json.buffers[0].uri = 'parts/mesh%20one.bin';
  const bytes = new TextEncoder().encode(JSON.stringify(json));

  it('are refused where nobody allows them', () => {
    expect(preflight(bytes).reasons[0]).toMatchObject({ code: 'uri', at: '/buffers/0/uri' });
  });

  it('are read where somebody does, by their plain path', () => {
    const asked: string[] = [];
    const readBeside = (path: string): Uint8Array => (asked.push(path), binary);
    expect(preflight(bytes, { readBeside })).toMatchObject({ verdict: 'accepted' });
    expect(asked).toEqual(['parts/mesh one.bin']);
  });

  it('are never looked for outside the folder', () => {
    for (const uri of ['../a.bin', 'a/../../b.bin', '/a.bin', '..%2fa.bin', 'a\\b.bin', 'http:a.bin', 'a.bin?x', './../a']) {
      json.buffers[0].uri = uri;
      const readBeside = (): never => expect.unreachable(uri);
      expect(preflight(new TextEncoder().encode(JSON.stringify(json)), { readBeside }).verdict).toBe('refused');
    }
  });
});

it('tells the licence of a VRM 0.x, and no control characters', () => {
  const whole = unpack(minimalVrm({ version: '0.x' }));
  whole.json.extensions.VRM.meta.title = 'Bo\u001b[31mxes';
  expect(preflight(pack(whole)).credits).toEqual({ name: 'Bo [31mxes', authors: ['Attune tests'], licence: 'CC0', allowed: null });
});
