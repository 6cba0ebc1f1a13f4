import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/learn/random.ts';
import { showProgress } from '../../src/learn/progress.ts';
import { createBlendshapeTeacher } from '../../src/learn/teacher/blendshape-teacher.ts';
import { readTeacher } from '../../scripts/faces/face-bundle.ts';
import { ROOT } from '../../scripts/run.ts';
import { type FrontalFace, POINTS } from './frontal-faces.ts';
import { joined } from './known-faces.ts';
import { createFaceMaker } from './make-faces.ts';

/** Faces of points alone, with what the teacher says of them. */
export interface ScoredFaces {
  /** x and y of the 146 points, face after face. */
  readonly points: Float32Array;
  readonly scores: Float32Array;
}

const SHARD = 2048;
const CACHE = join(ROOT, 'build/learn/blendshapes');

/**
 * Makes faces and lets the teacher score them.
 *
 * Scores are kept in build/learn/blendshapes by the points and the teacher that they came from, so a
 * run that was broken off goes on where it stopped.
 *
 * @param count rounded up to whole shards of 2048
 */
export async function makeScoredFaces(faces: readonly FrontalFace[], count: number, seed: number): Promise<ScoredFaces> {
  const file = readTeacher();
  const teacher = await createBlendshapeTeacher(file);
  const maker = createFaceMaker(faces, createRandom(seed));
  const shards = Math.ceil(count / SHARD);
  const progress = showProgress('Faces scored by the teacher', shards * SHARD);
  mkdirSync(CACHE, { recursive: true });
  const made: ScoredFaces[] = [];
  for (let shard = 0; shard < shards; shard += 1) {
    const points = new Float32Array(SHARD * POINTS * 2);
    for (let face = 0; face < SHARD; face += 1) maker.make(points.subarray(face * POINTS * 2, (face + 1) * POINTS * 2));
    made.push({ points, scores: keptScores(file, points, () => teacher.score(points)) });
    progress.update((shard + 1) * SHARD);
  }
  progress.stop();
  teacher.dispose();
  return { points: joined(made.map(({ points }) => points)), scores: joined(made.map(({ scores }) => scores)) };
}

/** What the teacher says of faces of 146 points. */
export async function teacherScores(points: Float32Array): Promise<Float32Array> {
  const teacher = await createBlendshapeTeacher(readTeacher());
  const scores = teacher.score(points);
  teacher.dispose();
  return scores;
}

function keptScores(teacher: Uint8Array, points: Float32Array, score: () => Float32Array): Float32Array {
  const key = createHash('sha256').update(teacher).update(new Uint8Array(points.buffer)).digest('hex').slice(0, 16);
  const path = join(CACHE, `${key}.scores`);
  if (existsSync(path)) return new Float32Array(new Uint8Array(readFileSync(path)).buffer);
  const scores = score();
  // Written under another name first, so that a killed run leaves no half file behind.
  writeFileSync(`${path}.part`, scores);
  renameSync(`${path}.part`, path);
  return scores;
}
