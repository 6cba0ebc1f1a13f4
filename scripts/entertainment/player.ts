import { createRandom, type Random } from '../../src/learn/random.ts';
import type { Looks, Mood, Question, ShowPace, StoryScene } from '../../src/scenario/index.ts';

/** Kinds of simulated players. */
export const PLAYER_KINDS = ['excitable', 'hard to move', 'easily bored', 'anxious'] as const;
export type PlayerKind = (typeof PLAYER_KINDS)[number];

/** What may be seen of a player after something. */
export interface Seen {
  readonly looks: Looks | null;
  readonly mood: Mood;
}

/** What an answer comes to, and what only those who judge know of it. */
export interface Given {
  readonly right: boolean;
  readonly seconds: number;
  /** How likely right was. */
  readonly chance: number;
}

/**
 * A made-up player. All of it is assumed by us, and nothing of it is known to the director: how strongly somebody is moved and where they rest, that they get used to what goes on
 * (habituation), that questions excite as far as they are hard for this person, that what is eerie or failed weighs on some, that scenes move people otherwise than their writer thought, and
 * that what shows of it is noisy and often nothing.
 */
export interface SimulatedPlayer {
  readonly arousal: number;
  readonly valence: number;
  hear(scene: StoryScene, pace: ShowPace, joke: boolean): void;
  answer(question: Question, pace: ShowPace, joke: boolean): Given;
  /** Takes a break. */
  rest(): void;
  show(): Seen;
  /** Which of so many ways they take. */
  choose(ways: number): number;
  /** Whether a question of that chance is a fair challenge, and they are neither bored nor anxious. */
  flows(chance: number): boolean;
}

interface Traits {
  /** How far what goes on moves them, and where they rest. */
  readonly gain: number;
  readonly rest: number;
  /** How much of what goes on they get used to. */
  readonly habituation: number;
  /** How far menace and failure stir them up and weigh on them. */
  readonly touchy: number;
  /** How far what is easy lets them sink. */
  readonly boredSoon: number;
  readonly skill: number;
}

const KINDS: Readonly<Record<PlayerKind, Traits>> = {
  excitable: { gain: 1.45, rest: 0.15, habituation: 0.2, touchy: 0.5, boredSoon: 0.3, skill: 3 },
  'hard to move': { gain: 0.6, rest: -0.15, habituation: 0.35, touchy: 0.2, boredSoon: 0.4, skill: 3.3 },
  'easily bored': { gain: 1, rest: -0.1, habituation: 0.6, touchy: 0.3, boredSoon: 1, skill: 3.8 },
  anxious: { gain: 1.1, rest: 0.1, habituation: 0.15, touchy: 1.3, boredSoon: 0.2, skill: 2.2 },
};
const SEEN = 0.75;
const NOISE = 0.2;
/** Chances between which a question is neither too easy nor too hard, and what bores or worries. */
const FAIR = [0.5, 0.85] as const;
const BORED = -0.5;
const WORRIED = { arousal: 0.5, valence: -0.25 };

export function createPlayer(kind: PlayerKind, seed: number): SimulatedPlayer {
  const dice = createRandom(seed);
  const usual = KINDS[kind];
  const gain = usual.gain * Math.exp(0.2 * dice.normal());
  const resting = usual.rest + 0.1 * dice.normal();
  const skill = usual.skill + 0.7 * dice.normal();
  const { habituation, touchy, boredSoon } = usual;
  const surprises = new Map<string, number>();
  const [topics, hardness] = [new Map<string, number>(), new Map<string, number>()];
  let [arousal, valence, usedTo] = [resting, 0.1, 0];

  /** What is drawn once for each name. */
  const drawn = (of: Map<string, number>, name: string, spread: number): number => {
    const before = of.get(name);
    if (before !== undefined) return before;
    const now = spread * dice.normal();
    of.set(name, now);
    return now;
  };
  /** Something that would excite by so much meets somebody who is used to some of it. */
  const move = (excitement: number, pleasure: number, joke: boolean): void => {
    const stimulus = excitement - (joke ? 0.12 : 0);
    arousal = between(arousal + 0.65 * (resting + gain * (stimulus - habituation * usedTo) - arousal) + 0.07 * dice.normal());
    usedTo += 0.25 * (stimulus - usedTo);
    const weighs = 0.5 * touchy * Math.max(0, arousal - 0.3) + 0.5 * boredSoon * Math.max(0, -0.35 - arousal);
    valence = between(valence + 0.5 * (0.15 + pleasure + (joke ? 0.2 : 0) - weighs - valence) + 0.08 * dice.normal());
  };
  const chanceOf = ({ id, level, topic }: Question): number => 0.02 + 0.94 / (1 + Math.exp(-1.2 * (skill + drawn(topics, topic, 0.5) - level - drawn(hardness, id, 0.4))));

  return {
    get arousal() {
      return arousal;
    },
    get valence() {
      return valence;
    },
    hear({ id, arousal: meant, menace, humour, wonder }, pace, joke) {
      move(meant + drawn(surprises, id, 0.12) + 0.1 * (pace - 2) + 0.2 * touchy * menace, 0.25 * humour + 0.2 * wonder - 0.5 * touchy * menace, joke);
    },
    answer(question, pace, joke) {
      const chance = chanceOf(question);
      const right = dice.uniform() < chance;
      const excitement = -0.4 + (1 - chance) + 0.1 * (pace - 2) - (chance > 0.9 ? 0.25 * boredSoon : 0) + (right ? 0 : 0.12 * touchy);
      move(excitement, right ? 0.1 + 0.2 * (1 - chance) : -0.15 - 0.3 * touchy, joke);
      return { right, chance, seconds: 9 * Math.exp(0.4 * dice.normal()) * (chance < 0.4 ? 1.6 : 1) };
    },
    rest() {
      arousal = between(0.4 * arousal + 0.6 * resting - 0.1);
      valence = between(valence + 0.15);
      usedTo *= 0.5;
    },
    show: () => (dice.uniform() > SEEN ? { looks: null, mood: 'unknown' } : seen(dice, arousal, valence)),
    choose: (ways) => dice.below(ways),
    flows: (chance) => chance >= FAIR[0] && chance <= FAIR[1] && arousal > BORED && !(arousal > WORRIED.arousal && valence < WORRIED.valence),
  };
}

const between = (value: number): number => Math.min(1, Math.max(-1, value));

function seen(dice: Random, arousal: number, valence: number): Seen {
  const looks = { arousal: between(arousal + NOISE * dice.normal()), valence: between(valence + NOISE * dice.normal()), deviation: 0.3 };
  return { looks, mood: looks.valence < -0.5 && looks.arousal > 0.3 ? 'upset' : looks.valence > 0.45 ? 'glad' : 'calm' };
}
