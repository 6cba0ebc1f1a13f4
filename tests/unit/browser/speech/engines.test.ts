import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closedMouth } from '../../../../src/core/index.ts';
import { parseNet } from '../../../../src/browser/nets/net-file.ts';
import { createEndpointSpeech, type EndpointSpeechOptions } from '../../../../src/browser/speech/endpoint/endpoint-speech.ts';
import { createEspeakSpeech } from '../../../../src/browser/speech/espeak/espeak-speech.ts';
import { sayByEspeak } from '../../../../src/browser/speech/espeak/espeak.ts';
import { parseStyles, parseVocabulary, sayByKokoro } from '../../../../src/browser/speech/kokoro/kokoro.ts';
import { createKokoroSpeech } from '../../../../src/browser/speech/kokoro/kokoro-speech.ts';
import { createMouthNet, createSoundMouth } from '../../../../src/browser/speech/mouth/sound-mouth.ts';
import { languageOf, speakableParts, speakableText } from '../../../../src/browser/speech/speakable-text.ts';
import { createAudioHere } from './audio-here.ts';
import { createEspeakHere, createKokoroHere, stubSpeechServer } from './engines-here.ts';
import { fakeClock, requestFor } from './voice-contract.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('eSpeak NG', () => {
  const request = { language: 'zh', rate: 165, pitch: 50, range: 50, sampleRate: 48_000 } as const;

  it('says Chinese by its Mandarin voice, with phonemes that fill the sound', () => {
    const espeak = createEspeakHere();
    const { samples, phonemes, loudness } = sayByEspeak(espeak, { ...request, text: '你好' });
    expect(espeak.voices).toEqual(['cmn']);
    expect(samples.length / 48_000).toBeCloseTo(0.3, 3);
    expect(loudness).toHaveLength(30);
    expect(phonemes.map(({ phoneme }) => phoneme)).toEqual(['m', 'ˈɑː', '']);
    expect(phonemes.at(-1)!.end).toBeCloseTo(0.3, 3);
    for (const [i, { start }] of phonemes.entries()) expect(start).toBeCloseTo(phonemes[i - 1]?.end ?? 0, 6);
    // The chunks lie in memory that is used again.
    expect(samples.findLastIndex((sample) => Math.abs(sample) > 0.05) / 48_000).toBeGreaterThan(0.29);
  });

  it('tells when no sound came, and is loaded from the page\'s own origin only', () => {
    expect(() => sayByEspeak({ ...createEspeakHere(), synthesize: () => 0 }, { ...request, text: '你好' })).toThrow('gave no sound');
    vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
    expect(() => createEspeakSpeech({ audio: createAudioHere(), url: 'https://cdn.test/espeak-ng.js' })).toThrow('on the page\'s own origin');
    expect(() => createEspeakSpeech({ audio: createAudioHere(), url: '/espeak-ng.js', languages: ['xx' as 'en'] })).toThrow('"languages" to be some of en, zh');
  });
});

describe('Kokoro', () => {
  it('is asked for the tokens of known phonemes between zeros, in the style for that many', async () => {
    const kokoro = createKokoroHere(true);
    const { phonemes, samples } = await sayByKokoro(kokoro, { phonemes: 'mˈɑ☃sO', speed: 1.1, sampleRate: 48_000 });
    expect(kokoro.asked).toEqual([{ tokens: 7, style: 5, speed: 1.1 }]);
    expect(phonemes!.map(({ phoneme }) => phoneme)).toEqual(['', 'm', 'ˈ', 'ɑ', 's', 'O', '']);
    expect(phonemes!.at(-1)!.end).toBeCloseTo(samples.length / 48_000, 6);
    expect((await sayByKokoro(createKokoroHere(false), { phonemes: 'mɑ', speed: 1, sampleRate: 48_000 })).phonemes).toBeNull();
  });

  it('takes no more than 510 phonemes, and refuses words without any', async () => {
    const kokoro = createKokoroHere(true);
    await sayByKokoro(kokoro, { phonemes: 'mɑ'.repeat(400), speed: 1, sampleRate: 24_000 });
    expect(kokoro.asked).toEqual([{ tokens: 512, style: 509, speed: 1 }]);
    await expect(sayByKokoro(kokoro, { phonemes: '☃', speed: 1, sampleRate: 24_000 })).rejects.toThrow('expected phonemes that Kokoro knows, but got "☃"');
  });

  it('refuses files that are something else', () => {
    expect(parseVocabulary('{"model":{"vocab":{"$":0,"a":43}}}').get('a')).toBe(43);
    expect(() => parseVocabulary('{"vocab":{}}')).toThrow('tokens under model.vocab');
    expect(parseStyles(new Uint8Array(2048))).toHaveLength(512);
    expect(() => parseStyles(new Uint8Array(1000))).toThrow('rows of 256 32-bit floats, but got 1000 bytes');
  });

  it('is set up by what the operator hosts on the page\'s own origin', () => {
    vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
    const options = { audio: createAudioHere(), model: '/kokoro/', phonemizer: { phonemes: (text: string) => text } };
    expect(() => createKokoroSpeech({ ...options, model: 'https://hub.test/kokoro/' })).toThrow('"model" to be a folder on the page\'s own origin');
    expect(() => createKokoroSpeech({ ...options, phonemizer: {} as never })).toThrow('"phonemizer" to have a function "phonemes"');
    expect(() => createKokoroSpeech({ ...options, voice: '../secret' })).toThrow('"voice" to be the name of a voice');
    expect(createKokoroSpeech(options).capabilities.languages).toEqual(['en']);
  });
});

