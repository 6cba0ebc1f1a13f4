import type { BothFeelings } from '../signals/text.ts';
import { clamp, type Seconds, type SessionTime, type Unit } from '../units.ts';
import { byEmotion, type Emotion, EMOTIONS, type EmotionDistribution, likeliest } from './emotion.ts';
import type { AffectEstimate } from './estimate.ts';

/** Two emotions that the player appears to feel at once. */
export interface MixedFeelings {
  /** In the order of {@link EMOTIONS}; neither is neutral. */
  readonly emotions: readonly [Emotion, Emotion];
  readonly since: SessionTime;
}

/** Where mixed feelings stand. */
export interface MixedState {
  readonly mixed: MixedFeelings | null;
  /** What has been gathered for entering each pair, or for leaving the present one, by its place in {@link PAIRS}. */
  readonly gathered: Readonly<Record<number, Seconds>>;
}

export const UNMIXED: MixedState = { mixed: null, gathered: {} };

/** In what all senses say together each of the two must exceed this. */
export const BOTH = 0.26;
/** And they are no longer held when one of them is under this. */
export const BOTH_LEFT = 0.2;

/** Between two senses each must be sure of its own by this much: a leaning of one is no second feeling. */
const EACH = 0.4;

/** What words told of counts while so much of it holds. */
const SAID = 0.5;

const FOR: Seconds = 0.5;
const LONGEST_STEP: Seconds = 0.5;

/** Those that people and nets take for each other: two peaks among them are one feeling, seen badly. */
const ALIKE: readonly (readonly [Emotion, Emotion])[] = [['surprise', 'fear'], ['anger', 'disgust'], ['anger', 'contempt'], ['disgust', 'contempt']];

const FEELINGS: readonly Emotion[] = EMOTIONS.filter((emotion) => emotion !== 'neutral');
const PAIRS = FEELINGS.flatMap((a, index) => FEELINGS.slice(index + 1).map((b) => [a, b] as const))
  .filter(([a, b]) => !ALIKE.some(([c, d]) => a === c && b === d));
/** The pairs that the category calls mixed: happiness and something unpleasant. */
const TORN = PAIRS.flatMap(([a, b], index) => (a === 'happiness' && b !== 'surprise' ? [index] : []));

/** Two feelings that a message told of, and how far that still holds: 1 as it came, clearly heard. */
export interface SaidBoth {
  readonly both: BothFeelings;
  readonly share: Unit;
}

/**
 * How clearly each pair is held at once; 1 is just enough.
 *
 * Two peaks of one view are mostly doubt between them. They count where one of them is happiness, which is hardly taken for
 * something unpleasant; where words tell of both; and where two senses are each sure of its own.
 *
 * @param emotions what all senses together say
 * @param views each sense's own view, doubted as far as players say themselves how they feel
 */
export function holdPairs(emotions: EmotionDistribution, views: readonly AffectEstimate[], said: SaidBoth | null): readonly number[] {
  const leading = byEmotion(() => 0);
  for (const view of views) {
    const first = likeliest(view.emotions);
    leading[first] = Math.max(leading[first], view.emotions[first]);
  }
  return PAIRS.map(([a, b]) => Math.max(
    Math.min(leading[a], leading[b]) / EACH,
    a === 'happiness' ? Math.min(emotions[a], emotions[b]) / BOTH : 0,
    said && [a, b].includes(said.both.one) && [a, b].includes(said.both.other) ? said.share / SAID : 0,
  ));
}

/** How sure it is that two feelings are held: as far as both together stand above chance; 0 where none are. */
export function sureOfBoth(holds: readonly number[], emotions: EmotionDistribution): Unit {
  const chance = 2 / EMOTIONS.length;
  return PAIRS.reduce((most, [a, b], index) => (holds[index]! < 1 ? most : Math.max(most, (emotions[a] + emotions[b] - chance) / (1 - chance))), 0);
}

/**
 * Moves mixed feelings on. As with the category, evidence is gathered and lost again, so that a flicker mixes nothing.
 *
 * While the category is mixed there always are two feelings; two that only single senses hold may be mixed while the
 * category is one of them.
 *
 * @param now whether the player is tracked, and whether the category is mixed
 */
export function stepMixed(state: MixedState, elapsed: Seconds, at: SessionTime, now: { readonly tracking: boolean; readonly torn: boolean }, holds: readonly number[]): MixedState {
  if (!now.tracking) return UNMIXED;
  const present = state.mixed ? PAIRS.findIndex(([a, b]) => a === state.mixed?.emotions[0] && b === state.mixed.emotions[1]) : -1;
  if (present < 0 && now.torn) return entered(TORN.reduce((best, index) => (holds[index]! > holds[best]! ? index : best)), at);
  const gathered: Record<number, Seconds> = {};
  let entering = -1;
  for (const [index, hold] of holds.entries()) {
    const leaves = index === present;
    if (leaves && now.torn) continue;
    const speaks = leaves ? exceeds(BOTH_LEFT / BOTH, hold) : Math.min(exceeds(hold, 1), present < 0 ? 1 : exceeds(hold, holds[present]!));
    const before = state.gathered[index];
    const sum = before === undefined ? (speaks > 0 ? 0 : -1) : before + Math.min(elapsed, LONGEST_STEP) * speaks;
    if (sum >= FOR && leaves) return UNMIXED;
    if (sum >= FOR && (entering < 0 || hold > holds[entering]!)) entering = index;
    if (sum >= 0) gathered[index] = sum;
  }
  return entering >= 0 ? entered(entering, at) : { mixed: state.mixed, gathered };
}

function entered(index: number, since: SessionTime): MixedState {
  return { mixed: { emotions: PAIRS[index]!, since }, gathered: {} };
}

/** How strongly `a` exceeds `b`: twice the logarithm of their ratio, within [-1, 1]. */
function exceeds(a: number, b: number): number {
  return clamp(2 * Math.log(Math.max(1e-4, a) / Math.max(1e-4, b)), -1, 1);
}
