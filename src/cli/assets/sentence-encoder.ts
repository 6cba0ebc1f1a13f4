import { floatToHalf } from '../../browser/nets/half.ts';
import { type OnnxNode, type OnnxTensor, writeOnnx } from './onnx-writer.ts';
import { readTfjsWeights } from './tfjs-weights.ts';

const WIDTH = 512;
const HEADS = 4;
/** The lowest set of operators that has layer normalisation. */
const OPSET = 17;
const FLOAT = 1;

const WEIGHTS = 'module/Encoder_en';
const FOLDED = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
/** Variables that were stored in parts are joined under such a name. */
const JOINED = 'ConcatPartitions/concat';

/**
 * Makes the Universal Sentence Encoder Lite (Cer et al. 2018, arXiv 1803.11175) into one ONNX file.
 *
 * It is a transformer of two layers whose tokens' mean goes through one tanh layer. The published graph fills
 * sentences up to one length and masks what it filled; here all sentences of a run are of one length, so nothing is
 * masked. Matrices become 16-bit floats, which halves the file.
 *
 * In: `tokens`, int64 [sentences, length], length 1 to 128. Out: `embeddings`, float32 [sentences, 512], of unit length; and `pieces`, float32 [sentences, length, 1024],
 * what both layers make of each token in its place, each layer's half with mean 0 and variance 1.
 *
 * @param modelJson the file model.json of the TensorFlow.js model
 * @param shards the files of weights that it names
 */
