import { certainty } from '../affect/belief.ts';
import { aboveChance, type Emotion, type EmotionDistribution } from '../affect/emotion.ts';
import type { AffectState } from '../affect/state.ts';
import { type Seconds, type Unit, unit } from '../units.ts';

/** What the player may need. `unknown` is an answer of its own: too little is seen to say. */
export const NEEDS = ['unknown', 'nothing', 'shared-joy', 'comfort', 'calm', 'reassurance', 'help', 'company', 'space', 'acknowledgement'] as const;
/** What a player may need now, as one of {@link NEEDS}. */
export type Need = (typeof NEEDS)[number];

/** A need with how strong it seems and how sure that is. */
export interface PossibleNeed {
  readonly need: Need;
  readonly strength: Unit;
  readonly certainty: Unit;
}

/** Needs that something gave rise to, such as being stuck; they fade by themselves. */
const FADES_WITHIN = {
  'shared-joy': 20, comfort: 60, calm: 45, reassurance: 25, help: 90, company: 120, space: 180,
} as const satisfies Partial<Record<Need, Seconds>>;
export type RisenNeed = keyof typeof FADES_WITHIN;
const RISEN = Object.keys(FADES_WITHIN) as RisenNeed[];

/** What has risen and not faded yet. */
export type RisenNeeds = Readonly<Partial<Record<RisenNeed, Omit<PossibleNeed, 'need'>>>>;

const NEED_OF = { happiness: 'shared-joy', sadness: 'comfort', anger: 'calm', fear: 'reassurance' } as const satisfies Partial<Record<Emotion, Need>>;
type TellingEmotion = keyof typeof NEED_OF;
const TELLING = Object.keys(NEED_OF) as TellingEmotion[];

/** A need that the player's emotion itself tells. */
export type FeltNeed = (typeof NEED_OF)[TellingEmotion];

/** A need is met only when its emotion stands this far above chance; less is not enough to act on. */
const NOTICEABLE = 0.25;

/** Senses that contradict each other this much are two feelings at once. */
const MIXED = 0.3;

/** What has sunk below this is gone. */
const GONE = 0.05;

/** A burden that is getting heavier asks for more, one that is getting lighter for less. */
const GETTING_HEAVIER = 1.2;
const GETTING_LIGHTER = 0.85;

/** The need that the likeliest of the telling emotions asks for; null when none stands out. */
export function strongestNeed(emotions: EmotionDistribution): { readonly need: FeltNeed; readonly strength: Unit } | null {
  let strongest: { need: FeltNeed; strength: Unit } | null = null;
  for (const emotion of TELLING) {
    const strength = aboveChance(emotions[emotion]);
    if (strength > NOTICEABLE && strength > (strongest?.strength ?? 0)) strongest = { need: NEED_OF[emotion], strength };
  }
  return strongest;
}

/** Lets a need rise; one that is stronger already stays. */
export function riseNeed(risen: RisenNeeds, need: RisenNeed, strength: Unit, sureness: Unit): RisenNeeds {
  return (risen[need]?.strength ?? 0) >= strength ? risen : { ...risen, [need]: { strength, certainty: sureness } };
}

export function fadeNeeds(risen: RisenNeeds, elapsed: Seconds): RisenNeeds {
  const left: Partial<Record<RisenNeed, Omit<PossibleNeed, 'need'>>> = {};
  for (const need of RISEN) {
    const before = risen[need];
    const strength = (before?.strength ?? 0) * Math.exp(-elapsed / FADES_WITHIN[need]);
    if (before && strength > GONE) left[need] = { ...before, strength };
  }
  return left;
}

/**
 * All that the player may need, the strongest first; never empty.
 *
 * What the player seems to feel tells of comfort, calm, reassurance and joy to share; what happened and what was said
 * of the rest. Two feelings at once want to be acknowledged before either is answered.
 */
export function needsOf(affect: AffectState, risen: RisenNeeds): readonly PossibleNeed[] {
  const { emotions, valence } = affect.estimate;
  const sureness = certainty(valence) * (1 - affect.conflict.degree / 2);
  const needs = new Map<Need, PossibleNeed>();
  const add = (need: Need, strength: Unit, sure: Unit): void => {
    if (strength > (needs.get(need)?.strength ?? 0)) needs.set(need, { need, strength, certainty: unit(sure) });
  };
  for (const emotion of TELLING) {
    const strength = aboveChance(emotions[emotion]);
    if (strength > NOTICEABLE) add(NEED_OF[emotion], unit(strength * (emotion === 'happiness' ? 1 : weightOf(affect))), sureness);
  }
  if (affect.conflict.degree > MIXED) add('acknowledgement', affect.conflict.degree, affect.conflict.degree);
  if (affect.category === 'mixed') add('acknowledgement', unit(2 * Math.min(emotions.happiness, 1 - emotions.happiness)), sureness);
  for (const need of RISEN) {
    const rise = risen[need];
    if (rise) add(need, rise.strength, rise.certainty);
  }
  if (needs.size > 0) return [...needs.values()].sort((a, b) => b.strength - a.strength);
  const unseen = affect.phase === 'absent' || affect.phase === 'uncertain';
  return [{ need: unseen ? 'unknown' : 'nothing', strength: 0, certainty: unseen ? 0 : sureness }];
}

function weightOf({ trend }: AffectState): number {
  if (trend.direction === 'falling') return GETTING_HEAVIER;
  return trend.direction === 'rising' ? GETTING_LIGHTER : 1;
}
