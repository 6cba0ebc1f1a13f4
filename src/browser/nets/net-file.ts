import { AttuneError } from '../../core/index.ts';
import { floatToHalf, readHalves } from './half.ts';

/** Numbers in rows, the last dimension running fastest. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** How it is written: 16-bit floats (usual), bytes with a scale for each column, or whole numbers below 2 ** 24. */
  readonly as?: 'half' | 'byte' | 'whole';
}

/** A trained model as it lies in a file: named tensors, and the settings that say how to use them. */
export interface Net {
  /** The folder of models/ that it comes from. */
  readonly model: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly tensors: Readonly<Record<string, Tensor>>;
}

interface NetFile {
  readonly attune: 'net';
  readonly version: 1;
  readonly model: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly tensors: Readonly<Record<string, TensorText>>;
}

/** Numbers in base64, little endian, under the name of how they are written. */
interface TensorText {
  readonly shape: readonly number[];
  readonly half?: string;
  /** Signed bytes; a number is its byte times the scale of its column, the last dimension. */
  readonly byte?: string;
  readonly scale?: readonly number[];
  readonly whole?: string;
}

/**
 * Reads a model from the text of its file.
 *
 * @param expected the ids of which one is expected; another one is told by name
 * @throws {AttuneError} `asset-wrong` when the text is not a model of Attune, or another one
 */
export function parseNet(text: string, ...expected: readonly string[]): Net {
  const wrong = (came: string): AttuneError =>
    new AttuneError('asset-wrong', `Expected the weights of the model ${expected.map((id) => `"${id}"`).join(' or ')} in Attune's format, but ${came}. Run "attune assets --out FOLDER" again, or check the URL.`);
  let file: NetFile;
  try {
    file = JSON.parse(text) as NetFile;
  } catch {
    throw wrong('the file is not JSON');
  }
  if (file?.attune !== 'net' || file.version !== 1 || typeof file.tensors !== 'object' || file.tensors === null) throw wrong('the file is something else');
  const { model } = file;
  if (!expected.includes(model)) throw wrong(typeof model === 'string' ? `it holds "${model}"` : 'its model has no name');
  const tensors = Object.entries(file.tensors).map(([name, written]): [string, Tensor] => {
    const shape = isShape(written?.shape) ? written.shape : null;
    const values = shape && tryToDecode(written);
    if (!shape || !values) throw wrong(`its tensor "${name}" is written in no way that this version knows`);
    if (values.length !== shape.reduce((product, size) => product * size, 1)) throw wrong(`its tensor "${name}" has ${values.length} numbers for the shape ${shape.join(' x ')}`);
    return [name, { shape, values, as: written.byte === undefined ? written.whole === undefined ? 'half' : 'whole' : 'byte' }];
  });
  return { model, settings: file.settings, tensors: Object.fromEntries(tensors) };
}

/** The text of a model's file; its numbers are rounded to 16-bit floats, or to what a tensor asks for. */
export function formatNet({ model, settings, tensors }: Net): string {
  const written = Object.entries(tensors).map(([name, tensor]) => [name, encodeTensor(tensor)]);
  const file: NetFile = { attune: 'net', version: 1, model, settings, tensors: Object.fromEntries(written) as NetFile['tensors'] };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * One tensor of a model.
 *
 * @throws {AttuneError} `asset-wrong` when it is missing or of another shape
 */
export function tensorOf(net: Net, name: string, shape: readonly number[]): Float32Array {
  const tensor = net.tensors[name];
  if (!tensor || tensor.shape.join() !== shape.join()) {
    throw new AttuneError('asset-wrong', `Expected the model "${net.model}" to have a tensor "${name}" of ${shape.join(' x ')}, but it has ${tensor ? `one of ${tensor.shape.join(' x ')}` : 'none'}. Use the weights that belong to this version of attune.`);
  }
  return tensor.values;
}

function isShape(shape: unknown): boolean {
  return Array.isArray(shape) && shape.every((size) => Number.isInteger(size) && size >= 0);
}

/** Null also for text that is no base64, or cut off. */
function tryToDecode(written: TensorText): Float32Array | null {
  try {
    return decodeTensor(written);
  } catch {
    return null;
  }
}

function decodeTensor({ shape, half, byte, scale, whole }: TensorText): Float32Array | null {
  if (half !== undefined) return readHalves(new DataView(decodeBytes(half).buffer));
  if (whole !== undefined) {
    const bytes = decodeBytes(whole);
    return Float32Array.from({ length: bytes.length / 3 }, (_, i) => bytes[3 * i]! + 256 * bytes[3 * i + 1]! + 65536 * bytes[3 * i + 2]!);
  }
  const columns = shape.at(-1);
  if (byte === undefined || scale === undefined || scale.length !== columns) return null;
  const steps = new Int8Array(decodeBytes(byte).buffer);
  const values = new Float32Array(steps.length);
  // Nets have millions of these, and a page waits for them: no function is called for each.
  for (let i = 0; i < steps.length; i += 1) values[i] = steps[i]! * scale[i % columns]!;
  return values;
}

function encodeTensor({ shape, values, as = 'half' }: Tensor): TensorText {
  if (as === 'half') {
    const view = new DataView(new ArrayBuffer(values.length * 2));
    values.forEach((value, i) => view.setUint16(i * 2, floatToHalf(value), true));
    return { shape, half: encodeBytes(new Uint8Array(view.buffer)) };
  }
  if (as === 'whole') return { shape, whole: encodeBytes(Uint8Array.from({ length: 3 * values.length }, (_, i) => Math.floor(values[Math.floor(i / 3)]! / 256 ** (i % 3)) % 256)) };
  const scale = byteScales(values, shape.at(-1)!);
  return { shape, scale, byte: encodeBytes(new Uint8Array(Int8Array.from(values, (value, i) => Math.round(value / scale[i % scale.length]!)).buffer)) };
}

/** By column: its largest number is 127 steps. */
function byteScales(values: Float32Array, columns: number): number[] {
  const largest = new Float64Array(columns);
  values.forEach((value, i) => { largest[i % columns] = Math.max(largest[i % columns]!, Math.abs(value)); });
  return Array.from(largest, (size) => Number(((size || 1) / 126.99).toPrecision(6)));
}

function decodeBytes(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

function encodeBytes(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
