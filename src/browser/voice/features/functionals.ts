import { AT, type Descriptor, type VoiceHop } from './descriptors.ts';
import { MELS } from './mel.ts';
import { momentsOf, quantile, runsOf, slopesOf } from './statistics.ts';
import { HOP } from './voice-features.ts';
import { RATE } from '../voice-frame.ts';

/** Seconds between two hops. */
const STEP = HOP / RATE;
/** Sound this far below the utterance's loud parts is a pause. */
const PAUSE_BELOW = 25;
/** A peak of loudness stands out from its surroundings of 80 ms. */
const PEAK_REACH = 5;

const VOICED = ['hnr', 'jitter', 'shimmer', 'h1-h2', 'h1-a3', 'f1', 'f2', 'f3', 'b1', 'a1', 'a2', 'a3'] as const satisfies readonly Descriptor[];
const SPECTRAL = ['alpha', 'hammarberg', 'slope-low', 'slope-high', 'flux'] as const satisfies readonly Descriptor[];
const CEPSTRAL = ['mfcc1', 'mfcc2', 'mfcc3', 'mfcc4', 'mfcc5', 'mfcc6', 'mfcc7', 'mfcc8', 'mfcc9', 'mfcc10', 'mfcc11', 'mfcc12'] as const satisfies readonly Descriptor[];

/** Told once more of the louder half of what is voiced: stressed vowels, in which noise and room matter least. */
const LOUD = ['pitch', 'hnr', 'h1-h2', 'f1', 'f2', 'alpha', 'hammarberg', 'slope-low', 'slope-high', 'flux', 'mfcc1', 'mfcc2', 'mfcc3', 'mfcc4'] as const satisfies readonly Descriptor[];

/** What sums up a stretch of speech: near the functionals of eGeMAPS (Eyben et al. 2016), without absolute loudness but for `level`. */
export const FUNCTIONALS: readonly string[] = [
  ...['mean', 'deviation', 'low', 'median', 'high', 'range', 'rise', 'rise deviation', 'fall', 'fall deviation'].map((each) => `pitch ${each}`),
  ...['level', 'variation', 'low', 'median', 'high', 'rise', 'fall', 'peaks'].map((each) => `loudness ${each}`),
  ...VOICED.flatMap((each) => [`${each} mean`, `${each} deviation`]),
  ...SPECTRAL.flatMap((each) => [`${each} voiced`, `${each} voiced deviation`, `${each} unvoiced`]),
  ...CEPSTRAL.flatMap((each) => [`${each} voiced`, `${each} voiced deviation`, `${each} movement`]),
  ...LOUD.map((each) => `${each} loud`),
  'pitch top', 'pitch course', 'pitch jerk', 'pitch with loudness', 'level deviation', 'level movement',
  ...Array.from({ length: MELS / 2 }, (_, i) => [`mel${i + 1} voiced`, `mel${i + 1} swing`]).flat(),
  'voiced segments', 'voiced length', 'voiced length deviation', 'unvoiced length', 'unvoiced length deviation', 'voiced share', 'pause share',
];

/**
 * Sums up the hops of an utterance, from its first to its last sound.
 *
 * @returns one number for each of {@link FUNCTIONALS}; NaN where nothing can be told, such as the pitch of a whisper
 */
