/**
 * `npm run evaluate -- blendshapes [--data FOLDER] [--json]`: the student against its teacher, on pictures
 * that it has not learnt from or on those of a folder. Only the former writes the report.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createBlendshapeStudent } from '../../src/browser/face/blendshapes.ts';
import { type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { ROOT } from '../../scripts/run.ts';
import { agreementIntervals, agreementWith } from './agreement.ts';
import { cardOf } from './card.ts';
import { facesIn, ferplusTrain, heldFaces, joined, type KnownFaces, muxspacePeople } from './known-faces.ts';
import { type Baseline, meanPredictor, ridgeRegression } from './ridge.ts';
import { asLandmarks, scoreFaces } from './score-faces.ts';

const FOLDER = join(ROOT, 'models/blendshapes');
const SEED = 1;
const TIMED = 4000;

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean', default: false } } });
const net = parseNet(readFileSync(join(FOLDER, 'net.json'), 'utf8'), 'blendshapes');
const corpora = ['ferplus', 'muxspace-faces'].map((name) => dataFolder(name));
const own = flags.data === undefined || corpora.includes(resolve(flags.data));
if (own && flags.data !== undefined) console.error('The student learnt from parts of this folder, so the parts that it did not learn from are scored.');
const sets = flags.data === undefined ? await heldFaces() : own ? (await heldFaces()).filter(({ folder }) => folder === resolve(flags.data ?? '')) : [await facesIn(flags.data)];
const baselines = await fittedBaselines();
const milliseconds = timed(net, sets[0]!.points);

const together = sets.length > 1 ? [evaluationOf({ ...pooled(sets), name: 'all held-out pictures' })] : [];
const [first, ...also] = [...together, ...sets.map(evaluationOf)] as [Evaluation, ...Evaluation[]];
if (flags.data === undefined) {
  await writeReport(FOLDER, first, { title: 'Blendshapes from landmarks', also: also.map((evaluation) => ({ evaluation })), card: cardOf(net, sets) });
}
for (const each of [first, ...also]) tell(each);
if (flags.json) console.log(evaluationLine(first));

function evaluationOf({ name, points, scores, pictures }: KnownFaces): Evaluation {
  const answers = scoreFaces(net, points);
  const { perShape, ...means } = agreementWith(scores, answers);
  const compared = baselines.map(([title, answer]) => {
    const { correlation, mae, maeVarying } = agreementWith(scores, answer(points));
    return [title, { correlation, mae, maeVarying }] as const;
  });
  return {
    model: 'blendshapes', data: name, n: scores.length / 52,
    split: flags.data === undefined || own ? 'other people or pictures than those learnt from' : 'nothing of it was learnt from, if it is not a copy of the training data',
    metrics: { ...means, faces: scores.length / 52, pictures, intervals: { ...agreementIntervals(scores, answers, SEED) }, ...(compared.length > 0 ? { baselines: Object.fromEntries(compared) } : {}), perShape },
    milliseconds,
  };
}

/** Baselines see the pictures' own faces alone, without the made ones; without data to fit them on there are none. */
async function fittedBaselines(): Promise<(readonly [string, Baseline])[]> {
  try {
    const known = [await muxspacePeople(), await ferplusTrain()];
    const scored = { points: joined(known.map(({ points }) => points)), scores: joined(known.map(({ scores }) => scores)) };
    return [['mean predictor', meanPredictor(scored)], ['ridge regression', ridgeRegression(scored)]];
  } catch (thrown) {
    console.error(`No baselines: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return [];
  }
}

function pooled(parts: readonly KnownFaces[]): Omit<KnownFaces, 'name'> {
  return {
    folder: '', pictures: parts.reduce((sum, { pictures }) => sum + pictures, 0), frontal: parts.flatMap(({ frontal }) => frontal),
    points: joined(parts.map(({ points }) => points)), scores: joined(parts.map(({ scores }) => scores)),
  };
}

/** Time of one score on one thread, after it was compiled. */
function timed(weights: Net, points: Float32Array): { median: number; p95: number } {
  const student = createBlendshapeStudent(weights);
  const landmarks = asLandmarks(points, 0);
  const times = Array.from({ length: TIMED }, () => {
    const began = performance.now();
    student.score(landmarks, { width: 1, height: 1 });
    return performance.now() - began;
  }).slice(TIMED / 4).sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)]!, p95: times[Math.floor(times.length * 0.95)]! };
}

function tell({ data, n, metrics, milliseconds: time }: Evaluation): void {
  const { correlation = 0, mae = 0 } = metrics;
  console.log(`${data}: ${n} faces in ${String(metrics['pictures'])} pictures, correlation ${correlation.toFixed(4)} over ${String(metrics['varying'])} shapes that vary, mean absolute error ${mae.toFixed(4)}; ${time?.median.toFixed(3)} ms`);
  for (const [name, each] of Object.entries((metrics['baselines'] ?? {}) as Record<string, { correlation: number; mae: number }>)) {
    console.log(`  ${name}: correlation ${each.correlation.toFixed(4)}, mean absolute error ${each.mae.toFixed(4)}`);
  }
}
