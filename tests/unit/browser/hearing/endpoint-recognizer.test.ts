import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttuneError, HeardWords } from '../../../../src/index.ts';
import { createEndpointRecognizer, type EndpointRecognizerOptions } from '../../../../src/browser/hearing/endpoint-recognizer.ts';
import { readTranscription } from '../../../../src/browser/hearing/read-transcription.ts';
import { readSound } from '../../../../scripts/voices/read-sound.ts';

beforeEach(() => vi.stubGlobal('document', { baseURI: 'https://here.test/page/' }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

type Answer = (request: RequestInit) => Promise<Response> | Response;

/** A recogniser that was asked about a second of sound, and all that it said. */
async function ask(answer: Answer, options: Partial<EndpointRecognizerOptions> = {}) {
  const requests: { url: string; request: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) => {
    requests.push({ url, request });
    return answer(request);
  });
  const words: HeardWords[] = [];
  const problems: AttuneError[] = [];
  const recognizer = createEndpointRecognizer({ url: '/v1/audio/transcriptions', language: 'en', ...options });
  await recognizer.open({ words: (each) => words.push(each), problem: (each) => problems.push(each), progress: () => undefined });
  recognizer.begin({ id: 'a', at: 2 });
  recognizer.push(Float32Array.from({ length: 16_000 }, (_, i) => 0.5 * Math.sin(i / 10)));
  recognizer.end(0.2);
  await later();
  return { recognizer, requests, words, problems };
}

const says = (answer: unknown, status = 200) => (): Response => new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { status });

describe('a transcription endpoint', () => {
  it('gets the speech as a WAV file, as OpenAI\'s API wants it', async () => {
    const { requests, words, problems } = await ask(says({ text: ' I feel lonely. ', segments: [{ text: 'I feel lonely.', avg_logprob: Math.log(0.8) }] }), { headers: { Authorization: 'Bearer key' }, model: 'small' });
    expect(problems).toEqual([]);
    expect(words).toMatchObject([{ id: 'a', at: 2, text: 'I feel lonely.', stable: 14, final: true, language: 'en', source: 'endpoint' }]);
    expect(words[0]?.confidence).toBeCloseTo(0.8);
    const [{ url, request }] = requests as [(typeof requests)[0]];
    expect(url).toBe('https://here.test/v1/audio/transcriptions');
    expect(request).toMatchObject({ method: 'POST', redirect: 'error', headers: { Authorization: 'Bearer key' } });
    const body = request.body as FormData;
    expect([body.get('model'), body.get('language'), body.get('response_format')]).toEqual(['small', 'en', 'verbose_json']);
    const sound = await readSound(new Uint8Array(await (body.get('file') as File).arrayBuffer()));
    expect(sound).toHaveLength(16_000);
    expect(sound[100]).toBeCloseTo(0.5 * Math.sin(10), 3);
  });

  it('tells in one sentence what went wrong, and answers the speech all the same', async () => {
    const cases: [Answer, RegExp][] = [
      [says('no', 401), /answered 401.*key/], [says('no', 404), /answered 404.*address/], [says('no', 429), /answered 429.*busy/], [says('no', 500), /answered 500.*log/],
      [says('<!doctype html><title>Welcome</title>'), /JSON with a "text".*<!doctype html/], [says({ words: 1 }), /JSON with a "text"/], [says(''), /JSON with a "text"/],
      [() => Promise.reject(new TypeError('Failed to fetch')), /network or the page's policy/],
      [says(`{"text":"${'x'.repeat(2 << 20)}"}`), /more came/],
    ];
    for (const [answer, message] of cases) {
      const { words, problems, recognizer } = await ask(answer);
      expect(problems.map(({ code }) => code)).toEqual(['words-unheard']);
      expect(problems[0]?.message).toMatch(message);
      expect(words).toMatchObject([{ id: 'a', text: '', final: true }]);
      await recognizer.close();
    }
  });

  it('is not waited for longer than its timeout, and is left alone when the speech is cancelled', async () => {
    const never: Answer = ({ signal }) => new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error)));
    const slow = await ask(never, { timeout: 0.001 });
    expect(slow.problems[0]?.message).toMatch(/within 0\.001 s/);
    expect(slow.words).toMatchObject([{ text: '', final: true }]);
    const cancelled = await ask(never);
    cancelled.recognizer.cancel();
    await later();
    expect(cancelled.requests[0]?.request.signal?.aborted).toBe(true);
    expect(cancelled.words).toEqual([]);
    expect(cancelled.problems).toEqual([]);
  });

  it('is refused on another origin unless speech may leave the device', () => {
    expect(() => createEndpointRecognizer({ url: 'https://there.test/v1', language: 'en' })).toThrow(/mayLeaveDevice.*https:\/\/there\.test/);
    expect(createEndpointRecognizer({ url: 'https://there.test/v1', language: 'zh', mayLeaveDevice: true }).onDevice).toBe(false);
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://', 7]) expect(() => createEndpointRecognizer({ url: url as string, language: 'en', mayLeaveDevice: true })).toThrow(/"url"/);
    expect(() => createEndpointRecognizer({ url: '/x', language: 'de' as 'en' })).toThrow(/"language".*en, zh/);
    expect(() => createEndpointRecognizer({ url: '/x', language: 'en', timeout: 0 })).toThrow(/"timeout"/);
  });
});

describe('the answer of a server', () => {
  it('whatever it is, gives one clean line of at most 2,000 characters, or one error', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.record({ text: fc.string({ unit: 'binary', maxLength: 3000 }), segments: fc.anything() }).map((each) => JSON.stringify(each))), (answer) => {
      try {
        const { text, confidence } = readTranscription(answer);
        expect(text.length).toBeLessThanOrEqual(2000);
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      } catch (thrown) {
        expect((thrown as AttuneError).code).toBe('words-unheard');
        expect((thrown as AttuneError).message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }));
  });

  it('loses marks that turn the writing round, halves of characters and what stands for silence, but no markup', () => {
    expect(readTranscription(JSON.stringify({ text: 'a\u202eb\u0000c \ud800 <b>d</b>' })).text).toBe('a b c <b>d</b>');
    for (const silence of ['[BLANK_AUDIO]', ' (music) [noise]', '♪']) expect(readTranscription(JSON.stringify({ text: silence })).text).toBe('');
    expect(readTranscription(JSON.stringify({ text: '(laughs) That is [really] funny' })).text).toBe('(laughs) That is [really] funny');
    expect(readTranscription(JSON.stringify({ text: 'x', segments: [{ avg_logprob: 5 }] })).confidence).toBe(1);
  });
});
