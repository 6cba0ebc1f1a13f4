import { type DialogueRequest, readText, type SpeechOutcome } from 'attune';
import { createFakeDialogue, createFakeRecognizer, createFakeSource, createFakeSpeech, createFakeStore, createFaults, createManualClock, type Befell, fakeFace, fakeWords } from 'attune/testing';
import { describe, expect, it } from 'vitest';

const request = { act: 'greet', language: 'en' } as DialogueRequest;
const signal = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };

describe('faults', () => {
  it('are the same by the same seed, and others by another', async () => {
    const drawn = (seed: number): string[] => {
      const befell: Befell[] = [];
      const text = createFaults({ clock: createManualClock(), seed, share: 0.5, only: ['slow', 'silent', 'throws', 'lies'], onFault: (fault) => befell.push(fault) }).text({ read: readText });
      for (let i = 0; i < 40; i += 1) {
        try {
          void Promise.resolve(text.read('hello', 'en')).catch(() => undefined);
        } catch {
          // One of them throws.
        }
      }
      return befell.map(({ port, fault, step }) => `${port} ${fault} ${step}`);
    };
    expect(drawn(3)).toEqual(drawn(3));
    expect(drawn(3)).not.toEqual(drawn(4));
    expect(drawn(3).length).toBeGreaterThan(5);
  });

  it('come at the very steps that were named, of the kinds that were, until all is healed', async () => {
    const faults = createFaults({ clock: createManualClock(), at: [2, 4], only: ['rejects'] });
    const dialogue = faults.dialogue(createFakeDialogue());
    const answers = async (): Promise<string> => (dialogue.reply(request, signal) as Promise<string>).catch(() => 'rejected');
    expect([await answers(), await answers(), await answers()]).toEqual(['(greet)', 'rejected', '(greet)']);
    faults.heal();
    expect(await answers()).toBe('(greet)');
  });

  it('add up in a port that is made faulty twice', async () => {
    const clock = createManualClock();
    const once = createFaults({ clock, at: [1], only: ['throws'] });
    const twice = createFaults({ clock, at: [1], only: ['empty'] });
    const dialogue = twice.dialogue(once.dialogue(createFakeDialogue()));
    expect(await (async () => {
      let text = '';
      const reply = dialogue.reply(request, signal);
      if (!(Symbol.asyncIterator in reply)) return reply;
      for await (const piece of reply) text += piece;
      return text;
    })()).toMatch(/^\s*$/);
    expect(() => dialogue.reply(request, signal)).toThrow(/the dialogue throws on purpose/);
  });

  it('refuse a share that is none and faults that there are not', () => {
    expect(() => createFaults({ clock: createManualClock(), share: 1.5 })).toThrow(/from 0 to 1, but got 1.5/);
    expect(() => createFaults({ clock: createManualClock(), only: ['bored' as 'slow'] })).toThrow(/but got bored/);
  });

  it('leave a port alone where there are none', async () => {
    const clock = createManualClock();
    const faults = createFaults({ clock, share: 0 });
    const [fake, store] = [createFakeSource('face'), createFakeStore()];
    const source = faults.source(fake);
    const told: unknown[] = [];
    await source.start(faults.clock(clock), { event: (event) => told.push(event), words: (words) => told.push(words), problem: () => undefined });
    fake.send({ type: 'signal', at: 0, signal: fakeFace(0) });
    fake.hear(fakeWords(0, 'hello'));
    await faults.store(store).set('a', 1);
    expect(told).toHaveLength(3);
    expect(await faults.store(store).list()).toEqual([['a', 1]]);
    await source.stop();
    expect(fake.started).toBe(false);
  });
});

describe('a faulty port', () => {
  it('dies for good, where it is not started anew', async () => {
    const faults = createFaults({ clock: createManualClock(), at: [1], only: ['dies'] });
    const speech = faults.speech(createFakeSpeech());
    const speak = (id: string): Promise<SpeechOutcome> => speech.speak({ id, text: 'hi', language: 'en', tone: { valence: 0, arousal: 0 } }, createManualClock(), { started: () => undefined });
    await expect(speak('a')).rejects.toThrow(/dies on purpose/);
    await expect(speak('b')).rejects.toThrow(/fails on purpose/);
  });

  it('keeps time by the sound clock when it is slow', async () => {
    const clock = createManualClock();
    const store = createFaults({ clock, at: [1], only: ['slow'] }).store(createFakeStore());
    let done = false;
    void store.set('a', 1).then(() => (done = true));
    await clock.advanceAsync(0.9);
    expect(done).toBe(false);
    await clock.advanceAsync(20);
    expect(done).toBe(true);
  });

  it('tells words of a recogniser twice, and nothing once it is dead', async () => {
    const clock = createManualClock();
    const told: string[] = [];
    const hear = async (only: 'twice' | 'dies', at: number): Promise<number> => {
      told.length = 0;
      const recognizer = createFaults({ clock, at: [at], only: [only] }).recognizer(createFakeRecognizer({ texts: ['one', 'two'] }));
      await recognizer.open({ words: ({ text }) => told.push(text), progress: () => undefined, problem: () => undefined });
      recognizer.begin({ id: 'a', at: 0 });
      recognizer.end(0);
      await clock.advanceAsync(0.1);
      return told.length;
    };
    // Steps: open, begin, end, words.
    expect(await hear('twice', 4)).toBe(2);
    expect(await hear('dies', 2)).toBe(0);
  });
});
