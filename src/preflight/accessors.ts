import { type Buffers, strideOf } from './buffers.ts';
import { type Document, type Json, type JsonObject, objectOf, wholeOf } from './document.ts';
import type { Findings } from './findings.ts';

const COMPONENT_BYTES: Readonly<Record<number, 1 | 2 | 4>> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
const WIDTHS: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 };
const FLOAT = 5126;

/** Numbers of a file whose place is known to be within it. */
export interface Accessor {
  readonly index: number;
  readonly type: string;
  readonly componentType: number;
  readonly count: number;
  /** Components of one element. */
  readonly width: number;
  /** What a reader keeps of it, in bytes. */
  readonly size: number;
  /** The largest of its components that the file stores; -Infinity where it stores none. Looked for once. */
  largest(): number;
}

interface OpenAccessor extends Accessor {
  /** Which element is NaN or infinite; null for none. */
  findNotFinite(): number | null;
}

export interface Accessors {
  /** Follows an index of an accessor. @returns null where there is none to be trusted, which was told */
  follow(index: Json | undefined, at: string): Accessor | null;
  /** Bytes of all that were followed. */
  size(): number;
}

/** Only accessors that something uses are looked at, as no reader reads the others. */
export function openAccessors(document: Document, buffers: Buffers, findings: Findings): Accessors {
  const known = new Map<number, Accessor | null>();
  let size = 0;
  return {
    size: () => size,
    follow(index, at) {
      const json = document.follow('accessors', index, at);
      if (!json) return null;
      const whole = index as number;
      const seen = known.get(whole);
      if (seen !== undefined) return seen;
      // Numbers are only read within the limit, which is what bounds the time; what is too much was told at the first that was.
      const accessor = size > findings.limits.elementBytes ? null : open(whole, json, document, buffers, findings);
      known.set(whole, null);
      if (!accessor) return null;
      size += accessor.size;
      if (!findings.within('elementBytes', size, `/accessors/${whole}`)) return null;
      const place = accessor.findNotFinite();
      if (place !== null) {
        findings.refuse('values', `/accessors/${whole}`, `Expected finite numbers, but element ${place} is none.`);
        return null;
      }
      known.set(whole, accessor);
      return accessor;
    },
  };
}

function open(index: number, json: JsonObject, document: Document, buffers: Buffers, findings: Findings): OpenAccessor | null {
  const at = `/accessors/${index}`;
  const refuse = (message: string, below = ''): null => {
    findings.refuse('layout', at + below, message);
    return null;
  };
  const { componentType, type } = json;
  const bytes = typeof componentType === 'number' ? COMPONENT_BYTES[componentType] : undefined;
  const width = typeof type === 'string' && Object.hasOwn(WIDTHS, type) ? WIDTHS[type] : undefined;
  const count = wholeOf(json['count']);
  if (bytes === undefined || width === undefined || count === null || count < 1) return refuse('Expected a component type, a type and a count of at least 1, but found something else.');
  // Columns of small matrices begin at multiples of four bytes.
  const element = (type === 'MAT2' && bytes === 1) ? 8 : (type === 'MAT3' && bytes < 4) ? 12 * bytes : width * bytes;
  const numbers: Numbers[] = [];

  if (json['bufferView'] !== undefined) {
    const view = buffers.follow(json['bufferView'], `${at}/bufferView`);
    if (!view) return null;
    const offset = wholeOf(json['byteOffset'], 0);
    const stride = strideOf(document, json['bufferView']) ?? element;
    if (offset === null || stride < element) return refuse(`Expected elements of ${element} bytes at a stride of at least that, but it is ${stride}.`);
    const end = offset + stride * (count - 1) + element;
    if (end > view.length) return refuse(`Expected ${count} elements within the ${view.length} bytes of its buffer view, but they end at byte ${end}.`);
    if (offset % bytes !== 0 || stride % bytes !== 0) return refuse(`Expected offset and stride to be multiples of ${bytes} bytes, but they are ${offset} and ${stride}.`);
    numbers.push({ view, offset, stride, count });
  }
  if (json['sparse'] !== undefined) {
    const sparse = readSparse(objectOf(json['sparse']), { count, element, bytes }, document, buffers, `${at}/sparse`);
    if (sparse === null) return null;
    if (typeof sparse === 'string') return refuse(sparse, '/sparse');
    numbers.push(sparse);
  }
  let most: number | null = null;
  return {
    // A reader fills what the file leaves out, so it counts as a whole.
    index, type: type as string, componentType: componentType as number, count, width, size: count * element,
    largest: () => (most ??= findLargest(numbers, width, componentType as number)),
    findNotFinite: () => (componentType === FLOAT ? findNotFinite(numbers, width) : null),
  };
}

