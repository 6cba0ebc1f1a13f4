import { AttuneError, type Hertz, LANGUAGES, type Language, type Seconds, signedUnit, type SpeechRequest, type SpeechSynthesizer } from '../../../core/index.ts';
import { DEFAULT_ASSETS } from '../../assets.ts';
import { createSoundMouth, type LazyMouthNet, lazyMouthNet } from '../mouth/sound-mouth.ts';
import { shapeWords } from '../mouth/word-shapes.ts';
import { createSoundedVoice, expectOption, expectOutput, type VoiceOutput } from '../sounded-voice.ts';
import { speakableParts, speakableText } from '../speakable-text.ts';
import type { Piece, Recital } from '../utterance.ts';
import { playable } from './playable.ts';
import { gatherSamples, readPcm } from './pcm-stream.ts';

/** Which server speaks, what it is asked for and where its sound goes. */
export interface EndpointSpeechOptions extends VoiceOutput {
  /** Where speech is asked for, such as `/v1/audio/speech`; what it is sent is how OpenAI's API wants it. */
  readonly url: string;
  /** What it speaks well. */
  readonly languages: readonly Language[];
  /** Which of the server's models; `tts-1` by default. */
  readonly model?: string;
  /** Which of its voices; `alloy` by default. */
  readonly voice?: string;
  /** Of the samples that it sends, in hertz; 24000 by default, as OpenAI does. */
  readonly sampleRate?: Hertz;
  /** Sent with every request, such as an authorization. Whoever reads the page can read them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The server has so long for its first sound of a sentence, and between two pieces of it; 10 s by default. */
  readonly timeout?: Seconds;
  /** Must be true for another origin than the page's own: what the agent says is sent there. */
  readonly mayLeaveDevice?: boolean;
  /** The folder that `attune assets` made, which holds the net that tells the mouth by the sound; `./attune/` by default. */
  readonly assets?: string;
}

/** A piece of sound is at least so long, the first of a text shorter: it is waited for. */
const FIRST_PIECE: Seconds = 0.2;
const PIECE: Seconds = 0.5;

/**
 * Speaks by a server that the operator hosts and that speaks OpenAI's API for speech, sentence by sentence; each sounds while the
 * rest of it still comes in. The mouth follows the sound.
 *
 * `speak` rejects with `speech-failed` when the server refuses, is silent for too long or sends something else.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong, or the server is of another origin and `mayLeaveDevice` is not true
 */
export function createEndpointSpeech(options: EndpointSpeechOptions): SpeechSynthesizer {
  const settings = validated(options);
  const { audio, destination, languages, assets } = settings;
  const net = lazyMouthNet(assets);
  return createSoundedVoice({
    audio, ...(destination ? { destination } : {}),
    capabilities: { source: 'endpoint', languages, onDevice: false, mouth: 'sound', tone: true },
    recite: (request) => recite(request, settings, net),
    release: () => undefined,
  });
}

type Settings = ReturnType<typeof validated>;

function recite({ text, language, tone }: SpeechRequest, settings: Settings, net: LazyMouthNet): Recital | null {
  const whole = speakableText(text);
  if (whole === '') return null;
  const speed = 1.12 ** signedUnit(tone.arousal) * 1.045 ** signedUnit(tone.valence);
  return {
    prepare: async () => void (await net()),
    async *pieces(sampleRate, signal) {
      let said = 0;
      for (const part of speakableParts(whole, language)) {
        const own = part.length / whole.length;
        const expected = shapeWords(part).duration / speed;
        const mouth = createSoundMouth(settings.sampleRate, await net());
        const play = playable(settings.sampleRate, sampleRate);
        let heard = 0;
        for await (const { samples, last } of gatherSamples(ask(part, speed, settings, signal), settings.sampleRate, said === 0 ? FIRST_PIECE : PIECE)) {
          const mouthed = mouth.push(samples, last);
          if (!mouthed) continue;
          heard += mouthed.track.end;
          // How far the sentence is can only be guessed until it is over.
          const share = last ? 1 : Math.min(0.95, heard / expected);
          yield { samples: play(mouthed.samples, last), track: mouthed.track, said: said + own * share } satisfies Piece;
        }
        if (heard === 0 && !signal.aborted) throw new AttuneError('speech-failed', `Expected speech from ${settings.url}, but its answer was empty. Look into the server's own log; captions go on.`);
        said += own;
      }
    },
  };
}

