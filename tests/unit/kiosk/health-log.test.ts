import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AttuneError } from '../../../src/core/index.ts';
import { EMPTY_HEALTH, type HealthNote, noteHealth, readHealth } from '../../../src/kiosk/index.ts';

const at = new Date('2026-11-29T10:00:00.123Z');

describe('the health log', () => {
  it('counts by days and keeps what happened', () => {
    const notes: HealthNote[] = [
      { kind: 'started' }, { kind: 'ran', seconds: 60, pictures: 30 }, { kind: 'ran', seconds: 60, pictures: 20 }, { kind: 'ran', seconds: 60, pictures: null },
      { kind: 'visited', seconds: 40 }, { kind: 'problem', code: 'device-ended' }, { kind: 'restarted', what: 'page', why: 'stalled' },
    ];
    const record = notes.reduce((before, note) => noteHealth(before, note, at), EMPTY_HEALTH);
    expect(record.days).toEqual([{ day: '2026-11-29', up: 180, visits: 1, visited: 40, problems: 1, errors: 0, restarts: 1, pictures: 50, rates: 2, slowest: 20 }]);
    expect(record.entries.map(({ kind }) => kind)).toEqual(['started', 'problem', 'restarted']);
    expect(noteHealth(record, { kind: 'started' }, new Date('2026-11-30T00:00:00Z')).days).toHaveLength(2);
  });

  it('holds no word of an error, only its kind', () => {
    const secret = 'I told her that I am afraid';
    for (const error of [new TypeError(secret), new AttuneError('bad-input', secret), Object.assign(new Error(secret), { name: secret }), secret, { secret }]) {
      const text = JSON.stringify(noteHealth(EMPTY_HEALTH, { kind: 'error', error }, at));
      expect(text).not.toContain('afraid');
      expect(text).toMatch(/"error":"(TypeError|AttuneError|other)"/);
    }
  });

  it('never grows beyond its bounds, and survives being kept', () => {
    const note: fc.Arbitrary<HealthNote> = fc.oneof(
      fc.constant({ kind: 'started' as const }), fc.constant({ kind: 'problem' as const, code: 'worker-failed' as const }), fc.nat(1000).map((seconds) => ({ kind: 'visited' as const, seconds })),
      fc.record({ kind: fc.constant('ran' as const), seconds: fc.nat(100), pictures: fc.option(fc.nat(60), { nil: null }) }),
    );
    fc.assert(fc.property(fc.array(note, { minLength: 1, maxLength: 400 }), (notes) => {
      const record = notes.reduce((before, each, index) => noteHealth(before, each, new Date(at.getTime() + index * 12 * 3_600_000)), EMPTY_HEALTH);
      expect(record.entries.length).toBeLessThanOrEqual(200);
      expect(record.days.length).toBeLessThanOrEqual(62);
      expect(readHealth(JSON.stringify(record))).toEqual(record);
    }), { numRuns: 30 });
  });

  it('begins anew where what was kept is none', () => {
    for (const kept of [null, '', '{', '{"version":2}', '{"version":1,"days":[],"entries":[{"kind":"started","at":"2026-11-29T10:00:00Z","words":"hello"}]}']) expect(readHealth(kept)).toEqual(EMPTY_HEALTH);
  });
});
