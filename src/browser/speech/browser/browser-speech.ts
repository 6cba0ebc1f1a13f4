import { AttuneError, closeMouth, type SpeechListener, type SpeechRequest, type SpeechSynthesizer, signedUnit } from '../../../core/index.ts';
import type { AudioHub } from '../../audio.ts';
import { createLiveMouth } from '../mouth/live-mouth.ts';
import { shapeWords } from '../mouth/word-shapes.ts';
import { expectOption } from '../sounded-voice.ts';
import { speakableParts, speakableText } from '../speakable-text.ts';
import { findSynthesis, languagesOf, voicesFor, voicesListed } from './browser-voices.ts';
import { sayPart } from './say-part.ts';

/** Which of the browser's voices speak, and whether the text may leave the device for it. */
export interface BrowserSpeechOptions {
  /** The hub of the microphone, which must not hear this voice. */
  readonly audio?: AudioHub;
  /**
   * Whether voices may be used that send the text to the browser's maker. Off unless the player was asked: only voices that
   * the browser calls local are used otherwise.
   */
  readonly mayLeaveDevice?: boolean;
  /** The name of the voice to prefer, as the browser lists it. */
  readonly voice?: string;
}

/** A voice that a browser offers. */
export interface BrowserVoice {
  readonly name: string;
  readonly language: 'en' | 'zh';
  readonly onDevice: boolean;
}

/** The browser's own voices: the way to Chinese where the system has a voice for it. */
export interface BrowserSpeech extends SpeechSynthesizer {
  /** Resolves when the browser has listed its voices, after two seconds at the latest. */
  prepare(): Promise<void>;
  /** Those that may be used now, the fittest of each language first. */
  voices(): readonly BrowserVoice[];
}

/**
 * Speaks by the browser's speech synthesis, sentence after sentence, and watches for its stalls.
 *
 * Its sound does not go through the audio hub: it is neither panned nor ducked, and a microphone on the same hub hears nothing while it speaks. The
 * mouth follows the words by their letters, as far as the browser tells when they begin.
 *
 * `speak` rejects with `unsupported` where there is no voice for the language that may be used, and `speech-failed` when the
 * browser refuses, never begins or stalls.
 *
 * @throws {AttuneError} `bad-input` when an option is not what it should be
 */
export function createBrowserSpeech({ audio, mayLeaveDevice = false, voice: preferred }: BrowserSpeechOptions = {}): BrowserSpeech {
  expectOption(audio === undefined || typeof audio?.soundOutside === 'function', 'createBrowserSpeech', '"audio" to be a hub from createAudioHub()', audio);
  expectOption(typeof mayLeaveDevice === 'boolean', 'createBrowserSpeech', '"mayLeaveDevice" to be true or false', mayLeaveDevice);
  expectOption(preferred === undefined || typeof preferred === 'string', 'createBrowserSpeech', '"voice" to be the name of a voice', preferred);
  // Some browsers list their voices only after they were asked once.
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.getVoices();
  const mouth = createLiveMouth();
  let current: { readonly id: string; readonly abort: AbortController } | null = null;
  let disposed = false;

  const voiceFor = async ({ language }: SpeechRequest, synthesis: SpeechSynthesis): Promise<SpeechSynthesisVoice> => {
    await voicesListed(synthesis);
    const voices = voicesFor(language, mayLeaveDevice);
    const voice = voices.find(({ name }) => name === preferred) ?? voices[0];
    if (!voice) throw new AttuneError('unsupported', `This browser has no voice for "${language}"${mayLeaveDevice ? '' : ' that stays on the device'}. Install one in the system's settings, or choose another voice; captions go on.`);
    return voice;
  };

  async function say(request: SpeechRequest, now: () => number, listener: SpeechListener, signal: AbortSignal): Promise<void> {
    const synthesis = findSynthesis();
    const voice = await voiceFor(request, synthesis);
    const text = speakableText(request.text);
    const [rate, pitch, volume] = settingsOf(request);
    const estimate = (part: string): number => shapeWords(part).duration / rate;
    let said = 0;
    let begun = false;
    for (const part of speakableParts(text, request.language)) {
      const whole = await sayPart(synthesis, {
        text: part, voice, rate, pitch, volume, signal, duration: estimate(part),
        started() {
          mouth.begin(part, performance.now() / 1000);
          if (!begun) listener.started(now(), estimate(text));
          begun = true;
        },
        reached(character) {
          mouth.reach(character, performance.now() / 1000);
          if (said + character > 0) listener.said?.((said + character) / text.length);
        },
      });
      mouth.end();
      if (!whole) return;
      said += part.length;
      listener.said?.(said / text.length);
    }
  }

  return {
    get capabilities() {
      return { source: 'browser', languages: languagesOf(mayLeaveDevice), onDevice: !mayLeaveDevice, mouth: 'words', tone: true } as const;
    },
    prepare: async () => voicesListed(findSynthesis()),
    voices: () => languagesOf(mayLeaveDevice).flatMap((language) => voicesFor(language, mayLeaveDevice).map(({ name, localService }): BrowserVoice => ({ name, language, onDevice: localService }))),
    speaks: (language) => languagesOf(mayLeaveDevice).includes(language),
    async speak(request, clock, listener) {
      if (disposed) throw new AttuneError('speech-failed', 'This voice was disposed; create another to speak.');
      current?.abort.abort();
      const mine = { id: request.id, abort: new AbortController() };
      current = mine;
      const silent = audio?.soundOutside();
      try {
        await say(request, () => clock.now(), listener, mine.abort.signal);
        return mine.abort.signal.aborted ? 'cancelled' : 'finished';
      } catch (thrown) {
        if (mine.abort.signal.aborted) return 'cancelled';
        throw thrown;
      } finally {
        silent?.();
        if (current === mine) {
          current = null;
          mouth.end();
        }
      }
    },
    cancel(id) {
      if (current?.id !== id) return;
      current.abort.abort();
      current = null;
      mouth.end();
    },
    sampleMouth(weights) {
      if (current) mouth.sample(performance.now() / 1000, weights);
      else closeMouth(weights);
    },
    async dispose() {
      disposed = true;
      current?.abort.abort();
      current = null;
      mouth.end();
    },
  };
}

/** Rate, pitch and volume of a tone, as factors: the directions of `toneToProsody`, within what browsers' voices bear. */
function settingsOf({ tone }: SpeechRequest): readonly [number, number, number] {
  const [valence, arousal] = [signedUnit(tone.valence), signedUnit(tone.arousal)];
  return [1.12 ** arousal * 1.045 ** valence, 2 ** ((2 * arousal + 0.8 * valence) / 12), Math.min(1, 0.9 * 10 ** ((2 * arousal) / 20))];
}
