import { AttuneError, type Language, LANGUAGES, type Seconds } from '../../../core/index.ts';

/** Mandarin goes by several tags; Cantonese (zh-HK, yue) sounds otherwise, and is taken last. */
const TAGS: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/^en[-_]us/i, /^en/i],
  zh: [/^(zh[-_](cn|hans)|cmn)/i, /^zh[-_](sg|tw|hant)/i, /^zh$/i, /^(zh|yue)/i],
};
/** Browsers list their voices late, some only after they were asked once. */
const LIST_PATIENCE: Seconds = 2;

/**
 * The browser's speech synthesis.
 *
 * @throws {AttuneError} `unsupported` where it has none
 */
export function findSynthesis(): SpeechSynthesis {
  if (typeof speechSynthesis === 'undefined' || typeof SpeechSynthesisUtterance === 'undefined') {
    throw new AttuneError('unsupported', 'This browser has no voices of its own. Choose another voice; captions go on.');
  }
  return speechSynthesis;
}

/** Voices that may say a language, the fittest first: those on the device only, unless the text may leave it. */
export function voicesFor(language: Language, mayLeaveDevice: boolean): SpeechSynthesisVoice[] {
  if (typeof speechSynthesis === 'undefined') return [];
  const rank = ({ lang }: SpeechSynthesisVoice): number => TAGS[language].findIndex((tag) => tag.test(lang));
  const worth = (voice: SpeechSynthesisVoice): number => rank(voice) * 4 + (voice.localService ? 0 : 2) + (voice.default ? 0 : 1);
  return speechSynthesis.getVoices().filter((voice) => rank(voice) >= 0 && (voice.localService || mayLeaveDevice)).toSorted((a, b) => worth(a) - worth(b));
}

export function languagesOf(mayLeaveDevice: boolean): Language[] {
  return LANGUAGES.filter((language) => voicesFor(language, mayLeaveDevice).length > 0);
}

/** Waits until the browser has listed its voices, if it ever does. */
export function voicesListed(synthesis: SpeechSynthesis): Promise<void> {
  if (synthesis.getVoices().length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      synthesis.removeEventListener('voiceschanged', done);
      resolve();
    };
    const timer = setTimeout(done, LIST_PATIENCE * 1000);
    synthesis.addEventListener('voiceschanged', done);
  });
}
