import fc from 'fast-check';
import { createDiary, type CheckIn, type DiaryEntry } from 'attune/memory';
import { createFakeStore } from 'attune/testing';
import { describe, expect, it, vi } from 'vitest';

const felt = (valence: number, more: Partial<CheckIn> = {}): Omit<CheckIn, 'id' | 'at'> => ({ kind: 'check-in', valence, arousal: 0, words: [], note: '', appears: null, ...more });

function clockFrom(start: string): () => Date {
  let at = Date.parse(start);
  return () => new Date((at += 60_000));
}

describe('a diary', () => {
  it('writes nothing while it is off, and touches no store', async () => {
    const store = createFakeStore();
    const diary = createDiary({ store });
    expect(diary.add(felt(0.5))).toBeNull();
    await diary.settled();
    expect(diary.entries).toEqual([]);
    expect(store.asked).toEqual([]);
  });

  it('is there again on the next visit, in the order of days, and leaves nothing when it is turned off', async () => {
    const store = createFakeStore();
    const first = createDiary({ span: 'device', store, now: clockFrom('2026-03-01T10:00:00Z') });
    first.add(felt(0.5, { note: 'a good walk' }));
    first.add({ kind: 'tried', activity: 'walk', before: { valence: -0.5, arousal: 0.2 }, helped: null });
    await first.settled();
    const second = createDiary({ span: 'device', store, now: clockFrom('2026-02-01T10:00:00Z') });
    second.add(felt(-0.5));
    await second.settled();
    expect(second.entries.map(({ at }) => at.slice(0, 10))).toEqual(['2026-02-01', '2026-03-01', '2026-03-01']);
    await second.remember('off');
    await second.settled();
    expect(second.entries).toEqual([]);
    expect([...store.kept]).toEqual([]);
  });

  it('keeps for a visit what is moved off the device, and deletes one entry alone', async () => {
    const store = createFakeStore();
    const diary = createDiary({ span: 'device', store });
    const gone = diary.add(felt(0.1))!;
    diary.add(felt(0.2));
    await diary.settled();
    diary.delete(gone);
    await diary.remember('session');
    await diary.settled();
    expect(diary.entries.map((entry) => 'valence' in entry && entry.valence)).toEqual([0.2]);
    expect([...store.kept]).toEqual([]);
  });

  it('takes in an entry again with what came of it', async () => {
    const diary = createDiary({ span: 'session' });
    await diary.settled();
    diary.add({ kind: 'tried', activity: 'walk', before: null, helped: null });
    const [tried] = diary.entries;
    diary.put({ ...tried, helped: 1 } as DiaryEntry);
    expect(diary.entries).toMatchObject([{ id: tried!.id, helped: 1 }]);
  });

  it('refuses what is no entry, and passes over what another program left on the device', async () => {
    const store = createFakeStore();
    await store.set('strange', { kind: 'check-in', valence: 'low' });
    const diary = createDiary({ span: 'device', store });
    await diary.settled();
    expect(diary.entries).toEqual([]);
    for (const wrong of [felt(1.2), felt(Number.NaN), felt(0, { note: 'x'.repeat(2001) })]) expect(() => diary.add(wrong)).toThrow(/Expected an entry of a diary/);
  });

  it('never keeps more than three years, and goes on when the device refuses', async () => {
    const onProblem = vi.fn();
    const store = { ...createFakeStore(), set: () => Promise.reject(new Error('full')) };
    const diary = createDiary({ span: 'device', store, now: clockFrom('2020-01-01T00:00:00Z'), onProblem });
    await diary.settled();
    for (let at = 0; at < 2205; at += 1) diary.add(felt(0));
    expect(diary.entries).toHaveLength(2200);
    await diary.settled();
    expect(onProblem).toHaveBeenCalled();
  });

  it('exports every entry that it took, as it was said', async () => {
    const diary = createDiary({ span: 'session' });
    await diary.settled();
    const said = fc.record({ valence: fc.double({ min: -1, max: 1, noNaN: true }), arousal: fc.double({ min: -1, max: 1, noNaN: true }), note: fc.string({ maxLength: 200 }) });
    fc.assert(fc.property(said, ({ valence, arousal, note }) => {
      diary.add(felt(valence, { arousal, note }));
      const { diary: told } = JSON.parse(diary.export()) as { diary: CheckIn[] };
      expect(told).toHaveLength(diary.entries.length);
      // JSON knows no negative zero.
      expect(told.find(({ id }) => id === diary.entries.at(-1)!.id)).toMatchObject({ note: (diary.entries.at(-1) as CheckIn).note, valence: (diary.entries.at(-1) as CheckIn).valence + 0 });
    }), { numRuns: 30 });
  });
});
