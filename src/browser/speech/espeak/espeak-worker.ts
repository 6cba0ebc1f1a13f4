import { AttuneError, asProblem } from '../../../core/index.ts';
import { showLife } from '../../supervise/show-life.ts';
import type { FromSpeechWorker, ToSpeechWorker } from '../worker-messages.ts';
import { type Espeak, type EspeakModule, type EspeakRequest, type EspeakSentence, sayByEspeak } from './espeak.ts';

// A dedicated worker's global scope is, to the DOM types, the far end of a Worker.
const page = self as unknown as Pick<Worker, 'addEventListener' | 'postMessage'>;
const send = (message: FromSpeechWorker<EspeakSentence>, transfer: Transferable[] = []): void => page.postMessage(message, transfer);

let espeak: Espeak | null = null;

showLife();
page.addEventListener('message', ({ data }: MessageEvent<ToSpeechWorker<string, EspeakRequest>>) => {
  if (data.kind === 'load') void load(data.load);
  else say(data.job, data.request);
});

/** eSpeak NG is under the GPL, so it is no part of this bundle: the page's operator hosts it, and it is loaded from there when it is to speak. */
async function load(url: string): Promise<void> {
  try {
    const loaded = (await import(/* @vite-ignore */ url).catch((thrown: unknown) => {
      throw new AttuneError('asset-missing', `Expected eSpeak NG's module at ${url}, but it could not be loaded. Host it there with its data file beside it.`, thrown);
    })) as Partial<EspeakModule>;
    const started = await loaded.default?.();
    if (typeof started?.eSpeakNGWorker !== 'function') throw new AttuneError('asset-wrong', `Expected eSpeak NG's module at ${url}, but it exports no eSpeakNGWorker. Host espeak-ng.js of @echogarden/espeak-ng-emscripten there.`);
    espeak = await new started.eSpeakNGWorker();
    sayByEspeak(espeak, { text: 'Hello.', language: 'en', rate: 165, pitch: 50, range: 50, sampleRate: 48_000 });
    send({ kind: 'ready' });
  } catch (thrown) {
    const { code, message } = asProblem(thrown, 'speech-failed', 'Could not start eSpeak NG');
    send({ kind: 'load-failed', code, message });
  }
}

function say(job: number, request: EspeakRequest): void {
  try {
    if (!espeak) throw new Error('expected the voice to be loaded before it speaks');
    const sentence = sayByEspeak(espeak, request);
    send({ kind: 'said', job, sentence }, [sentence.samples.buffer, sentence.loudness.buffer]);
  } catch (thrown) {
    send({ kind: 'say-failed', job, message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}
