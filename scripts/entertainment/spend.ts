import { createRandom, type Random } from '../../src/learn/random.ts';
import {
  createEntertainmentPolicy, direct, type EntertainmentOwn, type EntertainmentState, type Pack, type Policy, type Question, type ScenarioEvent, type Show, type ShowDirector, targetAt, type Verdict,
} from '../../src/scenario/index.ts';
import type { SimulatedPlayer } from './player.ts';

/** Ways to lead an evening that are compared. */
export const WAYS = ['fixed order', 'random', 'answers alone', 'director'] as const;
export type Way = (typeof WAYS)[number];

/** What came of an evening. */
export interface Spent {
  /** Root of the mean square of how far arousal lay from the curve after each beat. */
  readonly distance: number;
  /** Of the time on questions, the share in flow. */
  readonly flow: number;
  readonly valence: number;
  readonly right: number;
  readonly breaks: number;
}

/** The first scene that is named, at a steady pace; levels from 1 to 5 and round again, in the order of the file. */
const inOrder: ShowDirector = {
  direct: (situation) => ({ ...direct({ ...situation, looks: null, lift: 0, wish: 0, heavy: false, slow: false }), pace: 2 }),
  scene: ([first]) => first!,
  question: (questions, _, __, last) => questions.find(({ level }) => level === ((last?.level ?? 0) % 5) + 1) ?? questions[0]!,
};

function atRandom(dice: Random): ShowDirector {
  const any = <Item>(items: readonly Item[]): Item => items[dice.below(items.length)]!;
  return { direct: (situation) => ({ ...inOrder.direct(situation), pace: any([1, 2, 3] as const) }), scene: (scenes) => any(scenes), question: (questions) => any(questions) };
}

function policyOf(way: Way, seed: number): Policy<EntertainmentState, Show, EntertainmentOwn> {
  switch (way) {
    case 'fixed order': return createEntertainmentPolicy({ feelings: false, director: inOrder });
    case 'random': return createEntertainmentPolicy({ feelings: false, director: atRandom(createRandom(seed)) });
    case 'answers alone': return createEntertainmentPolicy({ feelings: false });
    case 'director': return createEntertainmentPolicy();
  }
}

/** Questions between stories. */
const ROUND = 8;

/** Spends an evening of so many beats: a story, a round of questions, another story, and so on. */
export function spend(way: Way, pack: Pack, show: Show, player: SimulatedPlayer, seed: number, beats = 44): Spent {
  const policy = policyOf(way, seed);
  const content = pack.content.en!;
  const feels = way === 'director';
  let [state, turn, at, breaks, right, answered, round] = [policy.begin(), 0, 0, 0, 0, 0, 0];
  const distances: number[] = [];
  const valences: number[] = [];
  const flow = { seconds: 0, all: 0 };

  /** @returns whether a joke was told */
  const say = (wish: string | null, noticed: { readonly answer?: Verdict; readonly choice?: number } = {}): boolean => {
    turn += 1;
    const { looks, mood } = player.show();
    const event: ScenarioEvent<EntertainmentOwn> = {
      type: 'message', turn, act: 'answer', mood: feels ? mood : 'unknown', slots: [],
      own: { about: 'said', at, looks: feels ? looks : null, answer: noticed.answer ?? null, choice: noticed.choice ?? null },
      finding: { known: wish !== null, close: false, choice: null, ranking: wish === null ? [] : [{ intent: wish, confidence: 0.9 }] },
    };
    const [next, effects] = policy.step(state, event, content, show);
    state = next;
    return effects.some((effect) => effect.type === 'measure' && effect.measure === 'jokes');
  };
  const isResting = (): boolean => state.stage === 'break';
  const note = (): void => {
    distances.push((player.arousal - targetAt(show.curve, state.beats.length - 1)) ** 2);
    valences.push(player.valence);
  };

  let joke = say('story');
  while (distances.length < beats) {
    const beat = state.beats.at(-1)!;
    if (isResting()) {
      player.rest();
      at += 120;
      breaks += 1;
      joke = say('go-on');
    } else if (beat.kind === 'scene') {
      const scene = show.scenes.find(({ id }) => id === beat.id)!;
      player.hear(scene, beat.pace, joke);
      at += 14;
      note();
      joke = scene.ending ? say('quiz') : say(null, { choice: player.choose(scene.choices.length) });
      round = 0;
    } else {
      const question: Question = show.questions.find(({ id }) => id === beat.id)!;
      const given = player.answer(question, beat.pace, joke);
      at += given.seconds;
      note();
      flow.all += given.seconds;
      if (player.flows(given.chance)) flow.seconds += given.seconds;
      answered += 1;
      right += Number(given.right);
      round += 1;
      // Who does not know it has it told.
      const told = given.right ? say(null, { answer: 'right' }) : say('pass');
      joke = round < ROUND || isResting() ? told : say('again');
    }
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
  return { distance: Math.sqrt(mean(distances)), flow: flow.seconds / flow.all, valence: mean(valences), right: right / answered, breaks };
}
