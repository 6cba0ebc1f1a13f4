import { type Hertz, VISEMES } from '../../../core/index.ts';
import { assetUrl, fetchAsset } from '../../assets.ts';
import { createPerceptron, type Perceptron } from '../../nets/dense.ts';
import { type Net, parseNet } from '../../nets/net-file.ts';
import { createResampler } from '../../voice/resampler.ts';
import { createSoundFeatures, SOUND_INPUTS, SOUND_RATE, SOUND_REACH } from './sound-features.ts';
import { FRAME_WIDTH, framesOf, TRACK_HOP, trackOf, type VisemeTrack } from './viseme-track.ts';

/** Sound with its mouth. */
export interface MouthedSound {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly track: VisemeTrack;
}

/** Finds the mouth of speech of which only the sound is known, as it comes in. */
export interface SoundMouth {
  /**
   * Takes the next samples and gives back those whose mouth can be told by now: all but the last 0.08 s, and these too where
   * `last` says that no more will come. Null where there are none yet.
   */
  push(samples: Float32Array, last: boolean): MouthedSound | null;
}

/** The net of models/mouth. */
export interface MouthNet {
  readonly layers: Perceptron;
}

export const MOUTH_HIDDEN = 96;

export type LazyMouthNet = () => Promise<MouthNet>;

/** Fetches the net that tells a mouth by the sound of speech (56 kB) when it is first needed, and again where that failed. */
export function lazyMouthNet(assets: string): LazyMouthNet {
  let loaded: Promise<MouthNet> | null = null;
  const load = async (): Promise<MouthNet> => createMouthNet(parseNet(new TextDecoder().decode(await fetchAsset(assetUrl(assets, 'models/mouth.json'))), 'mouth'));
  return () => {
    loaded ??= load().catch((thrown: unknown) => {
      loaded = null;
      throw thrown;
    });
    return loaded;
  };
}

export function createMouthNet(net: Net): MouthNet {
  return { layers: createPerceptron(net, 'layers', [SOUND_INPUTS, MOUTH_HIDDEN, VISEMES.length]) };
}

/** @param rate of the samples, a whole number of hertz */
export function createSoundMouth(rate: Hertz, { layers }: MouthNet): SoundMouth {
  const resampler = createResampler(rate, SOUND_RATE);
  const features = createSoundFeatures();
  const reach = Math.round(SOUND_REACH * SOUND_RATE);
  /** What follows the last sample: the resampler tells of a sample when enough followed it, and so do the features. */
  const silence = Math.ceil(resampler.delay) + Math.ceil((reach / SOUND_RATE) * rate);
  /** What came in and was not given back, and what the features still need of it and of the sound before. */
  let held = new Float32Array(0);
  let sound = new Float32Array(reach);
  /** Where the first of the held samples lies among the resampled. */
  let start = 0;

  const take = (samples: Float32Array): void => {
    held = join(held, samples);
    const output = new Float32Array(resampler.capacity(samples.length));
    sound = join(sound, output.subarray(0, resampler.push(samples, output)));
  };

  return {
    push(samples, last) {
      take(samples);
      if (last) take(new Float32Array(silence));
      const length = last ? held.length - silence : Math.floor(((sound.length - 2 * reach - start) / SOUND_RATE) * rate);
      if (length <= 0) return null;
      const end = length / rate;
      const moments = framesOf(end);
      const from = Math.round(start);
      const around = new Float32Array(2 * reach + Math.ceil(moments * TRACK_HOP * SOUND_RATE));
      around.set(sound.subarray(from, from + around.length));
      const frames = framesFor(layers, features.read(around, moments), moments);
      const given = held.slice(0, length);
      held = held.slice(length);
      start += end * SOUND_RATE;
      const gone = Math.floor(start);
      sound = sound.slice(gone);
      start -= gone;
      return { samples: given, track: trackOf(frames, end) };
    },
  };
}

function framesFor(layers: Perceptron, features: Float32Array, moments: number): Float32Array {
  const frames = new Float32Array(moments * FRAME_WIDTH);
  for (let moment = 0; moment < moments; moment += 1) {
    const scores = layers.run(features.subarray(moment * SOUND_INPUTS, (moment + 1) * SOUND_INPUTS));
    const top = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
    // The first is rest, of which no weight is written.
    for (let v = 1; v < FRAME_WIDTH; v += 1) frames[moment * FRAME_WIDTH + v] = Math.exp(scores[v]! - top) / total;
  }
  return frames;
}

function join(a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> {
  const joined = new Float32Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
