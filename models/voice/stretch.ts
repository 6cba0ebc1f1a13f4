/** Samples of a piece that is moved as a whole: 40 ms, more than two periods of the lowest voice. */
const PIECE = 640;
/** How far a piece may be shifted to fit the last one: a period of the lowest voice. */
const REACH = 256;

/**
 * Plays samples faster (above 1) or slower: pitch, formants and tempo change together. Between samples runs a cubic
 * (Catmull and Rom).
 */
export function changePitch(samples: Float32Array, factor: number): Float32Array {
  const take = (i: number): number => samples[i] ?? 0;
  return Float32Array.from({ length: Math.floor(samples.length / factor) }, (_, n) => {
    const place = n * factor;
    const at = Math.floor(place);
    const x = place - at;
    const [a, b, c, d] = [take(at - 1), take(at), take(at + 1), take(at + 2)];
    return b + 0.5 * x * (c - a + x * (2 * a - 5 * b + 4 * c - d + x * (3 * (b - c) + d - a)));
  });
}

/** Makes speech slower (above 1) or quicker and keeps its pitch: overlapping pieces that are shifted until they fit (WSOLA, Verhelst and Roelands 1993). */
export function changeTempo(samples: Float32Array, factor: number): Float32Array {
  const half = PIECE / 2;
  const length = Math.floor(samples.length * factor);
  const output = new Float32Array(length + PIECE);
  let from = 0;
  for (let to = 0; to < length; to += half) {
    const wanted = Math.round(to / factor);
    const at = to === 0 ? 0 : bestFit(samples, from + half, wanted);
    for (let i = 0; i < PIECE; i += 1) {
      const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / PIECE);
      output[to + i] = output[to + i]! + weight * (samples[at + i] ?? 0);
    }
    from = at;
  }
  return output.slice(0, length);
}

/** The place near `wanted` whose samples resemble most those that would have followed. */
function bestFit(samples: Float32Array, following: number, wanted: number): number {
  let best = wanted;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = Math.max(0, wanted - REACH); at <= wanted + REACH; at += 4) {
    let likeness = 0;
    for (let i = 0; i < PIECE / 2; i += 4) likeness += (samples[at + i] ?? 0) * (samples[following + i] ?? 0);
    if (likeness > most) [most, best] = [likeness, at];
  }
  return best;
}
