const LARGEST_HALF = 65504;

/** The number that an IEEE 754 binary16 stands for: a sign, 5 bits of exponent, 10 of fraction. */
function halfToFloat(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

/** The nearest 16-bit float; what is too large becomes the largest one. */
export function floatToHalf(value: number): number {
  const size = Math.min(Math.abs(value), LARGEST_HALF);
  const sign = value < 0 ? 0x8000 : 0;
  // Halves are evenly spaced between powers of two, and below 2 ** -14 down to zero.
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const steps = Math.round(size / 2 ** (exponent - 10));
  return sign | (size === 0 ? 0 : exponent === -14 ? steps : ((exponent + 15) << 10) + steps - 1024);
}

/** Reads little-endian 16-bit floats. */
export function readHalves(view: DataView): Float32Array {
  return Float32Array.from({ length: view.byteLength >> 1 }, (_, i) => halfToFloat(view.getUint16(i * 2, true)));
}

/** The values as they come back from a file. */
export function roundToHalves(values: Float32Array): Float32Array {
  return values.map((value) => halfToFloat(floatToHalf(value)));
}
