/**
 * Measures resting and expressive faces, and prints the constants of src/browser/face/population.ts.
 *
 *   npx tsx scripts/measure-faces.ts [--task face_landmarker.task]
 *
 * Pictures: muxspace-faces below ATTUNE_DATA (default ../shared/data). They stay where they are:
 * only means, deviations and four weights leave this command.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FACE_MEASURES, measureFace, type FaceMeasure } from '../src/browser/face/face-geometry.ts';
import { inspectPatch, type FaceLook } from '../src/browser/face/face-patch.ts';
import { headPose, headRotation } from '../src/browser/face/head-pose.ts';
import { clamp, smoothstep, type Radians } from '../src/core/index.ts';
import { dataFolder } from './data-folder.ts';
import { PICTURE, seePictures } from './measure-faces-browser.ts';
import { areaUnderCurve, describe, fitLogistic, slope } from './statistics.ts';

const LABELS = ['neutral', 'happiness', 'surprise', 'sadness', 'anger', 'disgust'];
const SMILE_MEASURES = ['mouthWidth', 'cornerHeight', 'cornerDepth', 'cornerToNose'] as const satisfies readonly FaceMeasure[];
const PITCH_TRUST: Radians = 0.5;
const FOLDS = 5;

interface Sample {
  readonly name: string;
  readonly label: string;
  readonly pitch: Radians;
  readonly measures: Record<FaceMeasure, number>;
}

const { values: flags } = parseArgs({ options: { task: { type: 'string', default: 'build/public/attune/face/face_landmarker.task' } } });
const folder = dataFolder('muxspace-faces');
for (const [path, remedy] of [
  [folder, 'set ATTUNE_DATA to a folder that holds muxspace-faces (public original: github.com/muxspace/facial_expressions)'],
  [flags.task, 'run "npm run assets", or name another file with --task'],
] as const) {
  if (!existsSync(path)) {
    console.error(`Expected ${path}, but it is not there: ${remedy}.`);
    process.exit(1);
  }
}

const pictures = readFileSync(join(folder, 'labels.csv'), 'utf8').trim().split('\n').slice(1)
  .map((line) => line.split(',')).flatMap(([name, label]) => (name && label && LABELS.includes(label) ? [{ name, label }] : []));
const looks: Record<'plain' | 'blurred' | 'covered', FaceLook[]> = { plain: [], blurred: [], covered: [] };
const samples: Sample[] = [];
let index = 0;
for await (const seen of seePictures(flags.task, pictures.map(({ name }) => join(folder, 'images', name)))) {
  const picture = pictures[index];
  index += 1;
  if (index % 100 === 0) console.error(`${index} of ${pictures.length} pictures`);
  if (!seen.plain || !picture) continue;
  const rotation = headRotation(seen.plain.transform);
  samples.push({ ...picture, pitch: clamp(headPose(rotation).pitch, -PITCH_TRUST, PITCH_TRUST), measures: { ...measureFace(seen.plain.landmarks, PICTURE, rotation) } });
  for (const kind of ['plain', 'blurred', 'covered'] as const) {
    const face = seen[kind];
    if (face) looks[kind].push(inspectPatch(face.grey, face.box, face.landmarks, PICTURE));
  }
}

const of = (label: string, among: readonly Sample[] = samples): Sample[] => among.filter((sample) => sample.label === label);
const person = (sample: Sample): string => sample.name.replace(/_\d+\.\w+$/, '');
const fold = (sample: Sample): number => [...person(sample)].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973, 7) % FOLDS;
console.log(`// ${samples.length} faces in ${pictures.length} pictures: ${LABELS.map((label) => `${of(label).length} ${label}`).join(', ')}`);

console.log('\nPOPULATION (mean and sd on neutral faces; perPitch within labels, and taken out)');
const rest = {} as Record<FaceMeasure, { mean: number; sd: number }>;
for (const measure of FACE_MEASURES) {
  const centred = LABELS.flatMap((label) => {
    const { mean } = describe(of(label).map((s) => s.measures[measure]));
    return of(label).map((s) => s.measures[measure] - mean);
  });
  const perPitch = slope(LABELS.flatMap((label) => of(label).map((s) => s.pitch)), centred);
  for (const sample of samples) sample.measures[measure] -= perPitch * sample.pitch;
  const { mean, sd } = describe(of('neutral').map((s) => s.measures[measure]));
  rest[measure] = { mean, sd };
  console.log(`  ${measure}: { mean: ${mean.toFixed(4)}, sd: ${sd.toFixed(4)}, perPitch: ${perPitch.toFixed(4)} },`);
}
for (const measure of FACE_MEASURES) {
  console.log(`  ${measure}: ${LABELS.map((label) => {
    const { mean, sd, p5, p95 } = describe(of(label).map((s) => s.measures[measure]));
    return `${label} ${mean.toFixed(3)} sd ${sd.toFixed(3)} [${p5.toFixed(3)}, ${p95.toFixed(3)}]`;
  }).join('; ')}`);
}

const standardised = (sample: Sample): number[] => SMILE_MEASURES.map((m) => (sample.measures[m] - rest[m].mean) / rest[m].sd);
const trained = fitSmile(samples);
console.log('\nSMILE_WEIGHTS');
SMILE_MEASURES.forEach((measure, i) => console.log(`  ${measure}: ${(trained.weights[i] ?? 0).toFixed(4)},`));

const held = Array.from({ length: FOLDS }, (_, f) => {
  const { smile } = fitSmile(samples.filter((s) => fold(s) !== f));
  return samples.filter((s) => fold(s) === f).map((sample) => ({ sample, smile: smile(sample) }));
}).flat();
const heldOut = (label: string): number[] => held.filter(({ sample }) => sample.label === label).map(({ smile }) => smile);
const others = LABELS.filter((label) => label !== 'happiness').flatMap(heldOut);
console.log(`\nHeld-out people (${FOLDS} folds): AUC happiness against neutral ${areaUnderCurve(heldOut('happiness'), heldOut('neutral')).toFixed(4)}, against all others ${areaUnderCurve(heldOut('happiness'), others).toFixed(4)}`);

const { sd: smileSd } = describe(of('neutral').map(trained.smile));
console.log(`smile axis on neutral faces: sd ${smileSd.toFixed(3)}; score = smoothstep(1.2 sd, 0.85) with the population's neutral:`);
for (const label of LABELS) {
  const axis = describe(heldOut(label));
  const scores = heldOut(label).map((value) => smoothstep(1.2 * smileSd, 0.85, value));
  const share = (test: (score: number) => boolean): string => (scores.filter(test).length / scores.length).toFixed(3);
  console.log(`  ${label.padEnd(10)} axis mean ${axis.mean.toFixed(2)} sd ${axis.sd.toFixed(2)} [${axis.p5.toFixed(2)}, ${axis.p95.toFixed(2)}]; score below 0.25: ${share((v) => v < 0.25)}, above 0.6: ${share((v) => v > 0.6)}`);
}

const level = (label: string, measure: FaceMeasure) => describe(of(label).map((s) => s.measures[measure]));
const middle = (measure: FaceMeasure): number => level('neutral', measure).p50;
const widest = describe(samples.map((s) => s.measures.eyeOpening));
console.log(`
FULL
  cornersDown: ${(middle('cornerHeight') - level('sadness', 'cornerHeight').p5).toFixed(3)} (sadness, 5th percentile)
  browsUp: ${(level('surprise', 'browHeight').p95 - middle('browHeight')).toFixed(3)} (surprise, 95th)
  browsDown: ${(middle('browHeight') - level('anger', 'browHeight').p5).toFixed(3)} (anger, 5th)
  eyesWide: ${(level('surprise', 'eyeOpening').p95 - middle('eyeOpening')).toFixed(3)} (surprise, 95th)
  eyesClosed: ${(middle('eyeOpening') - widest.p1).toFixed(3)} (all, 1st)
  mouthOpen: ${(level('surprise', 'mouthOpening').p95 - middle('mouthOpening')).toFixed(3)} (surprise, 95th)`);

console.log('\nLooks');
for (const kind of ['plain', 'blurred', 'covered'] as const) {
  for (const key of ['sharpness', 'brightness', 'lipContrast'] as const) {
    const { mean, p1, p5, p50, p95 } = describe(looks[kind].map((look) => look[key]));
    console.log(`  ${kind} ${key}: n ${looks[kind].length}, mean ${mean.toFixed(3)}, 1% ${p1.toFixed(3)}, 5% ${p5.toFixed(3)}, 50% ${p50.toFixed(3)}, 95% ${p95.toFixed(3)}`);
  }
}

/** Weights that put the mean neutral face at 0 and the mean happy one at 1. Neutral faces count for more than each of the other labels, because most of a session is neutral. */
function fitSmile(among: readonly Sample[]): { weights: number[]; smile: (sample: Sample) => number } {
  const rows = among.map(standardised);
  const share = { happiness: 1 / of('happiness', among).length, neutral: 0.6 / of('neutral', among).length };
  const rest4 = 0.4 / among.filter((s) => s.label !== 'happiness' && s.label !== 'neutral').length;
  const fitted = fitLogistic(rows, among.map((s) => (s.label === 'happiness' ? 1 : 0)), among.map((s) => share[s.label as keyof typeof share] ?? rest4));
  const project = (weights: readonly number[], sample: Sample): number => standardised(sample).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
  const span = describe(of('happiness', among).map((s) => project(fitted, s))).mean - describe(of('neutral', among).map((s) => project(fitted, s))).mean;
  const weights = fitted.map((weight) => weight / span);
  return { weights, smile: (sample) => project(weights, sample) };
}
