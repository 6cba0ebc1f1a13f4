/* oxlint-disable no-underscore-dangle -- the flatbuffers package names its reading methods so */
import { ByteBuffer } from 'flatbuffers';
import { readHalves } from '../../browser/nets/half.ts';
import { type TableView, viewRoot, viewTable } from '../../cli/assets/flatbuffer.ts';

/** The operators of MediaPipe's blendshape net, by their numbers in TensorFlow Lite's schema. */
const OPERATORS = {
  0: 'add', 2: 'concatenate', 3: 'convolve', 6: 'dequantize', 14: 'logistic', 18: 'multiply', 22: 'reshape', 39: 'transpose', 40: 'mean',
  41: 'subtract', 42: 'divide', 45: 'slice', 59: 'negate', 74: 'sum', 75: 'sqrt', 76: 'rsqrt', 99: 'squared-difference',
} as const;
export type OperatorName = (typeof OPERATORS)[keyof typeof OPERATORS];

/** One operator of a graph; tensors are named by their index. */
export interface Operation {
  readonly name: OperatorName;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** Whether max(0, x) is taken of the result. */
  readonly relu: boolean;
  /** The dimension along which `concatenate` joins, from the end where negative. */
  readonly axis: number;
  /** One bit for each dimension whose end `slice` is not told. */
  readonly openEnds: number;
}

/** A tensor of a graph: a constant where it has values. */
export interface GraphTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array | null;
}

export interface Graph {
  readonly tensors: readonly GraphTensor[];
  readonly operations: readonly Operation[];
  readonly input: number;
}

// Slots of TensorFlow Lite's schema.fbs, version 3.
const MODEL = { opcodes: 1, subgraphs: 2, buffers: 4 } as const;
const OPCODE = { deprecatedCode: 0, code: 3 } as const;
const SUBGRAPH = { tensors: 0, inputs: 1, operators: 3 } as const;
const TENSOR = { shape: 0, type: 1, buffer: 2 } as const;
const OPERATOR = { opcode: 0, inputs: 1, outputs: 2, options: 4 } as const;
const FUSED_RELU = 1;
/** Where an operator's options keep its fused activation. */
const ACTIVATION_SLOT: Partial<Record<OperatorName, number>> = { add: 0, concatenate: 1, convolve: 3, divide: 0, multiply: 0, subtract: 0 };

/**
 * Reads the only subgraph of a TensorFlow Lite file.
 *
 * @throws {Error} where an operator or a type of numbers is not among those of MediaPipe's blendshape net
 */
export function readGraph(file: Uint8Array): Graph {
  const buffer = new ByteBuffer(file);
  const view = (position: number): TableView => viewTable(buffer, position);
  const byte = (table: TableView, slot: number): number => {
    const at = table.field(slot);
    return at === null ? 0 : buffer.readInt8(at);
  };
  const root = viewRoot(buffer);
  const names = root.tables(MODEL.opcodes).map(view).map((code) => operatorName(Math.max(byte(code, OPCODE.deprecatedCode), code.int32(OPCODE.code))));
  const buffers = root.tables(MODEL.buffers).map(view).map((table) => {
    const at = table.field(0);
    // Copied, so that numbers lie at multiples of their size.
    return at === null ? null : file.slice(buffer.__vector(at), buffer.__vector(at) + buffer.__vector_len(at)).buffer;
  });
  const [subgraph] = root.tables(MODEL.subgraphs).map(view);
  if (!subgraph) throw new Error('Expected a TensorFlow Lite file with a subgraph, but it has none. Check the file.');
  const tensors = subgraph.tables(SUBGRAPH.tensors).map(view).map((tensor): GraphTensor => {
    const bytes = buffers[tensor.int32(TENSOR.buffer)] ?? null;
    return { shape: tensor.ints(TENSOR.shape), values: bytes && numbersOf(bytes, byte(tensor, TENSOR.type)) };
  });
  const operations = subgraph.tables(SUBGRAPH.operators).map(view).map((operator): Operation => {
    const name = names[operator.int32(OPERATOR.opcode)] as OperatorName;
    const at = operator.target(OPERATOR.options);
    const options = at === null ? null : view(at);
    const activation = ACTIVATION_SLOT[name];
    return {
      name,
      inputs: operator.ints(OPERATOR.inputs),
      outputs: operator.ints(OPERATOR.outputs),
      relu: options !== null && activation !== undefined && byte(options, activation) === FUSED_RELU,
      axis: name === 'concatenate' ? options?.int32(0) ?? 0 : 0,
      openEnds: name === 'slice' ? options?.int32(1) ?? 0 : 0,
    };
  });
  return { tensors, operations, input: subgraph.ints(SUBGRAPH.inputs)[0] ?? 0 };
}

function operatorName(code: number): OperatorName {
  const name = (OPERATORS as Readonly<Record<number, OperatorName>>)[code];
  if (name === undefined) throw new Error(`Expected a net of the operators ${Object.values(OPERATORS).join(', ')}, but it has the operator ${code} of TensorFlow Lite. Use the face_blendshapes.tflite of face_landmarker.task.`);
  return name;
}

function numbersOf(bytes: ArrayBuffer, type: number): Float32Array | Int32Array {
  if (type === 0) return new Float32Array(bytes);
  if (type === 1) return readHalves(new DataView(bytes));
  if (type === 2) return new Int32Array(bytes);
  throw new Error(`Expected numbers of float32, float16 or int32, but got type ${type} of TensorFlow Lite. Use the face_blendshapes.tflite of face_landmarker.task.`);
}
