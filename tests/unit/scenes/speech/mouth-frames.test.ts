import { closedMouth, closeMouth, type Viseme } from 'attune';
import type { VisemeTrack } from 'attune/browser';
import { describe, expect, it } from 'vitest';
import { mouthFrames, mouthRuns, strongest } from '../../../../scenes/speech/mouth-frames.ts';

/** Shapes one after the other, each for a tenth of a second. */
const trackOf = (shapes: readonly (readonly [Viseme, number] | null)[]): VisemeTrack => ({
  end: shapes.length / 10,
  sample(at, mouth) {
    closeMouth(mouth);
    const shape = shapes[Math.floor(at * 10 + 1e-9)];
    if (shape) [mouth[shape[0]]] = [shape[1]];
  },
});

describe('mouth runs', () => {
  it('are the stretches in which a shape shows most; a mouth at rest parts them', () => {
    const runs = mouthRuns(mouthFrames(trackOf([['PP', 1], ['aa', 0.8], null, ['aa', 0.6], ['SS', 0.05]])));
    expect(runs.map(({ viseme, from, to }) => [viseme, from.toFixed(2), to.toFixed(2)])).toEqual([['PP', '0.00', '0.10'], ['aa', '0.10', '0.20'], ['aa', '0.30', '0.40']]);
    expect(runs[1]!.weights).toEqual(Array.from({ length: 10 }, () => 0.8));
  });

  it('show nothing of a closed mouth', () => {
    expect(strongest(closedMouth())).toBeNull();
    expect(mouthRuns([])).toEqual([]);
  });
});
