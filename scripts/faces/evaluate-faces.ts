import { EMOTIONS } from '../../src/index.ts';
import type { Comparison, Evaluation } from '../../src/learn/evaluation.ts';
import { type Answer, judge, type Judged } from '../../src/learn/metrics/answers.ts';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import { describe } from '../statistics.ts';
import { measureFaces, scoredOf } from './face-figures.ts';
import type { FaceModel } from './face-model.ts';
import type { FoundFaces } from './faces-of.ts';
import type { LabelledPicture } from './labelled-faces.ts';
import { peerAnswers } from './peer-answers.ts';
import { BEST_WAYS } from './peers-page.ts';
import { measurePolarity } from './polarity.ts';
import { answerOf, readFaces } from './read-faces.ts';

/** What is asked of a set of faces. */
export interface FaceExam {
  readonly model: string;
  readonly data: string;
  /** Who was learnt from and who is tested on, in a few words. */
  readonly split: string;
  readonly found: FoundFaces;
  /** Which model reads the picture at an index. */
  readonly modelOf: (index: number) => FaceModel;
  /** Whether the peers read the same pictures. */
  readonly peers: boolean;
}

/** An evaluation, and the answers behind it. */
export interface MarkedExam {
  readonly evaluation: Evaluation;
  readonly judged: Judged;
}

/**
 * Reads a set of faces and measures the answers; pictures without a clear label count for valence and arousal alone.
 *
 * @throws {Error} when no picture has a clear label
 */
export async function evaluateFaces({ model, data, split, found, modelOf, peers }: FaceExam): Promise<MarkedExam> {
  const { pictures } = found;
  const { scores, milliseconds } = await readFaces(found, modelOf);
  const answers = scores.map((each) => each && answerOf(each.whole));
  const scored = scoredOf({ pictures, answers });
  if (scored.pictures.length === 0) throw new Error(`Expected pictures in ${data} on which people agree what is shown, but none of its ${pictures.length} has a label that can be scored.`);
  const { p50, p95 } = describe(milliseconds);
  return {
    judged: judge(EMOTIONS, truthOf(scored.pictures), scored.answers),
    evaluation: {
      model, data, split, n: scored.pictures.length, metrics: measureFaces({ pictures, answers }),
      ...(peers && { peers: await askPeers(scored.pictures) }),
      ...(milliseconds.length > 0 && { milliseconds: { median: p50, p95 } }),
    },
  };
}

async function askPeers(pictures: readonly LabelledPicture[]): Promise<NonNullable<Evaluation['peers']>> {
  const readings = await peerAnswers(pictures, Object.values(BEST_WAYS));
  return Object.fromEntries(Object.entries(BEST_WAYS).map(([name, way]) => {
    const read = readings.get(way) ?? [];
    const answers = read.map(({ answer }) => answer);
    const { p50, p95 } = describe(read.map(({ milliseconds }) => milliseconds));
    const polarity = measurePolarity(pictures, answers);
    return [name, {
      ...compare(pictures, answers), way, answered: answers.filter((answer) => answer !== null).length / answers.length,
      ...(polarity && { polarity: { n: polarity.n, perClass: polarity.perClass } }), milliseconds: { median: p50, p95 },
    }];
  }));
}

/** The three numbers by which readers are compared; a face that was not found is one that was read wrongly. */
function compare(pictures: readonly LabelledPicture[], answers: readonly Answer[]): Comparison {
  const { accuracy, macroF1, uar } = scoresOf(EMOTIONS, confusionOf(judge(EMOTIONS, truthOf(pictures), answers)));
  return { accuracy, macroF1, uar };
}

function truthOf(pictures: readonly LabelledPicture[]): number[] {
  return pictures.map(({ label }) => EMOTIONS.indexOf(label!));
}
