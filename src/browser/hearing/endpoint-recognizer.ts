import { AttuneError, type Language, LANGUAGES, type Seconds, type SpeechRecognizer } from '../../core/index.ts';
import { formatWave } from '../format-wave.ts';
import { RATE } from '../voice/voice-frame.ts';
import { readTranscription } from './read-transcription.ts';
import { createTranscriber, type Transcriber } from './transcriber.ts';
import type { Transcript } from './transcript.ts';

/** Which server makes the words out, and how it is asked. */
export interface EndpointRecognizerOptions {
  /** Where transcriptions are asked for, such as `/v1/audio/transcriptions`; what it is sent is how OpenAI's API wants it. */
  readonly url: string;
  readonly language: Language;
  /** Which of the server's models; `whisper-1` by default. */
  readonly model?: string;
  /** Sent with every request, such as an authorization. Whoever reads the page can read them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In what the answer is asked for; `verbose_json` by default, which also tells how sure the words are. */
  readonly format?: 'json' | 'verbose_json';
  /** The server has so long for an answer; 20 s by default. */
  readonly timeout?: Seconds;
  /** Must be true for another origin than the page's own: the player's speech is sent there. */
  readonly mayLeaveDevice?: boolean;
}

/** More than an answer to half a minute of speech can be. */
const MOST_BYTES = 1 << 20;

/**
 * Makes out words by a server that the operator hosts and that speaks OpenAI's API for transcriptions. Each speech is sent
 * whole when it is over (after 20 s at the latest, cut in a pause), as a WAV file; nothing is told while it goes on.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong, or the server is of another origin and `mayLeaveDevice` is not true
 */
export function createEndpointRecognizer(options: EndpointRecognizerOptions): SpeechRecognizer {
  const { url, language, model, headers, format, timeout } = readOptions(options);
  let life: AbortController | null = null;
  let transcriber: Transcriber | null = null;
  let requests = new AbortController();

  async function transcribe(samples: Float32Array): Promise<Transcript> {
    const body = new FormData();
    body.set('file', new Blob([formatWave(samples, RATE)], { type: 'audio/wav' }), 'speech.wav');
    body.set('model', model);
    body.set('language', language);
    body.set('response_format', format);
    const patience = AbortSignal.timeout(timeout * 1000);
    const signal = AbortSignal.any([requests.signal, patience]);
    try {
      // A redirection could lead the sound to where nobody allowed it to go.
      const response = await fetch(url, { method: 'POST', body, headers, signal, redirect: 'error' });
      if (!response.ok) throw new AttuneError('words-unheard', `Expected a transcription from ${url}, but the server answered ${response.status}. ${remedyFor(response.status)}`);
      return readTranscription(await readText(response));
    } catch (thrown) {
      if (thrown instanceof AttuneError) throw thrown;
      if (patience.aborted) throw new AttuneError('words-unheard', `Expected a transcription from ${url} within ${timeout} s, but none came. Say it again, or go on by typing.`, thrown);
      throw new AttuneError('words-unheard', `Could not ask ${url} for a transcription: the network or the page's policy refused. Check the address and connect-src, or go on by typing.`, thrown);
    }
  }

  const close = (): void => {
    life?.abort();
    requests.abort();
    transcriber?.cancel();
    transcriber = life = null;
  };

  return {
    source: 'endpoint', language, onDevice: false, needsSound: true,
    async open(listener) {
      close();
      const mine = new AbortController();
      life = mine;
      requests = new AbortController();
      transcriber = createTranscriber({
        source: 'endpoint', language, transcribe, partials: false, words: listener.words, now: () => performance.now() / 1000,
        failed: (thrown) => {
          if (!mine.signal.aborted && thrown instanceof AttuneError) listener.problem(thrown);
        },
      });
      listener.progress(1);
    },
    begin: (speech) => transcriber?.begin(speech),
    push: (samples) => transcriber?.push(samples),
    end: (silence) => transcriber?.end(silence),
    cancel() {
      transcriber?.cancel();
      requests.abort();
      requests = new AbortController();
    },
    close: async () => close(),
  };
}

function readOptions(options: EndpointRecognizerOptions): Required<Omit<EndpointRecognizerOptions, 'mayLeaveDevice'>> {
  const { url, language, model = 'whisper-1', headers = {}, format = 'verbose_json', timeout = 20, mayLeaveDevice = false } = options;
  const address = typeof url === 'string' && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : null;
  expect(address !== null && /^https?:$/.test(address.protocol), 'url', 'the http or https address of a server', url);
  expect(LANGUAGES.includes(language), 'language', `one of ${LANGUAGES.join(', ')}`, language);
  expect(typeof model === 'string' && model !== '', 'model', 'the name of a model', model);
  expect(format === 'json' || format === 'verbose_json', 'format', '"json" or "verbose_json"', format);
  expect(timeout > 0 && timeout <= 300, 'timeout', 'seconds above 0, at most 300', timeout);
  if (address!.origin !== new URL(document.baseURI).origin && mayLeaveDevice !== true) {
    throw new AttuneError('bad-input', `Expected "mayLeaveDevice" to be true for a recogniser at ${address!.origin}, because the player's speech is sent there. Ask the player first, or host it on the page's own origin.`);
  }
  return { url: address!.href, language, model, headers, format, timeout };
}

function expect(holds: boolean, name: string, wanted: string, got: unknown): void {
  if (!holds) throw new AttuneError('bad-input', `Expected the recognizer option "${name}" to be ${wanted}; got ${typeof got === 'string' ? JSON.stringify(got) : String(got)}.`);
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return 'Check the key in its headers.';
  if (status === 404 || status === 405) return 'Check its address.';
  if (status === 429 || status === 503) return 'It is busy; say it again in a moment.';
  return 'Look into the server\'s own log.';
}

/** Reads no more than a transcription can be. */
async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new AttuneError('words-unheard', `Expected a transcription of at most ${MOST_BYTES} bytes, but more came. Check which server answers there.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
