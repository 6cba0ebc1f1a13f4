/**
 * Integrated loudness by ITU-R BS.1770-4, in LUFS: K-weighted, of blocks of 0.4 s, gated at -70 LUFS and at 10 below the rest's mean.
 *
 * @param channels left and right, or one
 */
export function loudnessOf(channels: readonly Float32Array[], rate: number): number {
  const weighted = channels.map((samples) => filter(filter(samples, shelf(rate)), highPass(rate)));
  const block = Math.round(0.4 * rate);
  const powers: number[] = [];
  for (let from = 0; from + block <= weighted[0]!.length; from += block / 4) {
    let power = 0;
    for (const samples of weighted) {
      let sum = 0;
      for (let i = Math.round(from); i < Math.round(from) + block; i += 1) sum += samples[i]! ** 2;
      power += sum / block;
    }
    powers.push(power);
  }
  const level = (power: number): number => -0.691 + 10 * Math.log10(power);
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
  const loud = powers.filter((power) => level(power) > -70);
  return level(mean(loud.filter((power) => level(power) > level(mean(loud)) - 10)));
}

/** Coefficients b0, b1, b2, a1, a2 of a biquad. */
type Biquad = readonly [number, number, number, number, number];

function shelf(rate: number): Biquad {
  const [k, q, gain] = [Math.tan((Math.PI * 1681.974450955533) / rate), 0.7071752369554196, 10 ** (3.999843853973347 / 20)];
  const [v, a0] = [gain ** 0.4996667741545416, 1 + k / q + k * k];
  return [(gain + (v * k) / q + k * k) / a0, (2 * (k * k - gain)) / a0, (gain - (v * k) / q + k * k) / a0, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0];
}

function highPass(rate: number): Biquad {
  const [k, q] = [Math.tan((Math.PI * 38.13547087602444) / rate), 0.5003270373238773];
  const a0 = 1 + k / q + k * k;
  return [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0];
}

function filter(samples: Float32Array, [b0, b1, b2, a1, a2]: Biquad): Float32Array {
  const output = new Float32Array(samples.length);
  let [z1, z2] = [0, 0];
  for (let i = 0; i < samples.length; i += 1) {
    const x = samples[i]!;
    const y = b0 * x + z1;
    z1 = b1 * x - a1 * y + z2;
    z2 = b2 * x - a2 * y;
    output[i] = y;
  }
  return output;
}
