import type { Hertz, Seconds } from 'attune';
import { MOUTH_HOP, type MouthRun } from '../mouth-frames.ts';
import { PITCH_HOP, type PitchCurve } from '../pitch.ts';

/** Columns of the sound's picture, in pixels. */
const COLUMN = 1.5;
/** The amplitude that fills a row. Speech lies far below full scale, and loud tones must be told from soft ones. */
const LOUDEST = 0.65;
const fixed = (value: number): string => value.toFixed(1);

/** The sound as a surface between its lowest and highest sample in each column, in a row of this size. */
export function wavePath(samples: Float32Array, width: number, height: number): string {
  const columns = Math.max(1, Math.floor(width / COLUMN));
  const upper: string[] = [];
  const lower: string[] = [];
  for (let column = 0; column < columns; column += 1) {
    let [low, high] = [0, 0];
    const end = Math.floor(((column + 1) * samples.length) / columns);
    for (let i = Math.floor((column * samples.length) / columns); i < end; i += 1) {
      low = Math.min(low, samples[i]!);
      high = Math.max(high, samples[i]!);
    }
    const x = fixed(((column + 0.5) / columns) * width);
    // Silence is a line, not nothing.
    upper.push(`${x} ${fixed((height / 2) * (1 - Math.min(1, high / LOUDEST)) - 0.4)}`);
    lower.push(`${x} ${fixed((height / 2) * (1 - Math.max(-1, low / LOUDEST)) + 0.4)}`);
  }
  return `M${upper.join('L')}L${lower.toReversed().join('L')}Z`;
}

/** Where a pitch lies in a row, from the top: equal steps in semitones are equally high. */
export const heightOfPitch = (pitch: Hertz, [lowest, highest]: readonly [Hertz, Hertz], height: number): number => height * (1 - Math.log2(pitch / lowest) / Math.log2(highest / lowest));

/** The pitch as lines, broken where nothing is voiced. */
export function pitchPath(curve: PitchCurve, range: readonly [Hertz, Hertz], second: number, height: number): string {
  let path = '';
  let before: Hertz | null = null;
  for (const [i, pitch] of curve.entries()) {
    if (pitch !== null) path += `${before === null ? 'M' : 'L'}${fixed(i * PITCH_HOP * second)} ${fixed(heightOfPitch(pitch, range, height))}`;
    // A single voiced moment is a dot.
    if (pitch !== null && before === null && curve[i + 1] == null) path += 'h0.1';
    before = pitch;
  }
  return path;
}

/** How strongly a shape shows, as a hill on the floor of a row. */
export function runPath({ from, to, weights }: MouthRun, second: number, height: number): string {
  const x = (at: Seconds): string => fixed(at * second);
  const tops = weights.map((weight, i) => `${x(from + i * MOUTH_HOP)} ${fixed(height * (1 - weight))}`);
  return `M${x(from)} ${height}L${tops.join('L')}L${x(to)} ${fixed(height * (1 - weights.at(-1)!))}L${x(to)} ${height}Z`;
}
