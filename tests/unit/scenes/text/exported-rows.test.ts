import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { belief } from 'attune';
import { describe, expect, it } from 'vitest';
import { csvRowsOf, headOf, objectsOf } from '../../../../scenes/text/exported-rows.ts';
import { formatCsv } from '../../../../scenes/shared/save-file.ts';
import { mostly, readingOf } from './reading-of.ts';

const exported = {
  columns: ['id', 'text', 'emotion'], text: 1, rows: [['7', 'so glad', 'x'], ['8', 'zzz', 'y'], ['9', 'bonjour', 'z']],
  results: [readingOf({ emotions: mostly('happiness'), valence: belief(0.6, 0.05), evidence: [{ start: 3, end: 7, weight: 1.25 }], told: ['joy'], domain: { name: 'mood', confidence: 0.9 } }), readingOf({ known: 0 }), null],
};
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('what is exported', () => {
  it('keeps the columns that were there, and names what was read apart from them', () => {
    const [first, second, third] = rowsOf(formatCsv([headOf(exported), ...csvRowsOf(exported, 0, 3)]));
    expect(first).toMatchObject({
      id: '7', text: 'so glad', emotion: 'x', attune_emotion: 'happiness', attune_happiness_probability: '0.65', attune_valence: '0.6', attune_valence_variance: '0.05',
      attune_labels: 'joy', attune_own_intent: 'mood', attune_evidence: 'glad 1.25',
    });
    expect(second).toMatchObject({ attune_emotion: '', attune_valence: '', attune_valence_variance: '0.3333', attune_intent: 'statement' });
    expect(Object.entries(third!).filter(([column, cell]) => column.startsWith('attune_') && cell !== '')).toEqual([]);
  });

  it('tells as JSON what was read, or that nothing was', () => {
    expect(objectsOf(exported, 0, 3)).toMatchObject([
      { row: { id: '7', emotion: 'x' }, reading: { evidence: [{ words: 'glad', weight: 1.25 }] } }, { reading: { known: 0 } }, { row: { text: 'bonjour' }, reading: null },
    ]);
    expect(objectsOf(exported, 1, 2)).toEqual([objectsOf(exported, 0, 3)[1]]);
  });

  it('starts no cell with what a spreadsheet would run, and leaves numbers alone', () => {
    fc.assert(fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string(), (first, rest) => {
      const cell = `${first}${rest}`;
      fc.pre(!/^[+-]?\d+([.,]\d+)?$/.test(cell));
      expect(rowsOf(formatCsv([['text'], [cell]]))).toEqual([{ text: `'${cell}` }]);
    }));
    expect(formatCsv([['-0.5', '+3', -2, null]])).toBe('-0.5,+3,-2,\n');
  });
});
