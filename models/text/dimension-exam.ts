import { POINTS } from '../../src/browser/text/dimension-head.ts';
import type { TextAnalysis } from '../../src/browser/text/text-analysis.ts';
import { agreementOf } from '../../src/learn/metrics/dimensions.ts';
import { measureDimensions } from '../../src/learn/metrics/measure.ts';
import { type RatedSentence, readEmoBank } from '../../scripts/texts/corpora.ts';
import type { Exam, TextReader } from './exams.ts';
import { DIMENSIONS } from './teach-dimensions.ts';
import { vaderCompound } from '../../scripts/texts/sentiment-baselines.ts';

const SEED = 8;

/** EmoBank's test part: valence, arousal and dominance beside its readers' ratings; and what was read with other models of ours. */
export async function dimensionExam({ model, read }: TextReader, beside: Readonly<Record<string, TextReader>>): Promise<Exam> {
  const test = readEmoBank('test');
  const asked = test.map(({ text }) => ({ text, language: 'en' as const }));
  const truth = (name: (typeof DIMENSIONS)[number]): number[] => test.map((each) => (each[name] - 3) / POINTS);
  const analyses = await read(asked);
  const { ccc, pearson, error, intervals } = measureDimensions(Object.fromEntries(DIMENSIONS.map((name) => [name, { truth: truth(name), estimates: analyses.map((each) => each[name].mean) }])), { seed: SEED });
  const others: Record<string, Record<string, number>> = { 'vader-sentiment': { valence: agreementOf(truth('valence'), test.map(({ text }) => vaderCompound(text))).pearson } };
  for (const [name, reader] of Object.entries(beside)) others[name] = correlations(test, await reader.read(asked));
  return {
    evaluation: {
      model, data: 'EmoBank test', n: test.length, split: 'the published one; learnt from train, choices on dev. Ratings of 1 to 5, so that 1.5 points from the middle are the end of the scale',
      metrics: {
        ...(ccc && { ccc }), ...(pearson && { pearson }), error, ...(intervals && { intervals }), pearsonBeside: others,
        within: Object.fromEntries(DIMENSIONS.map((name) => [name, { standardDeviation: shareWithin(truth(name), analyses, name) }])),
      },
    },
  };
}

function correlations(test: readonly RatedSentence[], analyses: readonly TextAnalysis[]): Record<string, number> {
  return Object.fromEntries(DIMENSIONS.map((name) => [name, agreementOf(test.map((each) => each[name]), analyses.map((each) => each[name].mean)).pearson]));
}

/** How many ratings lie within a standard deviation of what was told: about two of three, where the variances can be taken at their word. */
function shareWithin(truth: readonly number[], analyses: readonly TextAnalysis[], name: (typeof DIMENSIONS)[number]): number {
  return truth.filter((value, i) => Math.abs(value - analyses[i]![name].mean) <= Math.sqrt(analyses[i]![name].variance)).length / truth.length;
}
