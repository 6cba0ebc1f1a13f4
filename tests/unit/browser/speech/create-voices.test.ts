import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AttuneError, closedMouth, createAgent, type SpeechSynthesizer } from '../../../../src/index.ts';
import { createBrowserSpeech } from '../../../../src/browser/speech/browser/browser-speech.ts';
import { createVoices } from '../../../../src/browser/speech/create-voices.ts';
import { createFliteSpeech } from '../../../../src/browser/speech/flite-speech.ts';
import { restOf } from '../../../../src/browser/speech/rest-of.ts';
import { createFakeDialogue, createFakeSpeech, createManualClock } from '../../../../src/testing/index.ts';
import { createAudioHere } from './audio-here.ts';
import { stubFliteWorkers } from './flite-here.ts';
import { stubSynthesis, voiceHere } from './synthesis-here.ts';
import { describeVoice, fakeClock, requestFor } from './voice-contract.ts';

describeVoice('several voices', () => ({ voice: createVoices([createFakeSpeech({ fails: true }), createFakeSpeech({ languages: ['zh'] }), createFakeSpeech()]) }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const collect = () => {
  const problems: AttuneError[] = [];
  return { problems, onProblem: (problem: AttuneError) => problems.push(problem) };
};
const listen = () => {
  const [started, shares] = [[] as number[], [] as number[]];
  return { started, shares, listener: { started: (at: number) => started.push(at), said: (share: number) => shares.push(share) } };
};
const spoken = (voice: SpeechSynthesizer, text: string, language: 'en' | 'zh', listener = listen().listener): Promise<string> =>
  voice.speak({ ...requestFor(voice, 'a', text), language }, fakeClock, listener).then(String, ({ code }: AttuneError) => code);

describe('createVoices', () => {
  it('takes the first voice that speaks the language', async () => {
    const [english, both] = [createFakeSpeech(), createFakeSpeech({ languages: ['en', 'zh'] })];
    const voices = createVoices([english, both]);
    expect(voices.voiceFor('en')).toBe(english);
    expect(voices.voiceFor('zh')).toBe(both);
    const outcome = spoken(voices, '你好。', 'zh');
    await vi.advanceTimersByTimeAsync(5000);
    expect(await outcome).toBe('finished');
    expect([english.requests.length, both.requests.length]).toEqual([0, 1]);
  });

  it('goes on with another voice from the sentence at which Flite died, and starts once', async () => {
    stubFliteWorkers(2);
    const here = stubSynthesis([voiceHere('Ada', 'en-US')]);
    const { problems, onProblem } = collect();
    const voices = createVoices([createFliteSpeech({ audio: createAudioHere() }), createBrowserSpeech()], { onProblem });
    const { started, shares, listener } = listen();
    const outcome = spoken(voices, 'First of all I hear you. Then I will say more about it. In the third place you are right. And in the end we go home.', 'en', listener);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toBe('finished');
    expect(here.said.map(({ text }) => text.trim()).join(' ')).toBe('In the third place you are right. And in the end we go home.');
    expect(started).toHaveLength(1);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    expect(problems.map(({ code }) => code)).toEqual(['speech-failed']);
    await voices.dispose();
  });

  it('goes on from the word at which a browser\'s voice stalled', async () => {
    const here = stubSynthesis([voiceHere('Ada', 'en-US')]);
    here.fault = 'stalls';
    const standIn = createFakeSpeech();
    const voices = createVoices([createBrowserSpeech(), standIn]);
    const outcome = spoken(voices, 'one two three four five six seven eight nine ten', 'en');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toBe('finished');
    expect(standIn.requests[0]!.text).toBe('five six seven eight nine ten');
  });

  it('passes over a voice that failed for a while, then tries it again', async () => {
    const here = stubSynthesis([voiceHere('Ada', 'en-US')]);
    here.fault = 'refuses';
    here.faults = 1;
    const standIn = createFakeSpeech();
    const voices = createVoices([createBrowserSpeech(), standIn]);
    for (const rest of [100, 20_000, 0]) {
      const outcome = spoken(voices, 'Hello.', 'en');
      await vi.advanceTimersByTimeAsync(3000);
      expect(await outcome).toBe('finished');
      await vi.advanceTimersByTimeAsync(rest);
    }
    expect(standIn.requests).toHaveLength(2);
    expect(here.said).toHaveLength(1);
  });

  it('tells what the last voice said when all fail', async () => {
    const voices = createVoices([createFakeSpeech({ fails: true }), createFakeSpeech({ fails: true })]);
    await expect(spoken(voices, 'Hello.', 'en')).resolves.toBe('speech-failed');
  });

  it('never reads Chinese aloud without a Chinese voice: captions go on, and one clear notice is given', async () => {
    const here = stubSynthesis([voiceHere('Ada', 'en-US'), voiceHere('Mei', 'zh-CN', false)]);
    const workers = stubFliteWorkers();
    const { problems, onProblem } = collect();
    const voices = createVoices([createFliteSpeech({ audio: createAudioHere() }), createBrowserSpeech()], { onProblem });
    const clock = createManualClock();
    const agent = createAgent({ clock, speech: voices, language: 'zh', dialogue: createFakeDialogue(), onProblem });
    agent.start();
    for (const text of ['我今天很难过', '我很累', '再见']) {
      agent.say(text);
      for (let i = 0; i < 200; i += 1) {
        clock.advance(0.05);
        await vi.advanceTimersByTimeAsync(1);
      }
    }
    expect(agent.captions.filter(({ speaker }) => speaker === 'agent').length).toBeGreaterThanOrEqual(3);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'unsupported', message: expect.stringContaining('No voice here speaks Chinese') });
    expect(here.said).toEqual([]);
    expect(workers.living()).toBe(0);
    await agent.stop();
  });

  it('does not give Chinese to an English voice when the language was told wrong', async () => {
    const english = createFakeSpeech();
    const voices = createVoices([english]);
    expect(await spoken(voices, '我今天很难过', 'en')).toBe('unsupported');
    expect(english.requests).toEqual([]);
    const outcome = spoken(voices, 'My friend 小明 came back to me.', 'en');
    await vi.advanceTimersByTimeAsync(5000);
    expect(await outcome).toBe('finished');
  });

  it('closes the mouth as soon as it is cancelled between two voices', async () => {
    const voices = createVoices([createFakeSpeech({ fails: true }), createFakeSpeech()]);
    const outcome = spoken(voices, 'Hello there.', 'en');
    voices.cancel('a');
    expect(await outcome).toBe('cancelled');
    const mouth = closedMouth();
    voices.sampleMouth(mouth);
    expect(mouth).toEqual(closedMouth());
  });

  it('refuses a list without voices', () => {
    expect(() => createVoices([])).toThrow('at least one voice');
    expect(() => createVoices([{} as SpeechSynthesizer])).toThrow('at least one voice');
  });
});

describe('restOf', () => {
  it.each([
    ['I see. How are you?', 6 / 19, 'How are you?'], ['I see. How are you?', 0, 'I see. How are you?'], ['I see. How are you?', 1, ''],
    ['a rather long sentence without a clause in it at all', 0.5, 'without a clause in it at all'], ['你好，我的朋友。你回来了。', 0.6, '你回来了。'],
  ])('of %j after %f', (text, share, rest) => expect(restOf(text, share)).toBe(rest));

  it('is always an end of the text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => text.trim().endsWith(restOf(text, share))));
  });
});
