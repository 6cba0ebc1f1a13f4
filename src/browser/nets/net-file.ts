import { AttuneError } from '../../core/index.ts';
import { floatToHalf, readHalves } from './half.ts';

/** Numbers in rows, the last dimension running fastest. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
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
  /** 16-bit floats, little endian, in base64. */
  readonly tensors: Readonly<Record<string, { readonly shape: readonly number[]; readonly half: string }>>;
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
  if (file?.attune !== 'net' || file.version !== 1 || typeof file.tensors !== 'object') throw wrong('the file is something else');
  const { model } = file;
  if (!expected.includes(model)) throw wrong(`it holds "${model}"`);
  const tensors = Object.entries(file.tensors).map(([name, { shape, half }]): [string, Tensor] => {
    const values = decodeHalves(half);
    if (values.length !== shape.reduce((product, size) => product * size, 1)) throw wrong(`its tensor "${name}" has ${values.length} numbers for the shape ${shape.join(' x ')}`);
    return [name, { shape, values }];
  });
  return { model, settings: file.settings, tensors: Object.fromEntries(tensors) };
}

/** The text of a model's file; its numbers are rounded to 16-bit floats. */
export function formatNet({ model, settings, tensors }: Net): string {
  const written = Object.entries(tensors).map(([name, { shape, values }]) => [name, { shape, half: encodeHalves(values) }]);
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

function decodeHalves(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return readHalves(new DataView(bytes.buffer));
}

function encodeHalves(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, i) => view.setUint16(i * 2, floatToHalf(value), true));
  let letters = '';
  for (const byte of new Uint8Array(view.buffer)) letters += String.fromCharCode(byte);
  return btoa(letters);
}
