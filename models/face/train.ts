/**
 * `npm run train -- face`: fits the expression head on FER+ Train and muxspace-faces, the same head
 * without FER+ (models/face-open), and for the figures on muxspace one head for each fold of people.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNet } from '../../src/browser/nets/net-file.ts';
import { EMOTIONS } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { groupFolds, isHeldTenth } from '../../src/learn/splits.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { dataFolder } from '../../scripts/faces/face-bundle.ts';
import { cacheFile } from '../../scripts/faces/faces-of.ts';
import { readLabelledFaces } from '../../scripts/faces/labelled-faces.ts';
import { ROOT } from '../../scripts/run.ts';
import { byTeacher, faceRows, type FaceRow } from './face-rows.ts';
import { calibrateHead } from './calibrate-head.ts';
import { createHeadVariables, exportHead, type HeadVariables } from './head-graph.ts';
import { naturalShare, worthOf } from './priors.ts';
import { type Lesson, scoreRows, type Standard, standardOf, trainHead } from './train-head.ts';

export const FOLDS = 5;
const SEED = 20261124;
const EPOCHS = { first: 18, joint: 3, open: 60 } as const;
const RATE = { first: 1.5e-3, joint: 5e-4 } as const;
/** A face of muxspace is repeated, or the few of them would teach nothing beside FER+. */
const REPEATED = 2;

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
const began = performance.now();
await trainHead(first, lessons(taught), standard, { title: 'Head on FER+', epochs: EPOCHS.first, rate: RATE.first, seed: SEED });
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
write(cacheFile('head-ferplus.json'), 'face', first, standard, held);

const joint = createHeadVariables(createRandom(SEED));
const folder = cacheFile('folds');
mkdirSync(folder, { recursive: true });
for (let out = 0; out <= FOLDS; out += 1) {
  const people = muxspace.filter((_, i) => fold[i] !== out);
  copy(first, joint);
  const shared = taught.filter((_, i) => i % 3 === out % 3);
  const repeated = Array.from({ length: REPEATED }, () => lessons(people)).flat();
  await trainHead(joint, [...lessons(shared), ...repeated], standard, { title: out < FOLDS ? `Head without fold ${out + 1} of ${FOLDS}` : 'Head on all', epochs: EPOCHS.joint, rate: RATE.joint, seed: SEED + 1 });
  write(out < FOLDS ? join(folder, `${out}.json`) : join(ROOT, 'models/face/net.json'), 'face', joint, standard, held);
}

const open = createHeadVariables(createRandom(SEED));
const openStandard = standardOf(muxspace);
await trainHead(open, lessons(muxspace), openStandard, { title: 'Head without FER+', epochs: EPOCHS.open, rate: RATE.first, seed: SEED });
write(join(ROOT, 'models/face-open/net.json'), 'face-open', open, openStandard, muxspace);

function write(path: string, model: string, variables: HeadVariables, how: Standard, judges: readonly FaceRow[]): void {
  const calibrated = calibrateHead(exportHead(variables), scoreRows(variables, judges, how), judges);
  console.log(`${path}: ${calibrated.told}`);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, formatNet({
    model, settings: { emotions: EMOTIONS, natural: naturalShare, ...calibrated.settings },
    tensors: { ...calibrated.tensors, centre: { shape: [how.centre.length], values: how.centre }, scale: { shape: [how.scale.length], values: how.scale } },
  }));
}
