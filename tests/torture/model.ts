/** A small, valid model with one of everything, and the means to spoil it. */

// oxlint-disable-next-line no-explicit-any -- spoiling a document means writing whatever wherever
export type Loose = any;

export interface Model {
  json: Loose;
  binary: Uint8Array;
}

const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;
const text = new TextEncoder();

/** One red pixel. */
const PNG = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='), (character) => character.charCodeAt(0));

/** Two triangles with a skin, a sparse morph target, a texture and an animation. */
export function model(): Model {
  const parts: Uint8Array[] = [];
  const bufferViews: object[] = [];
  let length = 0;
  const view = (data: ArrayBufferView, extra: object = {}): number => {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
    padded.set(bytes);
    parts.push(padded);
    bufferViews.push({ buffer: 0, byteOffset: length, byteLength: bytes.length, ...extra });
    length += padded.length;
    return bufferViews.length - 1;
  };
  const matrices = [...Array(2).keys()].flatMap(() => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  const positions = view(Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0));
  const indices = view(Uint16Array.of(0, 1, 2, 2, 1, 3));
  const joints = view(Uint8Array.of(0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0));
  const weights = view(Float32Array.of(0.5, 0.5, 0, 0, 1, 0, 0, 0, 0.5, 0.5, 0, 0, 1, 0, 0, 0));
  const corners = view(Float32Array.of(0, 0, 1, 0, 0, 1, 1, 1));
  const accessors = [
    { bufferView: positions, componentType: 5126, count: 4, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 0] },
    { bufferView: indices, componentType: 5123, count: 6, type: 'SCALAR' },
    { bufferView: joints, componentType: 5121, count: 4, type: 'VEC4' },
    { bufferView: weights, componentType: 5126, count: 4, type: 'VEC4' },
    { bufferView: corners, componentType: 5126, count: 4, type: 'VEC2' },
    { bufferView: view(new Float32Array(matrices)), componentType: 5126, count: 2, type: 'MAT4' },
    {
      componentType: 5126, count: 4, type: 'VEC3', min: [0, 0, 0], max: [0, 0, 0.5],
      sparse: { count: 2, indices: { bufferView: view(Uint16Array.of(1, 3)), componentType: 5123 }, values: { bufferView: view(Float32Array.of(0, 0, 0.5, 0, 0, 0.5)) } },
    },
    { bufferView: view(Float32Array.of(0, 1, 2)), componentType: 5126, count: 3, type: 'SCALAR', min: [0], max: [2] },
    { bufferView: view(Float32Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0)), componentType: 5126, count: 3, type: 'VEC3' },
  ];
  const json = {
    asset: { version: '2.0', generator: 'attune torture' },
    scene: 0, scenes: [{ nodes: [0, 1] }],
    nodes: [{ mesh: 0, skin: 0, name: 'skinned' }, { children: [2], name: 'root' }, { translation: [0, 1, 0], children: [3] }, { name: 'tip' }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, JOINTS_0: 2, WEIGHTS_0: 3, TEXCOORD_0: 4 }, indices: 1, targets: [{ POSITION: 6 }], material: 0 }], weights: [0] }],
    skins: [{ joints: [1, 2], inverseBindMatrices: 5, skeleton: 1 }],
    materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    textures: [{ source: 0, sampler: 0 }], samplers: [{}], images: [{ bufferView: view(PNG), mimeType: 'image/png' }],
    animations: [{ samplers: [{ input: 7, output: 8 }], channels: [{ sampler: 0, target: { node: 3, path: 'translation' } }] }],
    accessors, bufferViews, buffers: [{ byteLength: length }],
  };
  const binary = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    binary.set(part, at);
    at += part.length;
  }
  return { json, binary };
}

/** Takes a GLB apart. */
export function unpack(file: ArrayBuffer | Uint8Array): Model {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(12, true);
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as Loose;
  return { json, binary: bytes.length > 28 + length ? bytes.slice(28 + length) : new Uint8Array(0) };
}

export function pack({ json, binary }: Model): Uint8Array {
  return packChunks([[JSON_CHUNK, text.encode(typeof json === 'string' ? json : JSON.stringify(json))], ...(binary.length > 0 ? [[BIN_CHUNK, binary] as const] : [])]);
}

export function packChunks(chunks: readonly (readonly [type: number, bytes: Uint8Array])[]): Uint8Array {
  const padded = (bytes: Uint8Array): number => Math.ceil(bytes.length / 4) * 4;
  const total = chunks.reduce((sum, [, bytes]) => sum + 8 + padded(bytes), 12);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, total, true);
  let at = 12;
  for (const [type, bytes] of chunks) {
    view.setUint32(at, padded(bytes), true);
    view.setUint32(at + 4, type, true);
    file.fill(type === JSON_CHUNK ? 0x20 : 0, at + 8, at + 8 + padded(bytes));
    file.set(bytes, at + 8);
    at += 8 + padded(bytes);
  }
  return file;
}

export { BIN_CHUNK, JSON_CHUNK, PNG };
