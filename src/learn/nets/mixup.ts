import type { Random } from '../random.ts';

/**
 * Blends the rows of a batch two by two, in place (mixup, Zhang et al. 2018): a small net that sees
 * only blends learns what lies between its examples, and not each of them by heart.
 *
 * Each row keeps at least half of itself, and its pair takes what it gives away. An odd last row stays.
 *
 * @param columns inputs and targets alike, row after row
 * @param rows how many rows each of them has
 */
export function mixPairs(columns: readonly Float32Array[], rows: number, random: Random): void {
  for (let row = 0; row + 1 < rows; row += 2) {
    const given = random.uniform() / 2;
    for (const column of columns) {
      const size = column.length / rows;
      for (let i = row * size; i < (row + 1) * size; i += 1) {
        const moved = given * (column[i + size]! - column[i]!);
        column[i] = column[i]! + moved;
        column[i + size] = column[i + size]! - moved;
      }
    }
  }
}
