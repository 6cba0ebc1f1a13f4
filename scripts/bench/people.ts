import type { PeopleCost } from '../../tests/bench/people-cost-worker.ts';
import { FACE_CROPS } from '../../tests/e2e/face-crops.ts';
import { withBenchPages } from './page-bench.ts';

/** What a look costs where one, two and four faces are in the picture, followed as one player or as up to four people. */
export async function benchPeople(): Promise<void> {
  await withBenchPages({ assets: true, face: FACE_CROPS[0]! }, async (figuresOf) => {
    const costs = (await figuresOf('people-cost.html')).costs as PeopleCost[];
    for (const { people, found, median, mean } of costs) console.log(`people: ${people}, ${found.toFixed(1)} faces in the picture: a look takes ${median.toFixed(1)} ms (median; mean ${mean.toFixed(1)} ms)`);
  });
}
