import { minimalVrm } from '../unit/three/minimal-vrm.ts';
import { BIN_CHUNK, JSON_CHUNK, type Loose, type Model, model, pack, packChunks, PNG, unpack } from './model.ts';
import { createRandom } from '../../src/learn/random.ts';

/** A file that nobody should load; made when it is asked for, as some are large. */
export interface HostileFile {
  readonly kind: string;
  readonly name: string;
  make(): Uint8Array;
}

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);
const NOT_INDICES: readonly unknown[] = [-1, 0.5, 1e9, 2 ** 53, '0', true, [], { index: 0 }];
const NOT_COUNTS: readonly unknown[] = [-1, 0, 1.5, 250_000_000, 2 ** 32, 2 ** 53, '4', []];

/** More than two hundred hostile files, the same every time. */
export function hostileFiles(): readonly HostileFile[] {
  return [...containers(), ...texts(), ...indices(), ...arithmetic(), ...numbers(), ...pictures(), ...addresses(), ...extensions(), ...trees(), ...masses(), ...animations(), ...avatars('1.0'), ...avatars('0.x')];
}

const noise = (seed: number, length: number): Uint8Array => {
  const random = createRandom(seed);
  return Uint8Array.from({ length }, () => random.below(256));
};

const spoil = (kind: string, name: string, edit: (json: Loose, whole: Model) => void, base: () => Model = model): HostileFile => ({
  kind, name,
  make() {
    const made = base();
    edit(made.json, made);
    return pack(made);
  },
});

function containers(): HostileFile[] {
  const whole = pack(model());
  const bytes = (name: string, make: () => Uint8Array): HostileFile => ({ kind: 'container', name, make });
  const header = (name: string, offset: number, value: number): HostileFile => bytes(name, () => {
    const file = whole.slice();
    new DataView(file.buffer).setUint32(offset, value, true);
    return file;
  });
  const json = utf8(JSON.stringify(model().json));
  const { binary } = model();
  return [
    bytes('empty', () => new Uint8Array(0)),
    ...[1, 4, 11, 12, 16, 20, 40, whole.length - 1].map((length) => bytes(`the first ${length} bytes`, () => whole.slice(0, length))),
    ...[0, 1, 3, 0xffffffff].map((version) => header(`version ${version}`, 4, version)),
    ...[0, 12, 19, whole.length + 4, 0xffffffff].map((length) => header(`declares ${length} bytes`, 8, length)),
    ...[0, 3, whole.length, 0x7fffffff, 0xffffffff].map((length) => header(`JSON chunk of ${length} bytes`, 12, length)),
    ...[0, BIN_CHUNK, 0x12345678].map((type) => header(`first chunk of type ${type}`, 16, type)),
    bytes('two JSON chunks', () => packChunks([[JSON_CHUNK, json], [JSON_CHUNK, json], [BIN_CHUNK, binary]])),
    bytes('two binary chunks', () => packChunks([[JSON_CHUNK, json], [BIN_CHUNK, binary], [BIN_CHUNK, binary]])),
    bytes('binary first', () => packChunks([[BIN_CHUNK, binary], [JSON_CHUNK, json]])),
    bytes('no binary chunk', () => packChunks([[JSON_CHUNK, json]])),
    bytes('an HTML page', () => utf8('<!doctype html><title>404</title>')),
    bytes('a pointer of Git LFS', () => utf8('version https://git-lfs.github.com/spec/v1\noid sha256:0')),
    bytes('a diary', () => utf8('Dear diary, today I was read as a model.')),
    bytes('a picture', () => PNG),
    bytes('zeros', () => new Uint8Array(4096)),
    ...Array.from({ length: 10 }, (_, seed) => bytes(`noise ${seed}`, () => noise(seed, 64 + seed * 97))),
  ];
}

