/**
 * `npm run evaluate -- text [--data FILE.csv] [--size light|full] [--json]`: what is read of words, beside baselines of the same run.
 *
 * Without a file: the test parts of GoEmotions and EmpatheticPersonas, MELD and TweetEval, which nothing was learnt from, and the minimal
 * pairs; only this run writes the report. With a file: all its texts.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { type LabelledText, readMeld, readPersonas, readTweets } from '../../scripts/texts/corpora.ts';
import { readLabelledTexts } from '../../scripts/texts/labelled-texts.ts';
import { ROOT } from '../../scripts/run.ts';
import { dimensionsCard, textCard } from './card.ts';
import { dimensionExam } from './dimension-exam.ts';
import { emotionExam, type Exam, labelExam, oneEmotionComments, type TextReader } from './exams.ts';
import { teachChineseBaseline, teachEnglishBaseline } from './ngram-baseline.ts';
import { pairsExam } from './pairs-exam.ts';
import { fullReader, lightReader } from './readers.ts';
import { tellTexts } from './tell-texts.ts';
import { timeReader } from './time-reader.ts';

const NEVER_SEEN = 'never learnt from, and used for no choice';
const OWN = 'learnt from train, choices on dev';

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, size: { type: 'string' }, json: { type: 'boolean', default: false } } });
if (flags.size !== undefined && !['light', 'full'].includes(flags.size)) throw new Error(`Expected --size light or full, but got "${flags.size}".`);
const hasFull = ['text-full', 'text-dimensions'].every((model) => existsSync(join(ROOT, 'models', model, 'net.json')));
const english = teachEnglishBaseline();
const baselines = { en: english, zh: teachChineseBaseline() };
const size = flags.size ?? (hasFull ? 'full' : 'light');
const last = flags.data === undefined ? await ownExams(flags.size === undefined ? (hasFull ? ['light', 'full'] : ['light']) : [size]) : await fileExam(flags.data);
if (flags.json) console.log(evaluationLine(last));

/** Writes the reports of each size; the last one's figures are returned. */
async function ownExams(sizes: readonly string[]): Promise<Evaluation> {
  let first: Evaluation | undefined;
  for (const each of sizes) {
    const reader = each === 'full' ? fullReader() : lightReader();
    const exams = await examsOf(reader);
    const evaluations = exams.map(({ evaluation }) => evaluation);
    evaluations.forEach((evaluation) => tellTexts(evaluation));
    const [main, ...also] = exams as [Exam, ...Exam[]];
    await writeReport(join(ROOT, 'models', reader.model), main.evaluation, { title: `Emotion of words, ${each}`, judged: main.judged, also, card: textCard(reader.size, evaluations) });
    first = withCorpora(main.evaluation, also);
  }
  if (sizes.includes('full')) await dimensionsReport();
  return first!;
}

async function dimensionsReport(): Promise<void> {
  const exam = await dimensionExam({ ...fullReader(), model: 'text-dimensions' }, { 'full, without this file': fullReader(false), light: lightReader() });
  tellTexts(exam.evaluation);
  await writeReport(join(ROOT, 'models/text-dimensions'), exam.evaluation, { title: 'Valence, arousal and dominance of words', card: dimensionsCard([exam.evaluation]) });
}

async function examsOf(reader: TextReader): Promise<Exam[]> {
  const labels = await labelExam(reader, english);
  const exam = (data: string, split: string, texts: readonly LabelledText[]): Promise<Exam> => emotionExam(reader, data, split, texts, baselines);
  return [
    reader.size === 'light' ? { ...labels, evaluation: { ...labels.evaluation, milliseconds: await timeReader(reader, oneEmotionComments().slice(0, 500)) } } : labels,
    await exam('GoEmotions test, comments of one emotion', OWN, oneEmotionComments()),
    await exam('EmpatheticPersonas EN test', OWN, readPersonas('en', 'test')),
    ...(reader.size === 'light' ? [await exam('EmpatheticPersonas ZH test', OWN, readPersonas('zh', 'test'))] : []),
    await exam('MELD test', NEVER_SEEN, readMeld()),
    await exam('TweetEval emotion test', NEVER_SEEN, readTweets()),
    ...(reader.size === 'full' ? [await dimensionExam(reader, { 'without text-dimensions': fullReader(false), light: lightReader() })] : []),
    await pairsExam(reader),
  ];
}

async function fileExam(file: string): Promise<Evaluation> {
  const { texts, remarks } = readLabelledTexts(resolve(file));
  remarks.forEach((line) => console.error(line));
  const { evaluation } = await emotionExam(size === 'full' ? fullReader() : lightReader(), resolve(file), 'all texts of the file', texts, baselines);
  tellTexts(evaluation);
  return evaluation;
}

/** The figures of all corpora in one line. */
function withCorpora(evaluation: Evaluation, others: readonly Exam[]): Evaluation {
  if (others.length === 0) return evaluation;
  const corpora = Object.fromEntries(others.map(({ evaluation: { data, n, metrics, baselines: beside } }) => {
    const { accuracy, macroF1, uar, ece, pearson, ccc } = metrics;
    return [data, { n, ...Object.fromEntries(Object.entries({ accuracy, macroF1, uar, ece, pearson, ccc, dev: metrics['dev'], test: metrics['test'] }).filter(([, value]) => value !== undefined)), ...(beside && { baselines: beside }) }];
  }));
  return { ...evaluation, metrics: { ...evaluation.metrics, corpora } };
}
