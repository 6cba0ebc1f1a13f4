/**
 * `npm run train -- blendshapes`: distils MediaPipe's blendshape net into a student of 78,000
 * multiplications, from the landmarks of pictures and of faces made out of them.
 *
 * Two students are trained alike, one from muxspace-faces alone and one from FER+ Train too. The first
 * is shipped where it agrees with the teacher as well on the held tenth of FER+ Train.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNet, type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { ROOT } from '../../scripts/run.ts';
import { agreementWith } from './agreement.ts';
import { ferplusHeldTenth, ferplusTrain, joined, type KnownFaces, muxspacePeople } from './known-faces.ts';
import { makeScoredFaces, teacherScores } from './made-faces.ts';
import { scoreFaces } from './score-faces.ts';
import { trainStudent } from './student.ts';

const SEED = 1;
const MADE = 163_840;
const STUDENT = { projection: 64, hidden: [192, 192], epochs: 14, batchSize: 256, rate: 2e-3, seed: SEED } as const;
/** A mean correlation that is lower by no more than this counts as being as good. */
const AS_GOOD = 0.003;

/** The teacher runs here on TensorFlow.js, and in MediaPipe on XNNPACK. */
const PARITY = 1e-3;

async function studentOf(sources: readonly KnownFaces[]): Promise<Net> {
  const made = await makeScoredFaces(sources.flatMap(({ frontal }) => frontal), MADE, SEED);
  const net = await trainStudent({
    points: joined([...sources.map(({ points }) => points), made.points]),
    scores: joined([...sources.map(({ scores }) => scores), made.scores]),
  }, STUDENT);
  const learntFrom = sources.map(({ name, frontal }) => `${name}: ${frontal.length} faces`);
  // As it comes back from its file, rounded to 16 bits.
  return parseNet(formatNet({ ...net, settings: { ...net.settings, learntFrom, made: made.scores.length / 52 } }), 'blendshapes');
}

const [people, ferplus, tenth] = [await muxspacePeople(), await ferplusTrain(), await ferplusHeldTenth()];
const parity = largestDifference(await teacherScores(people.points), people.scores);
if (!(parity <= PARITY)) throw new Error(`Expected the teacher to give the scores that MediaPipe gives, but they differ by up to ${parity}. Use the face_landmarker.task that the pictures were looked at with.`);
console.log(`The teacher's scores are MediaPipe's own, to ${parity.toExponential(1)}`);

const judged = (net: Net): number => {
  const { correlation, mae } = agreementWith(tenth.scores, scoreFaces(net, tenth.points));
  console.log(`From ${(net.settings['learntFrom'] as string[]).join(' and ')}: on the held tenth of FER+ Train correlation ${correlation.toFixed(4)}, mean absolute error ${mae.toFixed(4)}`);
  return correlation;
};
const open = await studentOf([people]);
const openAgrees = judged(open);
const full = await studentOf([people, ferplus]);
const fullAgrees = judged(full);
const [shipped, left] = openAgrees >= fullAgrees - AS_GOOD ? [open, full] : [full, open];
writeFileSync(join(ROOT, 'models/blendshapes/net.json'), formatNet({ ...shipped, settings: { ...shipped.settings, heldTenth: { withoutFerplus: fourDigits(openAgrees), withFerplus: fourDigits(fullAgrees) } } }));
writeFileSync(join(ROOT, 'build/learn/blendshapes/other-student.json'), formatNet(left));
console.log(`models/blendshapes/net.json: the student from ${(shipped.settings['learntFrom'] as string[]).join(' and ')}. Run "npm run evaluate -- blendshapes" next.`);

function fourDigits(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}
