import { AttuneError, type Language, LANGUAGES, type SpeechRecognizer } from '../../core/index.ts';
import { type EndlessRecognition, startEndlessRecognition } from './endless-recognition.ts';
import { canStayOnDevice, findRecognition } from './recognition-api.ts';
import { createSpokenResults, type SpokenResults } from './spoken-results.ts';

/** What the browser's own recogniser hears, and whether the sound may leave the device for it. */
export interface BrowserRecognizerOptions {
  readonly language: Language;
  /**
   * Whether sound may be sent to the browser's maker where the browser doesn't understand the language by itself. Off unless the
   * player was asked: the browser then hears the microphone for as long as the recogniser is open.
   */
  readonly mayLeaveDevice?: boolean;
}

const TAGS: Readonly<Record<Language, string>> = { en: 'en-US', zh: 'zh-CN' };
const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };

/**
 * Makes out words by the browser's own speech recognition, on the device where the browser offers that. It listens to the
 * microphone by itself, as the browser chose it; of what it hears only what is said while the voice source hears the player
 * speak is told.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong; `open` rejects with `unsupported` where the browser has no speech
 *   recognition, and with `words-unheard` where sound would leave the device and may not
 */
export function createBrowserRecognizer({ language, mayLeaveDevice = false }: BrowserRecognizerOptions): SpeechRecognizer {
  if (!LANGUAGES.includes(language)) throw new AttuneError('bad-input', `Expected the recognizer option "language" to be one of ${LANGUAGES.join(', ')}; got ${String(language)}.`);
  if (typeof mayLeaveDevice !== 'boolean') throw new AttuneError('bad-input', `Expected the recognizer option "mayLeaveDevice" to be true or false; got ${String(mayLeaveDevice)}.`);
  let local = false;
  let recognition: EndlessRecognition | null = null;
  let results: SpokenResults | null = null;
  let opened = 0;

  const close = (): void => {
    opened += 1;
    results?.close();
    recognition?.end();
    results = recognition = null;
  };

  return {
    source: 'browser', language, needsSound: false,
    get onDevice() {
      return local;
    },
    async open(listener) {
      close();
      const mine = opened;
      const api = findRecognition();
      if (!api) throw new AttuneError('unsupported', 'This browser has no speech recognition of its own. Use Chrome, Edge or Safari for it, or go on by typing.');
      local = await canStayOnDevice(api, TAGS[language]);
      if (mine !== opened) throw new AttuneError('words-unheard', 'The recogniser was closed before it was ready.');
      if (!local && !mayLeaveDevice) {
        throw new AttuneError('words-unheard', `This browser makes out ${NAMES[language]} only by sending what the microphone hears to its maker, which was not allowed. Allow it (mayLeaveDevice: true), or go on by typing.`);
      }
      const heard = createSpokenResults('browser', language, listener.words);
      results = heard;
      recognition = startEndlessRecognition(api, TAGS[language], local, {
        results: heard.take,
        starts: heard.restart,
        failed(problem) {
          heard.giveUp();
          listener.problem(problem);
        },
      });
      try {
        await recognition.ready;
      } catch (thrown) {
        if (mine === opened) close();
        throw thrown;
      }
      listener.progress(1);
    },
    begin: (speech) => results?.begin(speech),
    push: () => undefined,
    end: () => results?.end(),
    cancel() {
      results?.cancel();
      recognition?.forget();
    },
    close: async () => close(),
  };
}