export function summariseVoiceFeatures(hops: readonly VoiceHop[]): Float32Array {
  const summary = new Float32Array(FUNCTIONALS.length);
  let at = 0;
  const tell = (...values: number[]): void => { for (const value of values) summary[at++] = value; };
  const all = placesWhere(hops.length, () => true);
  const column = (name: Descriptor, places = all): Float32Array => {
    const from = AT[name];
    const values = new Float32Array(places.length);
    for (let i = 0; i < places.length; i += 1) values[i] = hops[places[i]!]!.row[from]!;
    return values;
  };
  const pitch = column('pitch');
  const level = column('level');
  const loud = quantile(Float32Array.from(level).sort(), 0.95);
  const isVoiced = Array.from(pitch, (each) => !Number.isNaN(each));
  const isPause = Array.from(level, (each) => each < loud - PAUSE_BELOW);
  const voiced = placesWhere(hops.length, (i) => isVoiced[i]!);
  const unvoiced = placesWhere(hops.length, (i) => !isVoiced[i] && !isPause[i]);
  const sounding = placesWhere(hops.length, (i) => !isPause[i]);

  const sorted = pitch.filter((each) => !Number.isNaN(each)).sort();
  const { mean, deviation } = momentsOf(pitch);
  const [low, median, high] = [quantile(sorted, 0.2), quantile(sorted, 0.5), quantile(sorted, 0.8)];
  const { rising, falling } = slopesOf(pitch, STEP);
  const [rise, fall] = [momentsOf(rising), momentsOf(falling)];
  tell(mean, deviation, low, median, high, high - low, rise.mean, rise.deviation, fall.mean, fall.deviation);

  const loudness = column('loudness');
  const louder = momentsOf(loudness);
  const sortedLoudness = Float32Array.from(loudness).sort();
  const share = loudness.map((each) => each / louder.mean);
  const swells = slopesOf(smooth(share), STEP);
  tell(
    loud, louder.deviation / louder.mean, ...[0.2, 0.5, 0.8].map((part) => quantile(sortedLoudness, part) / louder.mean),
    momentsOf(swells.rising).mean, momentsOf(swells.falling).mean, countPeaks(share) / (hops.length * STEP),
  );

  const both = (name: Descriptor, places: Int32Array): readonly [number, number] => {
    const moments = momentsOf(column(name, places));
    return [moments.mean, moments.deviation];
  };
  for (const name of VOICED) tell(...both(name, voiced));
  for (const name of SPECTRAL) tell(...both(name, voiced), momentsOf(column(name, unvoiced)).mean);
  for (const name of CEPSTRAL) tell(...both(name, voiced), movement(column(name), isPause));

  const voicedLevel = column('level', voiced);
  const middleLevel = quantile(Float32Array.from(voicedLevel).sort(), 0.5);
  const stressed = voiced.filter((place) => level[place]! >= middleLevel);
  for (const name of LOUD) tell(momentsOf(column(name, stressed)).mean);
  const voicedPitch = column('pitch', voiced);
  tell(
    quantile(sorted, 0.95), correlation(voicedPitch, voicedPitch.map((_, i) => i)), movement(pitch, isPause), correlation(voicedPitch, voicedLevel),
    momentsOf(voicedLevel).deviation, movement(level, isPause),
  );

  // Decibels as mels tell them, in natural logarithms of power.
  const heights = Float64Array.from(level, (each) => each * 0.23026);
  const [relative, swinging] = [new Float64Array(voiced.length), new Float64Array(sounding.length)];
  for (let band = 0; band < MELS; band += 2) {
    const power = (place: number): number => (hops[place]!.mels[band]! + hops[place]!.mels[band + 1]!) / 2;
    for (let i = 0; i < voiced.length; i += 1) relative[i] = power(voiced[i]!) - heights[voiced[i]!]!;
    for (let i = 0; i < sounding.length; i += 1) swinging[i] = power(sounding[i]!);
    tell(momentsOf(relative).mean, momentsOf(swinging).deviation);
  }

  const { on, off } = runsOf(isVoiced);
  const [voicedLength, unvoicedLength] = [momentsOf(on), momentsOf(off)];
  tell(
    on.length / (hops.length * STEP), voicedLength.mean * STEP, voicedLength.deviation * STEP, unvoicedLength.mean * STEP, unvoicedLength.deviation * STEP,
    voiced.length / hops.length, isPause.filter(Boolean).length / hops.length,
  );
  return summary;
}

/** The places for which something holds, in order. */
function placesWhere(length: number, holds: (place: number) => boolean): Int32Array {
  const places = new Int32Array(length);
  let count = 0;
  for (let place = 0; place < length; place += 1) if (holds(place)) places[count++] = place;
  return places.subarray(0, count);
}

/** Mean of three neighbours. */
function smooth(values: Float32Array): Float32Array {
  return values.map((value, i) => ((values[i - 1] ?? value) + value + (values[i + 1] ?? value)) / 3);
}

/** How many hops are the loudest of their surroundings, and louder than half the mean. */
function countPeaks(share: Float32Array): number {
  let peaks = 0;
  for (let i = 0; i < share.length; i += 1) {
    let highest = share[i]! > 0.5;
    for (let near = Math.max(0, i - PEAK_REACH); highest && near <= Math.min(share.length - 1, i + PEAK_REACH); near += 1) highest = near === i || share[near]! < share[i]!;
    if (highest) peaks += 1;
  }
  return peaks;
}

/** Pearson's correlation; NaN where either side doesn't vary. */
function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [momentsOf(a), momentsOf(b)];
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i]! - x.mean) * (b[i]! - y.mean);
  return sum / (a.length * x.deviation * y.deviation);
}

/** Mean change from hop to hop outside of pauses. */
function movement(values: Float32Array, isPause: readonly boolean[]): number {
  let [sum, count] = [0, 0];
  for (let i = 1; i < values.length; i += 1) {
    if (isPause[i] || isPause[i - 1]) continue;
    const change = Math.abs(values[i]! - values[i - 1]!);
    if (Number.isNaN(change)) continue;
    sum += change;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}
