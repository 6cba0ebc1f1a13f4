import type { Random } from '../../src/learn/random.ts';
import { type Loose, type Model, pack } from './model.ts';

/** A file with one thing changed, by its structure: what was done, and what came of it. */
export interface Mutation {
  readonly what: string;
  readonly bytes: Uint8Array;
}

/** A file to begin with: its JSON as text, which is parsed anew for each change. */
export interface Seed {
  readonly text: string;
  readonly binary: Uint8Array;
}

const NUMBERS: readonly unknown[] = [-1, 0, 1, 0.5, 2, 255, 65_536, 1e9, 2 ** 32, 2 ** 53, 1e300, '0', null, true, [], {}];
const TEXTS: readonly string[] = ['', 'https://example.org/a.png', 'data:,x', '../a', '__proto__', 'constructor', '\u0000', '\uD83D\uDE00'.repeat(1000), 'image/svg+xml', 'MAT4', 'CUBICSPLINE', '1.0', '0.0'];
const FLOATS: readonly number[] = [Number.NaN, Infinity, -Infinity, 1e38, -1e38, 0, 1e-45];

/** Changes one thing. Some changes do no harm, and must be seen not to. */
export function mutate({ text, binary }: Seed, random: Random): Mutation {
  const way = random.below(WAYS.length);
  const [what, change] = WAYS[way]!;
  const model: Model = { json: JSON.parse(text) as Loose, binary };
  return { what, bytes: change(model, random) };
}

const pick = <T>(from: readonly T[], random: Random): T => from[random.below(from.length)]!;

/** A random place within the document: its holder and key. */
function place(json: Loose, random: Random, wanted: (value: unknown) => boolean): readonly [holder: Loose, key: string | number] | null {
  for (let tries = 0; tries < 50; tries += 1) {
    let holder = json;
    for (let depth = 0; depth < 12; depth += 1) {
      const keys = Array.isArray(holder) ? null : Object.keys(holder as object);
      const length = keys ? keys.length : (holder as unknown[]).length;
      if (length === 0) break;
      const key = keys ? pick(keys, random) : random.below(length);
      const value: unknown = holder[key];
      if (wanted(value) && (typeof value !== 'object' || random.uniform() < 0.2)) return [holder, key];
      if (typeof value !== 'object' || value === null) break;
      holder = value;
    }
  }
  return null;
}

const inJson = (what: string, wanted: (value: unknown) => boolean, change: (holder: Loose, key: string | number, random: Random) => void): readonly [string, (model: Model, random: Random) => Uint8Array] => [what, (model, random) => {
  const found = place(model.json, random, wanted);
  if (found) change(found[0], found[1], random);
  return pack(model);
}];

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isText = (value: unknown): boolean => typeof value === 'string';
const any = (): boolean => true;

const WAYS: readonly (readonly [string, (model: Model, random: Random) => Uint8Array])[] = [
  inJson('another number', isNumber, (holder, key, random) => (holder[key] = pick(NUMBERS, random))),
  inJson('a number one off', isNumber, (holder, key, random) => (holder[key] += random.below(2) * 2 - 1)),
  inJson('a number nearby', isNumber, (holder, key, random) => (holder[key] *= 1 + random.normal() * 1e-3)),
  inJson('another text', isText, (holder, key, random) => (holder[key] = pick(TEXTS, random))),
  inJson('something of another type', any, (holder, key, random) => (holder[key] = pick([...NUMBERS, ...TEXTS], random))),
  inJson('something left out', any, (holder, key) => (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key])),
  inJson('something twice', (value) => typeof value === 'object', (holder, key) => (Array.isArray(holder) ? holder.splice(Number(key), 0, holder[Number(key)]) : (holder[`${key}2`] = holder[key]))),
  inJson('something within itself', (value) => typeof value === 'object' && value !== null, (holder, key) => {
    const copy = JSON.parse(JSON.stringify(holder[key])) as Loose;
    if (Array.isArray(holder[key])) holder[key].push(copy);
    else holder[key].extras = copy;
  }),
  inJson('two places changed over', any, (holder, key, random) => {
    const other = pick(Object.keys(holder as object), random);
    [holder[key], holder[other]] = [holder[other], holder[key]];
  }),
  ['an accessor changed', (model, random) => {
    const accessor = pick(model.json.accessors as Loose[], random);
    const field = pick(['count', 'byteOffset', 'componentType', 'type', 'bufferView', 'normalized'], random);
    accessor[field] = pick<unknown>(field === 'type' ? ['SCALAR', 'VEC2', 'VEC3', 'VEC4', 'MAT4'] : field === 'componentType' ? [5120, 5121, 5122, 5123, 5125, 5126] : [0, 1, 2, 4, 1000, 250_000_000, true], random);
    return pack(model);
  }],
  ['a view changed', (model, random) => {
    const view = pick(model.json.bufferViews as Loose[], random);
    view[pick(['byteLength', 'byteOffset', 'byteStride', 'buffer', 'target'], random)] = pick([0, 1, 4, 12, 16, 34_962, 34_963, 1e9], random);
    return pack(model);
  }],
  ['a node moved in the tree', (model, random) => {
    const nodes = model.json.nodes as Loose[];
    const node = pick(nodes, random);
    node.children = [...(node.children ?? []), random.below(nodes.length)];
    return pack(model);
  }],
  ['a harmless remark', (model, random) => {
    const { json } = model;
    pick([json.asset, ...json.nodes, ...json.meshes, ...(json.materials ?? []), ...json.accessors] as Loose[], random).extras = { remark: pick(TEXTS, random), number: random.normal() };
    return pack(model);
  }],
  ['another name', (model, random) => {
    pick([...model.json.nodes, ...model.json.meshes, ...(model.json.materials ?? [])] as Loose[], random).name = pick(TEXTS, random);
    return pack(model);
  }],
  ['bytes of the data', (model, random) => {
    const binary = model.binary.slice();
    for (let left = 1 + random.below(16); left > 0; left -= 1) binary[random.below(binary.length)] = random.below(256);
    return pack({ ...model, binary });
  }],
  ['a number of the data', (model, random) => {
    const binary = model.binary.slice();
    new DataView(binary.buffer).setFloat32(random.below(binary.length / 4 - 1) * 4, pick(FLOATS, random), true);
    return pack({ ...model, binary });
  }],
  ['a byte anywhere', (model, random) => {
    const bytes = pack(model);
    bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  }],
  ['a byte of the JSON', (model, random) => {
    const bytes = pack(model);
    bytes[20 + random.below(2000)] = random.below(256);
    return bytes;
  }],
  ['a header', (model, random) => {
    const bytes = pack(model);
    new DataView(bytes.buffer).setUint32(random.below(5) * 4, pick([0, 1, 2, 3, 20, 0x4e4f534a, 0x004e4942, 0x7fffffff, 0xffffffff, bytes.length], random), true);
    return bytes;
  }],
  ['cut off or longer', (model, random) => {
    const bytes = pack(model);
    if (random.uniform() < 0.7) return bytes.slice(0, random.below(bytes.length));
    const longer = new Uint8Array(bytes.length + 1 + random.below(64));
    longer.set(bytes);
    return longer;
  }],
];
