import { AttuneError, type Seconds, type SpeechSynthesizer, type Unit, closeMouth } from '../../core/index.ts';
import { DEFAULT_ASSETS, assetUrl } from '../assets.ts';
import type { AudioHub } from '../audio.ts';
import { createFliteEngine } from './flite-engine.ts';
import { type Utterance, startUtterance } from './utterance.ts';
import { FLITE_VOICES, type FliteVoice } from './voices.ts';

export interface FliteSpeechOptions {
  /** Where it sounds. Open the hub from a tap or a key before the first utterance. */
  readonly audio: AudioHub;
  /** The folder that `attune assets` made, which holds speech/flite.wasm (21.5 MB); `./attune/` by default. */
  readonly assets?: string;
  /** slt by default. rms ignores pitch. */
  readonly voice?: FliteVoice;
  /** Share of the voice that has been fetched, in [0, 1]. */
  readonly onProgress?: (share: Unit) => void;
  /** The node that an utterance plays into, for instance a panner, which must lead to the hub's output; that output by default. */
  readonly destination?: (context: AudioContext) => AudioNode;
}

/** English speech, made on the device by CMU Flite in a worker of its own. */
export interface FliteSpeech extends SpeechSynthesizer {
  /**
   * Fetches and warms the voice ahead of the first utterance.
   *
   * @throws {AttuneError} `asset-missing` or `asset-wrong` when flite.wasm is not where it was
   *   expected; `speech-failed` when the worker does not start
   */
  prepare(): Promise<void>;
}

/** How long an utterance waits for a context that the browser holds back. */
const AUDIO_PATIENCE: Seconds = 2;

/**
 * Makes a voice; nothing is fetched, started or opened before {@link FliteSpeech.prepare} or `speak`.
 *
 * `speak` sounds sentence by sentence, the first while the next is made, so the duration that
 * `started` reports is exact for one sentence and an estimate from the first for more. Its time is
 * when the sound is heard, output latency included, and it is called then. A text in which nothing
 * can be said (emoji alone) finishes without a sound. `speak` rejects with `bad-input` when the text
 * is too long, `unsupported` for a language other than English, those of `prepare`, and
 * `speech-failed` when the browser gives no sound or the worker dies; the next utterance restarts a
 * dead worker, after a growing pause and at most three times in a row.
 *
 * `dispose` cancels the utterance and ends the worker; the hub stays open, it belongs to its maker.
 *
 * @throws {AttuneError} `bad-input` when an option is not what it should be
 */
export function createFliteSpeech(options: FliteSpeechOptions): FliteSpeech {
  const { audio, assets = DEFAULT_ASSETS, voice = 'slt', onProgress, destination = (context) => audio.output ?? context.destination } = validated(options);
  const engine = createFliteEngine({
    url: assetUrl(assets, 'speech/flite.wasm'),
    voice,
    onProgress,
    startWorker: () => new Worker(new URL('./speech-worker.ts', import.meta.url), { type: 'module', name: 'attune-speech' }),
  });
  const tools = { engine, voice, destination, openAudio: () => openInTime(audio) };
  let current: Utterance | null = null;
  let disposed = false;

  return {
    prepare: () => engine.prepare(),
    speaks: (language) => language === 'en',
    async speak(request, clock, listener) {
      if (disposed) throw new AttuneError('speech-failed', 'This voice was disposed; create another to speak.');
      if (request.language !== 'en') throw new AttuneError('unsupported', `Expected English, the only language of Flite, but got "${request.language}". Ask speaks() first and show captions.`);
      if (typeof request.text !== 'string') throw new AttuneError('bad-input', `Expected a text to say, but got ${typeof request.text}.`);
      current?.cancel();
      const utterance = startUtterance(request, clock, listener, tools);
      current = utterance;
      try {
        return await utterance.outcome;
      } finally {
        if (current === utterance) current = null;
      }
    },
    duck(id, level) {
      if (current?.id === id) current.duck(level);
    },
    cancel(id) {
      if (current?.id === id) current.cancel();
    },
    sampleMouth(mouth) {
      if (current) current.sampleMouth(mouth);
      else closeMouth(mouth);
    },
    async dispose() {
      disposed = true;
      current?.cancel();
      engine.dispose();
    },
  };
}

async function openInTime(audio: AudioHub): Promise<AudioContext> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Without a gesture Chromium neither resumes nor refuses: it leaves the promise open.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AttuneError('speech-failed', 'The browser does not allow sound yet. Open the audio from a tap or a key first; captions go on.')), AUDIO_PATIENCE * 1000);
  });
  return Promise.race([audio.open(), late]).finally(() => clearTimeout(timer));
}

function validated(options: FliteSpeechOptions): FliteSpeechOptions {
  const { audio, assets, voice, onProgress, destination } = options ?? {};
  const refuse = (expected: string, came: unknown): never => {
    throw new AttuneError('bad-input', `createFliteSpeech expected ${expected}, but got ${JSON.stringify(came) ?? typeof came}.`);
  };
  if (typeof audio?.open !== 'function') refuse('"audio" to be a hub from createAudioHub()', audio);
  if (assets !== undefined && (typeof assets !== 'string' || assets === '')) refuse('"assets" to be the URL of the folder that "attune assets" made', assets);
  if (voice !== undefined && !FLITE_VOICES.includes(voice)) refuse(`"voice" to be one of ${FLITE_VOICES.join(', ')}`, voice);
  if (onProgress !== undefined && typeof onProgress !== 'function') refuse('"onProgress" to be a function', onProgress);
  if (destination !== undefined && typeof destination !== 'function') refuse('"destination" to be a function from an AudioContext to an AudioNode', destination);
  return options;
}
