import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closedMouth, type Clock, type Language, type SpeechRequest, type SpeechSynthesizer, VISEMES } from '../../../../src/index.ts';

export interface VoiceHarness {
  readonly voice: SpeechSynthesizer;
  /** What is left over of nodes, workers and the like; 0 once nothing sounds. */
  readonly leftOver?: () => number;
}

const TEXTS: Readonly<Record<Language, string>> = { en: 'Hello there, my friend. I am glad that you are back again.', zh: '你好，我的朋友。你回来了，我很高兴。' };

/** The session's clock on vitest's fake time. */
export const fakeClock: Clock = {
  now: () => performance.now() / 1000,
  every(period, action) {
    const timer = setInterval(action, period * 1000);
    return () => clearInterval(timer);
  },
};

export function requestFor(voice: SpeechSynthesizer, id: string, text?: string): SpeechRequest {
  const language = voice.capabilities.languages[0] ?? 'en';
  return { id, text: text ?? TEXTS[language], language, tone: { valence: 0, arousal: 0 } };
}

/** What every voice must do. Time is vitest's. */
export function describeVoice(name: string, make: () => VoiceHarness | Promise<VoiceHarness>): void {
  describe(`${name}, as a voice`, () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    const setUp = async () => {
      const harness = await make();
      const started: { at: number; duration: number }[] = [];
      const shares: number[] = [];
      const listener = { started: (at: number, duration: number) => started.push({ at, duration }), said: (share: number) => shares.push(share) };
      const say = (request: SpeechRequest): Promise<string> => harness.voice.speak(request, fakeClock, listener).then(String, (thrown: { code: string }) => thrown.code);
      const openness = (): number => {
        const mouth = closedMouth();
        mouth.aa = 0.5;
        harness.voice.sampleMouth(mouth);
        return VISEMES.reduce((sum, viseme) => sum + mouth[viseme], 0);
      };
      const open = async (patience = 3): Promise<boolean> => {
        for (let i = 0; i < patience * 100; i += 1) {
          if (openness() > 0.1) return true;
          await vi.advanceTimersByTimeAsync(10);
        }
        return false;
      };
      return { ...harness, started, shares, say, openness, open };
    };

    it('declares what it can do, and speaks just the languages it declares', async () => {
      const { voice } = await setUp();
      const { source, languages, onDevice, mouth, tone } = voice.capabilities;
      expect(source).toMatch(/^[a-z0-9-]+$/);
      expect([typeof onDevice, typeof tone]).toEqual(['boolean', 'boolean']);
      expect(['phones', 'words', 'sound']).toContain(mouth);
      expect(languages.length).toBeGreaterThan(0);
      for (const language of ['en', 'zh'] as const) expect(voice.speaks(language)).toBe(languages.includes(language));
      await voice.dispose();
    });

    it('says a text: it starts once, moves the mouth, tells how much was said, and is over when it is over', async () => {
      const { voice, say, started, shares, open, openness, leftOver } = await setUp();
      const outcome = say(requestFor(voice, 'a'));
      expect(await open()).toBe(true);
      expect(started).toHaveLength(1);
      expect(started[0]!.duration).toBeGreaterThan(0.2);
      expect(started[0]!.duration).toBeLessThan(60);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await outcome).toBe('finished');
      expect(started).toHaveLength(1);
      expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
      expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
      expect(openness()).toBe(0);
      expect(leftOver?.() ?? 0).toBe(0);
      await voice.dispose();
    });

    it('falls silent at once when it is cancelled, but not for another id', async () => {
      const { voice, say, open, openness, leftOver } = await setUp();
      const outcome = say(requestFor(voice, 'a'));
      await open();
      voice.cancel('other');
      await vi.advanceTimersByTimeAsync(1);
      expect(await open(0.3)).toBe(true);
      voice.cancel('a');
      expect(await outcome).toBe('cancelled');
      expect(openness()).toBe(0);
      await vi.advanceTimersByTimeAsync(1000);
      expect(leftOver?.() ?? 0).toBe(0);
      await voice.dispose();
    });

    it('lets a new utterance take the place of the current one', async () => {
      const { voice, say, open } = await setUp();
      const first = say(requestFor(voice, 'a'));
      await open();
      const second = say(requestFor(voice, 'b'));
      expect(await first).toBe('cancelled');
      expect(await open()).toBe(true);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await second).toBe('finished');
      await voice.dispose();
    });

    it('is cancelled before it began, and then makes no sound', async () => {
      const { voice, say, started, leftOver } = await setUp();
      const outcome = say(requestFor(voice, 'a'));
      // A fake may begin at once.
      const begun = started.length;
      voice.cancel('a');
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await outcome).toBe('cancelled');
      expect(started).toHaveLength(begun);
      expect(leftOver?.() ?? 0).toBe(0);
      await voice.dispose();
    });

    it('goes on through being softer, and says what has nothing to say without a sound', async () => {
      const { voice, say, open, started } = await setUp();
      const outcome = say(requestFor(voice, 'a'));
      await open();
      voice.duck?.('a', 0.25);
      voice.duck?.('a', 1);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await outcome).toBe('finished');
      const nothing = say(requestFor(voice, 'b', ' … '));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await nothing).toBe('finished');
      expect(started).toHaveLength(1);
      await voice.dispose();
    });

    it('refuses a language that it does not speak', async () => {
      const { voice, say, started } = await setUp();
      for (const language of (['en', 'zh'] as const).filter((each) => !voice.speaks(each))) {
        const refused = say({ ...requestFor(voice, 'a'), language, text: TEXTS[language] });
        await vi.advanceTimersByTimeAsync(100);
        expect(await refused).toBe('unsupported');
      }
      expect(started).toEqual([]);
      await voice.dispose();
    });

    it('is silent after it was disposed, also twice', async () => {
      const { voice, say, open, openness, leftOver } = await setUp();
      const outcome = say(requestFor(voice, 'a'));
      await open();
      await voice.dispose();
      await voice.dispose();
      expect(await outcome).toBe('cancelled');
      expect(openness()).toBe(0);
      const after = say(requestFor(voice, 'b'));
      await vi.advanceTimersByTimeAsync(1000);
      expect(await after).toBe('speech-failed');
      expect(leftOver?.() ?? 0).toBe(0);
    });
  });
}