export function assembleSentenceEncoder(modelJson: Uint8Array, ...shards: readonly Uint8Array[]): Uint8Array {
  const weight = readTfjsWeights(modelJson, shards);
  const nodes: OnnxNode[] = [];
  const tensors: Record<string, OnnxTensor> = {};

  const add = (operator: string, inputs: readonly string[], attributes: OnnxNode['attributes'] = {}, count = 1): string[] => {
    const outputs = Array.from({ length: count }, (_, i) => `${operator}_${nodes.length}_${i}`);
    nodes.push({ operator, inputs, outputs, attributes });
    return outputs;
  };
  const one = (operator: string, inputs: readonly string[], attributes: OnnxNode['attributes'] = {}): string => add(operator, inputs, attributes)[0]!;
  const keep = (tensor: OnnxTensor): string => {
    const name = `constant_${Object.keys(tensors).length}`;
    tensors[name] = tensor;
    return name;
  };
  const vector = (name: string): string => keep(weight(name));
  const scalar = (value: number): string => keep({ shape: [], values: Float32Array.of(value) });
  const list = (...values: readonly number[]): string => keep({ shape: [values.length], values: BigInt64Array.from(values, BigInt) });
  const halves = (name: string): string => {
    const { shape, values } = weight(name);
    // Convolutions of width 1 are matrices with two dimensions of 1 in front.
    return keep({ shape: shape.slice(-2), values: Uint16Array.from(values, floatToHalf) });
  };
  const matrix = (name: string): string => one('Cast', [halves(name)], { to: FLOAT });
  const linear = (input: string, kernel: string, bias: string): string => one('Add', [one('MatMul', [input, matrix(kernel)]), vector(bias)]);
  const normalise = (input: string, name: string): string =>
    one('LayerNormalization', [input, vector(`${name}/layer_norm_scale/${JOINED}`), vector(`${name}/layer_norm_bias/${JOINED}`)], { axis: -1, epsilon: { float: 1e-6 } });

  const attend = (input: string, layer: string, width: number): string => {
    const kernels = `${WEIGHTS}/KonaTransformer/Encode/${layer}/MultiheadAttention`;
    const biases = `${FOLDED}/${layer}/MultiheadAttention`;
    const all = linear(input, `${kernels}/qkv_transform_single/kernel/part_0`, `${biases}/qkv_transform_single/bias/${JOINED}`);
    const [queries, keys, values] = add('Split', [all, list(width, width, width)], { axis: -1 }, 3) as [string, string, string];
    const heads = (tensor: string, order: readonly number[]): string => one('Transpose', [one('Reshape', [tensor, list(0, 0, HEADS, width / HEADS)])], { perm: order });
    const scaled = one('Mul', [heads(queries, [0, 2, 1, 3]), scalar(1 / Math.sqrt(width / HEADS))]);
    const shares = one('Softmax', [one('MatMul', [scaled, heads(keys, [0, 2, 3, 1])])], { axis: -1 });
    const seen = one('Transpose', [one('MatMul', [shares, heads(values, [0, 2, 1, 3])])], { perm: [0, 2, 1, 3] });
    return linear(one('Reshape', [seen, list(0, 0, width)]), `${kernels}/output_transform_single/kernel/part_0`, `${biases}/output_transform_single/bias/${JOINED}`);
  };
  const feedForward = (input: string, layer: string): string => {
    const hidden = one('Relu', [linear(normalise(input, `${FOLDED}/${layer}/FFN/layer_prepostprocess/layer_norm`), `${FOLDED}/TransformerStack/${layer}/FFN/conv1/Tensordot/Reshape_1`, `${FOLDED}/${layer}/FFN/conv1/bias/${JOINED}`)]);
    return linear(hidden, `${FOLDED}/TransformerStack/${layer}/FFN/conv2/Tensordot/Reshape_1`, `${FOLDED}/${layer}/FFN/conv2/bias/${JOINED}`);
  };
  const transform = (input: string, residual: string, layer: string, width: number): string => {
    const attended = one('Add', [attend(normalise(input, `${FOLDED}/${layer}/layer_prepostprocess/layer_norm`), layer, width), residual]);
    return one('Add', [feedForward(attended, layer), attended]);
  };

  const words = one('Cast', [one('Gather', [halves(`${WEIGHTS.replace('/Encoder_en', '')}/Embeddings_en`), 'tokens'])], { to: FLOAT });
  const length = one('Squeeze', [one('Shape', ['tokens'], { start: 1, end: 2 })]);
  const positions = one('Range', [keep({ shape: [], values: BigInt64Array.of(0n) }), length, keep({ shape: [], values: BigInt64Array.of(1n) })]);
  const angles = one('MatMul', [one('Unsqueeze', [one('Cast', [positions], { to: FLOAT }), list(1)]), vector(`${FOLDED}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`)]);
  const timed = one('Add', [words, one('Concat', [one('Sin', [angles]), one('Cos', [angles])], { axis: -1 })]);
  // The published graph adds the embeddings to those that already have the timing signal; so it was taught.
  const input = one('Add', [words, timed]);

  const [first, second] = ['Layer_0/TransformerLayer', 'Layer_1/TransformerLayer'] as const;
  const widened = linear(input, `${FOLDED}/${first}/dense/kernel/${JOINED}`, `${FOLDED}/${first}/dense/bias/${JOINED}`);
  const between = transform(input, widened, first, WIDTH / 2);
  const after = transform(between, between, second, WIDTH);
  const plain = [keep({ shape: [WIDTH], values: new Float32Array(WIDTH).fill(1) }), keep({ shape: [WIDTH], values: new Float32Array(WIDTH) })];
  const evened = [between, after].map((layer) => one('LayerNormalization', [layer, ...plain], { axis: -1, epsilon: { float: 1e-6 } }));
  nodes.push({ operator: 'Concat', inputs: evened, outputs: ['pieces'], attributes: { axis: -1 } });
  const mean = one('ReduceMean', [after], { axes: [1], keepdims: 0 });
  const meaning = one('Tanh', [linear(mean, `${WEIGHTS}/hidden_layers/tanh_layer_0/weights`, `${WEIGHTS}/hidden_layers/tanh_layer_0/bias`)]);
  nodes.push({ operator: 'Div', inputs: [meaning, one('ReduceL2', [meaning], { axes: [1], keepdims: 1 })], outputs: ['embeddings'] });

  return writeOnnx({
    name: 'universal-sentence-encoder-lite', nodes, tensors,
    inputs: [{ name: 'tokens', type: 'int64', shape: ['sentences', 'length'] }],
    outputs: [{ name: 'embeddings', type: 'float32', shape: ['sentences', WIDTH] }, { name: 'pieces', type: 'float32', shape: ['sentences', 'length', 2 * WIDTH] }],
  }, OPSET);
}
