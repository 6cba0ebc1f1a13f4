import type { TextAnalysis } from '../../src/browser/text/text-analysis.ts';
import { EMOTIONS, type Emotion, type Language } from '../../src/index.ts';
import type { Comparison, Evaluation } from '../../src/learn/evaluation.ts';
import { type Answer, judge, type Judged } from '../../src/learn/metrics/answers.ts';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import { measureClassifier } from '../../src/learn/metrics/measure.ts';
import { chooseThresholds, measureMultiLabel, type MultiLabelScores } from '../../src/learn/metrics/multi-label.ts';
import type { LabelledText } from '../../scripts/texts/corpora.ts';
import { readGoEmotions } from '../../scripts/texts/corpora.ts';
import { POLARITIES, type Polarity, POLARITY_OF } from '../../scripts/faces/polarity.ts';
import { SENTIMENT_BASELINES } from '../../scripts/texts/sentiment-baselines.ts';
import { answerOf, ekmanOf, emotionsOf, multiLabelOf } from './judge-texts.ts';
import type { NgramBaseline } from './ngram-baseline.ts';

export interface Exam {
  readonly evaluation: Evaluation;
  readonly judged?: Judged;
}

/** Reads many texts with one size of the model. */
export interface TextReader {
  readonly size: 'light' | 'full';
  /** The folder of models/ that it is reported in. */
  readonly model: string;
  readonly read: (texts: readonly { readonly text: string; readonly language: Language }[]) => Promise<readonly TextAnalysis[]>;
  /** The thresholds of GoEmotions' labels. */
  readonly thresholds: readonly number[];
}

const SEED = 7;

/** GoEmotions' test part by its 28 labels, as published, and by Ekman's groups. Thresholds come from its dev part. */
export async function labelExam({ model, read, thresholds }: TextReader, baseline: NgramBaseline): Promise<Exam> {
  const [dev, test] = [readGoEmotions('dev'), readGoEmotions('test')];
  const [known, analyses] = [await read(dev.map(english)), await read(test.map(english))];
  const labels = multiLabelOf(test, analyses);
  const metrics = measureMultiLabel(labels, thresholds, SEED);
  const ekman = measureMultiLabel(ekmanOf(test, analyses), chooseThresholds(ekmanOf(dev, known), SEED), SEED);
  const nothing = { accuracy: 0, macroF1: 0, uar: 0 };
  return {
    evaluation: {
      model, data: 'GoEmotions test, 28 labels', n: test.length,
      split: 'the published one; learnt from train, thresholds and temperatures chosen on dev. Accuracy is the share of comments all of whose labels were told',
      metrics: { ...metrics, labelEce: labelError(labels), ekman },
      baselines: {
        majority: alwaysNeutral(labels, nothing),
        'n-gram logistic regression': comparisonOf(baseline.labels),
      },
    },
  };
}

/** A corpus by the likeliest of eight emotions, beside baselines that have not seen it either. */
export async function emotionExam({ model, read }: TextReader, data: string, split: string, texts: readonly LabelledText[], baselines: Readonly<Record<Language, Pick<NgramBaseline, 'answer'>>>): Promise<Exam> {
  const truth = texts.map(({ emotion }) => EMOTIONS.indexOf(emotion));
  const analyses = await read(texts);
  const judged = judge(EMOTIONS, truth, analyses.map(answerOf));
  const scores = (answers: readonly Answer[]): Comparison => comparisonOf(scoresOf(EMOTIONS, confusionOf(judge(EMOTIONS, truth, answers))));
  const onlyEnglish = texts.every(({ language }) => language === 'en');
  const fallback = commonest(texts, ({ emotion }) => POLARITY_OF[emotion] === 'negative') ?? 'sadness';
  const sentiment = onlyEnglish ? SENTIMENT_BASELINES.map(({ name, tell }) => {
    const polarities = texts.map(({ text }) => tell(text));
    const answers = polarities.map((polarity) => oneHot(polarity === 'positive' ? 'happiness' : polarity === 'negative' ? fallback : 'neutral'));
    return { name, answers, polarities };
  }) : [];
  const classes = [...new Set(texts.map(({ emotion }) => emotion))];
  return {
    judged,
    evaluation: {
      model, data, split, n: texts.length,
      metrics: {
        ...measureClassifier(judged, { seed: SEED }),
        amongItsOwn: among(texts, analyses, classes),
        pleasantOrNot: polarityTable(texts, { own: analyses.map(polarityOf), ...Object.fromEntries(sentiment.map(({ name, polarities }) => [name, polarities])) }),
      },
      baselines: {
        majority: scores(texts.map(() => oneHot(commonest(texts, () => true)!))),
        ...Object.fromEntries(sentiment.map(({ name, answers }) => [name, { ...scores(answers), note: `pleasant is happiness, unpleasant ${fallback}, this corpus' commonest` }])),
        'n-gram logistic regression': scores(texts.map(({ text, language }) => baselines[language].answer(text))),
      },
    },
  };
}

