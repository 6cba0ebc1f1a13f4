import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from '../../../../scenes/text/shown/pieces.ts';

it('cuts a text without losing a letter, and marks what the evidence names', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), fc.array(fc.tuple(fc.nat(60), fc.nat(20), fc.double({ min: -3, max: 3, noNaN: true }))), (text, ranges) => {
    const evidence = ranges.map(([from, length, weight]) => ({ start: Math.min(from, text.length), end: Math.min(from + length, text.length), weight }));
    const pieces = piecesOf(text, { evidence, read: text.length });
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    for (const { start, text: piece, weight } of pieces) if (weight !== null) expect(evidence).toContainEqual({ start, end: start + piece.length, weight });
  }));
  expect(piecesOf('so glad today', { evidence: [{ start: 3, end: 7, weight: 2 }], read: 9 }).map(({ text, weight }) => [text, weight])).toEqual([['so ', null], ['glad', 2], [' t', null]]);
});