function texts(): HostileFile[] {
  const json = (name: string, content: string | Uint8Array): HostileFile => ({ kind: 'json', name, make: () => packChunks([[JSON_CHUNK, typeof content === 'string' ? utf8(content) : content]]) });
  const lazily = (name: string, make: () => string): HostileFile => ({ kind: 'json', name, make: () => utf8(make()) });
  const asset = '"asset":{"version":"2.0"}';
  const broken = (at: number, ...bytes: number[]): Uint8Array => {
    const text = utf8(`{${asset},"extras":"        "}`);
    text.set(bytes, text.length - 2 - at);
    return text;
  };
  return [
    json('an array', '[]'), json('a word', '"glTF"'), json('null', 'null'), json('a number', '2'), json('nothing', '    '),
    json('cut off', `{${asset},"nodes":[{`), json('trailing comma', `{${asset},}`), json('NaN', `{${asset},"scene":NaN}`), json('a comment', `{${asset}/*,*/}`), json('two documents', `{${asset}}{${asset}}`),
    json('infinite', `{${asset},"extras":1e999}`), json('minus infinite', `{${asset},"nodes":[{"translation":[-1e400,0,0]}]}`), json('NUL padding', `{${asset}}\0\0\0`),
    json('a byte order mark', `\uFEFF{${asset}}`), lazily('a byte order mark in .gltf', () => `\uFEFF{${asset}}`),
    json('a lone continuation', broken(4, 0x80)), json('an overlong slash', broken(4, 0xc0, 0xaf)), json('half a surrogate', broken(4, 0xed, 0xa0, 0x80)), json('byte 255', broken(4, 0xff)), json('a cut sequence', broken(2, 0xf0, 0x9f)),
    ...[100, 10_000, 1_000_000].map((depth) => lazily(`${depth} arrays deep`, () => `{${asset},"extras":${'['.repeat(depth)}${']'.repeat(depth)}}`)),
    ...[100, 10_000, 1_000_000].map((depth) => lazily(`${depth} objects deep`, () => `{${asset},"extras":${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}}`)),
    lazily('never closed', () => '['.repeat(3_000_000)),
    lazily('two million numbers', () => `{${asset},"extras":[${'0,'.repeat(2_000_000)}0]}`),
    lazily('a million and more objects', () => `{${asset},"nodes":[${'{},'.repeat(1_100_000)}{}]}`),
    lazily('a text of 40 MB', () => `{${asset},"extras":"${'a'.repeat(40_000_000)}"}`),
    json('no version', '{"asset":{}}'), json('version 1', '{"asset":{"version":"1.0"}}'), json('version 3', '{"asset":{"version":"3.0"}}'), json('version as a number', '{"asset":{"version":2}}'), json('no asset', '{"nodes":[{}]}'),
    ...['accessors', 'nodes', 'meshes', 'buffers', 'bufferViews', 'images', 'skins', 'animations'].flatMap((name) => ['{}', '7', '"x"'].map((value) => json(`${name} is ${value}`, `{${asset},"${name}":${value}}`))),
  ];
}

function indices(): HostileFile[] {
  const places: readonly (readonly [string, (json: Loose) => readonly [Loose, string | number]])[] = [
    ['accessor.bufferView', (json) => [json.accessors[0], 'bufferView']], ['bufferView.buffer', (json) => [json.bufferViews[0], 'buffer']],
    ['sparse.indices', (json) => [json.accessors[6].sparse.indices, 'bufferView']], ['sparse.values', (json) => [json.accessors[6].sparse.values, 'bufferView']],
    ['POSITION', (json) => [json.meshes[0].primitives[0].attributes, 'POSITION']], ['indices', (json) => [json.meshes[0].primitives[0], 'indices']], ['target', (json) => [json.meshes[0].primitives[0].targets[0], 'POSITION']],
    ['material', (json) => [json.meshes[0].primitives[0], 'material']], ['node.mesh', (json) => [json.nodes[0], 'mesh']], ['node.skin', (json) => [json.nodes[0], 'skin']], ['child', (json) => [json.nodes[1].children, 0]],
    ['joint', (json) => [json.skins[0].joints, 0]], ['matrices', (json) => [json.skins[0], 'inverseBindMatrices']], ['scene', (json) => [json, 'scene']], ['scene.nodes', (json) => [json.scenes[0].nodes, 0]],
    ['texture.source', (json) => [json.textures[0], 'source']], ['image.bufferView', (json) => [json.images[0], 'bufferView']], ['channel.sampler', (json) => [json.animations[0].channels[0], 'sampler']],
    ['channel.node', (json) => [json.animations[0].channels[0].target, 'node']], ['sampler.input', (json) => [json.animations[0].samplers[0], 'input']],
  ];
  return places.flatMap(([name, find]) => NOT_INDICES.map((value) => spoil('index', `${name} is ${JSON.stringify(value)}`, (json) => {
    const [holder, key] = find(json);
    holder[key] = value;
  })));
}

