import { closedMouth, type MouthWeights, type Seconds, type Viseme } from '../../src/index.ts';
import type { MouthShape, ShapedPhone } from '../../src/browser/speech/mouth/phone-shape.ts';
import type { VisemeTrack } from '../../src/browser/speech/mouth/viseme-track.ts';

export interface Onset {
  /** The viseme that takes over. */
  readonly viseme: Viseme;
  /** When its phone starts, in the sound. */
  readonly phone: Seconds;
  /** How much later the mouth shows it more than the one before; negative is ahead of the sound. Null where it never does. */
  readonly late: Seconds | null;
}

/** Phones that insist less on a shape are made behind open lips: what is seen of them is the vowel beside them. */
const INSISTS = 0.5;
/** A take-over is looked for so far around the phone's start, so finely. */
const SEARCH: Seconds = 0.15;
const STEP: Seconds = 0.001;

/** Where each phone's viseme takes over from that of the phone before it, for all phones that insist on one of their own. */
export function findOnsets(track: VisemeTrack, phones: readonly ShapedPhone[]): Onset[] {
  return phones.flatMap((phone, i): Onset[] => {
    const before = phones[i - 1];
    if (!before || phone.shape.dominance < INSISTS || before.shape.dominance < INSISTS) return [];
    const [viseme, gone] = [mainOf(phone.shape.shapes[0]), mainOf(before.shape.shapes.at(-1))];
    return viseme === gone ? [] : [{ viseme, phone: phone.start, late: takeOver(track, phone, viseme, gone) }];
  });
}

function mainOf(shape: MouthShape | undefined): Viseme {
  const [most] = Object.entries(shape ?? {}).toSorted(([, a], [, b]) => b - a) as [Viseme, number][];
  return most ? most[0] : 'sil';
}

/** The mouth at rest is what is left of 1. */
function weightOf(mouth: MouthWeights, viseme: Viseme): number {
  return viseme === 'sil' ? 1 - Object.values(mouth).reduce((sum, weight) => sum + weight, 0) : mouth[viseme];
}

function takeOver(track: VisemeTrack, { start, end }: ShapedPhone, viseme: Viseme, gone: Viseme): Seconds | null {
  const mouth = closedMouth();
  let nearest: Seconds | null = null;
  let led = true;
  for (let late = -SEARCH; late <= Math.min(SEARCH, end - start); late += STEP) {
    track.sample(start + late, mouth);
    const leads = weightOf(mouth, viseme) > weightOf(mouth, gone);
    if (leads && !led && (nearest === null || Math.abs(late) < Math.abs(nearest))) nearest = late;
    led = leads;
  }
  return nearest;
}
