import { FRAME, RATE } from '../voice-frame.ts';
import { createRealTransform } from './real-transform.ts';

/** Upper edges in hertz, about one critical band and a half each (Zwicker 1961); the lowest begins at 100 Hz. */
const EDGES = [250, 400, 550, 720, 920, 1150, 1400, 1720, 2100, 2550, 3100, 3800, 4700, 5900, 7400] as const;
const LOWEST = 100;
export const BANDS = EDGES.length;

/** Measures a frame of {@link FRAME} samples: its mean square in each of the {@link BANDS}. */
export function createBandMeter(): (frame: Float32Array, powers: Float64Array) => void {
  const transform = createRealTransform(FRAME);
  const window = Float64Array.from({ length: FRAME }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / FRAME));
  const scale = 2 / FRAME / window.reduce((sum, each) => sum + each * each, 0);
  const samples = new Float64Array(FRAME);
  const [re, im] = [new Float64Array(transform.bins), new Float64Array(transform.bins)];
  const edges = [LOWEST, ...EDGES].map((edge) => Math.round((edge * FRAME) / RATE));
  return (frame, powers) => {
    for (let i = 0; i < FRAME; i += 1) samples[i] = frame[i]! * window[i]!;
    transform.forward(samples, re, im);
    for (let band = 0; band < BANDS; band += 1) {
      let sum = 0;
      for (let k = edges[band]!; k < edges[band + 1]!; k += 1) sum += re[k]! * re[k]! + im[k]! * im[k]!;
      powers[band] = sum * scale;
    }
  };
}
