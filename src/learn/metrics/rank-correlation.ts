/** Spearman's rank correlation, in [-1, 1]; equals share the mean of their ranks. NaN where either side is all the same. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return pearson(ranksOf(a), ranksOf(b));
}

/** Spearman's rank correlation of two orders apart from what a third one tells of both: the partial correlation of their ranks. */
export function partialSpearman(a: ArrayLike<number>, b: ArrayLike<number>, apartFrom: ArrayLike<number>): number {
  const [ranksA, ranksB, ranksC] = [ranksOf(a), ranksOf(b), ranksOf(apartFrom)];
  const [ab, ac, bc] = [pearson(ranksA, ranksB), pearson(ranksA, ranksC), pearson(ranksB, ranksC)];
  return (ab - ac * bc) / Math.sqrt((1 - ac ** 2) * (1 - bc ** 2));
}

/** The rank of each value, from 0; equals share the mean of theirs. */
function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let at = from; at < to; at += 1) ranks[order[at]!] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}

function pearson(a: Float64Array, b: Float64Array): number {
  const middle = (a.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [a[i]! - middle, b[i]! - middle];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}
