import { closedMouth, type MouthWeights, type Seconds, type Unit, type Viseme, VISEMES } from 'attune';
import type { VisemeTrack } from 'attune/browser';

/** A mouth at every {@link MOUTH_HOP}. */
export type MouthFrames = readonly MouthWeights[];

export const MOUTH_HOP: Seconds = 0.01;

export function mouthFrames(track: VisemeTrack): MouthFrames {
  return Array.from({ length: Math.ceil(track.end / MOUTH_HOP) }, (_, i) => {
    const mouth = closedMouth();
    track.sample(i * MOUTH_HOP, mouth);
    return mouth;
  });
}

/** Weaker shapes than this are not to be seen. */
const VISIBLE: Unit = 0.08;

/** The shape that shows most; null while the mouth is at rest. */
export function strongest(mouth: MouthWeights): Viseme | null {
  const best = VISEMES.reduce((a, b) => (mouth[b] > mouth[a] ? b : a));
  return best !== 'sil' && mouth[best] >= VISIBLE ? best : null;
}

/** A stretch in which one shape shows most. */
export interface MouthRun {
  readonly viseme: Viseme;
  readonly from: Seconds;
  readonly to: Seconds;
  /** How strongly, at every {@link MOUTH_HOP} of it. */
  readonly weights: readonly Unit[];
}

export function mouthRuns(frames: MouthFrames): readonly MouthRun[] {
  const runs: { viseme: Viseme; from: number; weights: number[] }[] = [];
  let before: Viseme | null = null;
  for (const [i, mouth] of frames.entries()) {
    const viseme = strongest(mouth);
    if (viseme !== null && viseme !== before) runs.push({ viseme, from: i, weights: [] });
    if (viseme !== null) runs.at(-1)!.weights.push(mouth[viseme]);
    before = viseme;
  }
  return runs.map(({ viseme, from, weights }) => ({ viseme, from: from * MOUTH_HOP, to: (from + weights.length) * MOUTH_HOP, weights }));
}
