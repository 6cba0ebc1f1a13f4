import { EMBEDDING } from '../encoder/embedding.ts';
import type { AnswerGroup } from './history.ts';

/** So near groups are one: half by what is asked, half by what is answered. Chosen by `npm run evaluate -- ingest --dev`. */
const NEAR = 0.79;
const WIDTH = 2 * EMBEDDING;
/** Questions of a group that its middle is taken of. */
const LOOKED_AT = 20;
/** The largest groups make the clusters, in so many rounds; smaller ones join them or stay alone. */
const MOST = 3000;
const ROUNDS = 4;

/**
 * Puts groups together that are asked and answered alike, in whatever words: clusters by DP-means (Kulis & Jordan 2012, arXiv 1111.0352) on the sphere, which finds how many there are.
 * Groups with a label stay as they are.
 *
 * @param embed gives a row of {@link EMBEDDING} numbers for each text
 */
export async function mergeByMeaning(groups: readonly AnswerGroup[], embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>): Promise<AnswerGroup[]> {
  const loose = groups.filter(({ name }) => name === null).toSorted((a, b) => b.questions.length - a.questions.length);
  const asked = loose.map(({ questions }) => questions.slice(0, LOOKED_AT));
  const rows = await embed([...loose.map(({ answers }) => [...answers.keys()][0]!), ...asked.flat()]);
  let at = loose.length;
  const points = loose.map((_, i) => place([[rows[i]!], rows.slice(at, at += asked[i]!.length)]));
  const clusterOf = cluster(points);
  const merged = new Map<number, AnswerGroup>();
  loose.forEach((group, i) => {
    const into = merged.get(clusterOf[i]!);
    if (!into) merged.set(clusterOf[i]!, { ...group, answers: new Map(group.answers), questions: [...group.questions] });
    else {
      into.questions.push(...group.questions);
      for (const [text, answer] of group.answers) into.answers.set(text, answer);
    }
  });
  return [...groups.filter(({ name }) => name !== null), ...merged.values()];
}

/** The middles of both, each of unit length, one behind the other, of unit length together. */
function place(halves: readonly (readonly Float32Array[])[]): Float32Array {
  const point = new Float32Array(WIDTH);
  halves.forEach((rows, half) => {
    const middle = point.subarray(half * EMBEDDING, (half + 1) * EMBEDDING);
    for (const row of rows) row.forEach((value, i) => (middle[i]! += value));
    scale(middle, Math.SQRT1_2);
  });
  return point;
}

/** For each point, the larger ones first, the number of its cluster. */
function cluster(points: readonly Float32Array[]): Int32Array {
  const clusterOf = new Int32Array(points.length).fill(-1);
  const leaders = points.slice(0, MOST);
  let middles: Float32Array[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = clusterOf.slice();
    leaders.forEach((point, i) => {
      const near = nearest(point, middles);
      clusterOf[i] = near === -1 ? middles.push(Float32Array.from(point)) - 1 : near;
    });
    if (clusterOf.every((each, i) => each === before[i])) break;
    middles = middles.map(() => new Float32Array(WIDTH));
    leaders.forEach((point, i) => {
      const middle = middles[clusterOf[i]!]!;
      for (let j = 0; j < WIDTH; j += 1) middle[j]! += point[j]!;
    });
    for (const middle of middles) scale(middle, 1);
  }
  for (let i = MOST; i < points.length; i += 1) {
    const near = nearest(points[i]!, middles);
    clusterOf[i] = near === -1 ? points.length + i : near;
  }
  return clusterOf;
}

/** The nearest of those that are near enough, or -1. */
function nearest(point: Float32Array, middles: readonly Float32Array[]): number {
  let [best, most] = [-1, NEAR];
  middles.forEach((middle, at) => {
    let sum = 0;
    for (let i = 0; i < WIDTH; i += 1) sum += point[i]! * middle[i]!;
    if (sum >= most) [best, most] = [at, sum];
  });
  return best;
}

function scale(values: Float32Array, length: number): void {
  const power = values.reduce((sum, value) => sum + value ** 2, 1e-12);
  const factor = length / Math.sqrt(power);
  for (let i = 0; i < values.length; i += 1) values[i]! *= factor;
}
