import type { Supervised } from '../health/part.ts';
import type { MouthWeights } from '../perform/viseme.ts';
import type { SpeechTone } from '../perform/cue.ts';
import type { Language } from '../signals/text.ts';
import type { Seconds, SessionTime, Unit } from '../units.ts';
import type { Clock } from './clock.ts';

/** What a voice is to say, and how it should sound. */
export interface SpeechRequest {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  readonly tone: SpeechTone;
}

/** Hears from a voice how far it is with one utterance; the agent moves its mouth and writes its captions by it. */
export interface SpeechListener {
  /** Sound begins to leave the loudspeaker at `at`. */
  readonly started: (at: SessionTime, duration: Seconds) => void;
  /** So much of the text has been heard, by its characters: told now and then, by voices that know. */
  readonly said?: (share: Unit) => void;
}

/** How an utterance ended. */
export type SpeechOutcome = 'finished' | 'cancelled';

/** What a voice can do, so that one can be chosen and shown. */
export interface SpeechCapabilities {
  /** Names it, for instance `flite`. */
  readonly source: string;
  /** What it can say now; a browser may tell of its voices late. */
  readonly languages: readonly Language[];
  /** Whether the text stays on the player's device. */
  readonly onDevice: boolean;
  /** What the mouth follows: phones as they were made, words as they begin, or the sound alone. */
  readonly mouth: 'phones' | 'words' | 'sound';
  /** Whether a request's tone is heard. */
  readonly tone: boolean;
}

/**
 * A voice. One utterance sounds at a time: a new one waits for nothing and cancels the current one.
 */
export interface SpeechSynthesizer extends Supervised {
  readonly capabilities: SpeechCapabilities;
  /** Whether the voice can say this language. */
  speaks(language: Language): boolean;
  /**
   * Says a text and resolves when it has ended.
   *
   * @throws {AttuneError} `speech-failed` when no sound could be made
   */
  speak(request: SpeechRequest, clock: Clock, listener: SpeechListener): Promise<SpeechOutcome>;
  /**
   * Sounds softer from now on, within 50 ms and without a click; 1 is as loud as usual. An utterance that has not begun yet waits until
   * it is 1 again. Voices that leave it out go on as loud until they are cancelled.
   *
   * @param level factor on the amplitude of the utterance of this id
   */
  duck?(id: string, level: Unit): void;
  /** Falls silent at once. Does nothing when no utterance of this id sounds or waits. */
  cancel(id: string): void;
  /** Writes the mouth of this very moment of the audio clock; a closed mouth when silent. */
  sampleMouth(mouth: MouthWeights): void;
  /** Releases workers and audio. */
  dispose(): Promise<void>;
}
