import { AttuneError, asProblem } from '../../core/index.ts';
import { fetchAsset } from '../assets.ts';
import { showLife } from '../supervise/show-life.ts';
import { type Flite, createFlite } from './flite.ts';
import { type SentenceRequest, saySentence } from './say-sentence.ts';
import type { SpokenSentence } from './shape-sentence.ts';
import type { FliteLoad, FromSpeechWorker, ToSpeechWorker } from './worker-messages.ts';

// A dedicated worker's global scope is, to the DOM types, the far end of a Worker.
const page = self as unknown as Pick<Worker, 'addEventListener' | 'postMessage'>;
const send = (message: FromSpeechWorker<SpokenSentence>, transfer: Transferable[] = []): void => page.postMessage(message, transfer);

let flite: Flite | null = null;

showLife();
page.addEventListener('message', ({ data }: MessageEvent<ToSpeechWorker<FliteLoad, SentenceRequest>>) => {
  if (data.kind === 'load') void load(data.load);
  else void say(data.job, data.request);
});

async function load({ url, voice }: FliteLoad): Promise<void> {
  try {
    const bytes = await fetchAsset(url, (share) => send({ kind: 'progress', share }));
    const module = await WebAssembly.compile(bytes).catch((thrown: unknown) => {
      throw new AttuneError('asset-wrong', `Expected Flite's program at ${url}, but ${bytes.length} bytes came that do not compile. Run "attune assets --out FOLDER" again.`, thrown);
    });
    flite = createFlite(module);
    // The engine compiles a function when it is first called: pay that before the player waits for it.
    await saySentence(flite, { text: 'Hello, how are you today?', voice, tone: { valence: 0.3, arousal: 0.3 }, sampleRate: 48_000, lead: 0, tail: 0, breathes: false });
    flite.warm();
    send({ kind: 'ready' });
  } catch (thrown) {
    const { code, message } = asProblem(thrown, 'speech-failed', 'Could not start speech synthesis');
    send({ kind: 'load-failed', code, message });
  }
}

async function say(job: number, request: SentenceRequest): Promise<void> {
  try {
    if (!flite) throw new Error('expected the voice to be loaded before it speaks');
    const sentence = await saySentence(flite, request);
    send({ kind: 'said', job, sentence }, [sentence.samples.buffer, sentence.loudness.buffer]);
  } catch (thrown) {
    send({ kind: 'say-failed', job, message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
  flite?.warm();
}