describe('a speech endpoint', () => {
  const say = async (options: Partial<EndpointSpeechOptions> = {}, text = 'Hello there, my friend.'): Promise<{ outcome: string; audio: ReturnType<typeof createAudioHere> }> => {
    const audio = createAudioHere();
    const voice = createEndpointSpeech({ audio, url: '/v1/audio/speech', languages: ['en'], ...options });
    const outcome = voice.speak(requestFor(voice, 'a', text), fakeClock, { started: () => undefined }).then(String, ({ code, message }: { code: string; message: string }) => `${code}: ${message}`);
    await vi.advanceTimersByTimeAsync(60_000);
    return { outcome: await outcome, audio };
  };

  it('is asked for raw samples of each sentence, with the operator\'s headers, and plays all of them without a gap', async () => {
    const { asked } = stubSpeechServer();
    const text = 'This is the first of two sentences that are long enough to part. And this is the second one of the two, at last.';
    const { outcome, audio } = await say({ headers: { authorization: 'Bearer x' }, voice: 'nova', model: 'kokoro' }, text);
    expect(outcome).toBe('finished');
    expect(asked.map(({ body }) => body['input'])).toEqual(['This is the first of two sentences that are long enough to part. ', 'And this is the second one of the two, at last.']);
    expect(asked[0]).toMatchObject({ url: 'https://here.test/v1/audio/speech', headers: { authorization: 'Bearer x' }, body: { model: 'kokoro', voice: 'nova', response_format: 'pcm', speed: 1 } });
    const { sounds } = audio;
    expect(sounds.length).toBeGreaterThan(4);
    expect(sounds.reduce((sum, { start, end }) => sum + end - start, 0)).toBeCloseTo(text.length * 0.06, 2);
    for (const [i, { start }] of sounds.entries()) if (i > 0) expect(start).toBeCloseTo(sounds[i - 1]!.end, 6);
  });

  it.each([
    [() => new Response('no', { status: 401 }), /^speech-failed: .*answered 401. Check the key/],
    [() => new Response('<html>'), /^speech-failed: .*raw 16-bit samples.*but a page came/],
    [() => new Response('RIFF....WAVE'), /^speech-failed: .*but a WAV file came/],
    [() => new Response(''), /^speech-failed: .*its answer was empty/],
    [() => new Response(new ReadableStream({ start: () => undefined })), /^speech-failed: .*nothing came for 10 s/],
  ])('says clearly what was wrong with an answer (%#)', async (respond, message) => {
    stubSpeechServer(respond);
    expect((await say()).outcome).toMatch(message);
  });

  it('is refused at another origin, unless what is said may go there', () => {
    vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
    const options = { audio: createAudioHere(), url: 'https://api.test/v1/audio/speech', languages: ['en'] } as const;
    expect(() => createEndpointSpeech(options)).toThrow('Expected "mayLeaveDevice" to be true for a voice at https://api.test');
    expect(createEndpointSpeech({ ...options, mayLeaveDevice: true }).capabilities.onDevice).toBe(false);
    expect(() => createEndpointSpeech({ ...options, url: 'ftp://x' })).toThrow('http or https address');
    expect(() => createEndpointSpeech({ ...options, mayLeaveDevice: true, sampleRate: 1 })).toThrow('8000 to 48000');
  });
});

describe('the mouth by sound', () => {
  const net = createMouthNet(parseNet(readFileSync(new URL('../../../../models/mouth/net.json', import.meta.url), 'utf8'), 'mouth'));
  const sound = Float32Array.from({ length: 24_000 }, (_, i) => 0.2 * Math.sin(i / 20) * Math.max(0, Math.sin(i / 1900)));

  it('gives back every sample once and in order, however they come in', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 8 }), fc.constantFrom(16_000, 24_000, 44_100), (lengths, rate) => {
      const mouth = createSoundMouth(rate, net);
      const given: number[] = [];
      let at = 0;
      for (const [i, length] of [...lengths, sound.length].entries()) {
        const part = mouth.push(sound.subarray(at, at + length), i === lengths.length);
        at = Math.min(sound.length, at + length);
        if (!part) continue;
        expect(part.track.end).toBeCloseTo(part.samples.length / rate, 9);
        for (const sample of part.samples) given.push(sample);
      }
      expect(given).toEqual([...sound]);
    }), { numRuns: 15 });
  });

  it('holds back no more than 0.1 s, and opens for a vowel but not for silence', () => {
    const mouth = createSoundMouth(24_000, net);
    const first = mouth.push(sound.subarray(0, 12_000), false)!;
    expect(first.samples.length).toBeGreaterThan(12_000 - 2400);
    const silent = createSoundMouth(24_000, net);
    silent.push(sound, false);
    const part = silent.push(new Float32Array(24_000), true)!;
    const weights = closedMouth();
    part.track.sample(0.8, weights);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeLessThan(0.15);
  });
});

describe('a text that is spoken', () => {
  it('has no emoji and no marks, and is parted into sentences whose sum it is', () => {
    expect(speakableText('**Hi** 👩‍👩‍👧 there™ — `you`! 5️⃣ 🇩🇪')).toBe('Hi there — you ! 5');
    expect(speakableText('🎉 …')).toBe('');
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom('en', 'zh'), (text, language) => speakableParts(speakableText(text), language as 'en').join('') === speakableText(text)));
  });

  it('is of the language of its letters', () => {
    expect([languageOf('Hello'), languageOf('我很好'), languageOf('My name is 小明'), languageOf('我用 Chrome 浏览器'), languageOf('42')]).toEqual(['en', 'zh', 'en', 'zh', null]);
  });

  it('is refused when it is too long', () => expect(() => speakableText('a'.repeat(2001))).toThrow('at most 2000 characters'));
});
