/** A tensor that comes with the model: 32-bit floats, 64-bit whole numbers, or 16-bit floats as their bit patterns. */
export interface OnnxTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array | Uint16Array;
}

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers, lists of them, and 32-bit floats as `{ float }`. */
  readonly attributes?: Readonly<Record<string, number | readonly number[] | { readonly float: number }>>;
}

/** An input or output; a dimension that differs from run to run has a name. */
export interface OnnxPort {
  readonly name: string;
  readonly type: 'float32' | 'int64';
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly tensors: Readonly<Record<string, OnnxTensor>>;
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
}

// The numbers of onnx.proto3, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
const IR_VERSION = 8;
const TYPES = { float32: 1, int64: 7, float16: 10 };
const ATTRIBUTE = { float: 1, int: 2, ints: 7 };

/** The bytes of an ONNX file. Same graph in, same bytes out. */
export function writeOnnx({ name, nodes, tensors, inputs, outputs }: OnnxGraph, opset: number): Uint8Array {
  const graph = join(
    ...nodes.map((node) => bytes(1, writeNode(node))),
    text(2, name),
    ...Object.entries(tensors).map(([label, tensor]) => bytes(5, writeTensor(label, tensor))),
    ...inputs.map((port) => bytes(11, writePort(port))),
    ...outputs.map((port) => bytes(12, writePort(port))),
  );
  return join(whole(1, IR_VERSION), text(2, 'attune'), bytes(7, graph), bytes(8, join(text(1, ''), whole(2, opset))));
}

function writeNode({ operator, inputs, outputs, attributes = {} }: OnnxNode): Uint8Array {
  return join(
    ...inputs.map((input) => text(1, input)),
    ...outputs.map((output) => text(2, output)),
    text(4, operator),
    ...Object.entries(attributes).map(([label, value]) => bytes(5, writeAttribute(label, value))),
  );
}

function writeAttribute(label: string, value: number | readonly number[] | { readonly float: number }): Uint8Array {
  if (typeof value === 'number') return join(text(1, label), whole(3, value), whole(20, ATTRIBUTE.int));
  if ('float' in value) return join(text(1, label), float(2, value.float), whole(20, ATTRIBUTE.float));
  return join(text(1, label), ...value.map((one) => whole(8, one)), whole(20, ATTRIBUTE.ints));
}

function writeTensor(label: string, { shape, values }: OnnxTensor): Uint8Array {
  const type = values instanceof Float32Array ? TYPES.float32 : values instanceof Uint16Array ? TYPES.float16 : TYPES.int64;
  return join(...shape.map((size) => whole(1, size)), whole(2, type), text(8, label), bytes(9, littleEndian(values)));
}

function writePort({ name, type, shape }: OnnxPort): Uint8Array {
  const dimensions = shape.map((size) => bytes(1, typeof size === 'number' ? whole(1, size) : text(2, size)));
  const tensor = join(whole(1, TYPES[type]), bytes(2, join(...dimensions)));
  return join(text(1, name), bytes(2, bytes(1, tensor)));
}

function littleEndian(values: Float32Array | BigInt64Array | Uint16Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  if (values instanceof Float32Array) values.forEach((value, i) => view.setFloat32(i * 4, value, true));
  else if (values instanceof Uint16Array) values.forEach((value, i) => view.setUint16(i * 2, value, true));
  else values.forEach((value, i) => view.setBigInt64(i * 8, value, true));
  return new Uint8Array(view.buffer);
}

// Protocol buffers: a field is its number and wire type, then a varint, four bytes, or a length and bytes.
function varint(value: number): number[] {
  const parts: number[] = [];
  // Negative numbers are written as 64 bits in two's complement.
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) parts.push(Number(rest & 127n) | 128);
  return [...parts, Number(rest)];
}

const whole = (field: number, value: number): Uint8Array => Uint8Array.from([...varint(field << 3), ...varint(value)]);
const bytes = (field: number, value: Uint8Array): Uint8Array => join(Uint8Array.from([...varint((field << 3) | 2), ...varint(value.length)]), value);
const text = (field: number, value: string): Uint8Array => bytes(field, new TextEncoder().encode(value));

function float(field: number, value: number): Uint8Array {
  return join(Uint8Array.from(varint((field << 3) | 5)), littleEndian(Float32Array.of(value)));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
