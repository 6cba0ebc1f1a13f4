import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSpeechEngine } from '../../../../src/browser/speech/speech-engine.ts';
import type { FromSpeechWorker, ToSpeechWorker } from '../../../../src/browser/speech/worker-messages.ts';

/** A worker whose replies the test gives. */
class ScriptedWorker extends EventTarget {
  readonly received: ToSpeechWorker<string, string>[] = [];
  terminated = false;

  postMessage(message: ToSpeechWorker<string, string>): void {
    this.received.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  reply(data: FromSpeechWorker<object>): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

const request = 'Hello.';
const sentence = { samples: new Float32Array(1), phones: [], loudness: new Float32Array(1) };

function bench() {
  const workers: ScriptedWorker[] = [];
  const shares: number[] = [];
  const engine = createSpeechEngine<string, string, object>({
    load: 'https://game.example/attune/speech/flite.wasm', onProgress: (share) => shares.push(share),
    startWorker: () => {
      workers.push(new ScriptedWorker());
      return workers.at(-1) as unknown as Worker;
    },
  });
  const settled = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'done', ({ code, message }: { code: string; message: string }) => `${code}: ${message}`);
  return { engine, workers, shares, settled };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the keeper of the speech worker', () => {
  it('starts one worker when first used, reports progress and answers with its sentence', async () => {
    const { engine, workers, shares } = bench();
    expect(workers).toHaveLength(0);
    const said = engine.say(request);
    void engine.prepare();
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.reply({ kind: 'progress', share: 0.5 });
    workers[0]!.reply({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(0);
    expect(workers[0]!.received.map(({ kind }) => kind)).toEqual(['load', 'say']);
    workers[0]!.reply({ kind: 'said', job: 1, sentence });
    expect(await said).toBe(sentence);
    expect(workers).toHaveLength(1);
    expect(shares).toEqual([0.5]);
  });

  it('rejects with the reason when the worker dies, restarts it later and later, and gives up after three restarts', async () => {
    const { engine, workers, settled } = bench();
    for (const [death, pause] of [[1, 0], [2, 500], [3, 1000], [4, 2000]] as const) {
      const said = settled(engine.say(request));
      await vi.advanceTimersByTimeAsync(Math.max(0, pause - 1));
      expect(workers).toHaveLength(pause > 0 ? death - 1 : death);
      await vi.advanceTimersByTimeAsync(1);
      workers[death - 1]!.crash('out of memory');
      expect(await said).toMatch(/^speech-failed: The voice of the agent broke down \(out of memory\)/);
      expect(workers[death - 1]!.terminated).toBe(true);
      expect(engine.part.vitals).toMatchObject({ condition: death < 4 ? 'restarting' : 'failed', problem: { code: 'worker-failed' } });
    }
    expect(await settled(engine.say(request))).toMatch(/tried often enough/);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(workers).toHaveLength(4);
  });

  it('starts a worker again that died in a pause, so that the next utterance need not wait', async () => {
    const { engine, workers, settled } = bench();
    const ready = settled(engine.prepare());
    workers[0]!.reply({ kind: 'ready' });
    expect(await ready).toBe('done');
    workers[0]!.crash('killed');
    await vi.advanceTimersByTimeAsync(500);
    expect(workers).toHaveLength(2);
    workers[1]!.reply({ kind: 'ready' });
    expect(engine.part.vitals).toMatchObject({ condition: 'running', restarts: 1 });
    const said = engine.say(request);
    await vi.advanceTimersByTimeAsync(0);
    workers[1]!.reply({ kind: 'said', job: 1, sentence });
    expect(await said).toBe(sentence);
  });

  it('forgives a death after a minute of health', async () => {
    const { engine, workers, settled } = bench();
    for (let round = 0; round < 6; round++) {
      const ready = settled(engine.prepare());
      await vi.advanceTimersByTimeAsync(500);
      workers.at(-1)!.reply({ kind: 'ready' });
      expect(await ready).toBe('done');
      await vi.advanceTimersByTimeAsync(60_000);
      workers.at(-1)!.crash('killed');
    }
    expect(workers).toHaveLength(6);
  });

  it('takes a worker that does not answer for dead', async () => {
    const { engine, workers, settled } = bench();
    const said = settled(engine.say(request));
    workers[0]!.dispatchEvent(new MessageEvent('message', { data: { attune: 'born', lock: null } }));
    workers[0]!.reply({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(29_000);
    expect(workers[0]!.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await said).toMatch(/^speech-failed: .*did not answer for 30 s/);
    expect(workers[0]!.terminated).toBe(true);
  });

  it('passes on that an asset is missing, and looks again the next time', async () => {
    const { engine, workers, settled } = bench();
    for (let round = 0; round < 5; round++) {
      const ready = settled(engine.prepare());
      await vi.advanceTimersByTimeAsync(0);
      workers.at(-1)!.reply({ kind: 'load-failed', code: 'asset-missing', message: 'Expected an asset.' });
      expect(await ready).toBe('asset-missing: Expected an asset.');
    }
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it('fails one sentence without ending the worker', async () => {
    const { engine, workers, settled } = bench();
    const said = settled(engine.say(request));
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.reply({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.reply({ kind: 'say-failed', job: 1, message: 'it ended with code 1' });
    expect(await said).toBe('speech-failed: Could not say a sentence: it ended with code 1.');
    expect(workers[0]!.terminated).toBe(false);
  });

  it('ends the worker and what waits when disposed, also during a back-off', async () => {
    const { engine, workers, settled } = bench();
    const said = settled(engine.say(request));
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.crash('killed');
    await said;
    const waiting = settled(engine.say(request));
    engine.dispose();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waiting).toMatch(/disposed/);
    expect(await settled(engine.prepare())).toMatch(/disposed/);
    expect(workers).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