/** Asks for the sound of a sentence. */
async function* ask(input: string, speed: number, { url, model, voice, headers, timeout }: Settings, signal: AbortSignal): AsyncGenerator<Float32Array> {
  const silence = new AbortController();
  const either = AbortSignal.any([signal, silence.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), timeout * 1000);
  };
  wait();
  try {
    // A redirection could lead the words to where nobody allowed them to go.
    const response = await fetch(url, {
      method: 'POST', redirect: 'error', signal: either, headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ model, voice, input, response_format: 'pcm', speed: Number(speed.toFixed(3)) }),
    });
    if (!response.ok) throw new AttuneError('speech-failed', `Expected speech from ${url}, but the server answered ${response.status}. ${remedyFor(response.status)}`);
    if (!response.body) return;
    for await (const samples of readPcm(response.body, url, either)) {
      clearTimeout(timer);
      yield samples;
      wait();
    }
    silence.signal.throwIfAborted();
  } catch (thrown) {
    if (signal.aborted) return;
    if (thrown instanceof AttuneError) throw thrown;
    if (silence.signal.aborted) throw new AttuneError('speech-failed', `Expected speech from ${url}, but nothing came for ${timeout} s. Captions go on.`, thrown);
    throw new AttuneError('speech-failed', `Could not ask ${url} for speech: the network or the page's policy refused. Check the address and connect-src; captions go on.`, thrown);
  } finally {
    clearTimeout(timer);
  }
}

function validated(options: EndpointSpeechOptions): Required<Omit<EndpointSpeechOptions, 'mayLeaveDevice' | 'destination'>> & Pick<EndpointSpeechOptions, 'destination'> {
  const { url, languages, model = 'tts-1', voice = 'alloy', sampleRate = 24_000, headers = {}, timeout = 10, mayLeaveDevice = false, assets = DEFAULT_ASSETS } = options ?? {};
  const expect = (holds: boolean, expected: string, came: unknown): void => expectOption(holds, 'createEndpointSpeech', expected, came);
  expectOutput('createEndpointSpeech', options ?? {});
  const address = typeof url === 'string' && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : null;
  expect(address !== null && /^https?:$/.test(address.protocol), '"url" to be the http or https address of a server', url);
  expect(Array.isArray(languages) && languages.length > 0 && languages.every((each) => LANGUAGES.includes(each)), `"languages" to be some of ${LANGUAGES.join(', ')}`, languages);
  for (const [name, value] of Object.entries({ model, voice })) expect(typeof value === 'string' && value !== '', `"${name}" to be a name that the server knows`, value);
  expect(Number.isInteger(sampleRate) && sampleRate >= 8000 && sampleRate <= 48_000, '"sampleRate" to be a whole number of hertz from 8000 to 48000', sampleRate);
  expect(timeout > 0 && timeout <= 300, '"timeout" to be seconds above 0, at most 300', timeout);
  if (address!.origin !== new URL(document.baseURI).origin && mayLeaveDevice !== true) {
    throw new AttuneError('bad-input', `Expected "mayLeaveDevice" to be true for a voice at ${address!.origin}, because what the agent says is sent there. Ask the player first, or host it on the page's own origin.`);
  }
  return { ...options, url: address!.href, model, voice, sampleRate, headers, timeout, assets };
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403) return 'Check the key in its headers; captions go on.';
  if (status === 404 || status === 405) return 'Check its address; captions go on.';
  if (status === 429 || status === 503) return 'It is busy; captions go on.';
  return 'Look into the server\'s own log; captions go on.';
}
