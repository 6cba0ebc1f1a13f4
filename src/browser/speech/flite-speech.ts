import type { SpeechSynthesizer, Unit } from '../../core/index.ts';
import { assetUrl, DEFAULT_ASSETS } from '../assets.ts';
import { createFliteEngine } from './flite-engine.ts';
import { reciteByFlite } from './recite-by-flite.ts';
import { createSoundedVoice, expectOption, expectOutput, type VoiceOutput } from './sounded-voice.ts';
import { FLITE_VOICES, type FliteVoice } from './voices.ts';

export interface FliteSpeechOptions extends VoiceOutput {
  /** The folder that `attune assets` made, which holds speech/flite.wasm (21.5 MB); `./attune/` by default. */
  readonly assets?: string;
  /** slt by default. rms ignores pitch. */
  readonly voice?: FliteVoice;
  /** Share of the voice that has been fetched, in [0, 1]. */
  readonly onProgress?: (share: Unit) => void;
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
  const { audio, assets = DEFAULT_ASSETS, voice = 'slt', onProgress, destination } = validated(options);
  const engine = createFliteEngine({
    url: assetUrl(assets, 'speech/flite.wasm'),
    voice,
    onProgress,
    startWorker: () => new Worker(new URL('./speech-worker.ts', import.meta.url), { type: 'module', name: 'attune-speech' }),
  });
  const sounded = createSoundedVoice({
    audio, ...(destination ? { destination } : {}),
    capabilities: { source: 'flite', languages: ['en'], onDevice: true, mouth: 'phones', tone: true },
    recite: (request) => reciteByFlite(request, engine, voice),
    release: () => engine.dispose(),
  });
  return { ...sounded, prepare: () => engine.prepare() };
}

function validated(options: FliteSpeechOptions): FliteSpeechOptions {
  const { assets, voice, onProgress } = options ?? {};
  const expect = (holds: boolean, expected: string, came: unknown): void => expectOption(holds, 'createFliteSpeech', expected, came);
  expectOutput('createFliteSpeech', options ?? {});
  expect(assets === undefined || (typeof assets === 'string' && assets !== ''), '"assets" to be the URL of the folder that "attune assets" made', assets);
  expect(voice === undefined || FLITE_VOICES.includes(voice), `"voice" to be one of ${FLITE_VOICES.join(', ')}`, voice);
  expect(onProgress === undefined || typeof onProgress === 'function', '"onProgress" to be a function', onProgress);
  return options;
}
