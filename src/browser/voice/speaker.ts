import { type Net, tensorOf } from '../nets/net-file.ts';
import { FUNCTIONALS } from './features/functionals.ts';

/** What is known of voices before this speaker was heard. Features are in the order of {@link FUNCTIONALS}. */
export interface SpeakerPrior {
  /** Means over many speakers and recordings. */
  readonly centre: Float32Array;
  /** One over the deviation of a speaker's utterances. */
  readonly scale: Float32Array;
  /** How many utterances of a speaker the prior is worth: the smaller, the more speakers differ in this feature. */
  readonly worth: Float32Array;
  /** Classes x features: how far each class lies from a speaker's mean, in deviations. */
  readonly effects: Float32Array;
  /** How far the running mean is believed in the end, in [0, 1]. */
  readonly trust: number;
}

/** The running statistics of one speaker's voice. */
export interface Speaker {
  /** Writes an utterance's summary relative to this speaker, in deviations; 0 where nothing could be told. */
  normalise(summary: Float32Array, into: Float32Array): void;
  /**
   * Learns from a finished utterance, with what it appeared to express taken off: somebody who is heard angry ten
   * times is not taken for a loud speaker.
   *
   * @param classes how probable each class appeared
   */
  learn(summary: Float32Array, classes: ArrayLike<number>): void;
  /** Somebody else may be next. */
  reset(): void;
}

/** Beyond so many deviations nothing more is told by a feature: what is so far out is no voice, or broken. */
const LARGEST = 8;
/** After so many utterances old ones begin to be forgotten: microphones are moved. */
const MEMORY = 60;

/** Begins with a speaker of whom nothing is known. */
export function createSpeaker({ centre, scale, worth, effects, trust }: SpeakerPrior): Speaker {
  const features = centre.length;
  const classCount = effects.length / features;
  const counts = new Float32Array(features);
  const means = new Float32Array(features);
  return {
    normalise(summary, into) {
      for (let i = 0; i < features; i += 1) {
        const own = trust * means[i]! * (counts[i]! / (counts[i]! + worth[i]!));
        const value = (summary[i]! - centre[i]!) * scale[i]! - own;
        into[i] = Number.isNaN(value) ? 0 : Math.min(LARGEST, Math.max(-LARGEST, value));
      }
    },
    learn(summary, classes) {
      for (let i = 0; i < features; i += 1) {
        let value = (summary[i]! - centre[i]!) * scale[i]!;
        if (Number.isNaN(value)) continue;
        value = Math.min(LARGEST, Math.max(-LARGEST, value));
        for (let c = 0; c < classCount; c += 1) value -= classes[c]! * effects[c * features + i]!;
        counts[i] = Math.min(MEMORY, counts[i]! + 1);
        means[i] = means[i]! + (value - means[i]!) / counts[i]!;
      }
    },
    reset() {
      counts.fill(0);
      means.fill(0);
    },
  };
}

/**
 * The prior that a model keeps.
 *
 * @throws {AttuneError} `asset-wrong` when its tensors are of another shape
 */
export function priorOf(net: Net, classes: number, trust: number): SpeakerPrior {
  const size = FUNCTIONALS.length;
  return {
    centre: tensorOf(net, 'centre', [size]), scale: tensorOf(net, 'scale', [size]), worth: tensorOf(net, 'worth', [size]),
    effects: tensorOf(net, 'effects', [classes, size]), trust,
  };
}
