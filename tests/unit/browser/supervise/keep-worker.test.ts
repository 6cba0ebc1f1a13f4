import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttuneError, createPart, type Seconds } from '../../../../src/core/index.ts';
import { createManualClock } from '../../../../src/testing/index.ts';
import { type KeptWorker, keepWorker } from '../../../../src/browser/supervise/keep-worker.ts';

/** A worker that answers pings while it lives and does not hang. */
class WorkerHere extends EventTarget {
  terminated = false;
  hangs = false;
  readonly received: unknown[] = [];

  postMessage(message: unknown): void {
    this.received.push(message);
    if (this.hangs || this.terminated) return;
    if (isPing(message)) this.say({ attune: 'alive' });
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }
}

const isPing = (message: unknown): boolean => (message as { attune?: string }).attune === 'ping';

function bench(patience: Seconds = 10) {
  const clock = createManualClock();
  const workers: WorkerHere[] = [];
  const heard: unknown[] = [];
  const broke: (readonly [AttuneError, Seconds | null])[] = [];
  const part = createPart('face');
  const kept: KeptWorker = keepWorker({
    part, clock, patience, name: 'The worker',
    start() {
      workers.push(new WorkerHere());
      return workers.at(-1) as unknown as Worker;
    },
    begin(worker) {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard.push(data));
      kept.send('load');
    },
    broke: (problem, pause) => broke.push([problem, pause]),
  });
  const newest = (): WorkerHere => workers.at(-1)!;
  /** It shows that it lives, and does its work. */
  const runs = (): void => {
    newest().say({ attune: 'born', lock: null });
    kept.running();
  };
  return { clock, workers, heard, broke, part, kept, newest, runs };
}

describe('a worker that is kept', () => {
  it('is started once, told what to load, and heard without its life signs', () => {
    const { kept, workers, heard, newest, runs, part, clock } = bench();
    expect(workers).toHaveLength(0);
    kept.start();
    kept.start();
    expect(part.vitals.condition).toBe('starting');
    runs();
    newest().say('hello');
    clock.advance(100);
    expect(heard).toEqual(['hello']);
    expect(workers).toHaveLength(1);
    expect(newest().received.filter(isPing)).toHaveLength(100);
    expect(newest().received[0]).toBe('load');
    expect(part.vitals).toEqual({ condition: 'running', restarts: 0, problem: null });
  });

  it.each([
    ['crashes', (worker: WorkerHere): void => worker.crash('out of memory'), 'out of memory', 0],
    ['hangs', (worker: WorkerHere): void => void (worker.hangs = true), 'did not answer for 10 s', 11],
  ] as const)('is started again when it %s, and told so', (_, harm, detail, after) => {
    const { kept, workers, broke, part, clock, runs, newest } = bench();
    kept.start();
    runs();
    harm(newest());
    clock.advance(after);
    expect(workers[0]!.terminated).toBe(true);
    expect(broke).toEqual([[expect.objectContaining({ code: 'worker-failed', message: expect.stringContaining(detail) }), 0.5]]);
    expect(part.vitals.condition).toBe('restarting');
    clock.advance(0.5);
    expect(workers).toHaveLength(2);
    runs();
    expect(part.vitals).toMatchObject({ condition: 'running', restarts: 1, problem: broke[0]![0] });
  });

  it('may be silent for longer while it loads than while it runs', () => {
    const { kept, workers, clock, newest } = bench();
    kept.start();
    newest().say({ attune: 'born', lock: null });
    newest().hangs = true;
    clock.advance(29);
    expect(workers[0]!.terminated).toBe(false);
    clock.advance(2);
    expect(workers[0]!.terminated).toBe(true);
  });

  it('is given up after three restarts in a row, and the page is told why', () => {
    const { kept, workers, broke, part, clock, newest } = bench();
    kept.start();
    for (let i = 0; i < 10; i += 1) {
      newest().crash('broken');
      clock.advance(5);
    }
    expect(workers).toHaveLength(4);
    expect(broke.map(([, pause]) => pause)).toEqual([0.5, 1, 2, null]);
    expect(part.vitals.condition).toBe('failed');
    kept.end();
    expect(part.vitals.condition).toBe('failed');
    // Whoever wants it again gets one more.
    kept.start();
    expect(workers).toHaveLength(5);
  });

  it('goes on for ever as long as it is healthy for a minute in between', () => {
    const { kept, workers, clock, newest, runs } = bench();
    kept.start();
    for (let i = 0; i < 20; i += 1) {
      runs();
      clock.advance(60);
      newest().crash('now and then');
      clock.advance(0.5);
    }
    expect(workers).toHaveLength(21);
  });

  it('leaves no worker and no timer behind, whatever happened before it was ended', () => {
    const deed = fc.constantFrom('crash', 'hang', 'run', 'wait', 'tell', 'fail', 'end', 'start');
    fc.assert(fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const { kept, workers, clock, newest, runs } = bench();
      kept.start();
      for (const each of deeds) {
        if (each === 'crash') newest().crash('x');
        else if (each === 'hang') newest().hangs = true;
        else if (each === 'run' && !newest().terminated) runs();
        else if (each === 'wait') clock.advance(7);
        else if (each === 'tell') kept.breakDown('it said so');
        else if (each === 'fail') kept.fail({ code: 'asset-missing' } as AttuneError);
        else if (each === 'end') kept.end();
        else if (each === 'start') kept.start();
        expect(workers.filter(({ terminated }) => !terminated).length).toBeLessThanOrEqual(1);
      }
      kept.end();
      const started = workers.length;
      const told = newest().received.length;
      clock.advance(200);
      expect(workers.every(({ terminated }) => terminated)).toBe(true);
      expect([workers.length, newest().received.length]).toEqual([started, told]);
    }));
  });
});
