/** 32-bit FNV-1a hash of a text's UTF-8 bytes (Fowler, Noll and Vo): stable across machines and versions. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/**
 * Whether an item belongs to the fixed tenth that all choices, thresholds and calibrations are made on.
 *
 * @param name what identifies the item for ever, such as its file name without folders
 */
export function isHeldTenth(name: string): boolean {
  return fnv1a(name) % 10 === 0;
}

/**
 * The fold of each item in a cross-validation where nobody is both learnt from and tested on.
 *
 * Folds depend on the group's name alone, so they stay as they are when items are added.
 *
 * @param groups the person or speaker of each item
 * @param count how many folds, at least 2
 * @returns a number in [0, count) for each item, the same for all items of a group
 */
export function groupFolds(groups: readonly string[], count: number): Int32Array {
  if (!Number.isInteger(count) || count < 2) throw new Error(`Expected at least 2 folds as a whole number, but got ${count}.`);
  return Int32Array.from(groups, (group) => fnv1a(group) % count);
}
