import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPart } from '../../../src/core/index.ts';
import { keepRunning } from '../../../src/browser/keep-running.ts';

/** A context whose clock and state the test moves. */
class ContextHere extends EventTarget {
  state = 'running';
  currentTime = 0;
  suspensions = 0;
  readonly suspend = async (): Promise<void> => {
    this.suspensions += 1;
    this.become('suspended');
  };
  resume = async (): Promise<void> => this.become('running');

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

const page = new EventTarget();

function bench() {
  const context = new ContextHere();
  const sound = createPart('sound');
  const letGo = keepRunning(context as unknown as AudioContext, sound, () => false);
  /** Time passes, and the sound plays or not. */
  const pass = async (seconds: number, plays: boolean): Promise<void> => {
    for (let i = 0; i < seconds; i += 1) {
      if (plays) context.currentTime += 1;
      await vi.advanceTimersByTimeAsync(1000);
    }
  };
  return { context, sound, letGo, pass };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', Object.assign(page, { hidden: false }));
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a context that is kept running', () => {
  it('is left alone while it plays', async () => {
    const { context, sound, pass } = bench();
    await pass(600, true);
    expect(context.suspensions).toBe(0);
    expect(sound.vitals).toEqual({ condition: 'running', restarts: 0, problem: null });
  });

  it('is started anew when its clock stands still, and is running once it moves', async () => {
    const { context, sound, pass } = bench();
    await pass(3, false);
    expect(context.suspensions).toBe(1);
    expect(sound.vitals).toMatchObject({ restarts: 1, problem: { code: 'sound-held' } });
    await pass(1, true);
    expect(sound.vitals).toMatchObject({ condition: 'running', restarts: 1 });
  });

  it('is given up where nothing helps, and taken up again when it plays after all', async () => {
    const { context, sound, pass } = bench();
    await pass(60, false);
    expect(context.suspensions).toBe(4);
    expect(sound.vitals.condition).toBe('failed');
    await pass(1, true);
    expect(sound.vitals.condition).toBe('running');
  });

  it('waits for the end of a call and for the first tap, and says which', async () => {
    const { context, sound } = bench();
    context.resume = () => Promise.reject(new Error('in a call'));
    context.become('interrupted');
    expect(sound.vitals).toMatchObject({ condition: 'degraded', problem: { message: expect.stringContaining('call') } });
    context.resume = async () => context.become('running');
    page.dispatchEvent(new Event('pointerup'));
    expect(sound.vitals.condition).toBe('running');
  });

  it('is resumed when the browser suspends it', async () => {
    const { context, sound } = bench();
    context.become('suspended');
    await vi.advanceTimersByTimeAsync(0);
    expect([context.state, sound.vitals.condition]).toEqual(['running', 'running']);
  });

  it('leaves nothing behind when it is let go', async () => {
    const { context, sound, letGo } = bench();
    letGo();
    expect(vi.getTimerCount()).toBe(0);
    context.become('suspended');
    expect(sound.vitals.condition).toBe('running');
  });
});