/** A run of elements in the file. */
interface Numbers {
  readonly view: Uint8Array;
  readonly offset: number;
  readonly stride: number;
  readonly count: number;
}

/** @returns what is wrong; null where that was told already */
function readSparse(sparse: JsonObject, { count: total, element, bytes }: { readonly count: number; readonly element: number; readonly bytes: number }, document: Document, buffers: Buffers, at: string): Numbers | string | null {
  const count = wholeOf(sparse['count']);
  if (count === null || count < 1 || count > total) return `Expected from 1 to ${total} elements to be overridden, but found ${JSON.stringify(sparse['count'])}.`;
  const indices = objectOf(sparse['indices']);
  const values = objectOf(sparse['values']);
  const where = buffers.follow(indices['bufferView'], `${at}/indices/bufferView`);
  const what = buffers.follow(values['bufferView'], `${at}/values/bufferView`);
  if (!where || !what) return null;
  const indexBytes = [5121, 5123, 5125].includes(indices['componentType'] as number) ? COMPONENT_BYTES[indices['componentType'] as number] : undefined;
  const from = wholeOf(indices['byteOffset'], 0);
  const offset = wholeOf(values['byteOffset'], 0);
  if (indexBytes === undefined || from === null || offset === null) return 'Expected whole numbers as indices, and offsets in whole bytes, but found something else.';
  if (strideOf(document, indices['bufferView']) !== null || strideOf(document, values['bufferView']) !== null) return 'Expected indices and values without a stride, but one has a stride.';
  if (from % indexBytes !== 0 || offset % bytes !== 0) return `Expected offsets to be multiples of the numbers' own size, but they are ${from} and ${offset}.`;
  if (from + count * indexBytes > where.length) return `Expected ${count} indices within ${where.length} bytes, but they end at byte ${from + count * indexBytes}.`;
  if (offset + count * element > what.length) return `Expected ${count} values within ${what.length} bytes, but they end at byte ${offset + count * element}.`;
  const read = readerOf(indices['componentType'] as number, new DataView(where.buffer, where.byteOffset, where.byteLength));
  let before = -1;
  for (let i = 0; i < count; i += 1) {
    const index = read(from + i * indexBytes);
    if (index >= total || index <= before) return `Expected indices that rise and stay below ${total}, but ${index} follows ${before}.`;
    before = index;
  }
  return { view: what, offset, stride: element, count };
}

function readerOf(componentType: number, data: DataView): (at: number) => number {
  switch (componentType) {
    case 5120: return (at) => data.getInt8(at);
    case 5121: return (at) => data.getUint8(at);
    case 5122: return (at) => data.getInt16(at, true);
    case 5123: return (at) => data.getUint16(at, true);
    case 5125: return (at) => data.getUint32(at, true);
    default: return (at) => data.getFloat32(at, true);
  }
}

function findLargest(numbers: readonly Numbers[], width: number, componentType: number): number {
  const bytes = COMPONENT_BYTES[componentType] ?? 1;
  let most = Number.NEGATIVE_INFINITY;
  for (const { view, offset, stride, count } of numbers) {
    const read = readerOf(componentType, new DataView(view.buffer, view.byteOffset, view.byteLength));
    for (let i = 0, from = offset; i < count; i += 1, from += stride) {
      for (let k = 0; k < width; k += 1) most = Math.max(most, read(from + k * bytes));
    }
  }
  return most;
}

/** Which element is NaN or infinite, told by the exponent alone. */
function findNotFinite(numbers: readonly Numbers[], width: number): number | null {
  for (const { view, offset, stride, count } of numbers) {
    // Numbers side by side at their own alignment, as most are, are read several times faster.
    if (stride === width * 4 && (view.byteOffset + offset) % 4 === 0) {
      const words = new Uint32Array(view.buffer, view.byteOffset + offset, count * width);
      const place = words.findIndex(isNotFinite);
      if (place !== -1) return Math.floor(place / width);
      continue;
    }
    const data = new DataView(view.buffer, view.byteOffset, view.byteLength);
    for (let i = 0, from = offset; i < count; i += 1, from += stride) {
      for (let k = 0; k < width; k += 1) if (isNotFinite(data.getUint32(from + k * 4, true))) return i;
    }
  }
  return null;
}

function isNotFinite(word: number): boolean {
  return (word & 0x7f800000) === 0x7f800000;
}
