import { describe, expect, it } from 'vitest';
import { evaluationLine, roundEvaluation, type Evaluation } from '../../../src/learn/evaluation.ts';

const EVALUATION: Evaluation = {
  model: 'face', data: 'ferplus', n: 3, split: 'Valid, scored once',
  metrics: { accuracy: 2 / 3, perClass: { calm: { precision: 1, recall: 2 / 3, f1: 0.8, support: 3 } }, ccc: { valence: -1 / 3 }, steadiness: { share: 1 / 7 } },
  baselines: { majority: { accuracy: 1 / 3, macroF1: 0.1, uar: 0.125 } },
  milliseconds: { median: 0.123456, p95: 1 },
};

describe('evaluationLine', () => {
  it('is one line of JSON with four digits, and nothing that does not apply', () => {
    const line = evaluationLine(EVALUATION);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      ...EVALUATION,
      metrics: { accuracy: 0.6667, perClass: { calm: { precision: 1, recall: 0.6667, f1: 0.8, support: 3 } }, ccc: { valence: -0.3333 }, steadiness: { share: 0.1429 } },
      baselines: { majority: { accuracy: 0.3333, macroF1: 0.1, uar: 0.125 } },
      milliseconds: { median: 0.1235, p95: 1 },
    });
  });

  it('takes baselines that put in order', () => {
    const baselines = { length: { spearman: 0.5, spearmanInterval: [0.4, 0.6] as const, note: 'words' } };
    expect(JSON.parse(evaluationLine({ ...EVALUATION, baselines }))).toMatchObject({ baselines });
  });

  it.each([
    ['a share beyond 1', { ...EVALUATION, metrics: { accuracy: 1.2 } }, 'metrics.accuracy'],
    ['an unknown key', { ...EVALUATION, score: 1 }, 'score'],
    ['a number that is none', { ...EVALUATION, metrics: { ece: Number.NaN } }, 'metrics.ece'],
    ['a specific metric that is no number', { ...EVALUATION, metrics: { own: { depth: Number.NaN } } }, 'evaluation.metrics.own.depth'],
    ['an area beyond 1', { ...EVALUATION, metrics: { arousalAuc: 1.1 } }, 'metrics.arousalAuc'],
    ['a negative variance', { ...EVALUATION, metrics: { meanVariance: -0.1 } }, 'metrics.meanVariance'],
    ['four classes without their recall', { ...EVALUATION, metrics: { fourClass: { n: 3, perClass: {} } } }, 'metrics.fourClass.uar'],
    ['a rank correlation beyond 1', { ...EVALUATION, metrics: { spearman: 1.1 } }, 'metrics.spearman'],
    ['a baseline of neither kind', { ...EVALUATION, baselines: { length: { note: 'words' } } }, 'baselines.length'],
    ['a missing split', { ...EVALUATION, split: '' }, 'split'],
  ])('refuses %s, by name', (_, wrong, path) => {
    expect(() => roundEvaluation(wrong as Evaluation)).toThrow(path);
  });
});
