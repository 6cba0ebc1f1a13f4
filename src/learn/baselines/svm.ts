import { createRequire } from 'node:module';
import type { SvmConstructor } from 'libsvm-js';
import { createRandom } from '../random.ts';
import type { Baseline } from './baseline.ts';
import { standardiser } from './standardise.ts';

const COST = 1;
const CACHE_MEGABYTES = 100;
/** Its time grows with the square of the rows: 15,000 of 110 features took 90 s of one core. */
const MOST_ROWS = 16_000;

/**
 * Support vector machine (libsvm in wasm): radial kernel, gamma one by the number of features, as libsvm has it.
 *
 * Its label gets all the probability. libsvm's own probabilities cost five more trainings, and no baseline
 * is compared by its calibration.
 */
export const svm: Baseline = {
  name: 'SVM',
  async fit(rows, labels, classes, seed) {
    const Svm = await loadLibsvm();
    const standardise = standardiser(rows);
    const machine = new Svm({
      type: Svm.SVM_TYPES.C_SVC, kernel: Svm.KERNEL_TYPES.RBF, cost: COST, gamma: 1 / (rows[0]?.length ?? 1), cacheSize: CACHE_MEGABYTES, quiet: true,
    });
    const items = Int32Array.from(rows.keys());
    const used = rows.length > MOST_ROWS ? createRandom(seed).shuffle(items).subarray(0, MOST_ROWS) : items;
    machine.train(Array.from(used, (item) => standardise(rows[item] ?? new Float32Array())), used.map((item) => labels[item] ?? 0));
    return {
      ...(used.length < rows.length ? { note: `fitted on ${used.length} rows drawn from ${rows.length}` } : {}),
      predict: (row) => {
        const probabilities = new Float32Array(classes);
        probabilities[machine.predictOne(standardise(row))] = 1;
        return probabilities;
      },
      free: () => machine.free(),
    };
  },
};

let loading: Promise<SvmConstructor> | undefined;

/**
 * The library takes a global `self` for a browser, and tries `fetch` on a path of this disk before it
 * reads the file; so neither is there while it loads.
 */
function loadLibsvm(): Promise<SvmConstructor> {
  if (loading) return loading;
  const hidden = ['self', 'fetch'].map((name) => ({ name, found: Object.getOwnPropertyDescriptor(globalThis, name) }));
  for (const { name } of hidden) Reflect.deleteProperty(globalThis, name);
  try {
    loading = createRequire(import.meta.url)('libsvm-js') as Promise<SvmConstructor>;
    return loading;
  } finally {
    for (const { name, found } of hidden) if (found) Object.defineProperty(globalThis, name, found);
  }
}
