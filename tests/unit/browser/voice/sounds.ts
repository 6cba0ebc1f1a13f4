export const RATE = 16_000;

/** White noise of a given RMS, the same at every call. */
export function createNoise(length: number, level: number): Float32Array {
  let seed = 12_345;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  // Uniform in [-1, 1] has an RMS of 1 / sqrt(3).
  return Float32Array.from({ length }, () => (2 * random() - 1) * Math.sqrt(3) * level);
}
