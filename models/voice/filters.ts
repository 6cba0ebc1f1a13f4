import { RATE } from '../../src/browser/voice/voice-frame.ts';

/** A biquad of the audio EQ cookbook (R. Bristow-Johnson), divided by a0: b0, b1, b2, a1, a2. */
export type Filter = readonly [number, number, number, number, number];

export function lowPass(corner: number): Filter {
  const { cosine, alpha } = at(corner, Math.SQRT1_2);
  return scaled([(1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2], [1 + alpha, -2 * cosine, 1 - alpha]);
}

export function highPass(corner: number): Filter {
  const { cosine, alpha } = at(corner, Math.SQRT1_2);
  return scaled([(1 + cosine) / 2, -1 - cosine, (1 + cosine) / 2], [1 + alpha, -2 * cosine, 1 - alpha]);
}

/** Raises or lowers what lies around a frequency by some decibels. */
export function peaking(middle: number, decibels: number, quality: number): Filter {
  const { cosine, alpha } = at(middle, quality);
  const height = 10 ** (decibels / 40);
  return scaled([1 + alpha * height, -2 * cosine, 1 - alpha * height], [1 + alpha / height, -2 * cosine, 1 - alpha / height]);
}

/** Runs samples through filters one after the other. */
export function equalise(samples: Float32Array, filters: readonly Filter[]): Float32Array {
  return filters.reduce((sound, [b0, b1, b2, a1, a2]) => {
    let [z1, z2] = [0, 0];
    return sound.map((sample) => {
      const out = b0 * sample + z1;
      z1 = b1 * sample - a1 * out + z2;
      z2 = b2 * sample - a2 * out;
      return out;
    });
  }, samples);
}

function at(hertz: number, quality: number): { readonly cosine: number; readonly alpha: number } {
  const angle = (2 * Math.PI * hertz) / RATE;
  return { cosine: Math.cos(angle), alpha: Math.sin(angle) / (2 * quality) };
}

function scaled(b: readonly [number, number, number], [a0, a1, a2]: readonly [number, number, number]): Filter {
  return [b[0] / a0, b[1] / a0, b[2] / a0, a1 / a0, a2 / a0];
}
