import { closedMouth, type MouthWeights, type Seconds, type Viseme, VISEMES } from '../../src/index.ts';
import type { MouthShape, ShapedPhone } from '../../src/browser/speech/mouth/phone-shape.ts';
import type { VisemeTrack } from '../../src/browser/speech/mouth/viseme-track.ts';

export interface Onset {
  /** The viseme that takes over. */
  readonly viseme: Viseme;
  /** When its phone starts, in the sound. */
  readonly phone: Seconds;
  /** How much later the mouth is nearer to the shape of its phone than to that of the phone before; negative is ahead of the sound. Null where it never is. */
  readonly late: Seconds | null;
}

/** Phones that insist less on a shape are made behind open lips: what is seen of them is the vowel beside them. */
const INSISTS = 0.5;
/** A take-over is looked for so far around the phone's start, so finely. */
const SEARCH: Seconds = 0.15;
const STEP: Seconds = 0.001;

/** Where each phone's shape takes over from that of the phone before it, for all phones that insist on a viseme of their own. */
export function findOnsets(track: VisemeTrack, phones: readonly ShapedPhone[]): Onset[] {
  return phones.flatMap((phone, i): Onset[] => {
    const before = phones[i - 1];
    if (!before || phone.shape.dominance < INSISTS || before.shape.dominance < INSISTS) return [];
    const [shape, gone] = [phone.shape.shapes[0] ?? {}, before.shape.shapes.at(-1) ?? {}];
    return mainOf(shape) === mainOf(gone) ? [] : [{ viseme: mainOf(shape), phone: phone.start, late: takeOver(track, phone, shape, gone) }];
  });
}

/** A shape of nothing is the mouth at rest. */
function mainOf(shape: MouthShape): Viseme {
  const [most] = Object.entries(shape).toSorted(([, a], [, b]) => b - a) as [Viseme, number][];
  return most ? most[0] : 'sil';
}

function takeOver(track: VisemeTrack, { start, end }: ShapedPhone, shape: MouthShape, gone: MouthShape): Seconds | null {
  const mouth = closedMouth();
  let nearest: Seconds | null = null;
  let led = true;
  for (let late = -SEARCH; late <= Math.min(SEARCH, end - start); late += STEP) {
    track.sample(start + late, mouth);
    const leads = distance(mouth, shape) < distance(mouth, gone);
    if (leads && !led && (nearest === null || Math.abs(late) < Math.abs(nearest))) nearest = late;
    led = leads;
  }
  return nearest;
}

/** Squared, over all visemes. */
function distance(mouth: MouthWeights, shape: MouthShape): number {
  return VISEMES.reduce((sum, viseme) => sum + (mouth[viseme] - (shape[viseme] ?? 0)) ** 2, 0);
}
