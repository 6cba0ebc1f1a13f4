/** The product of two quaternions within arrays, where no number has to be handed on as an object. */
export function multiply(into: Float64Array, a: Float64Array, aAt: number, b: Float64Array, bAt: number): void {
  const ax = a[aAt]!, ay = a[aAt + 1]!, az = a[aAt + 2]!, aw = a[aAt + 3]!;
  const bx = b[bAt]!, by = b[bAt + 1]!, bz = b[bAt + 2]!, bw = b[bAt + 3]!;
  into[0] = ax * bw + aw * bx + ay * bz - az * by;
  into[1] = ay * bw + aw * by + az * bx - ax * bz;
  into[2] = az * bw + aw * bz + ax * by - ay * bx;
  into[3] = aw * bw - ax * bx - ay * by - az * bz;
}
