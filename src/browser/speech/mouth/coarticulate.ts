import { type Seconds, type Unit, unit, VISEMES } from '../../../core/index.ts';
import { LOUDNESS_HOP } from '../shape-sentence.ts';
import { type MouthShape, type PhoneShape, REST, type ShapedPhone } from './phone-shape.ts';
import { FRAME_WIDTH, framesOf, TRACK_HOP, trackOf, type VisemeTrack } from './viseme-track.ts';

/**
 * How a phone holds its shape. Its dominance is full from `after` its start to `before` its end, and falls to nothing
 * `reach` away from there.
 */
interface Hold {
  readonly strength: number;
  readonly after: Seconds;
  readonly before: Seconds;
  readonly reach: Seconds;
}

/** Vowels and open consonants lend each other their shapes; lips leave a shape ahead of the next sound, as speakers do. */
const OPEN: Omit<Hold, 'strength'> = { after: 0.014, before: 0.024, reach: 0.12 };
/** A consonant is over quickly, before and after. */
const CONSONANT: Omit<Hold, 'strength'> = { after: 0.008, before: 0.022, reach: 0.1 };
/** Lips that must meet win over everything while they do, and part just ahead of the burst. */
const CLOSURE: Hold = { strength: 14, after: 0.01, before: 0.012, reach: 0.04 };
/** The mouth opens out of rest about this much ahead of the sound, and takes its time to come to rest. */
const STILL: Hold = { strength: 1, after: 0.03, before: 0.034, reach: 0.05 };
const FARTHEST = OPEN.reach;
/** Dominance falls as (1 - distance / reach) to this power: near the negative exponential of Cohen & Massaro (1993), but it ends. */
const FALL = 4;

/** A phone shorter than this insists the more on its shape, or its neighbours would swallow it, and reaches the less far. */
const BRIEF: Seconds = 0.05;

/** A vowel of this length is fully formed; a shorter one undershoots (Lindblom 1963). */
const FULL_VOWEL: Seconds = 0.11;
const SHORTEST_VOWEL_SHARE = 0.6;
/** A quiet vowel opens the mouth at least this share of a loud one. */
const QUIET_SHARE = 0.65;
/** Loudness from which a sound is taken as heard, and what is left at least of a phone delayed to it. */
const AUDIBLE = 0.12;
const SHORTEST_ONSET: Seconds = 0.03;

interface Target {
  readonly hold: Hold;
  readonly from: Seconds;
  readonly to: Seconds;
  readonly weights: Float32Array;
}

/**
 * Builds the mouth of a sentence from its phones by dominance functions (Cohen & Massaro 1993): at every moment the
 * shapes of the phones around are averaged, each by how far it insists and how near it is.
 *
 * @param phones in order, without gaps, from the start of the sound
 * @param loudness every {@link LOUDNESS_HOP} in [0, 1]; vowels open less where it is low
 */
export function coarticulate(phones: readonly ShapedPhone[], loudness?: Float32Array): VisemeTrack {
  const heard = loudness ? fromOnset(phones, loudness) : phones;
  const targets = heard.flatMap((phone) => targetsOf(phone, loudness));
  const end = heard.at(-1)?.end ?? 0;
  const frames = new Float32Array(framesOf(end) * FRAME_WIDTH);
  let first = 0;
  // The first and the last frame stay closed, so that a sentence cut close to its sound still starts and ends so.
  for (let frame = 1; frame < framesOf(end) - 1; frame++) {
    const at = frame * TRACK_HOP;
    while (first < targets.length - 1 && targets[first]!.to + FARTHEST < at) first++;
    blend(targets, first, at, frames.subarray(frame * FRAME_WIDTH, (frame + 1) * FRAME_WIDTH));
  }
  return trackOf(frames, end);
}

function blend(targets: readonly Target[], first: number, at: Seconds, into: Float32Array): void {
  let total = 0;
  for (let i = first; i < targets.length && targets[i]!.from - FARTHEST < at; i++) {
    const { from, to, hold: { strength, reach }, weights } = targets[i]!;
    const distance = Math.max(from - at, at - to, 0);
    if (distance >= reach) continue;
    const dominance = strength * (1 - distance / reach) ** FALL;
    total += dominance;
    for (let v = 0; v < FRAME_WIDTH; v++) into[v]! += dominance * weights[v]!;
  }
  if (total > 0) for (let v = 0; v < FRAME_WIDTH; v++) into[v]! /= total;
}

/**
 * Delays the first sound's mouth to where it is first heard: engines count the silent hold of a
 * plosive, and the breath before a fricative, as part of the phone.
 */
function fromOnset(phones: readonly ShapedPhone[], loudness: Float32Array): readonly ShapedPhone[] {
  const first = phones.findIndex(({ shape }) => shape.shapes.length > 0);
  const onset = loudness.findIndex((value) => value > AUDIBLE) * LOUDNESS_HOP;
  const sound = phones[first];
  if (!sound || onset <= sound.start) return phones;
  const start = Math.min(onset, sound.end - Math.min(SHORTEST_ONSET, (sound.end - sound.start) / 2));
  return phones.map((phone, i) => (i === first - 1 ? { ...phone, end: start } : i === first ? { ...phone, start } : phone));
}

function targetsOf({ shape, start, end }: ShapedPhone, loudness?: Float32Array): Target[] {
  const opening = shape.vowel ? vowelOpening(start, end, loudness) : 1;
  const parts = shape.shapes.length === 0 ? [{}] : shape.shapes;
  const length = (end - start) / parts.length;
  const hold = holdOf(shape, end - start);
  return parts.map((mouth, part) => {
    const from = start + length * part;
    return { hold, from: from + Math.min(hold.after, length / 3), to: from + length - Math.min(hold.before, length / 3), weights: weightsOf(mouth, opening) };
  });
}

function holdOf(shape: PhoneShape, length: Seconds): Hold {
  const hold = shape === REST ? STILL : shape.closure ? CLOSURE : { strength: shape.dominance, ...(shape.vowel ? OPEN : CONSONANT) };
  const haste = Math.max(1, BRIEF / length);
  return { ...hold, strength: hold.strength * haste, reach: hold.reach / haste };
}

function weightsOf(mouth: MouthShape, opening: Unit): Float32Array {
  return Float32Array.from(VISEMES, (viseme) => (mouth[viseme] ?? 0) * opening);
}

function vowelOpening(start: Seconds, end: Seconds, loudness?: Float32Array): Unit {
  const formed = SHORTEST_VOWEL_SHARE + (1 - SHORTEST_VOWEL_SHARE) * unit((end - start) / FULL_VOWEL);
  if (!loudness) return formed;
  let loudest = 0;
  for (let i = Math.floor(start / LOUDNESS_HOP); i < end / LOUDNESS_HOP; i++) loudest = Math.max(loudest, loudness[i] ?? 0);
  return formed * (QUIET_SHARE + (1 - QUIET_SHARE) * unit(loudest));
}