/** GoEmotions' test comments whose labels all count to one emotion. */
export function oneEmotionComments(): LabelledText[] {
  return readGoEmotions('test').flatMap((comment): LabelledText[] => {
    const emotions = emotionsOf(comment);
    return emotions.length === 1 ? [{ text: comment.text, emotion: emotions[0]!, language: 'en' }] : [];
  });
}

function english({ text }: { readonly text: string }): { text: string; language: Language } {
  return { text, language: 'en' };
}

function comparisonOf({ accuracy, macroF1, uar }: Pick<MultiLabelScores, 'accuracy' | 'macroF1' | 'uar'>): Comparison {
  return { accuracy, macroF1, uar };
}

/** Mean calibration error of the labels' probabilities, label by label, in fifteen bins of equal width. */
function labelError({ labels, truth, scores }: ReturnType<typeof multiLabelOf>): number {
  const count = truth.length / labels.length;
  return labels.reduce((total, _, label) => {
    const bins = Array.from({ length: 15 }, () => ({ said: 0, was: 0 }));
    for (let item = 0; item < count; item += 1) {
      const score = scores[item * labels.length + label]!;
      const bin = bins[Math.min(14, Math.floor(score * 15))]!;
      bin.said += score;
      bin.was += truth[item * labels.length + label]!;
    }
    return total + bins.reduce((sum, { said, was }) => sum + Math.abs(said - was), 0) / count / labels.length;
  }, 0);
}

function alwaysNeutral({ labels, truth }: ReturnType<typeof multiLabelOf>, start: Comparison): Comparison {
  const count = truth.length / labels.length;
  const neutral = labels.indexOf('neutral');
  let [was, only] = [0, 0];
  for (let item = 0; item < count; item += 1) {
    const row = truth.subarray(item * labels.length, (item + 1) * labels.length);
    was += row[neutral]!;
    if (row[neutral] === 1 && row.reduce((sum, each) => sum + each, 0) === 1) only += 1;
  }
  return { ...start, accuracy: only / count, macroF1: (2 * was) / (was + count) / labels.length, uar: 1 / labels.length };
}

/** How often the likeliest of a corpus' own emotions is right: what is left when the others are known to be out of question. */
function among(texts: readonly LabelledText[], analyses: readonly TextAnalysis[], classes: readonly Emotion[]): Comparison {
  const answers = analyses.map((analysis) => answerOf(analysis) && classes.map((emotion) => analysis.emotions[emotion]));
  return comparisonOf(scoresOf(classes, confusionOf(judge(classes, texts.map(({ emotion }) => classes.indexOf(emotion)), answers))));
}

function polarityOf({ emotions, known }: TextAnalysis): Polarity | null {
  if (known === 0) return null;
  const sums = { positive: emotions.happiness, neutral: emotions.neutral, negative: emotions.sadness + emotions.anger + emotions.disgust + emotions.fear + emotions.contempt };
  return POLARITIES.reduce((best, each) => (sums[each] > sums[best] ? each : best));
}

/** Pleasant, neutral, unpleasant: what lexica tell too. Surprise may be either, and is left out. */
function polarityTable(texts: readonly LabelledText[], answers: Readonly<Record<string, readonly (Polarity | null)[]>>): Record<string, Record<string, number>> {
  const kept = texts.flatMap(({ emotion }, i) => (POLARITY_OF[emotion] === null ? [] : [i]));
  const truth = kept.map((i) => POLARITIES.indexOf(POLARITY_OF[texts[i]!.emotion]!));
  return Object.fromEntries(Object.entries(answers).map(([name, said]) => {
    const told = kept.map((i) => (said[i] ? POLARITIES.map((each) => (each === said[i] ? 1 : 0)) : null));
    return [name, { ...comparisonOf(scoresOf(POLARITIES, confusionOf(judge(POLARITIES, truth, told)))) }];
  }));
}

function commonest(texts: readonly LabelledText[], counts: (text: LabelledText) => boolean): Emotion | undefined {
  const tally = new Map<Emotion, number>();
  for (const text of texts) if (counts(text)) tally.set(text.emotion, (tally.get(text.emotion) ?? 0) + 1);
  return [...tally].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function oneHot(emotion: Emotion): Answer {
  return EMOTIONS.map((each) => (each === emotion ? 1 : 0));
}
