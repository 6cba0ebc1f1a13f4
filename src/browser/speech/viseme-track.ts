import { type MouthWeights, type Seconds, type Unit, VISEMES, clamp, closeMouth, unit } from '../../core/index.ts';
import type { TimedPhone } from './phones.ts';
import { type MouthShape, PHONE_SHAPES, type PhoneShape } from './phone-to-viseme.ts';
import { LOUDNESS_HOP } from './shape-sentence.ts';

/** The mouth of one sentence over time. */
export interface VisemeTrack {
  /** Writes the mouth at `at` seconds into the sentence; closed before its start and after its end. */
  sample(at: Seconds, mouth: MouthWeights): void;
}

/** Lips move to a shape before its sound: 60 to 80 ms within speech, less out of rest. */
const LOOK_AHEAD: Seconds = 0.07;
const REST_LOOK_AHEAD: Seconds = 0.05;
/** How long into a phone its shape is reached. */
const ARRIVAL: Seconds = 0.015;
/** Lips that meet part this long before the closure's end, where the burst is heard. */
const RELEASE: Seconds = 0.012;
/** A vowel of this length is fully formed; a shorter one undershoots (Lindblom 1963). */
const FULL_VOWEL: Seconds = 0.11;
const SHORTEST_VOWEL_SHARE = 0.6;
/** A quiet vowel opens the mouth at least this share of a loud one. */
const QUIET_SHARE = 0.65;
/** Vowels farther away than this do not colour a consonant. */
const COLOURING_REACH: Seconds = 0.2;
/** Loudness from which a sound is taken as heard, and what is left at least of a phone delayed to it. */
const AUDIBLE = 0.12;
const SHORTEST_ONSET: Seconds = 0.03;

interface Target {
  readonly start: Seconds;
  readonly end: Seconds;
  readonly weights: Float32Array;
  /** Lips meet: the shape is held through the whole sound. */
  readonly closure: boolean;
  readonly rest: boolean;
}

/**
 * Builds the track of a sentence from its phones: every phone's shape, coloured by the vowels around
 * it as far as it gives way to them, reached just after its start and left ahead of the next one's.
 *
 * @param phones in order, without gaps, from the start of the sound
 * @param loudness every {@link LOUDNESS_HOP} in [0, 1]; vowels open less where it is low
 */
export function createVisemeTrack(phones: readonly TimedPhone[], loudness?: Float32Array): VisemeTrack {
  const heard = loudness ? fromOnset(phones, loudness) : phones;
  const targets = heard.flatMap((timed, index) => targetsOf(timed, index, heard, loudness));
  const { times, weights } = keyframes(targets);
  const width = VISEMES.length;
  let cursor = 0;
  return {
    sample(at, mouth) {
      const last = times.length - 1;
      if (!(at > times[0]!) || at >= times[last]!) return closeMouth(mouth);
      if (at < times[cursor]!) cursor = 0;
      while (cursor < last - 1 && at >= times[cursor + 1]!) cursor++;
      const span = times[cursor + 1]! - times[cursor]!;
      const linear = span > 0 ? (at - times[cursor]!) / span : 1;
      const eased = linear * linear * (3 - 2 * linear);
      for (let v = 0; v < width; v++) {
        const before = weights[cursor * width + v]!;
        mouth[VISEMES[v]!] = before + (weights[(cursor + 1) * width + v]! - before) * eased;
      }
    },
  };
}

/**
 * Delays the first sound's mouth to where it is first heard: Flite counts the silent hold of a
 * plosive, and the breath before a fricative, as part of the phone.
 */
function fromOnset(phones: readonly TimedPhone[], loudness: Float32Array): readonly TimedPhone[] {
  const first = phones.findIndex(({ phone }) => PHONE_SHAPES[phone].shapes.length > 0);
  const onset = loudness.findIndex((value) => value > AUDIBLE) * LOUDNESS_HOP;
  const sound = phones[first];
  if (!sound || onset <= sound.start) return phones;
  const start = Math.min(onset, sound.end - Math.min(SHORTEST_ONSET, (sound.end - sound.start) / 2));
  return phones.map((phone, i) => (i === first - 1 ? { ...phone, end: start } : i === first ? { ...phone, start } : phone));
}

