import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/monitor/document.ts';

const NOW = Date.UTC(2026, 2, 1);
const read = (raw: Parameters<typeof readDocument>[0]) => readDocument({ text: 'Acme rises', ...raw }, NOW, 'file.csv');

describe('the time of a document', () => {
  it.each([
    ['2026-02-03T10:30:00Z', '2026-02-03T10:30:00.000Z'], ['2026-02-03T10:30:00+08:00', '2026-02-03T02:30:00.000Z'], ['2026-02-03 10:30', '2026-02-03T10:30:00.000Z'],
    ['2026-02-03', '2026-02-03T00:00:00.000Z'], ['Tue, 03 Feb 2026 10:30:00 GMT', '2026-02-03T10:30:00.000Z'], ['1770114600', '2026-02-03T10:30:00.000Z'], ['1770114600000', '2026-02-03T10:30:00.000Z'],
  ])('is read from %s', (time, iso) => {
    expect(read({ time })).toMatchObject({ at: Date.parse(iso) });
  });

  it.each([
    ['', 'is empty'], ['yesterday', 'expected a time such as'], ['03/02/2026', 'expected a time such as'], ['2026-03-05', 'more than a day ahead'], ['1770114', 'expected a time such as'], ['1975-01-01', 'before 1980'],
  ])('is refused when it is %j', (time, fault) => {
    expect(read({ time })).toMatchObject({ field: 'time', fault: expect.stringContaining(fault) });
  });
});

describe('a document', () => {
  it('is cleaned, and gets an id of its own where it has none', () => {
    const document = read({ time: '2026-02-03', text: '<b>Acme</b>\u0000  rises\n', entity: 'acme; ACME' });
    expect(document).toMatchObject({ text: 'Acme rises', source: 'file.csv', entities: ['acme', 'ACME'], id: expect.stringMatching(/^made-/) });
    expect(read({ time: '2026-02-03', text: 'Acme rises' })).toMatchObject({ id: (document as { id: string }).id });
  });

  it('keeps no half of a character, whether cutting left it or its source sent it', () => {
    expect(read({ time: '2026-02-03', id: 'a\uD83D', text: `${'a'.repeat(9999)}😀` })).toMatchObject({ id: 'a', text: 'a'.repeat(9999) });
  });

  it('without words is refused', () => {
    expect(read({ time: '2026-02-03', text: ' — ' })).toMatchObject({ field: 'text', fault: expect.stringContaining('has no words') });
    expect(read({ time: '2026-02-03', text: '<p></p>' })).toMatchObject({ field: 'text', fault: 'is empty' });
  });
});
