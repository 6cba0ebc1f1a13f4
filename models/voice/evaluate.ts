/**
 * `npm run evaluate -- voice [--data FOLDER] [--json]`: the voice head on voices that it has not learnt from.
 *
 * Without a folder: EmoDB, each speaker read by a net that has not heard them, beside baselines and other nets, and
 * RAVDESS, whose language and people no net has heard; only this run writes the report. With a folder: all its recordings.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import type { Judged } from '../../src/learn/metrics/answers.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { ROOT } from '../../scripts/run.ts';
import { type LabelledVoices, readLabelledVoices } from '../../scripts/voices/labelled-voices.ts';
import { readVoices } from '../../scripts/voices/read-voices.ts';
import { timeReader } from '../../scripts/voices/time-reader.ts';
import { judgeVoices, measureVoices, scoreVoices } from '../../scripts/voices/voice-figures.ts';
import { type Utterances, utterancesOf } from '../../scripts/voices/voices-of.ts';
import { compareLearners, sevenClasses } from './bench.ts';
import { voiceCard } from './card.ts';
import { loadFold } from './folds.ts';
import { learnFrom } from './lessons.ts';
import { loadVoiceNet } from './load-net.ts';
import { tellPerturbed } from './perturbed-voices.ts';
import { STUDIO } from './sessions.ts';
import { tellVoices } from './tell-voices.ts';
import { type StrangerFigures, tellStrangers } from './tell-strangers.ts';
import { tellStrangeSounds } from './strange-sounds.ts';

interface Exam {
  readonly evaluation: Evaluation;
  readonly judged: Judged;
}

/** Seconds of an utterance after which its first readings are looked at. */
const BEGINNINGS = [0.6, 1, 1.5];

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean', default: false } } });
const shipped = loadVoiceNet();
const exams = flags.data === undefined ? await ownExams() : [await folderExam(flags.data, 'all recordings of the folder')];
const [first, ...also] = exams as [Exam, ...Exam[]];
if (flags.data === undefined) {
  const card = voiceCard([first, ...also].map(({ evaluation }) => evaluation), first.evaluation.metrics['strangers'] as StrangerFigures);
  await writeReport(join(ROOT, 'models/voice'), first.evaluation, { title: 'Affect from a voice', judged: first.judged, also, card });
}
if (flags.json) console.log(evaluationLine(first.evaluation));

async function ownExams(): Promise<Exam[]> {
  const emodb = readLabelledVoices(dataFolder('emodb'));
  const nets = new Map(emodb.voices.map(({ speaker }) => [speaker, loadFold(speaker)]));
  if ([...nets.values()].includes(null)) throw new Error('Expected a net for each speaker of EmoDB that has not heard them, but there is none in build/learn/voices/folds. Run "npm run train -- voice" first, or give --data FOLDER to measure the net that ships.');
  const utterances = await utterancesOf(emodb, STUDIO);
  const lessons = await learnFrom(emodb, 1);
  const seven = sevenClasses(lessons, nets as Map<string, Net>);
  const { baselines, peers } = await compareLearners(lessons);
  const own = await examine({
    data: 'EmoDB', voices: emodb, utterances, netOf: (speaker) => nets.get(speaker)!,
    split: 'leave one speaker out, each heard in a shuffled order with on-line normalisation; settings were chosen on these same folds', extra: { metrics: seven, baselines, peers },
  });
  const strange = tellStrangeSounds(shipped);
  const perturbed = await tellPerturbed(emodb.voices, (speaker) => nets.get(speaker)!);
  const strangers = await tellStrangers(emodb, utterances, (speaker) => nets.get(speaker)!);
  const told = { ...own, evaluation: { ...own.evaluation, metrics: { ...own.evaluation.metrics, strange, perturbed, strangers } } };
  const other = dataFolder('ravdess');
  if (existsSync(other)) return [told, await folderExam(other, 'never learnt from, and used for no choice')];
  console.error(`RAVDESS is not in ${other}: its figures are left out.`);
  return [told];
}

async function folderExam(folder: string, split: string): Promise<Exam> {
  const voices = readLabelledVoices(folder);
  if (resolve(folder) === dataFolder('emodb')) console.error('The net that ships learnt from these recordings: its figures on them say how well it remembers. "npm run evaluate -- voice" without a folder measures nets that did not hear the speaker.');
  return examine({ data: flags.data === undefined ? 'RAVDESS' : resolve(folder), voices, utterances: await utterancesOf(voices, STUDIO), netOf: () => shipped, split: `${split}; each speaker heard in a shuffled order with on-line normalisation` });
}

interface Asked {
  readonly data: string;
  readonly split: string;
  readonly voices: LabelledVoices;
  readonly utterances: Utterances;
  readonly netOf: (speaker: string) => Net;
  readonly extra?: { readonly metrics: Readonly<Record<string, unknown>>; readonly baselines: Evaluation['baselines']; readonly peers: Evaluation['peers'] };
}

async function examine({ data, split, voices: { voices, remarks }, utterances, netOf, extra }: Asked): Promise<Exam> {
  remarks.forEach((line) => console.error(line));
  const by = { none: readVoices(voices, utterances, netOf, 'none'), online: readVoices(voices, utterances, netOf, 'online'), blocked: readVoices(voices, utterances, netOf, 'blocked'), whole: readVoices(voices, utterances, netOf, 'whole') };
  const normalisation = Object.fromEntries(Object.entries(by).map(([name, readings]) => [name, scoreVoices({ voices, readings })]));
  const beginnings = Object.fromEntries(BEGINNINGS.map((seconds) => [`${seconds} s`, scoreVoices({ voices, readings: readVoices(voices, utterances, netOf, 'online', seconds) })['uar']]));
  const costs = await timeReader(voices, netOf(voices[0]!.speaker));
  const read = { voices, readings: by.online };
  const evaluation: Evaluation = {
    model: 'voice', data, split, n: voices.length,
    metrics: { ...measureVoices(read), ...extra?.metrics, normalisation, beginnings, hopMilliseconds: costs.hop },
    ...(extra?.baselines && { baselines: extra.baselines }), ...(extra?.peers && { peers: extra.peers }),
    milliseconds: costs.reading,
  };
  tellVoices(evaluation);
  return { evaluation, judged: judgeVoices(read) };
}
