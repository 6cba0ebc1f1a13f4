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

  it('rejects with the reason when the worker dies, restarts it later and later, and gives up after three times', async () => {
    const { engine, workers, settled } = bench();
    for (const [death, pause] of [[1, 0], [2, 250], [3, 500]] as const) {
      const said = settled(engine.say(request));
      await vi.advanceTimersByTimeAsync(Math.max(0, pause - 1));
      expect(workers).toHaveLength(pause > 0 ? death - 1 : death);
      await vi.advanceTimersByTimeAsync(1);
      workers[death - 1]!.crash('out of memory');
      expect(await said).toBe('speech-failed: Speech synthesis stopped: its worker failed with "out of memory". The next utterance starts it again.');
      expect(workers[death - 1]!.terminated).toBe(true);
    }
    expect(await settled(engine.say(request))).toMatch(/stopped 3 times in a row and is given up/);
    expect(workers).toHaveLength(3);
  });

  it('forgets deaths once a sentence was said', async () => {
    const { engine, workers, settled } = bench();
    for (let round = 0; round < 5; round++) {
      const said = settled(engine.say(request));
      await vi.advanceTimersByTimeAsync(300);
      const worker = workers.at(-1)!;
      worker.reply({ kind: 'ready' });
      await vi.advanceTimersByTimeAsync(0);
      worker.reply({ kind: 'said', job: round * 2 + 1, sentence });
      expect(await said).toBe('done');
      const next = settled(engine.say(request));
      await vi.advanceTimersByTimeAsync(0);
      worker.crash('killed');
      expect(await next).toMatch(/^speech-failed/);
    }
    expect(workers).toHaveLength(5);
  });

  it('takes a worker that stays silent for dead', async () => {
    const { engine, workers, settled } = bench();
    const said = settled(engine.say(request));
    await vi.advanceTimersByTimeAsync(0);
    workers[0]!.reply({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await said).toMatch(/^speech-failed: Speech synthesis stopped: it was silent for 20 s/);
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
