import type { Hertz, SpeechSynthesizer, Unit } from '../../core/index.ts';
import { assetUrl, DEFAULT_ASSETS } from '../assets.ts';
import { createFliteEngine } from './flite-engine.ts';
import { reciteByFlite, type ToneAndText } from './recite-by-flite.ts';
import { type RenderedSpeech, renderSpeech } from './render-speech.ts';
import { createSoundedVoice, expectOption, expectOutput, type VoiceOutput } from './sounded-voice.ts';
import { AGENT_VOICES, FLITE_VOICES, type FliteVoice } from './voices.ts';

/** Which of Flite's voices speaks, and where its file lies. */
export interface FliteSpeechOptions extends VoiceOutput {
  /** The folder that `attune assets` made, which holds speech/flite.wasm (21.5 MB); `./attune/` by default. */
  readonly assets?: string;
  /** `feminine` by default. One of Flite's own is as it was recorded; kal16 and rms among them have no melody that could follow the tone. */
  readonly voice?: FliteVoice;
  /** Share of the voice that has been fetched, in [0, 1]. */
  readonly onProgress?: (share: Unit) => void;
}

const VOICES: readonly FliteVoice[] = [...AGENT_VOICES, ...FLITE_VOICES];

/** English speech, made on the device by CMU Flite in a worker of its own. */
export interface FliteSpeech extends SpeechSynthesizer {
  /**
   * Fetches and warms the voice ahead of the first utterance.
   *
   * @throws {AttuneError} `asset-missing` or `asset-wrong` when flite.wasm is not where it was
   *   expected; `speech-failed` when the worker does not start
   */
  prepare(): Promise<void>;
  /**
   * Says a text without playing it: its samples, phones and mouth, for instance to draw them or to keep them in a file.
   *
   * @param asked the text and its tone; `voice` is its own where none is named
   * @param sampleRate in hertz, from 8000 to 192000
   * @throws {AttuneError} `bad-input` when the text is too long, the voice is unknown or the rate is none, those of {@link prepare}, and `speech-failed`
   */
  render(asked: ToneAndText & { readonly voice?: FliteVoice }, sampleRate: Hertz): Promise<RenderedSpeech>;
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
  const { audio, assets = DEFAULT_ASSETS, voice = 'feminine', onProgress, destination } = validated(options);
  const engine = createFliteEngine({ url: assetUrl(assets, 'speech/flite.wasm'), voice, onProgress });
  const sounded = createSoundedVoice({
    audio, part: engine.part, ...(destination ? { destination } : {}),
    capabilities: { source: 'flite', languages: ['en'], onDevice: true, mouth: 'phones', tone: true },
    recite: (request) => reciteByFlite(request, engine, voice),
    release: () => engine.dispose(),
  });
  return {
    ...sounded,
    prepare: () => engine.prepare(),
    async render({ voice: other = voice, ...asked }, sampleRate) {
      expectOption(VOICES.includes(other), 'render', `"voice" to be one of ${VOICES.join(', ')}`, other);
      expectOption(Number.isInteger(sampleRate) && sampleRate >= 8000 && sampleRate <= 192_000, 'render', 'a whole sample rate from 8000 to 192000 Hz', sampleRate);
      return renderSpeech(asked, engine, other, sampleRate);
    },
  };
}

function validated(options: FliteSpeechOptions): FliteSpeechOptions {
  const { assets, voice, onProgress } = options ?? {};
  const expect = (holds: boolean, expected: string, came: unknown): void => expectOption(holds, 'createFliteSpeech', expected, came);
  expectOutput('createFliteSpeech', options ?? {});
  expect(assets === undefined || (typeof assets === 'string' && assets !== ''), '"assets" to be the URL of the folder that "attune assets" made', assets);
  expect(voice === undefined || VOICES.includes(voice), `"voice" to be one of ${VOICES.join(', ')}`, voice);
  expect(onProgress === undefined || typeof onProgress === 'function', '"onProgress" to be a function', onProgress);
  return options;
}
