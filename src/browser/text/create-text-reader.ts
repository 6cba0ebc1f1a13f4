import { asProblem, AttuneError, createPart, type Language, type ReadMessage, readText, type TextReader, type Unit } from '../../core/index.ts';
import { assetUrl, DEFAULT_ASSETS } from '../assets.ts';
import { bothFeelings } from './both-feelings.ts';
import type { IntentExamples } from './intent/fit-intents.ts';
import type { FullTextAssets, ReadText } from './text-protocol.ts';
import { hostTextWorker, type TextWorkerHost } from './text-worker-host.ts';

/** What the reader of words loads; everything may be left out. */
export interface TextReaderOptions {
  /** Base URL of the prepared assets; `./attune/` beside the page by default. */
  readonly assets?: string;
  /**
   * Whether the full size is loaded after the light one: 27 MB of a sentence encoder, its runtime and glosses of Chinese, by which English is read better, and danger and boundaries are heard better in both languages. Default true.
   */
  readonly full?: boolean;
  /** Whether it also listens for danger and for what asks for a boundary, with models of 3.2 and 1.2 MB. Default true. */
  readonly listens?: boolean;
  /** Share of the models that has arrived, in [0, 1]; 1 also when the full one can't be had. */
  readonly onProgress?: (share: Unit) => void;
  /** A model is missing or the worker crashed; reading goes on with what is there. */
  readonly onProblem?: (problem: AttuneError) => void;
}

/** Reads words in a worker of its own. Pass it to `createAgent({ text })`, or ask it for all that it read. */
export interface BrowserTextReader extends TextReader {
  /** Which model reads by now. */
  readonly size: 'nothing' | 'light' | 'full';
  /** Begins to load; resolves when the light model reads. The first text does it by itself. @throws {AttuneError} when it can't be had */
  prepare(): Promise<void>;
  /** Reads one text with all that there is to tell of it; see {@link ReadText}. */
  analyse(text: string, language?: Language): Promise<ReadText>;
  /**
   * Reads many texts and keeps their order. The page stays free meanwhile.
   *
   * @param options.onProgress how many are done and the newest of them, after each batch
   * @param options.signal rejects with its reason when it aborts
   */
  analyseAll(texts: readonly string[], options?: { readonly signal?: AbortSignal; readonly onProgress?: (done: number, newest: readonly ReadText[]) => void; readonly language?: Language }): Promise<readonly ReadText[]>;
  /** Learns the host's own intents from a few examples each, in place of those before. @throws {AttuneError} `bad-input` */
  setIntents(intents: readonly IntentExamples[]): Promise<void>;
  /** Ends the worker; texts that are still being read are rejected. */
  dispose(): Promise<void>;
}

/** The light size is this share of all bytes. */
const LIGHT_SHARE = 0.06;

/** Texts that go to the worker at once: few enough that a page can show how far it is. */
const BATCH = 100;

/**
 * Reads English and Chinese on the player's device. Nothing is fetched before the first text or `prepare`; then the light
 * models, which read until the full one is there.
 *
 * As an agent's reader it never fails: without its model the core's small lexicon reads, and that is told once.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong
 */
export function createTextReader(options: TextReaderOptions = {}): BrowserTextReader {
  const { assets = DEFAULT_ASSETS, full = true, listens = true, onProgress = () => {}, onProblem = () => {} } = options;
  if (typeof assets !== 'string' || assets === '') {
    throw new AttuneError('bad-input', `Expected the text option "assets" to be the URL of the folder that "attune assets" made; got ${JSON.stringify(assets)}.`);
  }
  let size: BrowserTextReader['size'] = 'nothing';
  const part = createPart('text');
  let worker: TextWorkerHost | null = null;
  let toldMissing = false;

  const open = (): TextWorkerHost => {
    worker ??= hostTextWorker(part, { light: assetUrl(assets, 'models/text.json'), listening: listens ? { danger: assetUrl(assets, 'models/safety.json'), boundaries: assetUrl(assets, 'models/boundaries.json') } : null, full: full ? fullAt(assets) : null }, {
      progress: (of, share) => onProgress(full ? (of === 'light' ? LIGHT_SHARE * share : LIGHT_SHARE + (1 - LIGHT_SHARE) * share) : share),
      ready: (next) => (size = next),
      problem(problem, of) {
        if (of === 'full') onProgress(1);
        onProblem(problem);
      },
    });
    return worker;
  };

  async function ask(texts: readonly string[], language: Language | null, listen = false): Promise<readonly ReadText[]> {
    const host = open();
    await host.ready;
    return host.read(texts, language, listen);
  }

  const reader: BrowserTextReader = {
    get size() {
      return size;
    },
    parts: [part],
    listensForDanger: listens,
    prepare: () => open().ready,
    async read(text, language): Promise<ReadMessage> {
      try {
        const [read] = await ask([text], language, listens);
        const { valence, arousal, dominance, emotions, intent, intentConfidence, domain, cues, danger, boundary } = read!;
        return { valence, arousal, dominance, emotions, both: bothFeelings(read!), intent, intentConfidence, domain, cues, ...(danger === undefined ? {} : { danger }), ...(boundary === undefined ? {} : { boundary }) };
      } catch (thrown) {
        if (!toldMissing) onProblem(asProblem(thrown, 'model-missing', 'Words are read by a small lexicon, because the model could not be used'));
        toldMissing = true;
        return readText(text, language);
      }
    },
    async analyse(text, language) {
      const [read] = await ask([text], language ?? null);
      return read!;
    },
    async analyseAll(texts, { signal, onProgress: tell = () => {}, language } = {}) {
      const done: ReadText[] = [];
      for (let from = 0; from < texts.length; from += BATCH) {
        signal?.throwIfAborted();
        const newest = await ask(texts.slice(from, from + BATCH), language ?? null);
        done.push(...newest);
        tell(done.length, newest);
      }
      signal?.throwIfAborted();
      return done;
    },
    async setIntents(intents) {
      const host = open();
      await host.ready;
      await host.setIntents(intents);
    },
    async dispose() {
      worker?.end();
      worker = null;
      size = 'nothing';
    },
  };
  return reader;
}

function fullAt(assets: string): FullTextAssets {
  return {
    net: assetUrl(assets, 'models/text-full.json'),
    dimensions: assetUrl(assets, 'models/text-dimensions.json'),
    glosses: assetUrl(assets, 'models/glosses-zh.tsv'),
    encoder: assetUrl(assets, 'text/sentence-encoder.onnx'),
    vocabulary: assetUrl(assets, 'text/vocabulary.json'),
    loader: assetUrl(assets, 'voice/ort/ort-wasm-simd-threaded.mjs'),
    binary: assetUrl(assets, 'voice/ort/ort-wasm-simd-threaded.wasm'),
  };
}
