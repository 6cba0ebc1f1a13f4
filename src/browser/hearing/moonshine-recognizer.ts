import { AttuneError, createPart, type SpeechRecognizer } from '../../core/index.ts';
import { assetUrl, DEFAULT_ASSETS } from '../assets.ts';
import { type HearingAssets, MOONSHINE } from './hearing-protocol.ts';
import { type HearingWorkerHost, hostHearingWorker } from './hearing-worker-host.ts';
import { createUnanswered, type Unanswered } from './unanswered.ts';

/** Where Moonshine's files lie. */
export interface MoonshineRecognizerOptions {
  /** Base URL of the prepared assets; `./attune/` beside the page by default. */
  readonly assets?: string;
}

/**
 * Makes out English on the player's device: Moonshine tiny (Jeffries et al. 2024) in a worker of its own. 28 MB are fetched
 * when it is opened, from the page's own origin, and kept by the browser's HTTP cache.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong
 */
export function createMoonshineRecognizer(options: MoonshineRecognizerOptions = {}): SpeechRecognizer {
  const { assets = DEFAULT_ASSETS } = options;
  if (typeof assets !== 'string' || assets === '') {
    throw new AttuneError('bad-input', `Expected the recognizer option "assets" to be the URL of the folder that "attune assets" made; got ${JSON.stringify(assets)}.`);
  }
  const part = createPart('hearing');
  let worker: HearingWorkerHost | null = null;
  let unanswered: Unanswered | null = null;

  const close = (): void => {
    unanswered?.cancel();
    unanswered = null;
    worker?.end();
    worker = null;
  };

  return {
    ...MOONSHINE,
    parts: [part],
    onDevice: true,
    needsSound: true,
    async open(listener) {
      close();
      const answers = createUnanswered(MOONSHINE.source, MOONSHINE.language, listener);
      unanswered = answers;
      worker = hostHearingWorker(part, assetsAt(assets), { words: answers.answer, progress: listener.progress, problem: listener.problem, crashed: answers.giveUp });
      try {
        await worker.ready;
      } catch (thrown) {
        if (unanswered === answers) close();
        throw thrown;
      }
    },
    begin(speech) {
      unanswered?.begin(speech, worker?.isReady ?? false);
      worker?.tell({ type: 'begin', speech });
    },
    push: (samples) => worker?.tell({ type: 'push', samples }, [samples.buffer]),
    pause: (silence) => worker?.tell({ type: 'pause', silence }),
    end(silence) {
      unanswered?.end();
      worker?.tell({ type: 'end', silence });
    },
    cancel() {
      unanswered?.cancel();
      worker?.tell({ type: 'cancel' });
    },
    close: async () => close(),
  };
}

function assetsAt(assets: string): HearingAssets {
  return {
    encoder: assetUrl(assets, 'hearing/encoder_model.onnx'),
    decoder: assetUrl(assets, 'hearing/decoder_model_merged.onnx'),
    vocabulary: assetUrl(assets, 'hearing/vocabulary.txt'),
    loader: assetUrl(assets, 'voice/ort/ort-wasm-simd-threaded.mjs'),
    binary: assetUrl(assets, 'voice/ort/ort-wasm-simd-threaded.wasm'),
  };
}
