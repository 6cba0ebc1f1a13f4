import type { Vec3 } from './math.ts';
import { packInfluences, type Mesh } from './mesh.ts';

type Json = Record<string, unknown>;

/** Ten micrometres: far below what is seen, and it makes float noise vanish from the bytes. */
const round = (x: number): number => Math.round(x * 1e5) / 1e5 + 0;

/** Collects accessors and images into one binary glTF buffer. */
export class GlbWriter {
  readonly json = { accessors: [] as Json[], bufferViews: [] as Json[], images: [] as Json[] };
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  #view(bytes: Uint8Array, target?: number): number {
    const pad = (4 - (this.#length % 4)) % 4;
    if (pad) this.#chunks.push(new Uint8Array(pad));
    this.#length += pad;
    this.json.bufferViews.push({ buffer: 0, byteOffset: this.#length, byteLength: bytes.length, ...(target ? { target } : {}) });
    this.#chunks.push(bytes);
    this.#length += bytes.length;
    return this.json.bufferViews.length - 1;
  }

  #accessor(data: Json): number {
    this.json.accessors.push(data);
    return this.json.accessors.length - 1;
  }

  image(name: string, png: Uint8Array): number {
    this.json.images.push({ name, mimeType: 'image/png', bufferView: this.#view(png) });
    return this.json.images.length - 1;
  }

  floats(rows: readonly (readonly number[])[], type: 'VEC2' | 'VEC3' | 'MAT4', bounds = false, target = 34962): number {
    const width = { VEC2: 2, VEC3: 3, MAT4: 16 }[type];
    const data = new Float32Array(rows.length * width);
    rows.forEach((row, i) => row.forEach((x, k) => (data[i * width + k] = round(x))));
    return this.#accessor({
      bufferView: this.#view(new Uint8Array(data.buffer), target),
      componentType: 5126,
      count: rows.length,
      type,
      ...(bounds ? extent(data, width) : {}),
    });
  }

  bytes(rows: readonly (readonly number[])[], normalized: boolean): number {
    return this.#accessor({
      bufferView: this.#view(Uint8Array.from(rows.flat()), 34962),
      componentType: 5121,
      count: rows.length,
      type: 'VEC4',
      ...(normalized ? { normalized } : {}),
    });
  }

  indices(values: readonly number[]): number {
    const wide = values.some((v) => v > 65534);
    const data = wide ? Uint32Array.from(values) : Uint16Array.from(values);
    return this.#accessor({ bufferView: this.#view(new Uint8Array(data.buffer), 34963), componentType: wide ? 5125 : 5123, count: values.length, type: 'SCALAR' });
  }

  /** Morph displacements: only the vertices that move are stored. */
  sparse(count: number, deltas: ReadonlyMap<number, Vec3>): number {
    const order = [...deltas.keys()].sort((a, b) => a - b).filter((i) => deltas.get(i)!.some((x) => round(x) !== 0));
    if (order.length === 0) return this.#accessor({ componentType: 5126, count, type: 'VEC3', min: [0, 0, 0], max: [0, 0, 0] });
    const values = new Float32Array(order.length * 3);
    order.forEach((i, k) => deltas.get(i)!.forEach((x, c) => (values[k * 3 + c] = round(x))));
    const span = extent(order.length < count ? Float32Array.of(0, 0, 0, ...values) : values, 3);
    return this.#accessor({
      componentType: 5126,
      count,
      type: 'VEC3',
      ...span,
      sparse: {
        count: order.length,
        indices: { bufferView: this.#view(new Uint8Array(Uint16Array.from(order).buffer)), componentType: 5123 },
        values: { bufferView: this.#view(new Uint8Array(values.buffer)) },
      },
    });
  }

  primitive(mesh: Mesh, boneIndex: ReadonlyMap<string, number>, material: number, morphs: readonly string[]): Json {
    const packed = mesh.skin.map((s) => packInfluences(s, boneIndex));
    return {
      attributes: {
        POSITION: this.floats(mesh.position, 'VEC3', true),
        NORMAL: this.floats(mesh.normal.map(unit), 'VEC3'),
        TEXCOORD_0: this.floats(mesh.uv, 'VEC2'),
        JOINTS_0: this.bytes(packed.map((p) => p.joints), false),
        WEIGHTS_0: this.bytes(packed.map((p) => p.weights), true),
      },
      indices: this.indices(mesh.triangle.flat()),
      material,
      mode: 4,
      ...(morphs.length ? { targets: morphs.map((name) => ({ POSITION: this.sparse(mesh.position.length, mesh.morph.get(name) ?? new Map()) })) } : {}),
    };
  }

  finish(document: Json): Uint8Array {
    const pad = (4 - (this.#length % 4)) % 4;
    const text = JSON.stringify({ ...document, ...this.json, buffers: [{ byteLength: this.#length + pad }] });
    const encoded = new TextEncoder().encode(text);
    const jsonPad = (4 - (encoded.length % 4)) % 4;
    const total = 12 + 8 + encoded.length + jsonPad + 8 + this.#length + pad;
    const out = new Uint8Array(total);
    const view = new DataView(out.buffer);
    view.setUint32(0, 0x46546c67, true);
    view.setUint32(4, 2, true);
    view.setUint32(8, total, true);
    view.setUint32(12, encoded.length + jsonPad, true);
    view.setUint32(16, 0x4e4f534a, true);
    out.set(encoded, 20);
    out.fill(32, 20 + encoded.length, 20 + encoded.length + jsonPad);
    let at = 20 + encoded.length + jsonPad;
    view.setUint32(at, this.#length + pad, true);
    view.setUint32(at + 4, 0x004e4942, true);
    at += 8;
    for (const c of this.#chunks) {
      out.set(c, at);
      at += c.length;
    }
    return out;
  }
}

/** Rounding must not shorten a normal beyond what validators accept. */
const unit = (n: Vec3): Vec3 => {
  const l = Math.sqrt(n[0] ** 2 + n[1] ** 2 + n[2] ** 2) || 1;
  return [n[0] / l, n[1] / l, n[2] / l];
};

function extent(data: Float32Array, width: number): { min: number[]; max: number[] } {
  const min = Array.from({ length: width }, () => Infinity);
  const max = Array.from({ length: width }, () => -Infinity);
  data.forEach((x, i) => {
    const k = i % width;
    if (x < min[k]!) min[k] = x;
    if (x > max[k]!) max[k] = x;
  });
  return { min, max };
}
