import type { Decibels } from '../../../core/index.ts';
import { toDecibels, toMeanSquare } from '../level.ts';
import { FRAME } from '../voice-frame.ts';
import { BANDS, createBandMeter } from './echo-bands.ts';
import { LAGS, PARTITIONS } from './reference-history.ts';

/** Judges how much of what the filter left is still echo. */
export interface EchoLeak {
  /**
   * Hears the next frame of the reference and the microphone's, before and after the filter.
   *
   * @param lag frames by which the echo lags; null while that is not known
   */
  push(reference: Float32Array, microphone: Float32Array, remains: Float32Array, lag: number | null): EchoJudgement;
  reset(): void;
}

export interface EchoJudgement {
  /** How loud the echo in the rest may be, at most. */
  readonly echo: Decibels;
  /** How loud what is above it is, which must be somebody else. */
  readonly beyond: Decibels;
  /** How loud the room is. */
  readonly noise: Decibels;
  /** The filter's estimate is not in what was heard any more: the path has changed, and the filter must begin anew. */
  readonly lost: boolean;
}

/** Frames during which a sound's echo may last. */
const REACH = LAGS + PARTITIONS;
/** A room's echo sinks by at least 3 dB a frame: 60 dB in 0.64 s. */
const TAIL = 0.5;
/** Only the loud part of a band teaches: in its pauses what remains is the room and the player. */
const LOUD: Decibels = 12;
/**
 * Decibels a frame by which the estimate sinks under a lower ratio and rises under a higher one: it settles where one frame
 * in six is lower. The player's words, which raise the ratio, come too seldom to lift it.
 */
const SINK: Decibels = 0.5;
const SINK_SHARE = 0.05;
const RISE: Decibels = 0.1;
/**
 * The rest of a filter that fits has nothing in common with its estimate. By this share of the estimate it is missing in what
 * was heard before it is distrusted, and before it is given up if that lasts; single frames of a player's speech come to 0.2.
 */
const MISSING = 0.25;
const LOST = 0.5;
const LOST_FRAMES = 8;
const MISSING_PAST = 0.8;
/** The room's noise is the lowest that the smoothed rest came to, forgotten by a decibel a second. */
const SMOOTH = 0.8;
const NOISE_RISE = 10 ** (1 / 31 / 10);
/** Rest within 3 dB of the noise is noise: then the echo is at least 10 dB below it. */
const NOISY = 2;
const HIDDEN = 0.1;
/** From that sixth to what hardly any frame of echo exceeds. */
const MARGIN: Decibels = 12;
/** More while the echo's delay is unknown, since then any recent sound may be the one that is heard. */
const BLIND_MARGIN: Decibels = 18;
/** However well the filter seems to do, no more than this of its estimate is believed to be gone: rooms change, loudspeakers rattle. */
const BELIEVED: Decibels = 8;

/**
 * Follows, band by band, by how much the rest is below the reference while the agent sounds, as a low
 * quantile of the recent past: with a filter that has not learned yet, or cannot, that is all of the
 * echo, and only a louder player is heard.
 */
export function createEchoLeak(): EchoLeak {
  const measure = createBandMeter();
  const past = Array.from({ length: REACH }, () => new Float64Array(BANDS));
  const rest = new Float64Array(BANDS);
  const estimate = new Float32Array(FRAME);
  const estimated = new Float64Array(BANDS);
  const fading = new Float64Array(BANDS);
  /** 0 dB at first: the echo may be as loud as the sound itself. */
  const ratio = new Float64Array(BANDS);
  const peak = new Float64Array(BANDS);
  const smooth = new Float64Array(BANDS);
  const noise = new Float64Array(BANDS);
  let newest = 0;
  let before: number | null = null;
  let [shared, estimatedPower, lostFrames] = [0, 0, 0];

  /** By which share the estimate is missing, of the last 5 frames: if echo y was taken for z, then -(y - z)z / zz. */
  const missing = (remains: Float32Array): number => {
    let [product, power] = [0, 1e-12];
    for (let i = 0; i < FRAME; i += 1) {
      product -= remains[i]! * estimate[i]!;
      power += estimate[i]! * estimate[i]!;
    }
    shared = MISSING_PAST * shared + product;
    estimatedPower = MISSING_PAST * estimatedPower + power;
    return estimatedPower > 1e-6 * FRAME ? shared / estimatedPower : 0;
  };

  /** The reference's power as the echo of this moment has it, after the fashion of the slowest room. */
  const sounding = (band: number, lag: number | null): number => {
    const first = lag === null ? 0 : Math.max(0, lag - 1);
    let most = 0;
    for (let age = first; age < REACH; age += 1) {
      const sure = lag === null ? LAGS : lag + 1;
      most = Math.max(most, past[(newest + age) % REACH]![band]! * TAIL ** Math.max(0, age - sure));
    }
    return most;
  };

  const learn = (band: number, sound: number): void => {
    const power = rest[band]!;
    smooth[band] = Math.max(1e-10, smooth[band] === 0 ? power : SMOOTH * smooth[band]! + (1 - SMOOTH) * power);
    noise[band] = noise[band] === 0 ? smooth[band]! : Math.min(NOISE_RISE * noise[band]!, smooth[band]!);
    peak[band] = Math.max(0.998 * peak[band]!, sound);
    if (sound < 1e-7 || sound < peak[band]! / toMeanSquare(LOUD)) return;
    const above = ratio[band]! - (toDecibels(Math.max(power - NOISY * noise[band]!, HIDDEN * noise[band]!)) - toDecibels(sound));
    ratio[band] = ratio[band]! - (above > 0 ? Math.min(above, SINK + SINK_SHARE * above) : -RISE);
  };

  return {
    push(reference, microphone, remains, lag) {
      newest = (newest + REACH - 1) % REACH;
      measure(reference, past[newest]!);
      measure(remains, rest);
      for (let i = 0; i < FRAME; i += 1) estimate[i] = microphone[i]! - remains[i]!;
      measure(estimate, estimated);
      const gone = missing(remains);
      lostFrames = gone > LOST ? lostFrames + 1 : 0;
      const lost = lostFrames > LOST_FRAMES;
      // A filter that begins anew is trusted as little as the first was.
      if (lost || lag !== before) ratio.fill(0);
      if (lost) lostFrames = 0;
      before = lag;
      // The two differ by twice that share, and their difference is what remains.
      const believed = gone > MISSING ? 4 * gone : toMeanSquare(-BELIEVED);
      let [echo, beyond, room] = [0, 0, 0];
      for (let band = 0; band < BANDS; band += 1) {
        const sound = sounding(band, lag);
        fading[band] = Math.max(TAIL * fading[band]!, estimated[band]!);
        const margin = lag === null ? BLIND_MARGIN : MARGIN;
        const most = Math.max(sound * toMeanSquare(ratio[band]! + margin), fading[band]! * believed);
        echo += Math.min(most, rest[band]!);
        beyond += Math.max(0, rest[band]! - most);
        learn(band, sound);
        room += noise[band]!;
      }
      return { echo: toDecibels(echo), beyond: toDecibels(beyond), noise: toDecibels(room), lost };
    },
    reset() {
      for (const each of [...past, fading, smooth, noise]) each.fill(0);
      ratio.fill(0);
      peak.fill(0);
      shared = estimatedPower = lostFrames = 0;
    },
  };
}
