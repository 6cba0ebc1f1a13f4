import { asProblem } from '../../../core/index.ts';
import { Tensor } from 'onnxruntime-web/wasm';
import { fetchAsset } from '../../assets.ts';
import { startOnnx } from '../../nets/onnx-session.ts';
import { showLife } from '../../supervise/show-life.ts';
import type { FromSpeechWorker, ToSpeechWorker } from '../worker-messages.ts';
import { type Kokoro, type KokoroRequest, type KokoroSentence, type KokoroSession, parseStyles, parseVocabulary, sayByKokoro } from './kokoro.ts';

/** Where the parts lie. */
export interface KokoroLoad {
  readonly model: string;
  readonly tokenizer: string;
  readonly voice: string;
  readonly loader: string;
  readonly binary: string;
}

// A dedicated worker's global scope is, to the DOM types, the far end of a Worker.
const page = self as unknown as Pick<Worker, 'addEventListener' | 'postMessage'>;
const send = (message: FromSpeechWorker<KokoroSentence>, transfer: Transferable[] = []): void => page.postMessage(message, transfer);

let kokoro: Kokoro | null = null;

showLife();
page.addEventListener('message', ({ data }: MessageEvent<ToSpeechWorker<KokoroLoad, KokoroRequest>>) => {
  if (data.kind === 'load') void load(data.load);
  else void say(data.job, data.request);
});

async function load(parts: KokoroLoad): Promise<void> {
  try {
    // The model is all but a hundredth of what is fetched.
    const [model, tokenizer, voice, binary] = await Promise.all([
      fetchAsset(parts.model, (share) => send({ kind: 'progress', share })), fetchAsset(parts.tokenizer), fetchAsset(parts.voice), fetchAsset(parts.binary),
    ]);
    kokoro = { session: await startSession(model, { loader: parts.loader, binary }), vocabulary: parseVocabulary(new TextDecoder().decode(tokenizer)), styles: parseStyles(voice) };
    send({ kind: 'ready' });
  } catch (thrown) {
    const { code, message } = asProblem(thrown, 'asset-wrong', 'Could not start Kokoro');
    send({ kind: 'load-failed', code, message });
  }
}

async function startSession(model: Uint8Array, runtime: Parameters<typeof startOnnx>[1]): Promise<KokoroSession> {
  const session = await startOnnx(model, runtime);
  return {
    async run(tokens, style, speed) {
      const outputs = await session.run({
        input_ids: new Tensor('int64', tokens, [1, tokens.length]), style: new Tensor('float32', style, [1, style.length]), speed: new Tensor('float32', [speed], [1]),
      });
      const sound = outputs['waveform'] ?? outputs[session.outputNames[0]!]!;
      return { waveform: sound.data as Float32Array, durations: (outputs['durations']?.data as ArrayLike<number | bigint> | undefined) ?? null };
    },
  };
}

async function say(job: number, request: KokoroRequest): Promise<void> {
  try {
    if (!kokoro) throw new Error('expected the voice to be loaded before it speaks');
    const sentence = await sayByKokoro(kokoro, request);
    send({ kind: 'said', job, sentence }, [sentence.samples.buffer, sentence.loudness.buffer]);
  } catch (thrown) {
    send({ kind: 'say-failed', job, message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}