function arithmetic(): HostileFile[] {
  const fields: readonly (readonly [string, (json: Loose) => readonly [Loose, string], readonly unknown[]])[] = [
    ['accessor.count', (json) => [json.accessors[0], 'count'], NOT_COUNTS], ['accessor.byteOffset', (json) => [json.accessors[0], 'byteOffset'], [-4, 2, 4, 1e9, 2 ** 53, '0']],
    ['view.byteLength', (json) => [json.bufferViews[0], 'byteLength'], [-1, 0, 1, 44, 1e9, 2 ** 53, '48', null]], ['view.byteOffset', (json) => [json.bufferViews[0], 'byteOffset'], [-4, 1e9, 2 ** 53, '0']],
    ['view.byteStride', (json) => [json.bufferViews[0], 'byteStride'], [0, 1, 4, 8, 13, 256, 1e9, '12']], ['buffer.byteLength', (json) => [json.buffers[0], 'byteLength'], NOT_COUNTS],
    ['componentType', (json) => [json.accessors[0], 'componentType'], [0, 5124, 5130, '5126', null]], ['type', (json) => [json.accessors[0], 'type'], ['VEC5', 'MAT4', 'toString', 3, null]],
    ['sparse.count', (json) => [json.accessors[6].sparse, 'count'], [-1, 0, 3, 5, 1e9, 2 ** 53]], ['sparse.indices.byteOffset', (json) => [json.accessors[6].sparse.indices, 'byteOffset'], [-2, 1, 2, 1e9]],
    ['sparse.indices.componentType', (json) => [json.accessors[6].sparse.indices, 'componentType'], [5120, 5126, 5125, 0]], ['sparse.values.byteOffset', (json) => [json.accessors[6].sparse.values, 'byteOffset'], [-4, 4, 1e9]],
  ];
  return [
    ...fields.flatMap(([name, find, values]) => values.map((value) => spoil('arithmetic', `${name} is ${JSON.stringify(value)}`, (json) => {
      const [holder, key] = find(json);
      holder[key] = value;
    }))),
    // 238 bytes that ask for a gigabyte, and more.
    ...[250_000_000, 4_000_000_000].map((count) => spoil('arithmetic', `${count} elements out of nothing`, (json, whole) => {
      Object.assign(whole, { json: { asset: json.asset, scenes: [{ nodes: [0] }], nodes: [{ mesh: 0 }], meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }], accessors: [{ componentType: 5126, count, type: 'VEC3', min: [0, 0, 0], max: [0, 0, 0] }] }, binary: new Uint8Array(0) });
    })),
    spoil('arithmetic', 'sparse over a billion zeros', (json) => Object.assign(json.accessors[6], { count: 1e9 })),
    spoil('arithmetic', 'sparse indices that fall', (json, { binary }) => new DataView(binary.buffer).setUint16(json.bufferViews[json.accessors[6].sparse.indices.bufferView].byteOffset, 3, true)),
    spoil('arithmetic', 'a sparse index behind the end', (json, { binary }) => new DataView(binary.buffer).setUint16(json.bufferViews[json.accessors[6].sparse.indices.bufferView].byteOffset + 2, 4, true)),
    spoil('arithmetic', 'fewer weights than vertices', (json) => Object.assign(json.accessors[3], { count: 3 })),
    spoil('arithmetic', 'fewer matrices than joints', (json) => Object.assign(json.accessors[5], { count: 1 })),
  ];
}

