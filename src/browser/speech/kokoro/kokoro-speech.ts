import { type Hertz, LANGUAGES, type Language, signedUnit, type SpeechRequest, type SpeechSynthesizer, type Unit } from '../../../core/index.ts';
import { assetUrl, DEFAULT_ASSETS } from '../../assets.ts';
import { coarticulate } from '../mouth/coarticulate.ts';
import { shapeIpa } from '../mouth/ipa-shapes.ts';
import { createSoundMouth, type LazyMouthNet, lazyMouthNet } from '../mouth/sound-mouth.ts';
import type { VisemeTrack } from '../mouth/viseme-track.ts';
import { createSoundedVoice, expectOption, expectOutput, type VoiceOutput } from '../sounded-voice.ts';
import { speakableParts, speakableText } from '../speakable-text.ts';
import { createSpeechEngine, type SpeechEngine } from '../speech-engine.ts';
import type { Recital } from '../utterance.ts';
import type { KokoroRequest, KokoroSentence } from './kokoro.ts';
import type { KokoroLoad } from './kokoro-worker.ts';

/** Turns words into phonemes. */
export interface Phonemizer {
  /** @returns phonemes in Misaki's alphabet or in IPA as eSpeak NG writes it, with punctuation where the voice shall pause */
  phonemes(text: string, language: Language): string | Promise<string>;
}

/** Where an operator's own copy of Kokoro lies, and how it speaks. */
export interface KokoroSpeechOptions extends VoiceOutput {
  /** The folder on the page's own origin that holds Kokoro as an ONNX model: `tokenizer.json`, the model file, and `voices/`. */
  readonly model: string;
  /** The model's file in that folder; `onnx/model_quantized.onnx` by default. */
  readonly file?: string;
  /** One of its voices; `af_heart` by default. */
  readonly voice?: string;
  /** Turns words into phonemes. Attune brings none: those of Kokoro's own packages contain eSpeak NG, which is under the GPL. */
  readonly phonemizer: Phonemizer;
  /** What voice and phonemizer can say; English by default. */
  readonly languages?: readonly Language[];
  /** The folder that `attune assets` made, which holds onnxruntime-web and the net that tells the mouth by the sound; `./attune/` by default. */
  readonly assets?: string;
  /** Share of the model that has been fetched, in [0, 1]. */
  readonly onProgress?: (share: Unit) => void;
}

/** A voice by Kokoro. */
export interface KokoroSpeech extends SpeechSynthesizer {
  /**
   * Fetches and starts the model ahead of the first utterance.
   *
   * @throws {AttuneError} `asset-missing` or `asset-wrong` when a part is not where it was expected
   */
  prepare(): Promise<void>;
}

/**
 * Speaks by Kokoro (a neural voice of 82 million parameters) on onnxruntime-web in a worker of its own, on the device, from a model that
 * the operator hosts and phonemes that the operator's {@link Phonemizer} makes.
 *
 * The mouth follows the phonemes where the model tells how long they last (as exports "with timestamps" do), else the sound.
 *
 * @throws {AttuneError} `bad-input` when an option is not what it should be
 */
export function createKokoroSpeech(options: KokoroSpeechOptions): KokoroSpeech {
  const { audio, destination, model, file, voice, phonemizer, languages, assets, onProgress } = validated(options);
  const engine = createSpeechEngine<KokoroLoad, KokoroRequest, KokoroSentence>({
    load: {
      model: assetUrl(model, file), tokenizer: assetUrl(model, 'tokenizer.json'), voice: assetUrl(model, `voices/${voice}.bin`),
      loader: assetUrl(assets, 'voice/ort/ort-wasm-simd-threaded.mjs'), binary: assetUrl(assets, 'voice/ort/ort-wasm-simd-threaded.wasm'),
    },
    onProgress,
    startWorker: () => new Worker(new URL('./kokoro-worker.ts', import.meta.url), { type: 'module', name: 'attune-kokoro' }),
  });
  const net = lazyMouthNet(assets);
  const sounded = createSoundedVoice({
    audio, part: engine.part, ...(destination ? { destination } : {}),
    capabilities: { source: 'kokoro', languages, onDevice: true, mouth: 'phones', tone: true },
    recite: (request) => recite(request, engine, phonemizer, net),
    release: () => engine.dispose(),
  });
  return { ...sounded, prepare: () => engine.prepare() };
}

function recite({ text, language, tone }: SpeechRequest, engine: SpeechEngine<KokoroRequest, KokoroSentence>, phonemizer: Phonemizer, net: LazyMouthNet): Recital | null {
  const whole = speakableText(text);
  if (whole === '') return null;
  const speed = 1.12 ** signedUnit(tone.arousal) * 1.045 ** signedUnit(tone.valence);
  return {
    prepare: () => engine.prepare(),
    async *pieces(sampleRate) {
      let said = 0;
      for (const part of speakableParts(whole, language)) {
        const sentence = await engine.say({ phonemes: await phonemizer.phonemes(part, language), speed, sampleRate });
        said += part.length;
        yield { samples: sentence.samples, track: await trackFor(sentence, sampleRate, net), said: said / whole.length };
      }
    },
  };
}

async function trackFor({ samples, phonemes, loudness }: KokoroSentence, sampleRate: Hertz, net: LazyMouthNet): Promise<VisemeTrack> {
  if (phonemes) return coarticulate(shapeIpa(phonemes), loudness);
  return createSoundMouth(sampleRate, await net()).push(samples, true)!.track;
}

type Settings = KokoroSpeechOptions & Required<Pick<KokoroSpeechOptions, 'file' | 'voice' | 'languages' | 'assets'>>;

function validated(options: KokoroSpeechOptions): Settings {
  const { model, file = 'onnx/model_quantized.onnx', voice = 'af_heart', phonemizer, languages = ['en'], assets = DEFAULT_ASSETS } = options ?? {};
  const expect = (holds: boolean, expected: string, came: unknown): void => expectOption(holds, 'createKokoroSpeech', expected, came);
  expectOutput('createKokoroSpeech', options ?? {});
  const address = typeof model === 'string' && model !== '' && URL.canParse(model, document.baseURI) ? new URL(model, document.baseURI) : null;
  expect(address !== null && address.origin === new URL(document.baseURI).origin, '"model" to be a folder on the page\'s own origin', model);
  expect(typeof phonemizer?.phonemes === 'function', '"phonemizer" to have a function "phonemes"', phonemizer);
  expect(typeof voice === 'string' && /^[\w-]+$/.test(voice), '"voice" to be the name of a voice, such as af_heart', voice);
  expect(Array.isArray(languages) && languages.length > 0 && languages.every((each) => LANGUAGES.includes(each)), `"languages" to be some of ${LANGUAGES.join(', ')}`, languages);
  return { ...options, model: address!.href, file, voice, languages, assets };
}
