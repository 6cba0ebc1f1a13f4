import { createPerceptron } from '../nets/dense.ts';
import { type Net, tensorOf } from '../nets/net-file.ts';
import { FUNCTIONALS } from './features/functionals.ts';

/** Means of the spectrum tell the microphone and the room before they tell what kind of sound it is. */
const COLOURED = /^(?:(?:alpha|hammarberg|slope-low|slope-high|mfcc\d+|mel\d+) (?:voiced|unvoiced|loud)|(?:h1-a3|a1|a2|a3|f3) mean|loudness level)$/;
/** Places in a summary of what strangers are told by. */
export const STRANGER_FEATURES: Int32Array = Int32Array.from(FUNCTIONALS.flatMap((name, place) => (COLOURED.test(name) ? [] : [place])));
/** Beside them the net is given how far all of them together lie from usual. */
export const STRANGER_INPUTS = STRANGER_FEATURES.length + 1;
export const STRANGER_HIDDEN = 32;
/** Features beyond this many deviations say no more. */
const LARGEST = 4;
/** The distance counts so many times as much as any one feature: it is what tells kinds that nobody thought of. */
const DISTANCE_GAIN = 2;

/**
 * Tells whether an utterance is one voice alone or something else: two voices, a machine's, laughter, music. It judges the
 * summary itself and not how it differs from the speaker's, or whoever went on being strange would become usual.
 */
export interface StrangerNet {
  /** Log odds that it is something else, where both are equally frequent. */
  judge(summary: Float32Array): number;
}

/** Writes what the net is given of a summary: deviations from usual, 0 where nothing could be told. */
type StrangerLook = (summary: Float32Array, into: Float32Array, at: number) => void;

/**
 * Makes the net that models/voice/net.json keeps as `stranger`.
 *
 * @throws {AttuneError} `asset-wrong` when its tensors are of another shape
 */
export function createStrangerNet(net: Net): StrangerNet {
  const size = STRANGER_FEATURES.length;
  const perceptron = createPerceptron(net, 'stranger', [STRANGER_INPUTS, STRANGER_HIDDEN, 2]);
  const look = createStrangerLook({
    centre: tensorOf(net, 'stranger/centre', [size]), scale: tensorOf(net, 'stranger/scale', [size]),
    whitener: tensorOf(net, 'stranger/whitener', [size, size]), distances: tensorOf(net, 'stranger/distances', [2]),
  });
  const row = new Float32Array(STRANGER_INPUTS);
  return {
    judge(summary) {
      look(summary, row, 0);
      const [one, other] = perceptron.run(row) as unknown as readonly [number, number];
      return other - one;
    },
  };
}

/** What is usual for one voice. */
export interface UsualVoices {
  /** Means and one over the deviations of {@link STRANGER_FEATURES}. */
  readonly centre: Float32Array;
  readonly scale: Float32Array;
  /** Features x features, lower triangular: makes those deviations independent, so that their sum of squares is Mahalanobis' distance. */
  readonly whitener: Float32Array;
  /** Mean and one over the deviation of the distance's logarithm. */
  readonly distances: Float32Array;
}

/** What the net is given of a summary, before there is a net. */
export function createStrangerLook({ centre, scale, whitener, distances }: UsualVoices): StrangerLook {
  const bounded = (value: number): number => (Number.isNaN(value) ? 0 : Math.min(LARGEST, Math.max(-LARGEST, value)));
  return (summary, into, at) => {
    for (let i = 0; i < centre.length; i += 1) into[at + i] = bounded((summary[STRANGER_FEATURES[i]!]! - centre[i]!) * scale[i]!);
    const distance = logDistance(whitener, into.subarray(at, at + centre.length));
    into[at + centre.length] = DISTANCE_GAIN * bounded((distance - distances[0]!) * distances[1]!);
  };
}

/** Logarithm of Mahalanobis' distance, squared, of deviations from usual. */
export function logDistance(whitener: Float32Array, deviations: Float32Array): number {
  let sum = 0;
  for (let i = 0, at = 0; i < deviations.length; i += 1, at += deviations.length) {
    let along = 0;
    for (let j = 0; j <= i; j += 1) along += whitener[at + j]! * deviations[j]!;
    sum += along * along;
  }
  return Math.log(sum + 1e-6);
}