function numbers(): HostileFile[] {
  const put = (name: string, accessor: number, element: number, value: number): HostileFile => spoil('values', name, (json, { binary }) => {
    const { bufferView, componentType } = json.accessors[accessor];
    const data = new DataView(binary.buffer);
    const start = json.bufferViews[bufferView].byteOffset as number;
    if (componentType === 5126) data.setFloat32(start + element * 4, value, true);
    else if (componentType === 5123) data.setUint16(start + element * 2, value, true);
    else data.setUint8(start + element, value);
  });
  return [
    ...[Number.NaN, Infinity, -Infinity].flatMap((value) => [[0, 'a position'], [3, 'a weight'], [4, 'a corner'], [5, 'a matrix'], [7, 'a time'], [8, 'a movement']].map(([accessor, what]) => put(`${what} is ${value}`, accessor as number, 1, value))),
    put('index 4 of 4 vertices', 1, 2, 4), put('index 65535', 1, 0, 65535), put('joint 2 of 2', 2, 0, 2), put('joint 255', 2, 5, 255), put('times that fall', 7, 0, 1.5), put('a negative time', 7, 0, -1),
  ];
}

function pictures(): HostileFile[] {
  const picture = (name: string, bytes: Uint8Array, mimeType = 'image/png'): HostileFile => spoil('image', name, (json, whole) => {
    const padded = new Uint8Array(Math.ceil((whole.binary.length + bytes.length) / 4) * 4);
    padded.set(whole.binary);
    padded.set(bytes, whole.binary.length);
    json.bufferViews.push({ buffer: 0, byteOffset: whole.binary.length, byteLength: bytes.length });
    json.buffers[0].byteLength = padded.length;
    json.images[0] = { bufferView: json.bufferViews.length - 1, mimeType };
    whole.binary = padded;
  });
  const png = (width: number, height: number): Uint8Array => {
    const bytes = PNG.slice();
    new DataView(bytes.buffer).setUint32(16, width);
    new DataView(bytes.buffer).setUint32(20, height);
    return bytes;
  };
  const jpeg = (width: number, height: number): Uint8Array => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 17, 0, 2, 17, 0, 3, 17, 0, 0xff, 0xd9);
  const webp = Uint8Array.of(...utf8('RIFF'), 22, 0, 0, 0, ...utf8('WEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
  return [
    picture('PNG of 65535 x 65535', png(65_535, 65_535)), picture('PNG of 4294967295 x 1', png(0xffffffff, 1)), picture('PNG without pixels', png(0, 0)), picture('PNG of height 0', png(64, 0)), picture('half a PNG header', PNG.slice(0, 20)),
    picture('JPEG of 65500 x 65500', jpeg(65_500, 65_500), 'image/jpeg'), picture('JPEG of height 0', jpeg(64, 0), 'image/jpeg'), picture('JPEG without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0), 'image/jpeg'),
    picture('JPEG segment without an end', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, ...new Uint8Array(20)), 'image/jpeg'), picture('WebP of 16777216 squared', webp, 'image/webp'),
    picture('SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')), picture('GIF', utf8('GIF89a........................')), picture('BMP', utf8('BM..............................')), picture('noise', noise(7, 64)),
    spoil('image', 'neither URI nor view', (json) => (json.images[0] = {})), spoil('image', 'URI and view', (json) => (json.images[0].uri = 'data:image/png;base64,AAAA')),
    spoil('image', 'many large ones', (json, whole) => {
      const large = unpack(picture('', png(8192, 8192)).make());
      Object.assign(whole, large);
      Object.assign(json, large.json, { images: Array.from({ length: 8 }, () => large.json.images[0]), textures: Array.from({ length: 8 }, (_, source) => ({ source })) });
      whole.json = json;
    }),
  ];
}

