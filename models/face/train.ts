/**
 * `npm run train -- face`: fits the expression head on FER+ Train and muxspace-faces, the same head
 * without FER+ (models/face-open), and for the figures on muxspace one head for each fold of people.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatNet } from '../../src/browser/nets/net-file.ts';
import { EMOTIONS } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { groupFolds, isHeldTenth } from '../../src/learn/splits.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { cacheFile } from '../../scripts/faces/faces-of.ts';
import { readLabelledFaces } from '../../scripts/faces/labelled-faces.ts';
import { bestBaselineShare, type PersonFace } from '../../scripts/faces/person-baseline.ts';
import { ROOT } from '../../scripts/run.ts';
import { byTeacher, faceRows, type FaceRow } from './face-rows.ts';
import { type CalibratedHead, calibrateHead, type Prior } from './calibrate-head.ts';
import { createHeadVariables, exportHead, type HeadVariables, importHead } from './head-graph.ts';
import { worthOf } from './priors.ts';
import { type Lesson, scoreRows, type Standard, standardOf, trainHead } from './train-head.ts';

const FOLDS = 5;
const SEED = 20261124;
/** First FER+ alone; then muxspace beside it, gently for the head that ships and more for the folds, whose faces are of muxspace; at last muxspace alone. */
const STAGES = { first: { epochs: 60, rate: 1.5e-3 }, all: { epochs: 3, rate: 3e-4 }, fold: { epochs: 6, rate: 8e-4 }, open: { epochs: 50, rate: 1.5e-3 } } as const;
/** In the folds a face of muxspace is repeated beside a quarter of FER+, or the few of them would teach nothing. */
const FOLD_MIX = { repeated: 3, partOfFerplus: 4 } as const;

const isRow = (row: FaceRow | null): row is FaceRow => row !== null && row.picture.label !== null;
const lessons = (rows: readonly FaceRow[]): Lesson[] => rows.map((row) => ({ row, worth: worthOf(row.picture.label) }));
const copy = (from: HeadVariables, to: HeadVariables): void => Object.entries(to).forEach(([name, variable]) => variable.assign(from[name]!));

await startTensorflow();
const ferplus = (await faceRows(await readLabelledFaces(dataFolder('ferplus'), 'train'), 'learn', byTeacher)).filter(isRow);
const muxspace = (await faceRows(await readLabelledFaces(dataFolder('muxspace-faces')), 'learn', byTeacher)).filter(isRow);
const held = ferplus.filter(({ picture }) => isHeldTenth(picture.name));
const taught = ferplus.filter(({ picture }) => !isHeldTenth(picture.name));
const fold = groupFolds(muxspace.map(({ picture }) => picture.subject ?? picture.name), FOLDS);
console.log(`FER+ Train: ${taught.length} faces to learn from, ${held.length} held; muxspace: ${muxspace.length}`);

const standard = standardOf(taught);
const first = createHeadVariables(createRandom(SEED));
await trainHead(first, lessons(taught), standard, { title: 'Head on FER+', ...STAGES.first, seed: SEED });

const second = createHeadVariables(createRandom(SEED));
copy(first, second);
await trainHead(second, lessons([...taught, ...muxspace]), standard, { title: 'Head on FER+ and muxspace', ...STAGES.all, seed: SEED + 1 });
// The one that the held tenth prefers is shipped; it may be the one that muxspace taught nothing.
const [alone, together] = [calibrated(first, standard, held, 'natural'), calibrated(second, standard, held, 'natural')];
console.log(`FER+ alone: ${alone.told}\nwith muxspace: ${together.told}`);
// How much of a resting face to allow for is told by people whom the head that tells it has never seen.
const people = personFaces(alone, standard, muxspace);
const shareWithout = (out: number | null): number => bestBaselineShare(people.flatMap((face, i) => (out === null || fold[i] !== out ? [face] : [])));
const [best, learntFrom] = alone.worth > together.worth ? [alone, 'FER+ Train alone'] : [together, 'FER+ Train and muxspace together'];
keep(join(ROOT, 'models/face/net.json'), 'face', { ...best, settings: { learntFrom, ...best.settings } }, standard, shareWithout(null));

for (let out = 0; out < FOLDS; out += 1) {
  const others = lessons(muxspace.filter((_, i) => fold[i] !== out));
  copy(first, second);
  const beside = lessons(taught.filter((_, i) => i % FOLD_MIX.partOfFerplus === out % FOLD_MIX.partOfFerplus));
  await trainHead(second, [...beside, ...Array.from({ length: FOLD_MIX.repeated }, () => others).flat()], standard, { title: `Head without fold ${out + 1} of ${FOLDS}`, ...STAGES.fold, seed: SEED + 1 });
  keep(cacheFile(`folds/${out}.json`), 'face', calibrated(second, standard, held, 'as-taught'), standard, shareWithout(out));
}

const open = createHeadVariables(createRandom(SEED));
const known = muxspace.filter((_, i) => fold[i] !== 0);
const unknown = muxspace.filter((_, i) => fold[i] === 0);
const openStandard = standardOf(known);
await trainHead(open, lessons(known), openStandard, { title: 'Head without FER+', ...STAGES.open, seed: SEED });
const openHead = calibrated(open, openStandard, unknown, 'as-taught');
keep(join(ROOT, 'models/face-open/net.json'), 'face-open', openHead, openStandard, bestBaselineShare(personFaces(openHead, openStandard, unknown)));

function calibrated(variables: HeadVariables, by: Standard, judges: readonly FaceRow[], prior: Prior): CalibratedHead {
  return calibrateHead(exportHead(variables), scoreRows(variables, judges, by), judges, prior);
}

/** Faces as a calibrated head scores them, with whose they are. */
function personFaces({ tensors }: CalibratedHead, by: Standard, rows: readonly FaceRow[]): PersonFace[] {
  const variables = importHead(tensors);
  const { whole, upper } = scoreRows(variables, rows, by);
  Object.values(variables).forEach((variable) => variable.dispose());
  const of = (scores: Float32Array, row: number): Float32Array => scores.subarray(row * EMOTIONS.length, (row + 1) * EMOTIONS.length);
  const neutral = { whole: tensors['neutral/whole']!.values, upper: tensors['neutral/upper']!.values };
  return rows.map(({ picture }, row) => ({
    person: picture.subject ?? picture.name, label: picture.label!, scores: { whole: of(whole, row), upper: of(upper, row) }, model: { neutral, baselineShare: 0 },
  }));
}

function keep(path: string, model: string, { tensors, settings, told }: CalibratedHead, { centre, scale }: Standard, baselineShare: number): void {
  console.log(`${path}: ${told}, of a resting face ${baselineShare}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatNet({
    model, settings: { ...settings, baselineShare },
    tensors: { ...tensors, centre: { shape: [centre.length], values: centre }, scale: { shape: [scale.length], values: scale } },
  }));
}
