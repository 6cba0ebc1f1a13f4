import { LANGUAGES, type Language, signedUnit, type SpeechRequest, type SpeechSynthesizer } from '../../../core/index.ts';
import { coarticulate } from '../mouth/coarticulate.ts';
import { shapeIpa } from '../mouth/ipa-shapes.ts';
import { createSoundedVoice, expectOption, expectOutput, type VoiceOutput } from '../sounded-voice.ts';
import { speakableParts, speakableText } from '../speakable-text.ts';
import { createSpeechEngine, type SpeechEngine } from '../speech-engine.ts';
import type { Recital } from '../utterance.ts';
import type { EspeakRequest, EspeakSentence } from './espeak.ts';

/** Where eSpeak NG lies, which Attune does not ship as it is under the GPL, and what it is to speak. */
export interface EspeakSpeechOptions extends VoiceOutput {
  /** Where `espeak-ng.js` of the package `@echogarden/espeak-ng-emscripten` lies, with `espeak-ng.data` beside it, on the page's own origin. */
  readonly url: string;
  /** What it is to speak; English and Chinese by default. */
  readonly languages?: readonly Language[];
}

/** A voice by eSpeak NG. */
export interface EspeakSpeech extends SpeechSynthesizer {
  /**
   * Loads it ahead of the first utterance.
   *
   * @throws {AttuneError} `asset-missing` or `asset-wrong` when eSpeak NG is not there; `speech-failed` when it does not start
   */
  prepare(): Promise<void>;
}

/**
 * Speaks by eSpeak NG in a worker of its own: plain, but small, on the device, and in Chinese too, with a mouth by its phonemes.
 *
 * eSpeak NG is under the GPL, version 3. Attune neither contains nor depends on it: whoever hosts it at `url` passes it on, under
 * its licence and with its source.
 *
 * @throws {AttuneError} `bad-input` when an option is not what it should be
 */
export function createEspeakSpeech(options: EspeakSpeechOptions): EspeakSpeech {
  const { audio, destination, url, languages } = validated(options);
  const engine = createSpeechEngine<string, EspeakRequest, EspeakSentence>({
    load: url, startWorker: () => new Worker(new URL('./espeak-worker.ts', import.meta.url), { type: 'module', name: 'attune-espeak' }),
  });
  const sounded = createSoundedVoice({
    audio, part: engine.part, ...(destination ? { destination } : {}),
    capabilities: { source: 'espeak-ng', languages, onDevice: true, mouth: 'phones', tone: true },
    recite: (request) => recite(request, engine),
    release: () => engine.dispose(),
  });
  return { ...sounded, prepare: () => engine.prepare() };
}

function recite({ text, language, tone }: SpeechRequest, engine: SpeechEngine<EspeakRequest, EspeakSentence>): Recital | null {
  const whole = speakableText(text);
  if (whole === '') return null;
  const [valence, arousal] = [signedUnit(tone.valence), signedUnit(tone.arousal)];
  // The directions of `toneToProsody`, on eSpeak's scales.
  const prosody = { rate: 165 * 1.12 ** arousal * 1.045 ** valence, pitch: 50 + 10 * arousal + 4 * valence, range: 50 * 1.35 ** arousal * 1.18 ** valence };
  return {
    prepare: () => engine.prepare(),
    async *pieces(sampleRate) {
      let said = 0;
      for (const part of speakableParts(whole, language)) {
        const { samples, phonemes, loudness } = await engine.say({ text: part, language, ...prosody, sampleRate });
        said += part.length;
        yield { samples, track: coarticulate(shapeIpa(phonemes), loudness), said: said / whole.length };
      }
    },
  };
}

function validated(options: EspeakSpeechOptions): EspeakSpeechOptions & { readonly languages: readonly Language[] } {
  const { url, languages = LANGUAGES } = options ?? {};
  const expect = (holds: boolean, expected: string, came: unknown): void => expectOption(holds, 'createEspeakSpeech', expected, came);
  expectOutput('createEspeakSpeech', options ?? {});
  const address = typeof url === 'string' && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : null;
  // It is a program: one of another origin would do there what its owner likes.
  expect(address !== null && address.origin === new URL(document.baseURI).origin, '"url" to be the address of espeak-ng.js on the page\'s own origin', url);
  expect(Array.isArray(languages) && languages.length > 0 && languages.every((each) => LANGUAGES.includes(each)), `"languages" to be some of ${LANGUAGES.join(', ')}`, languages);
  return { ...options, url: address!.href, languages };
}
