import { belief, type Belief, fuseBeliefs, type Seconds, type Unit, UNKNOWN_VARIANCE } from '../../core/index.ts';
import { averageOf, type Heat, heatOf, type Spread } from '../../group/index.ts';
import type { Appearance, Seat, SocialPerson, SocialState } from './state.ts';

/** How a group appears to feel together, and who speaks how much in it. */
export interface SocialMood {
  /** Averages of all; whoever is not known draws them nowhere, and makes them less sure. */
  readonly valence: Belief;
  readonly arousal: Belief;
  /** How far they lie apart; null where fewer than two are known. */
  readonly spread: Spread | null;
  readonly heat: Heat;
  readonly people: readonly { readonly seat: Seat; /** Their share of the turns lately; null before anybody spoke while they were there. */ readonly share: Unit | null; readonly appears: Appearance }[];
}

/** After so long 1/e of what somebody's words or face told is left. */
const MEMORY: Seconds = 120;

/** What was thought of somebody, so much later: it wanders back to knowing nothing. */
export function aged({ valence, arousal }: Appearance, age: Seconds): Appearance {
  const kept = Math.exp(-Math.max(0, age) / MEMORY);
  const fade = (before: Belief): Belief => belief(kept * before.mean, UNKNOWN_VARIANCE - kept * kept * (UNKNOWN_VARIANCE - before.variance));
  return { valence: fade(valence), arousal: fade(arousal) };
}

/** Both of what words and face tell. */
export function fused(one: Appearance, other: Appearance): Appearance {
  return { valence: fuseBeliefs(one.valence, other.valence), arousal: fuseBeliefs(one.arousal, other.arousal) };
}

/** The mood of a group as its host follows it. */
export function socialMood({ people, recent, at }: Pick<SocialState, 'people' | 'recent' | 'at'>): SocialMood {
  const each = people.map((person) => ({ seat: person.seat, share: shareOf(person), appears: aged(fused(person.words, person.face), at - person.at) }));
  const { average: valence, spread } = averageOf(each.map(({ appears }) => appears.valence));
  return { valence, arousal: averageOf(each.map(({ appears }) => appears.arousal)).average, spread, heat: heatOf(recent, at), people: each };
}

function shareOf({ own, all }: SocialPerson): Unit | null {
  return all > 0 ? own / all : null;
}
