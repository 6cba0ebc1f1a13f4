/**
 * `npm run evaluate -- face [--data FOLDER] [--split NAME] [--peers] [--json]`: the expression head on faces
 * that it has not learnt from.
 *
 * Without a folder: FER+ Valid, and muxspace-faces by five folds of people, beside baselines and peers, and
 * FER+ Valid by the head without FER+ (models/face-open); only this run writes the reports. With a folder: all its pictures, or those of one part of it.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { isHeldTenth } from '../../src/learn/splits.ts';
import { evaluateFaces, type MarkedExam } from '../../scripts/faces/evaluate-faces.ts';
import { baselinesOn, type FaceTable, rowsWhere, splitOf, tabulate } from '../../scripts/faces/face-baselines.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { HEAD_FILE, learntFrom, loadFaceModel, OPEN_HEAD_FILE } from '../../scripts/faces/face-model.ts';
import { facesOf, type FoundFaces } from '../../scripts/faces/faces-of.ts';
import { readLabelledFaces } from '../../scripts/faces/labelled-faces.ts';
import { FOLDS, loadFolds } from '../../scripts/faces/muxspace-folds.ts';
import { faceCard, openFaceCard } from './card.ts';
import { tellFaces } from './tell-faces.ts';

/** On a folder, baselines learn from one picture in so many of FER+ Train: an SVM on all of them takes minutes. */
const FEWER = 5;

const { values: flags } = parseArgs({
  options: { data: { type: 'string' }, split: { type: 'string' }, peers: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const model = loadFaceModel();
const [main, ...others] = flags.data === undefined ? await ownExams() : [await folderExam(flags.data, flags.split)];
if (flags.data === undefined) {
  const open = await openExam();
  const also = [...others, open];
  await writeReport(resolve(HEAD_FILE, '..'), main.evaluation, { title: 'Expression from a face', judged: main.judged, also, card: faceCard([main, ...also].map(({ evaluation }) => evaluation)) });
  await writeReport(resolve(OPEN_HEAD_FILE, '..'), open.evaluation, { title: 'Expression from a face, learnt without FER+', judged: open.judged, card: openFaceCard(open.evaluation) });
}
if (flags.json) console.log(evaluationLine(main.evaluation));

async function found(folder: string, split?: string): Promise<FoundFaces> {
  const data = await readLabelledFaces(folder, split);
  const faces = await facesOf(data, { blendshapes: false });
  for (const remark of [...data.remarks, ...faces.remarks]) console.error(remark);
  return faces;
}

async function ownExams(): Promise<[MarkedExam, ...MarkedExam[]]> {
  const valid = await found(dataFolder('ferplus'), 'valid');
  const exam = await evaluateFaces({ model: 'face', data: 'FER+ Valid', split: `learnt from ${learntFrom()}, as a held tenth of FER+ Train preferred`, found: valid, modelOf: () => model, peers: true });
  const own = told(exam, await baselinesOn([splitOf(await ferplusTaught(), await tabulate(valid, model))]));
  const folds = await foldExam();
  return folds ? [own, folds] : [own];
}

/** FER+ Valid, all of it strange to the head that was never shown FER+. */
async function openExam(): Promise<MarkedExam> {
  const valid = await found(dataFolder('ferplus'), 'valid');
  const open = loadFaceModel(OPEN_HEAD_FILE);
  return told(await evaluateFaces({ model: 'face-open', data: 'FER+ Valid', split: 'learnt from muxspace-faces alone', found: valid, modelOf: () => open, peers: false }));
}

/** The faces of FER+ Train that nothing was chosen on. */
async function ferplusTaught(): Promise<FaceTable> {
  const train = await found(dataFolder('ferplus'), 'train');
  return rowsWhere(await tabulate(train, model), (index) => !isHeldTenth(train.pictures[index]!.name));
}

/** muxspace-faces, each person read by the head that was not taught by them; null until such heads were trained. */
async function foldExam(): Promise<MarkedExam | null> {
  const muxspace = await found(dataFolder('muxspace-faces'));
  const folds = loadFolds(muxspace.pictures);
  if (!folds) return null;
  const { fold, modelOf } = folds;
  const exam = await evaluateFaces({ model: 'face', data: 'muxspace-faces', split: 'five folds by person: each read by a head taught by FER+ Train and the other four', found: muxspace, modelOf, peers: true });
  const table = await tabulate(muxspace, model);
  const splits = Array.from({ length: FOLDS }, (_, out) => splitOf(rowsWhere(table, (index) => fold[index] !== out), rowsWhere(table, (index) => fold[index] === out)));
  return told(exam, await baselinesOn(splits));
}

async function folderExam(folder: string, split?: string): Promise<MarkedExam> {
  if (resolve(folder) === dataFolder('ferplus') && split !== 'valid') console.error('The head learnt from pictures of this folder: its figures on them say how well it remembers. "npm run evaluate -- face" without a folder measures it on those that it did not learn from.');
  const faces = await found(folder, split);
  const exam = await evaluateFaces({
    model: 'face', data: resolve(folder), split: split ?? 'all pictures of the folder', found: faces, modelOf: () => model, peers: flags.peers,
  });
  try {
    const taught = rowsWhere(await ferplusTaught(), (index) => index % FEWER === 0);
    return told(exam, await baselinesOn([splitOf(taught, await tabulate(faces, model))]));
  } catch (thrown) {
    console.error(`No baselines, which learn from FER+ Train: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return told(exam);
  }
}

/** Adds the baselines and tells all: what follows may take a while. */
function told({ evaluation, judged }: MarkedExam, baselines?: Evaluation['baselines']): MarkedExam {
  const whole = { ...evaluation, ...(baselines && { baselines }) };
  tellFaces(whole);
  return { judged, evaluation: whole };
}
