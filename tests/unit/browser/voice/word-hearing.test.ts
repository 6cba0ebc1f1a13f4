import { describe, expect, it } from 'vitest';
import { AttuneError, createPart, type HeardWords } from '../../../../src/index.ts';
import { createFakeRecognizer, type FakeRecognizerOptions } from '../../../../src/testing/index.ts';
import { createWordHearing } from '../../../../src/browser/voice/word-hearing.ts';

const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};

async function hearing(options: FakeRecognizerOptions = {}) {
  const words: HeardWords[] = [];
  const paused: string[] = [];
  const problems: AttuneError[] = [];
  const progress: (number | null)[] = [];
  const wanted: boolean[] = [];
  const recognizer = createFakeRecognizer({ texts: ['one', 'two'], ...options });
  const part = createPart('hearing');
  const ear = createWordHearing({
    part,
    sink: { words: (each) => words.push(each), problem: (each) => problems.push(each) },
    paused: ({ text }) => paused.push(text),
    progress: (share) => progress.push(share), wantsSound: (wants) => wanted.push(wants),
  });
  ear.change(recognizer);
  return { ear, part, recognizer, words, paused, problems, progress, wanted };
}

async function allowed(options: FakeRecognizerOptions = {}) {
  const made = await hearing(options);
  made.ear.open();
  await turns();
  return made;
}

