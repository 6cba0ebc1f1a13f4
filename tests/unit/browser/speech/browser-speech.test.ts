import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closedMouth, VISEMES } from '../../../../src/core/index.ts';
import { createAudioHub } from '../../../../src/browser/audio.ts';
import { createBrowserSpeech } from '../../../../src/browser/speech/browser/browser-speech.ts';
import { createLiveMouth } from '../../../../src/browser/speech/mouth/live-mouth.ts';
import { stubSynthesis, voiceHere } from './synthesis-here.ts';
import { fakeClock, requestFor } from './voice-contract.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const say = async (voice: ReturnType<typeof createBrowserSpeech>, text: string, language: 'en' | 'zh' = 'en'): Promise<string> => {
  const outcome = voice.speak({ ...requestFor(voice, 'a', text), language }, fakeClock, { started: () => undefined }).then(String, ({ code, message }: { code: string; message: string }) => `${code}: ${message}`);
  await vi.advanceTimersByTimeAsync(60_000);
  return outcome;
};

describe('the browser\'s voices', () => {
  it('are only those on the device, unless the text may leave it', async () => {
    const here = stubSynthesis([voiceHere('Cloud Ada', 'en-US', false), voiceHere('Mei', 'zh-TW'), voiceHere('Sin-ji', 'zh-HK'), voiceHere('Ting', 'zh-CN')]);
    const kept = createBrowserSpeech();
    expect(kept.capabilities).toMatchObject({ languages: ['zh'], onDevice: true });
    expect(kept.voices().map(({ name }) => name)).toEqual(['Ting', 'Mei', 'Sin-ji']);
    expect(await say(kept, 'Hello.')).toMatch(/^unsupported: This browser has no voice for "en" that stays on the device/);
    const open = createBrowserSpeech({ mayLeaveDevice: true });
    expect(open.capabilities).toMatchObject({ languages: ['en', 'zh'], onDevice: false });
    expect(await say(open, 'Hello.')).toBe('finished');
    expect(here.said).toEqual([{ text: 'Hello.', voice: 'Cloud Ada' }]);
  });

  it('are waited for where the browser lists them late', async () => {
    const here = stubSynthesis([]);
    const voice = createBrowserSpeech();
    expect(voice.speaks('en')).toBe(false);
    setTimeout(() => here.list([voiceHere('Ada', 'en-GB')]), 500);
    expect(await say(voice, 'Hello.')).toBe('finished');
    expect(voice.speaks('en')).toBe(true);
  });

  it('are chosen by name, and absent where the browser has no synthesis', async () => {
    const here = stubSynthesis([voiceHere('Ada', 'en-US'), voiceHere('Bob', 'en-GB')]);
    await say(createBrowserSpeech({ voice: 'Bob' }), 'Hello.');
    expect(here.said).toEqual([{ text: 'Hello.', voice: 'Bob' }]);
    vi.unstubAllGlobals();
    expect(createBrowserSpeech().capabilities.languages).toEqual([]);
    expect(await say(createBrowserSpeech(), 'Hello.')).toMatch(/^unsupported: This browser has no voices/);
  });

  it('are told again once when they do not begin, and given up the second time', async () => {
    const here = stubSynthesis([voiceHere('Ada', 'en-US')]);
    here.fault = 'never-begins';
    here.faults = 1;
    expect(await say(createBrowserSpeech(), 'Hello.')).toBe('finished');
    here.faults = 2;
    expect(await say(createBrowserSpeech(), 'Hello.')).toMatch(/^speech-failed: .*did not begin to speak within 4 s, twice/);
  });

  it('are over when a browser loses their end, and given up when they stall', async () => {
    const here = stubSynthesis([voiceHere('Ada', 'en-US')]);
    here.fault = 'loses-end';
    expect(await say(createBrowserSpeech(), 'Hello there.')).toBe('finished');
    here.fault = 'stalls';
    expect(await say(createBrowserSpeech(), 'Hello there.')).toMatch(/^speech-failed: .*stalled while it spoke/);
    expect(speechSynthesis.speaking).toBe(false);
  });

  it('are not heard by the microphone while they speak', async () => {
    stubSynthesis([voiceHere('Ada', 'en-US')]);
    const audio = createAudioHub();
    const told: boolean[] = [];
    const unwatch = audio.watchOutside((sounding) => told.push(sounding));
    expect(await say(createBrowserSpeech({ audio }), 'Hello there.')).toBe('finished');
    const stopOther = audio.soundOutside();
    unwatch();
    stopOther();
    expect(told).toEqual([false, true, false, true]);
  });

  it('are given no emoji and no marks to read out', async () => {
    const here = stubSynthesis([voiceHere('Ada', 'en-US')]);
    expect(await say(createBrowserSpeech(), '**Well** done! 🎉👍🏽')).toBe('finished');
    expect(here.said.map(({ text }) => text)).toEqual(['Well done!']);
  });
});

describe('the mouth of a voice that tells its words', () => {
  const mouth = closedMouth();
  const openness = (): number => VISEMES.reduce((sum, viseme) => sum + mouth[viseme], 0);

  it('shows each word within 60 ms of its beginning, however fast the voice is', () => {
    for (const pace of [0.5, 1, 1.6]) {
      const live = createLiveMouth();
      live.begin('a moo a moo a moo', 0);
      for (const [i, character] of [2, 6, 8, 12, 14].entries()) {
        const at = (i + 1) * 0.25 * pace;
        live.reach(character, at);
        let lips = 0;
        for (let after = 0.03; after <= 0.06; after += 0.01) {
          live.sample(at + after, mouth);
          lips = Math.max(lips, mouth.PP);
        }
        expect([character, lips > 0.5]).toEqual([character, character % 6 === 2]);
      }
      live.end();
      live.sample(2, mouth);
      expect(openness()).toBe(0);
    }
  });

  it('does not jump when a word comes earlier than was thought', () => {
    const live = createLiveMouth();
    live.begin('aaaa mmmm oooo', 0);
    live.sample(0.2, mouth);
    const before = { ...mouth };
    live.reach(5, 0.2);
    live.sample(0.2, mouth);
    for (const viseme of VISEMES) expect(Math.abs(mouth[viseme] - before[viseme])).toBeLessThan(0.02);
  });
});
