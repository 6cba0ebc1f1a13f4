import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAgent, type SpeechRequest, type SpeechSynthesizer } from '../../../src/core/index.ts';
import { createFloor } from '../../../src/group/index.ts';
import { createFakeDialogue, createFakeSpeech, createManualClock } from '../../../src/testing/index.ts';

const request = (id: string, text = 'Good evening to you.', language: 'en' | 'zh' = 'en'): SpeechRequest => ({ id, text, language, tone: { valence: 0, arousal: 0 } });

/** A voice that notes when it sounds. */
function noted(name: string, sounding: Set<string>, heard: string[]): SpeechSynthesizer {
  const voice = createFakeSpeech();
  return {
    ...voice,
    async speak(asked, clock, listener) {
      sounding.add(name);
      heard.push(asked.id);
      try {
        return await voice.speak(asked, clock, listener);
      } finally {
        sounding.delete(name);
      }
    },
  };
}

describe('a floor', () => {
  it('lets only one of its voices sound, and each that is not cancelled, whatever is asked when', async () => {
    const wish = fc.record({ after: fc.double({ min: 0, max: 2, noNaN: true }), who: fc.nat(2), length: fc.integer({ min: 1, max: 60 }), cancel: fc.boolean() });
    await fc.assert(fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 12 }), async (wishes) => {
      const clock = createManualClock();
      const floor = createFloor();
      const sounding = new Set<string>();
      const heard: string[] = [];
      const outcomes: Promise<string>[] = [];
      const voices = ['a', 'b', 'c'].map((name) => floor.join(noted(name, sounding, heard), name));
      let most = 0;
      const watch = clock.every(0.01, () => (most = Math.max(most, sounding.size)));
      const lastOf = new Map<number, string>();
      for (const [index, { after, who, length, cancel }] of wishes.entries()) {
        await clock.advanceAsync(Math.round(after * 100) / 100);
        const id = `u${index}`;
        outcomes.push(voices[who]!.speak(request(id, 'word '.repeat(length)), clock, { started: () => {} }));
        if (cancel) voices[who]!.cancel(id);
        else lastOf.set(who, id);
        if (cancel && lastOf.has(who)) lastOf.delete(who);
      }
      await clock.advanceAsync(120);
      watch();
      expect(most).toBeLessThanOrEqual(1);
      expect(await Promise.all(outcomes)).toHaveLength(wishes.length);
      for (const id of lastOf.values()) expect(heard).toContain(id);
    }), { numRuns: 60 });
  });

  it('keeps an utterance of several sentences together, and passes on after a short pause', async () => {
    const clock = createManualClock();
    const floor = createFloor();
    const heard: string[] = [];
    const [emil, mira] = ['emil', 'mira'].map((name) => floor.join(noted(name, new Set(), heard), name));
    const first = emil!.speak(request('long', 'One.'), clock, { started: () => {} });
    void mira!.speak(request('other', 'Two.'), clock, { started: () => {} });
    expect(mira!.waits).toBe('other');
    expect(floor.speaker).toBe('emil');
    await clock.advanceAsync(0.3);
    expect(await first).toBe('finished');
    void emil!.speak(request('long', 'Three.'), clock, { started: () => {} });
    await clock.advanceAsync(0.3);
    expect(heard).toEqual(['long', 'long']);
    await clock.advanceAsync(0.65);
    expect(heard).toEqual(['long', 'long', 'other']);
    expect(mira!.waits).toBeNull();
    expect(floor.speaker).toBe('mira');
    await clock.advanceAsync(2);
    expect(floor.speaker).toBeNull();
  });

  it('is held while a caption is read, where a voice is missing or speaks another language', async () => {
    const clock = createManualClock();
    const floor = createFloor();
    const [mute, english] = [floor.join(null, 1), floor.join(createFakeSpeech({ languages: ['en'] }), 2)];
    const started: number[] = [];
    const listener = { started: (_at: number, duration: number) => void started.push(duration) };
    void mute.speak(request('a', 'A sentence of thirty letters.'), clock, listener);
    void english.speak(request('b', '晚上好，请坐。', 'zh'), clock, listener);
    await clock.advanceAsync(1.5);
    expect(started).toHaveLength(1);
    await clock.advanceAsync(1.5);
    expect(started).toHaveLength(2);
    expect(started[1]).toBeCloseTo(7 / 4, 5);
  });

  it('goes on when the one who has it is gone, or its voice fails', async () => {
    const clock = createManualClock();
    const floor = createFloor();
    const [gone, broken, last] = [floor.join(createFakeSpeech(), 1), floor.join(createFakeSpeech({ fails: true }), 2), floor.join(createFakeSpeech(), 3)];
    const outcomes = [gone.speak(request('a'), clock, { started: () => {} }), broken.speak(request('b'), clock, { started: () => {} }).catch(() => 'failed'), last.speak(request('c'), clock, { started: () => {} })];
    await gone.dispose();
    await clock.advanceAsync(5);
    expect(await Promise.all(outcomes)).toEqual(['cancelled', 'failed', 'finished']);
  });

  it('keeps an utterance softer that was told to be while it waited', async () => {
    const clock = createManualClock();
    const floor = createFloor();
    const voice = createFakeSpeech();
    const [first, second] = [floor.join(createFakeSpeech(), 1), floor.join(voice, 2)];
    void first.speak(request('a'), clock, { started: () => {} });
    void second.speak(request('b'), clock, { started: () => {} });
    second.duck?.('b', 0.25);
    expect(voice.levels).toEqual([]);
    await clock.advanceAsync(3);
    expect(voice.levels).toEqual([['b', 0.25]]);
  });

  it('lets two agents answer one after the other', async () => {
    const clock = createManualClock();
    const floor = createFloor();
    const spoken: string[] = [];
    const agents = ['emil', 'mira'].map((name) => {
      const voice = createFakeSpeech();
      const speak: SpeechSynthesizer['speak'] = (asked, ...rest) => {
        spoken.push(name);
        return voice.speak(asked, ...rest);
      };
      const agent = createAgent({ clock, dialogue: createFakeDialogue(), speech: floor.join({ ...voice, speak }, name) });
      agent.start();
      return agent;
    });
    for (const agent of agents) agent.say('Hello, I am so glad to see you both!');
    const both = (): number => agents.filter(({ state }) => state.conversation.utterance?.started != null).length;
    let most = 0;
    for (let i = 0; i < 100; i += 1) {
      await clock.advanceAsync(0.1);
      most = Math.max(most, both());
    }
    expect(most).toBe(1);
    // Each says that it is an AI, then what it has to say.
    expect(spoken).toEqual(['emil', 'emil', 'mira', 'mira']);
    await Promise.all(agents.map((agent) => agent.stop()));
  });

  it('lets a voice speak that throws when it is told to speak softly', async () => {
    const clock = createManualClock();
    const floor = createFloor();
    const [emil, mira] = ['emil', 'mira'].map((name) => floor.join({ ...createFakeSpeech(), duck() {
      throw new Error('broken');
    } }, name));
    const first = emil!.speak(request('first', 'One.'), clock, { started: () => {} });
    const second = mira!.speak(request('second', 'Two.'), clock, { started: () => {} });
    mira!.duck?.('second', 0.25);
    await clock.advanceAsync(3);
    expect(await Promise.all([first, second])).toEqual(['finished', 'finished']);
  });
});
