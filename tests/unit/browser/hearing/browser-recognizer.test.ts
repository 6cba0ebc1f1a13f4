import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttuneError, HeardWords, SpeechRecognizer } from '../../../../src/index.ts';
import { createBrowserRecognizer } from '../../../../src/browser/hearing/browser-recognizer.ts';
import { localRecognition, recognizerHere, RecognitionHere } from './recognition-here.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(recognizer: SpeechRecognizer) {
  const words: HeardWords[] = [];
  const problems: AttuneError[] = [];
  await recognizer.open({ words: (each) => words.push(each), problem: (each) => problems.push(each), progress: () => undefined });
  return { recognizer, words, problems, recognition: RecognitionHere.newest! };
}

describe('the browser\'s own recognition', () => {
  it('lets nothing leave the device unless that was allowed', async () => {
    await expect(open(recognizerHere({ mayLeaveDevice: false }))).rejects.toMatchObject({ code: 'words-unheard', message: expect.stringMatching(/Chinese only by sending.*mayLeaveDevice/) });
    expect(RecognitionHere.made).toBe(0);
    await expect(open(recognizerHere({ mayLeaveDevice: false }, localRecognition('unavailable')))).rejects.toThrow(/mayLeaveDevice/);
    await expect(open(recognizerHere({ mayLeaveDevice: false }, localRecognition('downloadable', false)))).rejects.toThrow(/mayLeaveDevice/);
    const { recognizer, recognition } = await open(recognizerHere());
    expect(recognizer.onDevice).toBe(false);
    expect(recognition).toMatchObject({ lang: 'zh-CN', continuous: true, interimResults: true });
    expect(recognition).not.toHaveProperty('processLocally');
    await recognizer.close();
  });

  it('stays on the device where the browser offers that, and fetches what is missing for it', async () => {
    for (const state of ['available', 'downloadable'] as const) {
      const { recognizer, recognition } = await open(recognizerHere({ language: 'en' }, localRecognition(state)));
      expect(recognizer.onDevice).toBe(true);
      expect(recognition).toMatchObject({ lang: 'en-US', processLocally: true });
      await recognizer.close();
    }
  });

  it('tells words as they come, and the whole as soon as the browser is sure', async () => {
    const { recognizer, recognition, words } = await open(recognizerHere());
    recognition.hear('nobody speaks yet', true);
    recognizer.begin({ id: 'a', at: 1 });
    recognition.hear('我今天');
    recognition.hear('我今天很');
    recognition.hear('我今天很难过', true, 0.8);
    recognizer.end(0.6);
    expect(words.map(({ text, stable, final }) => [text, stable, final])).toEqual([['我今天', 0, false], ['我今天很', 2, false], ['我今天很难过', 3, false]]);
    recognition.hear('。', true, 0);
    expect(words.at(-1)).toMatchObject({ id: 'a', text: '我今天很难过。', final: true, source: 'browser', language: 'zh' });
    const before = words.length;
    recognition.hear('something else');
    await vi.advanceTimersByTimeAsync(5000);
    expect(words).toHaveLength(before);
    await recognizer.close();
  });

  it('answers with what it has when the browser keeps silent about the end', async () => {
    const { recognizer, recognition, words } = await open(recognizerHere());
    recognizer.begin({ id: 'a', at: 1 });
    recognition.hear('half a');
    recognizer.end(0.6);
    await vi.advanceTimersByTimeAsync(2400);
    expect(words.at(-1)?.final).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(words.at(-1)).toMatchObject({ text: 'half a', final: true });
    await recognizer.close();
  });

  it('starts again when the browser ends by itself, and keeps what was heard before', async () => {
    const { recognizer, recognition, words, problems } = await open(recognizerHere({ language: 'en' }));
    recognizer.begin({ id: 'a', at: 1 });
    recognition.hear('first part', true);
    await vi.advanceTimersByTimeAsync(5000);
    recognition.breakDown('no-speech');
    await vi.advanceTimersByTimeAsync(500);
    expect(recognition.starts).toBe(2);
    recognition.hear('second part', true);
    expect(words.at(-1)).toMatchObject({ text: 'first part second part' });
    expect(problems).toEqual([]);
    await recognizer.close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(recognition.starts).toBe(2);
  });

  it('says what is wrong, once, when it can\'t go on, and still answers', async () => {
    const { recognizer, recognition, words, problems } = await open(recognizerHere());
    recognizer.begin({ id: 'a', at: 1 });
    recognition.hear('some');
    recognizer.end(0);
    recognition.breakDown('network');
    expect(words.at(-1)).toMatchObject({ id: 'a', text: 'some', final: true });
    recognizer.begin({ id: 'b', at: 2 });
    recognizer.end(0);
    expect(words.at(-1)).toMatchObject({ id: 'b', text: '', final: true });
    await vi.advanceTimersByTimeAsync(5000);
    expect(recognition.starts).toBe(1);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/could not reach/)]);
    await recognizer.close();
  });

  it('does not start for ever what ends at once', async () => {
    const { recognizer, recognition, problems } = await open(recognizerHere());
    for (let i = 0; i < 20; i += 1) {
      recognition.breakDown('aborted');
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(recognition.starts).toBe(5);
    expect(problems).toMatchObject([{ message: expect.stringMatching(/again and again/) }]);
    await recognizer.close();
  });

  it('says why it does not open', async () => {
    const refused = recognizerHere();
    RecognitionHere.refuses = 'not-allowed';
    await expect(open(refused)).rejects.toThrow(/does not allow/);
    vi.stubGlobal('SpeechRecognition', undefined);
    await expect(open(createBrowserRecognizer({ language: 'en' }))).rejects.toMatchObject({ code: 'unsupported' });
    expect(() => createBrowserRecognizer({ language: 'fr' as 'en' })).toThrow(/"language".*en, zh/);
    expect(() => createBrowserRecognizer({ language: 'en', mayLeaveDevice: 'yes' as unknown as boolean })).toThrow(/true or false/);
  });
});
