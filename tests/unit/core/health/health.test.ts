import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AttuneError, CONDITIONS, createPart, createRestarts, PARTS, type Condition, type Part } from '../../../../src/core/index.ts';
import { createHealthBoard } from '../../../../src/core/health/health.ts';
import { createManualClock } from '../../../../src/testing/index.ts';

const condition = fc.constantFrom(...CONDITIONS);
const part = fc.constantFrom(...PARTS);
const problem = (message: string): AttuneError => new AttuneError('worker-failed', message);

describe('restarts', () => {
  it('are never more in a row than there are pauses, and each waits for its own', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), { maxLength: 6 }), fc.array(fc.double({ min: 0, max: 59, noNaN: true }), { maxLength: 12 }), (pauses, lives) => {
      const { broke } = createRestarts({ pauses, forgiven: 60 });
      expect(lives.map(broke)).toEqual(lives.map((_, i) => pauses[i] ?? null));
    }));
  });

  it('begin anew after a healthy time, also after all were used up', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9 }), fc.double({ min: 60, max: 1e6, noNaN: true }), (crashes, healthy) => {
      const { broke } = createRestarts({ pauses: [0.5, 1], forgiven: 60 });
      for (let i = 0; i < crashes; i += 1) broke(0);
      expect([broke(healthy), broke(1), broke(1)]).toEqual([0.5, 1, null]);
    }));
  });
});

describe('a part', () => {
  it('counts a restart once, keeps its last problem, and tells of nothing that is no change', () => {
    const face = createPart('face');
    const told: string[] = [];
    const stop = face.watch(() => told.push(face.vitals.condition));
    const crash = problem('crashed');
    face.tell('starting');
    face.tell('running');
    face.tell('running');
    face.tell('restarting', crash);
    face.tell('restarting', crash);
    face.tell('restarting', problem('crashed again'));
    face.tell('running');
    expect(told).toEqual(['starting', 'running', 'restarting', 'restarting', 'running']);
    expect(face.vitals).toMatchObject({ condition: 'running', restarts: 1, problem: { message: 'crashed again' } });
    stop();
    face.tell('off');
    expect(told).toHaveLength(5);
  });
});

describe('the board', () => {
  it('tells since when, and changes only what changed', () => {
    const clock = createManualClock();
    let changes = 0;
    const board = createHealthBoard(clock, () => (changes += 1));
    const sound = createPart('sound');
    clock.advance(2);
    board.supervise({ parts: [sound] });
    expect(board.health.sound).toMatchObject({ condition: 'off', since: 0 });
    sound.tell('running');
    const before = board.health;
    clock.advance(3);
    sound.tell('degraded', problem('held back'));
    expect(board.health).not.toBe(before);
    expect(board.health.face).toBe(before.face);
    expect(board.health.sound).toMatchObject({ condition: 'degraded', since: 5, restarts: 0, problem: { message: 'held back' } });
    clock.advance(1);
    sound.tell('degraded', problem('still held back'));
    expect(board.health.sound.since).toBe(5);
    expect(changes).toBe(3);
  });

  it('takes two that do the same for one: while one runs, the other\'s failure is a loss', () => {
    const board = createHealthBoard(createManualClock(), () => undefined);
    const [one, other] = [createPart('speech'), createPart('speech')];
    const stop = board.supervise({ parts: [one, other] });
    one.tell('running');
    expect(board.health.speech.condition).toBe('running');
    other.tell('failed', problem('gone'));
    expect(board.health.speech).toMatchObject({ condition: 'degraded', problem: { message: 'gone' } });
    one.tell('off');
    expect(board.health.speech.condition).toBe('failed');
    stop();
    expect(board.health.speech).toMatchObject({ condition: 'off', restarts: 0, problem: null });
  });

  it('watches a part that two things have once, and until both let go', () => {
    const board = createHealthBoard(createManualClock(), () => undefined);
    const sound = createPart('sound');
    const [letGo, letGoToo] = [board.supervise({ parts: [sound, sound] }), board.supervise({ parts: [sound] })];
    sound.tell('restarting');
    expect(board.health.sound.restarts).toBe(1);
    letGo();
    letGo();
    sound.tell('running');
    expect(board.health.sound.condition).toBe('running');
    letGoToo();
    sound.tell('failed');
    expect(board.health.sound.condition).toBe('off');
  });

  it('is as its parts are, whatever they tell in whichever order', () => {
    fc.assert(fc.property(fc.array(fc.tuple(part, condition)), (told: readonly (readonly [Part, Condition])[]) => {
      const board = createHealthBoard(createManualClock(), () => undefined);
      const parts = PARTS.map(createPart);
      board.supervise({ parts });
      for (const [name, next] of told) parts.find((each) => each.part === name)!.tell(next);
      for (const each of parts) expect(board.health[each.part]).toMatchObject(each.vitals);
    }));
  });
});