function addresses(): HostileFile[] {
  const uris = [
    'http://example.org/a.bin', 'https://example.org/a.bin', '//example.org/a.bin', 'file:///etc/passwd', 'blob:http://example.org/1', 'ftp://example.org/a', 'javascript:alert(1)', ' https://example.org/a', 'ht\ntps://example.org/a', 'HTTPS:example.org',
    '/etc/passwd', '../../secret.bin', '..%2f..%2fsecret.bin', '%2e%2e/secret.bin', '\\\\server\\share', 'C:\\secret.bin', 'mesh.bin', 'a/b.bin', '', '%', 'data:', 'data:application/octet-stream;base64', 'data:application/octet-stream;base64,!!!!', 'data:,%zz',
  ];
  return uris.flatMap((uri) => [
    spoil('uri', `buffer at ${JSON.stringify(uri)}`, (json) => (json.buffers[0].uri = uri)),
    spoil('uri', `image at ${JSON.stringify(uri)}`, (json) => (json.images[0] = { uri })),
  ]);
}

function extensions(): HostileFile[] {
  return ['KHR_draco_mesh_compression', 'EXT_meshopt_compression', 'KHR_texture_basisu', 'MSFT_texture_dds', 'EXT_texture_avif', 'ACME_unheard_of', 'constructor', '', 'x'.repeat(10_000)]
    .map((name) => spoil('extension', `needs ${name.slice(0, 40)}`, (json) => Object.assign(json, { extensionsUsed: [name], extensionsRequired: [name] })));
}

function trees(): HostileFile[] {
  return [
    spoil('tree', 'its own child', (json) => (json.nodes[3].children = [3])), spoil('tree', 'its own parent', (json) => (json.nodes[3].children = [1])),
    spoil('tree', 'a circle of two', (json) => json.nodes.push({ children: [5] }, { children: [4] })), spoil('tree', 'a circle of a thousand', (json) => {
      for (let i = 0; i < 1000; i += 1) json.nodes.push({ children: [4 + ((i + 1) % 1000)] });
    }),
    spoil('tree', 'two parents', (json) => (json.nodes[0].children = [2])), spoil('tree', 'a child twice', (json) => (json.nodes[1].children = [2, 2])),
    ...[600, 10_000, 49_000].map((depth) => spoil('tree', `${depth} below each other`, (json) => {
      for (let i = 0; i < depth; i += 1) json.nodes.push({ children: i + 1 < depth ? [5 + i] : undefined });
    })),
    spoil('tree', '60,000 nodes', (json) => json.nodes.push(...Array.from({ length: 60_000 }, () => ({ name: 'n' })))),
    spoil('tree', 'a skin without joints', (json) => (json.skins[0].joints = [])), spoil('tree', '3,000 joints', (json) => (json.skins[0].joints = Array.from({ length: 3000 }, () => 1))),
  ];
}

