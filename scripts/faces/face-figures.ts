import { affectOfEmotions, byEmotion, EMOTIONS, normalise } from '../../src/core/index.ts';
import type { Metrics } from '../../src/learn/evaluation.ts';
import { type Answer, judge } from '../../src/learn/metrics/answers.ts';
import { measureClassifier, measureDimensions } from '../../src/learn/metrics/measure.ts';
import type { LabelledPicture } from './labelled-faces.ts';
import { measurePolarity } from './polarity.ts';

const SEED = 4;

/** Pictures that can be scored, and what somebody said of each; null where no face was found. */
export interface ReadPictures {
  readonly pictures: readonly LabelledPicture[];
  readonly answers: readonly Answer[];
}

/** Only the pictures on which people agree what is shown. */
export function scoredOf({ pictures, answers }: ReadPictures): ReadPictures {
  const kept = pictures.flatMap(({ label }, index) => (label === null ? [] : [index]));
  return { pictures: kept.map((index) => pictures[index]!), answers: kept.map((index) => answers[index]!) };
}

/** Everything that is reported of a reader of faces: eight emotions, three polarities, valence and arousal. */
export function measureFaces(read: ReadPictures): Metrics {
  const { pictures, answers } = scoredOf(read);
  const groups = pictures.every(({ subject }) => subject !== null) ? pictures.map(({ subject }) => subject!) : undefined;
  const classified = measureClassifier(judge(EMOTIONS, pictures.map(({ label }) => EMOTIONS.indexOf(label!)), answers), { seed: SEED, groups });
  const { ccc, pearson, intervals } = measureDimensions(affectsOf(read), { seed: SEED });
  const polarity = measurePolarity(pictures, answers);
  return {
    ...classified, ccc: defined(ccc), pearson: defined(pearson), ...(polarity && { polarity }),
    intervals: { ...classified.intervals, ccc: intervals?.ccc ?? {}, pearson: intervals?.pearson ?? {} },
  };
}

/** Only what could be told: a correlation needs both sides to vary. */
function defined(values: Readonly<Record<string, number>> = {}): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value)));
}

/**
 * Valence and arousal as the raters' votes place them, or the label where nobody was counted, beside
 * those of the answers: both are means over where emotions lie.
 */
function affectsOf({ pictures, answers }: ReadPictures): Record<'valence' | 'arousal', { truth: Float64Array; estimates: Float64Array }> {
  const truths = pictures.map(({ votes, label }) => affectOf(votes ?? (label && EMOTIONS.map((emotion) => (emotion === label ? 1 : 0)))));
  const estimates = answers.map(affectOf);
  const kept = truths.flatMap((truth, index) => (truth ? [index] : []));
  const along = (dimension: 'valence' | 'arousal') => ({
    truth: Float64Array.from(kept, (index) => truths[index]![dimension].mean),
    estimates: Float64Array.from(kept, (index) => estimates[index]?.[dimension].mean ?? Number.NaN),
  });
  return { valence: along('valence'), arousal: along('arousal') };
}

function affectOf(weights: Answer): ReturnType<typeof affectOfEmotions> | null {
  const some = weights !== null && Array.from(weights).some((weight) => weight > 0);
  return some ? affectOfEmotions(normalise(byEmotion((emotion) => weights[EMOTIONS.indexOf(emotion)] ?? 0))) : null;
}