describe('hearing words', () => {
  it('loads a recogniser only once the microphone was allowed', async () => {
    const { ear, recognizer, progress, wanted } = await hearing();
    await turns();
    expect(recognizer.opened).toBe(false);
    ear.begin(1);
    expect(ear.hears).toBe(false);
    ear.open();
    await turns();
    expect(recognizer.opened).toBe(true);
    expect(wanted).toEqual([true]);
    expect(progress.at(0)).toBe(0);
    expect(progress.at(-1)).toBe(1);
    ear.close();
    expect(recognizer.opened).toBe(false);
    expect(progress.at(-1)).toBeNull();
  });

  it('closes a recogniser that still loads at once, and tells nothing of what came of its loading', async () => {
    const { ear, part, recognizer, problems } = await hearing();
    const open = recognizer.open.bind(recognizer);
    const ends: { readonly done: () => void; readonly failed: (reason: Error) => void }[] = [];
    let closings = 0;
    Object.assign(recognizer, {
      open: (listener: Parameters<typeof open>[0]) => new Promise<void>((resolve, reject) => ends.push({ done: () => void open(listener).then(resolve), failed: reject })),
      close: async () => void (closings += 1),
    });
    ear.open();
    ear.close();
    expect([closings, part.vitals.condition]).toEqual([1, 'off']);
    // Allowed again before the first loading has ended, which is no failure of the second.
    ear.open();
    ends[0]!.failed(new Error('closed while it loaded'));
    await turns();
    expect([problems, part.vitals.condition]).toEqual([[], 'starting']);
    ends[1]!.done();
    await turns();
    expect([closings, part.vitals.condition]).toEqual([1, 'running']);
    // One that opens all the same, after it was closed, is closed again.
    ear.close();
    ear.open();
    ear.close();
    expect(closings).toBe(3);
    ends[2]!.done();
    await turns();
    expect([closings, part.vitals.condition]).toEqual([4, 'off']);
  });

  it('asks for all words at a pause, and tells them apart from other guesses', async () => {
    const { ear, recognizer, words, paused } = await allowed();
    ear.pause(0.1);
    expect(recognizer.pauses).toBe(0);
    ear.begin(1);
    recognizer.guess('my');
    ear.pause(0.1);
    expect(recognizer.pauses).toBe(1);
    recognizer.guess('my sister and', 0, true);
    expect(paused).toEqual(['my sister and']);
    expect(words.map(({ text }) => text)).toEqual(['my', 'my sister and']);
  });

  it('passes a speech on and its words back', async () => {
    const { ear, recognizer, words } = await allowed();
    ear.begin(1.25);
    expect(ear.hears).toBe(true);
    ear.push(new Float32Array(800));
    recognizer.guess('o');
    expect(recognizer.heard).toBe(800);
    ear.end(0.6);
    expect(ear.hears).toBe(false);
    await turns();
    expect(words).toMatchObject([{ at: 1.25, text: 'o', final: false }, { at: 1.25, text: 'one', final: true }]);
    expect(words[0]?.id).toBe(words[1]?.id);
    ear.begin(2.5);
    expect(words[0]?.id).not.toBe('heard-2500');
  });

  it('takes back what was shown of a speech that is cancelled, and lets nothing through afterwards', async () => {
    const { ear, recognizer, words } = await allowed();
    ear.begin(1);
    recognizer.guess('half a sen');
    ear.cancel();
    expect(ear.hears).toBe(false);
    expect(words.at(-1)).toMatchObject({ text: '', stable: 0, final: false });
    const before = words.length;
    ear.begin(2);
    ear.end(0);
    ear.cancel();
    ear.push(new Float32Array(10));
    ear.end(0);
    await turns();
    expect(words).toHaveLength(before);
  });

  it('goes on with another recogniser, and without one', async () => {
    const { ear, recognizer, words, wanted, progress } = await allowed();
    ear.begin(1);
    recognizer.guess('he');
    const other = createFakeRecognizer({ texts: ['two'], needsSound: false });
    ear.change(other);
    await turns();
    expect(recognizer.opened).toBe(false);
    expect(other.opened).toBe(true);
    expect(wanted.at(-1)).toBe(false);
    ear.begin(3);
    ear.end(0);
    await turns();
    expect(words.map(({ text }) => text)).toEqual(['he', '', 'two']);
    ear.change(null);
    expect(other.opened).toBe(false);
    expect(progress.at(-1)).toBeNull();
    ear.begin(4);
    expect(ear.hears).toBe(false);
  });

  it('tells why words can\'t be heard, with one code, and goes on without', async () => {
    const { ear, recognizer, problems, progress } = await allowed({ fails: true });
    expect(problems).toMatchObject([{ code: 'words-unheard', message: expect.stringMatching(/fails on purpose/) }]);
    expect(progress.at(-1)).toBeNull();
    ear.begin(1);
    expect(ear.hears).toBe(false);
    expect(recognizer.opened).toBe(false);
  });

  it('believes no recogniser that tells of speeches it was never asked about, or ends one that goes on', async () => {
    const { ear, recognizer, words, problems } = await allowed();
    let listener: Parameters<typeof recognizer.open>[0] | null = null;
    ear.change({ ...recognizer, open: async (each) => void (listener = each), begin: () => undefined, push: () => undefined, end: () => undefined, cancel: () => undefined, close: async () => undefined });
    await turns();
    ear.begin(1);
    const word = { id: 'heard-1000', at: 1, text: 'x', stable: 1, final: true, confidence: 1, language: 'en' as const, source: 'odd' };
    listener!.words({ ...word, id: 'other' });
    listener!.words(word);
    expect(words).toEqual([]);
    ear.end(0);
    listener!.words(word);
    listener!.words(word);
    expect(words).toHaveLength(1);
    listener!.problem(new AttuneError('worker-failed', 'It broke.'));
    expect(problems).toMatchObject([{ code: 'words-unheard', message: 'It broke.' }]);
  });

  it('throws nothing where its recogniser does: a speech is given up, or promised words are told to be none', async () => {
    const { ear, recognizer, words, problems } = await allowed();
    const refuse = (): never => {
      throw new Error('broken');
    };
    recognizer.begin = refuse;
    ear.begin(1);
    expect(ear.hears).toBe(false);
    ear.end(0.2);
    recognizer.begin = () => undefined;
    for (const call of ['push', 'pause'] as const) {
      ear.begin(2);
      const before = recognizer[call];
      recognizer[call] = refuse;
      if (call === 'push') ear.push(new Float32Array(512));
      else ear.pause(0.2);
      expect(ear.hears).toBe(false);
      recognizer[call] = before as never;
    }
    expect(words).toEqual([]);
    recognizer.end = refuse;
    ear.begin(3);
    ear.end(0.2);
    expect(words).toMatchObject([{ id: 'heard-3000', text: '', final: true }]);
    recognizer.cancel = refuse;
    recognizer.close = () => Promise.reject(new Error('broken'));
    ear.close();
    await turns();
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'words-unheard'));
  });
});
