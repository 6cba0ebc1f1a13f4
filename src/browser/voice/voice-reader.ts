import { AttuneError, type Seconds } from '../../core/index.ts';
import type { Net } from '../nets/net-file.ts';
import { AT, type VoiceHop } from './features/descriptors.ts';
import { FUNCTIONALS, summariseVoiceFeatures } from './features/functionals.ts';
import { createVoiceFeatures, HOP } from './features/voice-features.ts';
import { createSpeaker, priorOf } from './speaker.ts';
import { FRAME, RATE } from './voice-frame.ts';
import { createVoiceHead, VOICE_CLASSES, type VoiceReading } from './voice-head.ts';

/** Reads how one player speaks from the features of what they say. */
export interface UtteranceReader {
  /** @param speech whether the next hops are the player's speech */
  hear(hops: readonly VoiceHop[], speech: boolean): void;
  /** How the utterance appears so far; null while too little of a voice was heard, or nothing like one. */
  read(): VoiceReading | null;
  /** Reads once more at the end of an utterance, learns how this speaker sounds, and begins a new utterance. */
  settle(): VoiceReading | null;
  /** Forgets the utterance, which was none after all. */
  drop(): void;
  /** Forgets the speaker: somebody else may come. */
  reset(): void;
}

/** Reads how one player speaks from sound. */
export interface VoiceReader extends Omit<UtteranceReader, 'hear'> {
  /**
   * Hears the next 512 samples at 16 kHz.
   *
   * @param speech whether they are the player's speech
   */
  push(samples: Float32Array, speech: boolean): void;
}

/** Less speech than this is not read, nor is it when less of it is voiced. */
const LEAST: Seconds = 0.5;
const LEAST_VOICED: Seconds = 0.12;
/** In a long utterance only its last part tells how it is said now. */
const MEMORY: Seconds = 6;

const hopsIn = (seconds: Seconds): number => Math.round((seconds * RATE) / HOP);

/**
 * Makes a reader of the model in models/voice/net.json.
 *
 * @throws {AttuneError} `asset-wrong` when the net is of another shape
 */
export function createVoiceReader(net: Net): VoiceReader {
  const reader = createUtteranceReader(net);
  const features = createVoiceFeatures();
  return {
    read: reader.read,
    settle: reader.settle,
    drop: reader.drop,
    push(samples, speech) {
      if (samples.length !== FRAME) throw new AttuneError('bad-input', `Expected a frame of ${FRAME} samples at ${RATE} Hz, but got ${samples.length}. Push whole frames.`);
      reader.hear(features.push(samples), speech);
    },
    reset() {
      features.reset();
      reader.reset();
    },
  };
}

/**
 * The same for features that were taken before, as training and evaluation keep them.
 *
 * @throws {AttuneError} `asset-wrong` when the net is of another shape
 */
export function createUtteranceReader(net: Net): UtteranceReader {
  const { trust } = net.settings;
  if (typeof trust !== 'number' || !(trust >= 0 && trust <= 1)) {
    throw new AttuneError('asset-wrong', `Expected the model "${net.model}" to have a setting "trust" in [0, 1], but it is ${JSON.stringify(trust)}. Use the weights that belong to this version of attune.`);
  }
  const head = createVoiceHead(net);
  const speaker = createSpeaker(priorOf(net, VOICE_CLASSES.length, trust));
  const normalised = new Float32Array(FUNCTIONALS.length);
  let utterance: VoiceHop[] = [];
  /** A pause is part of the utterance only once speech goes on. */
  let pause: VoiceHop[] = [];

  const forget = (): void => {
    utterance = [];
    pause = [];
  };
  const look = (learns: boolean): VoiceReading | null => {
    const voiced = utterance.filter(({ row }) => !Number.isNaN(row[AT.pitch]!)).length;
    if (utterance.length < hopsIn(LEAST) || voiced < hopsIn(LEAST_VOICED)) return null;
    const summary = summariseVoiceFeatures(utterance);
    speaker.normalise(summary, normalised);
    const answer = head.answer(normalised, summary);
    if (answer.strangeness >= 1) return null;
    if (learns) speaker.learn(summary, answer.classes);
    return head.read(answer);
  };

  return {
    hear(hops, speech) {
      if (!speech) {
        if (utterance.length > 0) pause.push(...hops);
        return;
      }
      utterance.push(...pause, ...hops);
      pause = [];
      utterance.splice(0, Math.max(0, utterance.length - hopsIn(MEMORY)));
    },
    read: () => look(false),
    settle() {
      const reading = look(true);
      forget();
      return reading;
    },
    drop: forget,
    reset() {
      speaker.reset();
      forget();
    },
  };
}
