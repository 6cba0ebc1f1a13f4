import { RandomForestClassifier } from 'ml-random-forest';
import { createRandom } from '../random.ts';
import type { Baseline } from './baseline.ts';
import { standardiser } from './standardise.ts';

const TREES = 60;
/** The package's time for a split grows with the square of the rows. */
const ROWS_OF_A_TREE = 400;
/** It draws features for a whole tree and not for each split, so a tree needs more than the usual square root. */
const FEATURES_OF_A_TREE = { share: 0.3, least: 8 };
const DEPTH = 16;
const SMALLEST_SPLIT = 3;

/** Random forest (ml-random-forest); the probability of a class is the share of the trees that choose it. */
export const randomForest: Baseline = {
  name: 'random forest',
  async fit(rows, labels, classes, seed) {
    const standardise = standardiser(rows);
    const standard = rows.map((row) => [...standardise(row)]);
    const random = createRandom(seed);
    const width = rows[0]?.length ?? 0;
    const features = Math.min(width, Math.max(FEATURES_OF_A_TREE.least, Math.round(FEATURES_OF_A_TREE.share * width)));
    const sampled = Math.min(rows.length, ROWS_OF_A_TREE);
    const trees = Array.from({ length: TREES }, (_, tree) => {
      const items = Array.from({ length: sampled }, () => random.below(rows.length));
      const forest = new RandomForestClassifier({
        seed: seed + tree, nEstimators: 1, maxFeatures: features, replacement: false, useSampleBagging: false, noOOB: true,
        treeOptions: { maxDepth: DEPTH, minNumSamples: SMALLEST_SPLIT },
      });
      forest.train(items.map((item) => standard[item] ?? []), items.map((item) => labels[item] ?? 0));
      return forest;
    });
    return {
      note: `${TREES} trees, each on ${sampled} rows drawn from ${rows.length} with replacement`,
      predict: (row) => {
        const standardised = [[...standardise(row)]];
        const votes = new Float32Array(classes);
        for (const tree of trees) {
          const choice = tree.predict(standardised)[0] ?? 0;
          votes[choice] = (votes[choice] ?? 0) + 1 / TREES;
        }
        return votes;
      },
      free: () => {},
    };
  },
};
