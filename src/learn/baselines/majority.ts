import type { Baseline } from './baseline.ts';

/** Always answers with the shares of the classes in what it was fitted on, whatever it is shown. */
export const majority: Baseline = {
  name: 'majority',
  async fit(rows, labels, classes) {
    const shares = new Float32Array(classes);
    for (const label of labels) shares[label] = (shares[label] ?? 0) + 1 / rows.length;
    return { predict: () => shares.slice(), free: () => {} };
  },
};
