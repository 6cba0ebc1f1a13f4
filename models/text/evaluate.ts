/**
 * `npm run evaluate -- text [--data FILE.csv] [--size light|full] [--json]`: what is read of words, beside baselines of the same run.
 *
 * Without a file: the test parts of GoEmotions and EmpatheticPersonas, MELD and TweetEval, which nothing was learnt from, and the minimal
 * pairs; only this run writes the report. With a file: all its texts.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { type LabelledText, readMeld, readPersonas, readTweets } from '../../scripts/texts/corpora.ts';
import { readLabelledTexts } from '../../scripts/texts/labelled-texts.ts';
import { ROOT } from '../../scripts/run.ts';
import { textCard } from './card.ts';
import { emotionExam, type Exam, labelExam, oneEmotionComments } from './exams.ts';
import { teachChineseBaseline, teachEnglishBaseline } from './ngram-baseline.ts';
import { pairsExam } from './pairs-exam.ts';
import { lightReader } from './readers.ts';
import { tellTexts } from './tell-texts.ts';
import { timeReader } from './time-reader.ts';

const NEVER_SEEN = 'never learnt from, and used for no choice';
const OWN = 'learnt from train, choices on dev';

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, size: { type: 'string' }, json: { type: 'boolean', default: false } } });
if (flags.size !== undefined && !['light', 'full'].includes(flags.size)) throw new Error(`Expected --size light or full, but got "${flags.size}".`);
const english = teachEnglishBaseline();
const baselines = { en: english, zh: teachChineseBaseline() };
const reader = lightReader();
const [first, ...also] = flags.data === undefined ? await ownExams() : [await fileExam(flags.data)];
for (const { evaluation } of [first, ...also]) tellTexts(evaluation);
if (flags.data === undefined) {
  await writeReport(join(ROOT, 'models', reader.model), first.evaluation, {
    title: 'Emotion of words', judged: first.judged, also, card: textCard([first, ...also].map(({ evaluation }) => evaluation)),
  });
}
if (flags.json) console.log(evaluationLine(withCorpora(first.evaluation, also)));

async function ownExams(): Promise<[Exam, ...Exam[]]> {
  const labels = await labelExam(reader, english);
  const exam = (data: string, split: string, texts: readonly LabelledText[]): Promise<Exam> => emotionExam(reader, data, split, texts, baselines);
  const timed = { ...labels, evaluation: { ...labels.evaluation, milliseconds: await timeReader(reader, oneEmotionComments().slice(0, 500)) } };
  return [
    timed,
    await exam('GoEmotions test, comments of one emotion', OWN, oneEmotionComments()),
    await exam('EmpatheticPersonas EN test', OWN, readPersonas('en', 'test')),
    await exam('EmpatheticPersonas ZH test', OWN, readPersonas('zh', 'test')),
    await exam('MELD test', NEVER_SEEN, readMeld()),
    await exam('TweetEval emotion test', NEVER_SEEN, readTweets()),
    await pairsExam(reader),
  ];
}

async function fileExam(file: string): Promise<Exam> {
  const { texts, remarks } = readLabelledTexts(resolve(file));
  remarks.forEach((line) => console.error(line));
  return emotionExam(reader, resolve(file), 'all texts of the file', texts, baselines);
}

/** The figures of all corpora in one line. */
function withCorpora(evaluation: Evaluation, others: readonly Exam[]): Evaluation {
  if (others.length === 0) return evaluation;
  const corpora = Object.fromEntries(others.map(({ evaluation: { data, n, metrics, baselines: beside } }) => {
    const { accuracy, macroF1, uar, ece } = metrics;
    return [data, { n, ...Object.fromEntries(Object.entries({ accuracy, macroF1, uar, ece, dev: metrics['dev'], test: metrics['test'] }).filter(([, value]) => value !== undefined)), ...(beside && { baselines: beside }) }];
  }));
  return { ...evaluation, metrics: { ...evaluation.metrics, corpora } };
}
