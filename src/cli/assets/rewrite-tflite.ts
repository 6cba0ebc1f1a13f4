import { type Builder, ByteBuffer } from 'flatbuffers';
import { alignedBytes, buildInFrontOf, int32Vector, offsetVector, table, viewRoot, viewTable } from './flatbuffer.ts';
import { modelMetadataBytes, type Normalization } from './model-metadata.ts';

/** Joins several outputs into one and picks from it: CONCATENATION and GATHER along axis 3. */
export interface JoinedOutput {
  /** Tensors of shape [1, 1, 1, n], in the order in which they are joined. */
  readonly parts: readonly { readonly name: string; readonly length: number }[];
  /** Which number of the joined tensor each number of the new output is. */
  readonly index: Int32Array;
  readonly name: string;
  /** Existing outputs that stay, after the new one. */
  readonly keep: readonly string[];
}

// Slots and numbers of TensorFlow Lite's schema.fbs, version 3.
const model = { version: 0, opcodes: 1, subgraphs: 2, description: 3, buffers: 4, metadataBuffer: 5, metadata: 6, signatures: 7, slots: 8 };
const subgraph = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4, slots: 5 };
const tensor = { shape: 0, type: 1, buffer: 2, name: 3, slots: 8, float32: 0, int32: 2 };
const opcode = { deprecatedCode: 0, version: 2, code: 3, slots: 4, concatenation: 2, gather: 36 };
const operator = { opcode: 0, inputs: 1, outputs: 2, optionsType: 3, options: 4, slots: 9, concatenationOptions: 10, gatherOptions: 23 };
const lastAxis = 3;

/**
 * Returns the model with metadata about its one picture input and, where `join` is given, with
 * two more operators and new outputs. The old file is kept whole; a new header in front of it
 * refers into it.
 *
 * @throws where the model is not a TFLite file of one subgraph and one input without metadata,
 * or lacks a tensor that `join` names.
 */