function masses(): HostileFile[] {
  return [
    spoil('mass', '2,000 morph targets', (json) => (json.meshes[0].primitives[0].targets = Array.from({ length: 2000 }, () => ({ POSITION: 6 })))),
    spoil('mass', '60,000 accessors', (json) => json.accessors.push(...Array.from({ length: 60_000 }, () => json.accessors[0]))),
    spoil('mass', '600 images', (json) => (json.images = Array.from({ length: 600 }, () => json.images[0]))),
    spoil('mass', 'ten million vertices', (json) => (json.accessors[0] = { componentType: 5126, count: 1e7, type: 'VEC3', min: [0, 0, 0], max: [0, 0, 0] })),
    // Each is within its limit; together they are not.
    spoil('mass', 'a hundred of three million', (json) => {
      for (let i = 0; i < 100; i += 1) {
        json.accessors.push({ componentType: 5126, count: 3e6, type: 'VEC3', min: [0, 0, 0], max: [0, 0, 0] });
        json.meshes.push({ primitives: [{ attributes: { POSITION: json.accessors.length - 1 } }] });
      }
    }),
    spoil('mass', 'morph targets that share one accessor', (json) => {
      json.accessors.push({ componentType: 5126, count: 1e6, type: 'VEC3', min: [0, 0, 0], max: [0, 0, 0] });
      json.meshes[0] = { primitives: [{ attributes: { POSITION: 9 }, targets: Array.from({ length: 1000 }, () => ({ POSITION: 9 })) }] };
      json.nodes[0] = { mesh: 0 };
    }),
    // The same megabytes again and again: small on disk, and hours to read.
    spoil('mass', '40,000 accessors of the same 20 MB', (json, whole) => {
      whole.binary = new Uint8Array(20_000_000);
      Object.assign(json, { bufferViews: [{ buffer: 0, byteLength: 20_000_000 }], buffers: [{ byteLength: 20_000_000 }], nodes: [{}], skins: undefined, animations: undefined, images: undefined, textures: undefined, materials: undefined });
      json.scenes[0].nodes = [0];
      json.accessors = Array.from({ length: 40_000 }, () => ({ bufferView: 0, componentType: 5126, count: 1_600_000, type: 'VEC3', min: [0, 0, 0], max: [0, 0, 0] }));
      json.meshes = json.accessors.map((_: unknown, POSITION: number) => ({ primitives: [{ attributes: { POSITION } }] }));
    }),
    { kind: 'mass', name: '70 MB', make: () => new Uint8Array(70_000_000) },
  ];
}

function animations(): HostileFile[] {
  return [
    spoil('animation', 'two days long', (json, { binary }) => {
      new DataView(binary.buffer).setFloat32(json.bufferViews[json.accessors[7].bufferView].byteOffset + 8, 172_800, true);
      json.accessors[7].max = [172_800];
    }),
    spoil('animation', 'fewer values than times', (json) => (json.accessors[8].count = 2)), spoil('animation', 'splines without tangents', (json) => (json.animations[0].samplers[0].interpolation = 'CUBICSPLINE')),
    spoil('animation', 'times as vectors', (json) => (json.animations[0].samplers[0].input = 8)), spoil('animation', 'no sampler', (json) => (json.animations[0].samplers = [])),
    spoil('animation', 'turned by vectors', (json) => (json.animations[0].channels[0].target.path = 'rotation')), spoil('animation', 'the same twice', (json) => json.animations[0].channels.push(json.animations[0].channels[0])),
  ];
}

