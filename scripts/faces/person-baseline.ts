import { expressionOf } from '../../src/browser/face/expression.ts';
import type { HeadScores } from '../../src/browser/face/expression-head.ts';
import { affectOfEmotions, byEmotion, type Emotion, type EmotionDistribution, likeliest, type Unit } from '../../src/core/index.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import type { FaceModel } from './face-model.ts';

/** One labelled face of somebody. */
export interface PersonFace {
  /** Tells people apart; never to be printed. */
  readonly person: string;
  readonly label: Emotion;
  readonly scores: HeadScores;
  readonly model: Pick<FaceModel, 'neutral' | 'baselineShare'>;
}

/** The errors of one face, read as a stranger's and against its own person's neutral faces. */
interface ReadTwice {
  readonly person: string;
  readonly wrong: Pair;
  readonly valence: Pair;
  /** Minus the logarithm of the probability that the label was given. */
  readonly surprisal: Pair;
}

interface Pair {
  readonly without: number;
  readonly with: number;
}

/** Mean errors without and with the baseline, and their difference with a 95% interval over people. */
export interface Compared extends Pair {
  /** Negative where the baseline helps. */
  readonly difference: Interval;
}

/** What knowing a neutral face is worth. */
export interface BaselineWorth {
  readonly people: number;
  readonly faces: number;
  /** 1 - accuracy. */
  readonly error: Weighed;
  /** Mean distance of the valence from that of the label. */
  readonly valence: Weighed;
  /** Cross-entropy, in nats. */
  readonly surprisal: Weighed;
}

export interface Weighed {
  /** Each person counts once, however many pictures there are of them. */
  readonly byPerson: Compared;
  readonly byFace: Compared;
}

const LEAST_FACES = 3;
/** Probabilities are kept to four digits. */
const LEAST_PROBABILITY = 5e-5;
const SEED = 4;

/**
 * Measures what knowing one neutral face of a person is worth, over people with at least three faces
 * of whom one is neutral. The face that serves as the baseline is left out of the scoring; of several
 * neutral faces each serves in turn, and the errors are averaged.
 *
 * @returns null when there is no such person
 */
export function baselineWorth(faces: readonly PersonFace[]): BaselineWorth | null {
  const read = readPeople(faces);
  if (read.length === 0) return null;
  const all = read.flat();
  const weighed = (kind: 'wrong' | 'valence' | 'surprisal'): Weighed => ({
    byPerson: compare(read.map((each) => ({ without: mean(each.map((face) => face[kind].without)), with: mean(each.map((face) => face[kind].with)) }))),
    byFace: compare(all.map((face) => face[kind]), all.map(({ person }) => person)),
  });
  return { people: read.length, faces: all.length, error: weighed('wrong'), valence: weighed('valence'), surprisal: weighed('surprisal') };
}

const SHARES = Array.from({ length: 21 }, (_, i) => i / 20);

/**
 * How much of a resting face's own departure is best taken out: the share with which people's other
 * faces become likeliest, each person counting once.
 *
 * @returns 0 when nobody has enough faces to tell
 */
export function bestBaselineShare(faces: readonly PersonFace[]): Unit {
  const costOf = (baselineShare: number): number => {
    const read = readPeople(faces.map((face) => ({ ...face, model: { ...face.model, baselineShare } })));
    return mean(read.map((person) => mean(person.map(({ surprisal }) => surprisal.with))));
  };
  return SHARES.map((share) => ({ share, cost: costOf(share) })).reduce((best, each) => (each.cost < best.cost ? each : best)).share;
}

/** The faces of each person that can be read against another one of theirs. */
function readPeople(faces: readonly PersonFace[]): ReadTwice[][] {
  const people = [...new Set(faces.map(({ person }) => person))];
  return people.map((person) => readTwice(faces.filter((face) => face.person === person))).filter((each) => each.length > 0);
}

function compare(pairs: readonly Pair[], groups?: readonly string[]): Compared {
  const { difference } = bootstrapIntervals(pairs.length, (items) => ({ difference: mean(Array.from(items, (item) => pairs[item]!.with - pairs[item]!.without)) }), { seed: SEED, groups });
  return { without: mean(pairs.map((pair) => pair.without)), with: mean(pairs.map((pair) => pair.with)), difference };
}

function readTwice(faces: readonly PersonFace[]): ReadTwice[] {
  if (faces.length < LEAST_FACES) return [];
  return faces.flatMap((face) => {
    const rests = faces.filter((other) => other !== face && other.label === 'neutral');
    if (rests.length === 0) return [];
    const plain = expressionOf(face.scores, null, 0, face.model).whole;
    const against = rests.map((rest) => expressionOf(face.scores, rest.scores, 1, face.model).whole);
    const pair = (error: (label: Emotion, read: EmotionDistribution) => number): Pair => ({ without: error(face.label, plain), with: mean(against.map((each) => error(face.label, each))) });
    return [{ person: face.person, wrong: pair((label, each) => (likeliest(each) === label ? 0 : 1)), surprisal: pair((label, each) => -Math.log(Math.max(LEAST_PROBABILITY, each[label]))), valence: pair((label, each) => Math.abs(valenceOf(each) - valenceOf(byEmotion((emotion) => (emotion === label ? 1 : 0))))) }];
  });
}

function valenceOf(emotions: EmotionDistribution): number {
  return affectOfEmotions(emotions).valence.mean;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