export function rewriteTflite(
  file: Uint8Array,
  name: string,
  normalization: Normalization,
  join?: JoinedOutput,
): Uint8Array {
  const old = new ByteBuffer(file);
  const identifier = new TextDecoder('latin1').decode(file.subarray(4, 8));
  if (identifier !== 'TFL3') {
    throw new Error(`Expected a TFLite model (identifier TFL3) for ${name}, but found "${identifier}"; reinstall the package that it came from.`);
  }
  const root = viewRoot(old);
  const [graphPosition, ...moreGraphs] = root.tables(model.subgraphs);
  if (graphPosition === undefined || moreGraphs.length > 0 || root.field(model.metadata) !== null || root.field(model.signatures) !== null) {
    throw new Error(`Expected ${name} to have one subgraph and neither metadata nor signatures, but it has others; this rewriting fits only the pinned package version.`);
  }
  const graph = viewTable(old, graphPosition);
  const tensors = graph.tables(subgraph.tensors);
  const names = tensors.map((position) => viewTable(old, position).text(tensor.name));
  const [input, ...moreInputs] = graph.ints(subgraph.inputs);
  if (input === undefined || moreInputs.length > 0) {
    throw new Error(`Expected ${name} to have one input, but it has ${moreInputs.length === 0 ? 'none' : moreInputs.length + 1}; this rewriting fits only the pinned package version.`);
  }

  const { builder: b, at } = buildInFrontOf(file);
  const buffers = root.tables(model.buffers).map(at);
  const opcodes = root.tables(model.opcodes).map(at);
  const addBuffer = (bytes: Uint8Array) => {
    const data = alignedBytes(b, bytes);
    return buffers.push(table(b, 1, [[0, 'offset', data]])) - 1;
  };

  const metadataBuffer = addBuffer(modelMetadataBytes(name, names[input] ?? '', normalization));
  const metadataName = b.createString('TFLITE_METADATA');
  const metadata = offsetVector(b, [table(b, 2, [[0, 'offset', metadataName], [1, 'int32', metadataBuffer]])]);

  let graphOffset = at(graphPosition);
  if (join !== undefined) {
    const find = (wanted: string) => {
      const found = names.indexOf(wanted);
      if (found < 0) throw new Error(`Expected ${name} to have a tensor "${wanted}", but it has none; this rewriting fits only the pinned package version.`);
      return found;
    };
    const joinedLength = join.parts.reduce((sum, part) => sum + part.length, 0);
    const indexBuffer = addBuffer(littleEndian(join.index));
    const first = tensors.length;
    const [joined, index, picked] = [first, first + 1, first + 2];
    const newTensors = [
      addTensor(b, `${join.name}_joined`, [1, 1, 1, joinedLength], tensor.float32, 0),
      addTensor(b, `${join.name}_index`, [join.index.length], tensor.int32, indexBuffer),
      addTensor(b, join.name, [1, 1, 1, join.index.length], tensor.float32, 0),
    ];
    const newOperators = [
      addOperator(b, opcodes.push(addOpcode(b, opcode.concatenation)) - 1, join.parts.map((part) => find(part.name)), joined, operator.concatenationOptions),
      addOperator(b, opcodes.push(addOpcode(b, opcode.gather)) - 1, [joined, index], picked, operator.gatherOptions),
    ];
    const allTensors = offsetVector(b, [...tensors.map(at), ...newTensors]);
    const allOperators = offsetVector(b, [...graph.tables(subgraph.operators).map(at), ...newOperators]);
    const outputs = int32Vector(b, [picked, ...join.keep.map(find)]);
    const inputs = int32Vector(b, [input]);
    graphOffset = table(b, subgraph.slots, [
      [subgraph.tensors, 'offset', allTensors],
      [subgraph.inputs, 'offset', inputs],
      [subgraph.outputs, 'offset', outputs],
      [subgraph.operators, 'offset', allOperators],
      [subgraph.name, 'offset', existing(graph.target(subgraph.name), at)],
    ]);
  }

  const allOpcodes = offsetVector(b, opcodes);
  const allBuffers = offsetVector(b, buffers);
  const subgraphs = offsetVector(b, [graphOffset]);
  b.finish(
    table(b, model.slots, [
      [model.version, 'int32', root.int32(model.version)],
      [model.opcodes, 'offset', allOpcodes],
      [model.subgraphs, 'offset', subgraphs],
      [model.description, 'offset', existing(root.target(model.description), at)],
      [model.buffers, 'offset', allBuffers],
      [model.metadataBuffer, 'offset', existing(root.target(model.metadataBuffer), at)],
      [model.metadata, 'offset', metadata],
    ]),
    'TFL3',
  );
  return b.asUint8Array();
}

function existing(position: number | null, at: (position: number) => number): number {
  return position === null ? 0 : at(position);
}

function addTensor(b: Builder, name: string, shape: readonly number[], type: number, buffer: number): number {
  const shapeVector = int32Vector(b, shape);
  const nameString = b.createString(name);
  return table(b, tensor.slots, [
    [tensor.shape, 'offset', shapeVector],
    [tensor.type, 'int8', type],
    [tensor.buffer, 'int32', buffer],
    [tensor.name, 'offset', nameString],
  ]);
}

function addOpcode(b: Builder, code: number): number {
  return table(b, opcode.slots, [
    [opcode.deprecatedCode, 'int8', code],
    [opcode.version, 'int32', 1],
    [opcode.code, 'int32', code],
  ]);
}

/** Both kinds of options used here keep their axis in slot 0. */
function addOperator(b: Builder, code: number, inputs: readonly number[], output: number, optionsType: number): number {
  const options = table(b, 2, [[0, 'int32', lastAxis]]);
  const inputVector = int32Vector(b, inputs);
  const outputVector = int32Vector(b, [output]);
  return table(b, operator.slots, [
    [operator.opcode, 'int32', code],
    [operator.inputs, 'offset', inputVector],
    [operator.outputs, 'offset', outputVector],
    [operator.optionsType, 'int8', optionsType],
    [operator.options, 'offset', options],
  ]);
}

function littleEndian(values: Int32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => view.setInt32(i * 4, value, true));
  return new Uint8Array(view.buffer);
}