function avatars(version: '0.x' | '1.0'): HostileFile[] {
  const kind = `VRM ${version}`;
  const base = (): Model => unpack(minimalVrm({ version }));
  const vrm = (name: string, edit: (vrm: Loose, json: Loose) => void): HostileFile => spoil(kind, name, (json) => edit(json.extensions[version === '0.x' ? 'VRM' : 'VRMC_vrm'], json), base);
  const both = [
    ...['meta', 'humanoid'].flatMap((name) => [undefined, [], 'x', 7].map((value) => vrm(`${name} is ${JSON.stringify(value)}`, (each) => (each[name] = value)))),
    vrm('no bones', (each) => (each.humanoid.humanBones = version === '0.x' ? [] : {})),
  ];
  if (version === '0.x') {
    return [
      ...both,
      ...NOT_INDICES.slice(1).map((value) => vrm(`a bone is ${JSON.stringify(value)}`, (each) => (each.humanoid.humanBones[0].node = value))),
      vrm('a group of colliders that is not there', (each) => (each.secondaryAnimation = { boneGroups: [{ bones: [1], colliderGroups: [5] }], colliderGroups: [] })),
      vrm('springs on nothing', (each) => (each.secondaryAnimation = { boneGroups: [{ bones: [1e9] }], colliderGroups: [] })),
      vrm('springs of everything, 500 times', (each) => (each.secondaryAnimation = { boneGroups: Array.from({ length: 500 }, () => ({ bones: [0] })), colliderGroups: [] })),
      vrm('a material without its texture', (each) => (each.materialProperties = [{ name: 'm', shader: 'VRM/MToon', textureProperties: { _MainTex: 99 }, floatProperties: {}, vectorProperties: {} }])),
      vrm('a colour of words', (each) => (each.blendShapeMaster.blendShapeGroups[0].materialValues = [{ materialName: 'm', propertyName: '_Color', targetValue: ['red'] }])),
    ];
  }
  return [
    ...both,
    ...NOT_INDICES.map((value) => vrm(`a bone is ${JSON.stringify(value)}`, (each) => (each.humanoid.humanBones.hips.node = value))),
    ...[undefined, '0.0', '2.0', 1, null].map((value) => vrm(`version ${JSON.stringify(value)}`, (each) => (each.specVersion = value))),
    ...[undefined, '', 'https://example.org/', 7].map((value) => vrm(`licence ${JSON.stringify(value)}`, (each) => (each.meta.licenseUrl = value))),
    vrm('no authors', (each) => (each.meta.authors = [])), vrm('authors as a number', (each) => (each.meta.authors = 7)), vrm('no name', (each) => delete each.meta.name), vrm('no such thumbnail', (each) => (each.meta.thumbnailImage = 3)),
    vrm('two bones in one node', (each) => (each.humanoid.humanBones.head.node = each.humanoid.humanBones.neck.node)),
    ...NOT_INDICES.map((value) => vrm(`an expression of morph ${JSON.stringify(value)}`, (each) => (each.expressions.preset.happy.morphTargetBinds[0].index = value))),
    vrm('an expression of nobody', (each) => (each.expressions.preset.happy.morphTargetBinds[0].node = 999)), vrm('an expression without a mesh', (each) => (each.expressions.preset.happy.morphTargetBinds[0].node = 0)),
    vrm('expressions as an array', (each) => (each.expressions.custom = ['x'])), vrm('a colour of words', (each, json) => {
      json.materials = [{}];
      each.expressions.preset.happy.materialColorBinds = [{ material: 0, type: 'color', targetValue: ['red', 'green', 'blue', 'alpha'] }];
    }),
    vrm('binds as a number', (each) => (each.expressions.preset.happy.morphTargetBinds = 7)),
    vrm('springs on nothing', (_, json) => (json.extensions.VRMC_springBone.springs[0].joints[0].node = 1e9)), vrm('the same joint twice', (_, json) => (json.extensions.VRMC_springBone.springs[0].joints[1].node = json.extensions.VRMC_springBone.springs[0].joints[0].node)),
    vrm('5,000 joints', (_, json) => (json.extensions.VRMC_springBone.springs = Array.from({ length: 2500 }, () => json.extensions.VRMC_springBone.springs[0]))),
    vrm('colliders as an object', (_, json) => (json.extensions.VRMC_springBone.colliders = {})), vrm('a collider group that is not there', (_, json) => (json.extensions.VRMC_springBone.springs[0].colliderGroups = [2])),
    vrm('a collider without a shape', (_, json) => (json.extensions.VRMC_springBone.colliders = [{ node: 0 }])),
    ...['roll', 'aim', 'rotation'].flatMap((name) => [
      vrm(`${name} constraints in a circle`, (_, json) => constrain(json, name, [[3, 4], [4, 3]])), vrm(`a ${name} constraint on itself`, (_, json) => constrain(json, name, [[3, 3]])), vrm(`a ${name} constraint on nothing`, (_, json) => constrain(json, name, [[3, 1e9]])),
    ]),
    vrm('a constraint of another kind', (_, json) => constrain(json, 'wish', [[3, 4]])),
  ];
}

function constrain(json: Loose, name: string, pairs: readonly (readonly [number, number])[]): void {
  json.extensionsUsed.push('VRMC_node_constraint');
  for (const [node, source] of pairs) json.nodes[node].extensions = { VRMC_node_constraint: { specVersion: '1.0', constraint: { [name]: { source, ...(name === 'roll' ? { rollAxis: 'X' } : {}) } } } };
}

