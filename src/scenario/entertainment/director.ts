import type { SignedUnit, Unit } from '../../core/index.ts';
import type { Looks } from '../looks.ts';
import { EERIE, type Question, type ShowPace, type StoryScene } from './show.ts';
import { expectRight, type Ability } from './ability.ts';

/** Why something came as it did. */
export const SHOW_REASONS = ['on-course', 'livelier', 'calmer', 'unseen', 'no-feelings', 'past-menace', 'few-words', 'joke', 'break', 'easier', 'harder', 'wish', 'slow'] as const;
/** One of {@link SHOW_REASONS}. */
export type ShowReason = (typeof SHOW_REASONS)[number];

/** What the director goes by. */
export interface Situation {
  /** The arousal that the evening's curve wants now. */
  readonly target: SignedUnit;
  /** How somebody appears; null is unknown and changes nothing. */
  readonly looks: Looks | null;
  /** What was learnt of how much less than meant they are moved: {@link liftAfter}. */
  readonly lift: SignedUnit;
  /** What they asked for: 1 livelier or harder, -1 calmer or easier, fading. */
  readonly wish: SignedUnit;
  /** They appear upset or worried. */
  readonly heavy: boolean;
  /** They took long over the last answer or choice. */
  readonly slow: boolean;
  /** False where feelings must not be used. */
  readonly feelings: boolean;
}

/** How what comes next should be. */
export interface Direction {
  /** The arousal that it should tend to give. */
  readonly wanted: SignedUnit;
  readonly pace: ShowPace;
  /** The share of right answers that is aimed at. */
  readonly aim: Unit;
  /** How much menace counts against a scene, and how much humour for one. */
  readonly dread: number;
  readonly cheer: number;
  readonly because: readonly ShowReason[];
}

/** Decides how it goes on, and chooses by that. Scenes and questions that it is given are never empty. */
export interface ShowDirector {
  direct(situation: Situation): Direction;
  /** @param known scenes that somebody heard in an earlier run */
  scene(scenes: readonly StoryScene[], direction: Direction, known: readonly string[]): StoryScene;
  /** @param last the question before; @param seed brings equals into another order in each meeting */
  question(questions: readonly Question[], direction: Direction, ability: Ability, last: Question | undefined, seed: number): Question;
}

// All sizes here are chosen, on simulated players of the dev part (scripts/entertainment), not learnt from people.
/** How far one answers a distance to the curve at once, and how far it is remembered. */
const AT_ONCE = 0.5;
const REMEMBERED = 0.12;
const MOST_LIFT = 0.6;
/** An unpleasant excitement is answered by less, beyond what the curve says. */
const RELIEF = 0.3;
/** What a wish and a heavy mood move. */
const WISH = 0.35;
const HEAVY = 0.3;
/** Pace 1 below the first, 3 from the second on. */
const PACES = [-0.12, 0.28] as const;
/** The share of right answers that suits in the middle of the scale, and how it goes down with the arousal that is wanted: mostly by the curve, as a fair challenge matters more than excitement. */
const AIM = { middle: 0.7, slope: 0.25, felt: 0.3, heavy: 0.1, least: 0.45, most: 0.9 };
/** From here on a distance is spoken of. */
const TOLD = 0.15;
/** What counts against a scene or question as much as so much distance. */
const COSTS = { pace: 0.08, known: 0.25, sameTopic: 0.04, order: 0.05 };

/** How surely somebody can be seen: 1 surely, 0 not at all. A deviation of 0.58 is that of knowing nothing. */
export function sureness(looks: Looks | null): Unit {
  return looks === null ? 0 : Math.max(0, 1 - 3 * looks.deviation ** 2);
}

/** What is learnt of how somebody is moved, from how a beat left them. The more they stay below what was meant, the more is given; unknown teaches nothing. */
export function liftAfter(lift: SignedUnit, target: SignedUnit, looks: Looks | null): SignedUnit {
  return looks === null ? lift : clamp(lift + REMEMBERED * sureness(looks) * (target - looks.arousal), -MOST_LIFT, MOST_LIFT);
}

/**
 * Keeps somebody on the evening's curve. The more aroused they appear against it, the less is wanted: never a quicker pace, and never
 * more menace. What is not known changes nothing: then the curve, wishes and answers alone decide.
 */
export function direct({ target, looks, lift, wish, heavy, slow, feelings }: Situation): Direction {
  const sure = sureness(looks);
  const distance = looks === null ? 0 : sure * (target - looks.arousal);
  const unpleasant = looks === null ? 0 : sure * Math.max(0, -looks.valence);
  // Being low is no reason for less; being stirred up is.
  const strain = looks === null ? 0 : unpleasant * clamp(looks.arousal + 0.3, 0, 1);
  const lead = AT_ONCE * distance + lift - RELIEF * strain;
  const wanted = clamp(target + lead + WISH * wish - (heavy ? HEAVY : 0), -1, 1);
  const quickness = wanted - (slow ? 0.2 : 0) - (heavy ? 0.3 : 0);
  return {
    wanted,
    pace: quickness < PACES[0] ? 1 : quickness < PACES[1] ? 2 : 3,
    aim: clamp(AIM.middle - AIM.slope * (target + AIM.felt * (wanted - target)) + (heavy ? AIM.heavy : 0), AIM.least, AIM.most),
    dread: strain + Math.max(0, -distance) + (heavy ? 0.5 : 0),
    cheer: 0.3 * unpleasant,
    because: [
      feelings ? (sure < 0.2 ? 'unseen' : lead > TOLD ? 'livelier' : lead < -TOLD ? 'calmer' : 'on-course') : 'no-feelings',
      ...(Math.abs(wish) > 0.3 ? ['wish' as const] : []), ...(heavy ? ['few-words' as const] : []), ...(slow ? ['slow' as const] : []),
    ],
  };
}

/** The director that ships. */
export const showDirector: ShowDirector = {
  direct,
  scene(scenes, { wanted, pace, dread, cheer }, known) {
    return least(scenes, (scene) => Math.abs(scene.arousal - wanted) + COSTS.pace * Math.abs(scene.pace - pace) + dread * scene.menace - cheer * scene.humour + (known.includes(scene.id) ? COSTS.known : 0));
  },
  question(questions, { aim }, ability, last, seed) {
    return least(questions, ({ id, level, topic }) => Math.abs(expectRight(ability, level) - aim) + (topic === last?.topic ? COSTS.sameTopic : 0) + COSTS.order * shuffled(id, seed));
  },
};

/** Whether something eerie was among the ways and was gone round. */
export function wentRound(scenes: readonly StoryScene[], chosen: StoryScene, { dread }: Direction): boolean {
  return dread > 0.1 && chosen.menace <= EERIE && scenes.some(({ menace }) => menace > EERIE);
}

function least<Item extends object>(items: readonly Item[], cost: (item: Item) => number): Item {
  let [best, lowest] = [items[0]!, Number.POSITIVE_INFINITY];
  for (const item of items) {
    const costs = cost(item);
    if (costs < lowest) [best, lowest] = [item, costs];
  }
  return best;
}

/** A place in [0, 1) for a name, another one for each seed (FNV-1a). */
function shuffled(id: string, seed: number): Unit {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const sign of id) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

function clamp(value: number, lowest: number, most: number): number {
  return Math.min(most, Math.max(lowest, value));
}
