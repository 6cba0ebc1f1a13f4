/** Reads what the tests ask about from binary glTF files of the avatars. */

interface Accessor {
  readonly count: number;
  readonly bufferView?: number;
  readonly max?: readonly number[];
  readonly sparse?: { readonly count: number; readonly indices: { readonly bufferView: number }; readonly values: { readonly bufferView: number } };
}
interface Primitive {
  readonly attributes: { readonly POSITION: number };
  readonly indices: number;
  readonly targets?: readonly { readonly POSITION: number }[];
}
interface Expression {
  readonly overrideBlink: string;
  readonly overrideMouth: string;
  readonly morphTargetBinds: readonly { readonly index: number; readonly weight: number }[];
}
interface Json {
  readonly accessors: readonly Accessor[];
  readonly bufferViews: readonly { readonly byteOffset: number; readonly byteLength: number }[];
  readonly meshes: readonly { readonly primitives: readonly Primitive[]; readonly extras?: { readonly targetNames: readonly string[] } }[];
  readonly materials: readonly { readonly extensions: { readonly VRMC_materials_mtoon: { readonly outlineWidthMode: string } } }[];
  readonly extensions: {
    readonly VRMC_vrm: {
      readonly specVersion: string;
      readonly meta: Readonly<Record<string, unknown>>;
      readonly humanoid: { readonly humanBones: Readonly<Record<string, unknown>> };
      readonly lookAt: { readonly type: string };
      readonly expressions: Readonly<Record<'preset' | 'custom', Readonly<Record<string, Expression>>>>;
    };
    readonly VRMC_springBone: {
      readonly springs: readonly { readonly name: string; readonly joints: readonly unknown[]; readonly colliderGroups?: readonly number[] }[];
      readonly colliders: readonly unknown[];
    };
  };
}

export interface Gltf {
  readonly json: Json;
  readonly binary: Uint8Array;
}

export function parseGlb(bytes: Uint8Array): Gltf {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  return { json: JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as Json, binary: bytes.slice(28 + length) };
}

export const triangleCount = ({ json }: Gltf): number => json.meshes.flatMap((m) => m.primitives).reduce((sum, p) => sum + json.accessors[p.indices]!.count / 3, 0);

/** Accessors of a primitive's morph targets. */
export const morphsOf = ({ targets }: Primitive): number[] => (targets ?? []).map((t) => t.POSITION);

/** The vertices that a sparse accessor of positions moves. */
export function positionsOf({ json, binary }: Gltf, accessor: number): Map<number, readonly number[]> {
  const { sparse } = json.accessors[accessor]!;
  if (!sparse) return new Map();
  const view = (index: number): ArrayBuffer => {
    const { byteOffset, byteLength } = json.bufferViews[index]!;
    return binary.slice(byteOffset, byteOffset + byteLength).buffer;
  };
  const values = new Float32Array(view(sparse.values.bufferView));
  return new Map([...new Uint16Array(view(sparse.indices.bufferView))].map((vertex, i) => [vertex, [values[i * 3]!, values[i * 3 + 1]!, values[i * 3 + 2]!]]));
}

/** The same file without its pictures, which Node cannot decode. */
export function withoutPictures(bytes: Uint8Array): ArrayBuffer {
  const { json, binary } = parseGlb(bytes);
  const text = JSON.stringify(json, (key, value: unknown) => (/Texture$|^(images|textures|samplers|thumbnailImage)$/.test(key) ? undefined : value));
  const encoded = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4));
  const out = new Uint8Array(28 + encoded.length + binary.length);
  const header = new DataView(out.buffer);
  [0x46546c67, 2, out.length, encoded.length, 0x4e4f534a].forEach((word, i) => header.setUint32(i * 4, word, true));
  out.set(encoded, 20);
  header.setUint32(20 + encoded.length, binary.length, true);
  header.setUint32(24 + encoded.length, 0x004e4942, true);
  out.set(binary, 28 + encoded.length);
  return out.buffer;
}
