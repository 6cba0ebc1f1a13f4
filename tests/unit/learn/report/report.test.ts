import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../../src/learn/evaluation.ts';
import { judge, type Answer } from '../../../../src/learn/metrics/answers.ts';
import { measureClassifier } from '../../../../src/learn/metrics/measure.ts';
import { writeReport } from '../../../../src/learn/report/write-report.ts';

const CLASSES = ['calm', 'glad <b>', 'cross'];
const truth = Array.from({ length: 60 }, (_, index) => index % 3);
// Each class is read as itself in 18 of 20 items, but one in ten of all is not detected.
const answers = truth.map((label, index): Answer => (index % 10 === 9 ? null : [0, 1, 2].map((each) => (each === label ? 0.8 : 0.1))));
const judged = judge(CLASSES, truth, answers);
const evaluation: Evaluation = {
  model: 'mood', data: 'muxspace', n: 60, split: '5 folds by person',
  metrics: { ...measureClassifier(judged, { seed: 1 }), gating: { covered: { n: 3, share: 0.25 } } },
  baselines: { majority: { accuracy: 0.333, macroF1: 0.167, uar: 0.333, note: 'a note' } },
  peers: { somebody: { accuracy: 0.123 } },
  milliseconds: { median: 0.01, p95: 0.02 },
};
const also = [{ evaluation: { model: 'mood', data: 'scores', n: 5, split: 'held out', metrics: { correlation: 0.9871, mae: 0.0123, ccc: { valence: 0.456 }, pearson: { valence: 0.5 } } } }];

let folder = '';
const file = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attune-report-'));
  await writeReport(folder, evaluation, {
    title: 'Moods & more', judged, also,
    card: {
      name: 'mood', purpose: 'Reads a mood.', data: [{ name: 'muxspace', licence: 'none given', use: 'training', n: 60 }], subjects: 'Public figures.',
      special: { title: 'By light', about: 'Lamps were turned down.', rows: { dusk: { error: 0.25, spread: 0.125 }, night: { spread: 0.5 } } },
      failures: ['A covered mouth.'], intended: ['characters'], command: 'npm run train -- mood',
    },
  });
});
afterAll(() => rm(folder, { recursive: true }));

describe('metrics.json', () => {
  it('holds the evaluation with four digits, lists of numbers on one line, and further sets', async () => {
    const text = await file('metrics.json');
    const { also: others, ...first } = JSON.parse(text) as Evaluation & { also: Evaluation[] };
    expect(first.metrics.accuracy).toBe(0.9);
    expect(first.metrics.confusion).toEqual([[18, 0, 0, 2], [0, 18, 0, 2], [0, 0, 18, 2]]);
    expect(text).toContain('[18, 0, 0, 2]');
    expect(others).toEqual([also[0]?.evaluation]);
  });
});

describe('report.html', () => {
  it('stands alone: no script, nothing from elsewhere', async () => {
    const html = await file('report.html');
    expect(html).not.toMatch(/<script|<link|<img|https?:|url\((?!#)|@import/);
  });

  it('shows every chart and table, and says what it shows', async () => {
    const html = await file('report.html');
    for (const title of ['Confusion', 'Reliability', 'Coverage and accuracy', 'Precision and recall', 'By class', 'Beside baselines and peers', 'Dimensions', 'Gating']) expect(html).toContain(`<h2>${title}</h2>`);
    expect(html.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)).toHaveLength(3 + CLASSES.length);
    expect(html).toContain('calm read as unknown: 2 of 20');
    expect(html).toContain('Nothing was detected in 6 of them');
    expect(html).toContain('surest half 1.000');
  });

  it('escapes names', async () => {
    const html = await file('report.html');
    expect(html).toContain('glad &lt;b&gt;');
    expect(html).not.toContain('<b>');
    expect(html).toContain('<h1>Moods &amp; more</h1>');
  });

  it('draws within its picture, in numbers', async () => {
    const html = await file('report.html');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    for (const [, width = '0', content = ''] of html.matchAll(/<svg viewBox="0 0 (\d+) \d+"[^>]*>(.*?)<\/svg>/gs)) {
      for (const [, x] of content.matchAll(/ c?x="([\d.-]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(Number(width));
      }
    }
  });
});

describe('CARD.md', () => {
  it('takes its figures from the metrics, with intervals', async () => {
    const card = await file('CARD.md');
    expect(card).toMatch(/accuracy 0\.900 \(0\.8\d\d–0\.9\d\d\)/);
    expect(card).toContain('It answered 90.0% of the items; the others count as wrong.');
    expect(card).toContain('mean correlation 0.987, mean absolute error 0.012, concordance of valence 0.456.');
    expect(card).toContain('On muxspace calm was taken for unknown in 2 of 20 items.');
    expect(card).toContain('## By light\n\nLamps were turned down.\n\n|  | error | spread |\n| --- | --- | --- |\n| dusk | 0.250 | 0.125 |\n| night |  | 0.500 |');
  });

  it('speaks of appearance, and forbids what must be forbidden', async () => {
    const card = await file('CARD.md');
    expect(card).toContain('how somebody appears to an observer');
    for (const word of ['identifying', 'covertly', 'hiring', 'policing', 'medical']) expect(card.slice(card.indexOf('## Forbidden'))).toContain(word);
  });
});
