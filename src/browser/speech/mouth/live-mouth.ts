import { closedMouth, closeMouth, type MouthWeights, type Seconds, unit, VISEMES } from '../../../core/index.ts';
import { coarticulate } from './coarticulate.ts';
import type { VisemeTrack } from './viseme-track.ts';
import { shapeWords } from './word-shapes.ts';

/** The mouth of a voice that only tells which word it begins, as it begins it. */
export interface LiveMouth {
  /** The voice begins this text now. */
  begin(text: string, now: Seconds): void;
  /** It begins the word at this character of the text now. */
  reach(character: number, now: Seconds): void;
  /** It is silent now. */
  end(): void;
  sample(now: Seconds, mouth: MouthWeights): void;
}

interface Anchored {
  readonly track: VisemeTrack;
  readonly start: Seconds;
  /** How much slower than usual the voice is. */
  readonly slow: number;
}

/** The mouth glides over from where it was thought to be to where it is. */
const GLIDE: Seconds = 0.05;
/** How much of what the last word tells of the voice's rate is taken over, and within what it can lie. */
const LEARN = 0.4;
const SLOWNESS = [0.4, 2.5] as const;

export function createLiveMouth(): LiveMouth {
  const other = closedMouth();
  let text = '';
  let slow = 1;
  let reached: { readonly character: number; readonly at: Seconds } | null = null;
  let current: Anchored | null = null;
  let previous: Anchored | null = null;

  const anchor = (character: number, start: Seconds): void => {
    previous = current;
    current = { track: coarticulate(shapeWords(text.slice(character)).phones), start, slow };
    reached = { character, at: start };
  };
  const sampleOne = ({ track, start, slow: factor }: Anchored, now: Seconds, mouth: MouthWeights): void => track.sample((now - start) / factor, mouth);

  return {
    begin(whole, now) {
      text = whole;
      anchor(0, now);
    },
    reach(character, now) {
      if (!reached || character <= reached.character) return;
      const expected = shapeWords(text.slice(reached.character, character)).duration;
      if (expected > 0) slow += LEARN * (Math.min(SLOWNESS[1], Math.max(SLOWNESS[0], (now - reached.at) / expected)) - slow);
      anchor(character, now);
    },
    end() {
      current = previous = reached = null;
    },
    sample(now, mouth) {
      if (!current) return closeMouth(mouth);
      sampleOne(current, now, mouth);
      const glided = unit((now - current.start) / GLIDE);
      if (!previous || glided === 1) return;
      sampleOne(previous, now, other);
      for (const viseme of VISEMES) mouth[viseme] = other[viseme] + (mouth[viseme] - other[viseme]) * glided;
    },
  };
}
