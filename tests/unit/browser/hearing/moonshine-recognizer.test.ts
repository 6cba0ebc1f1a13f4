import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AttuneError, HeardWords } from '../../../../src/index.ts';
import { createMoonshineRecognizer } from '../../../../src/browser/hearing/moonshine-recognizer.ts';
import { moonshineHarness, turns, WorkerHere } from './moonshine-harness.ts';

async function opened() {
  const { recognizer } = moonshineHarness();
  const words: HeardWords[] = [];
  const problems: AttuneError[] = [];
  const listener = { words: (each: HeardWords) => words.push(each), progress: () => undefined, problem: (each: AttuneError) => problems.push(each) };
  await recognizer.open(listener);
  return { recognizer, words, problems, listener };
}

afterEach(() => void vi.useRealTimers());

describe('Moonshine\'s recogniser', () => {
  it('refuses assets that are no URL, and tells what could not be loaded', async () => {
    expect(() => createMoonshineRecognizer({ assets: '' })).toThrow(/"assets".*URL/);
    const { recognizer } = moonshineHarness();
    WorkerHere.refuses = 'Expected an asset at hearing/encoder_model.onnx, but the server answered 404.';
    await expect(recognizer.open({ words: () => undefined, progress: () => undefined, problem: () => undefined })).rejects.toThrow(/404/);
    WorkerHere.refuses = null;
    await recognizer.open({ words: () => undefined, progress: () => undefined, problem: () => undefined });
    await recognizer.close();
  });

  it('does not leave an opening hanging that was closed meanwhile', async () => {
    const { recognizer } = moonshineHarness();
    const opening = recognizer.open({ words: () => undefined, progress: () => undefined, problem: () => undefined });
    await recognizer.close();
    await expect(opening).rejects.toThrow(/closed/);
  });

  it('answers what was asked, with nothing, when its worker crashes, and starts another', async () => {
    vi.useFakeTimers();
    const { recognizer, words, problems } = await opened();
    recognizer.begin({ id: 'a', at: 1 });
    recognizer.push(new Float32Array(16_000));
    recognizer.end(0);
    recognizer.begin({ id: 'b', at: 2 });
    WorkerHere.all[0]!.crash();
    expect(words.filter(({ final }) => final)).toMatchObject([{ id: 'a', text: '' }]);
    recognizer.end(0);
    recognizer.begin({ id: 'c', at: 3 });
    recognizer.end(0);
    await turns();
    expect(words.filter(({ final }) => final)).toMatchObject([{ id: 'a', text: '' }, { id: 'b', text: '' }, { id: 'c', text: '' }]);
    expect(recognizer.parts![0]!.vitals).toMatchObject({ condition: 'restarting', problem: { message: expect.stringMatching(/out of memory/) } });
    await vi.advanceTimersByTimeAsync(500);
    recognizer.begin({ id: 'd', at: 4 });
    recognizer.push(new Float32Array(16_000));
    recognizer.end(0);
    await turns();
    expect(words.at(-1)).toMatchObject({ id: 'd', text: 'word', final: true });
    expect(recognizer.parts![0]!.vitals).toMatchObject({ condition: 'running', restarts: 1 });
    expect(problems).toEqual([]);
    await recognizer.close();
    expect(WorkerHere.all).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells words while they are said', async () => {
    const { recognizer, words } = await opened();
    recognizer.begin({ id: 'a', at: 1 });
    for (let i = 0; i < 24; i += 1) {
      recognizer.push(new Float32Array(2000));
      await turns();
    }
    recognizer.end(0);
    await turns();
    expect(words.map(({ text, final }) => [text, final])).toEqual([['word', false], ['word word', false], ['word word word', false], ['word word word', true]]);
    expect(words[1]?.stable).toBe(0);
    await recognizer.close();
  });
});
