import { describe, expect, it } from 'vitest';
import { createDenseLayer, createPerceptron } from '../../../../src/browser/nets/dense.ts';
import type { Net, Tensor } from '../../../../src/browser/nets/net-file.ts';

/** Numbers without a pattern, the same in each run. */
const numbers = (length: number, phase: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.sin(phase + i * 12.9898) * 0.7);

function slowly(weights: Float32Array, bias: Float32Array, input: Float32Array): number[] {
  return Array.from(bias, (start, o) => input.reduce((sum, value, i) => sum + value * (weights[i * bias.length + o] as number), start));
}

describe('a dense layer', () => {
  it.each([[1, 1], [3, 7], [5, 8], [20, 52]])('sums %i inputs to %i outputs', (inputs, outputs) => {
    const [weights, bias, input] = [numbers(inputs * outputs, 1), numbers(outputs, 2), numbers(inputs, 3)];
    const output = new Float32Array(outputs);
    createDenseLayer(weights, bias, false).run(input, output);
    slowly(weights, bias, input).forEach((sum, o) => expect(output[o]).toBeCloseTo(sum, 5));
  });

  it('rectifies where it is told to', () => {
    const output = new Float32Array(2);
    createDenseLayer(Float32Array.of(1, -1), Float32Array.of(0, 0), true).run(Float32Array.of(3), output);
    expect([...output]).toEqual([3, 0]);
  });
});

describe('a perceptron', () => {
  const tensor = (shape: number[], phase: number): Tensor => ({ shape, values: numbers(shape.reduce((a, b) => a * b, 1), phase) });
  const net: Net = { model: 'made-up', settings: {}, tensors: {
    'head/0/kernel': tensor([4, 10], 1), 'head/0/bias': tensor([10], 2), 'head/1/kernel': tensor([10, 3], 3), 'head/1/bias': tensor([3], 4),
  } };

  it('rectifies its hidden layers and not its last', () => {
    const of = (name: string): Float32Array => (net.tensors[name] as Tensor).values;
    const input = numbers(4, 5);
    const hidden = Float32Array.from(slowly(of('head/0/kernel'), of('head/0/bias'), input), (sum) => Math.max(0, sum));
    const expected = slowly(of('head/1/kernel'), of('head/1/bias'), hidden);
    const output = createPerceptron(net, 'head', [4, 10, 3]).run(input);
    expected.forEach((sum, o) => expect(output[o]).toBeCloseTo(sum, 5));
    expect(Math.min(...expected)).toBeLessThan(0);
  });

  it('names the tensor that is missing', () => {
    expect(() => createPerceptron(net, 'head', [4, 10, 8, 3])).toThrow(/"head\/1\/kernel" of 10 x 8/);
  });
});