function targetsOf(timed: TimedPhone, index: number, phones: readonly TimedPhone[], loudness?: Float32Array): Target[] {
  const { start, end } = timed;
  const shape = PHONE_SHAPES[timed.phone];
  if (shape.shapes.length === 0) return [{ start, end, weights: new Float32Array(VISEMES.length), closure: false, rest: true }];
  const opening = shape.vowel ? vowelOpening(start, end, loudness) : 1;
  return shape.shapes.map((mouth, part, { length }) => {
    const weights = new Float32Array(VISEMES.length);
    add(weights, mouth, shape.dominance * opening);
    if (shape.dominance < 1) colour(weights, index, phones, 1 - shape.dominance);
    return {
      start: start + ((end - start) * part) / length,
      end: start + ((end - start) * (part + 1)) / length,
      weights, closure: closesLips(shape), rest: false,
    };
  });
}

function vowelOpening(start: Seconds, end: Seconds, loudness?: Float32Array): Unit {
  const formed = SHORTEST_VOWEL_SHARE + (1 - SHORTEST_VOWEL_SHARE) * unit((end - start) / FULL_VOWEL);
  if (!loudness) return formed;
  let loudest = 0;
  for (let i = Math.floor(start / LOUDNESS_HOP); i < end / LOUDNESS_HOP; i++) loudest = Math.max(loudest, loudness[i] ?? 0);
  return formed * (QUIET_SHARE + (1 - QUIET_SHARE) * unit(loudest));
}

/** Adds the neighbouring vowels' shapes, the coming one's most: lips anticipate more than they linger. */
function colour(weights: Float32Array, index: number, phones: readonly TimedPhone[], share: Unit): void {
  const { start, end } = phones[index]!;
  const coming = nearestVowel(phones, index, 1, (phone) => phone.start - end);
  const gone = nearestVowel(phones, index, -1, (phone) => start - phone.end);
  if (coming) add(weights, coming.shapes[0]!, share * (gone ? 0.65 : 0.9));
  if (gone) add(weights, gone.shapes.at(-1)!, share * (coming ? 0.35 : 0.5));
}

function nearestVowel(phones: readonly TimedPhone[], from: number, step: 1 | -1, distance: (phone: TimedPhone) => Seconds): PhoneShape | null {
  for (let i = from + step; ; i += step) {
    const phone = phones[i];
    if (!phone || distance(phone) > COLOURING_REACH) return null;
    const shape = PHONE_SHAPES[phone.phone];
    if (shape.shapes.length === 0) return null;
    if (shape.vowel) return shape;
  }
}

function add(weights: Float32Array, shape: MouthShape, factor: number): void {
  VISEMES.forEach((viseme, v) => {
    weights[v]! += (shape[viseme] ?? 0) * factor;
  });
}

function closesLips({ shapes, dominance, vowel }: PhoneShape): boolean {
  return !vowel && dominance === 1 && shapes.length > 0;
}

/** Two keys for each target: where its shape is reached and where it is left. */
function keyframes(targets: readonly Target[]): { times: Float32Array; weights: Float32Array } {
  const width = VISEMES.length;
  // Closed keys around everything, so that a sentence cut close to its sound still starts and ends closed.
  const times = new Float32Array(2 * targets.length + 2);
  const weights = new Float32Array(times.length * width);
  targets.forEach((target, i) => {
    const { start, end } = target;
    const next = targets[i + 1];
    const arrive = target.closure ? start : start + Math.min(ARRIVAL, (end - start) / 3);
    const ahead = target.rest ? REST_LOOK_AHEAD : LOOK_AHEAD;
    const leave = next ? (target.closure ? end - RELEASE : end - Math.min(ahead, (end - start) * 0.6)) : end - LOOK_AHEAD;
    times[2 * i + 1] = arrive;
    times[2 * i + 2] = clamp(leave, arrive, end);
    weights.set(target.weights, (2 * i + 1) * width);
    weights.set(target.weights, (2 * i + 2) * width);
  });
  times[times.length - 1] = targets.at(-1)?.end ?? 0;
  return { times, weights };
}
