import { describe, expect, it } from 'vitest';
import { createLowPitch } from '../../../../../src/browser/voice/turn/low-pitch.ts';
import { createPhraseEnding, type Ending } from '../../../../../src/browser/voice/turn/phrase-ending.ts';

const HOP = 0.016;
const hops = (seconds: number, pitch: (share: number) => number | null): (number | null)[] => {
  const count = Math.round(seconds / HOP);
  return Array.from({ length: count }, (_, i) => pitch(i / count));
};
/** Talk that goes up and down between 170 and 230 Hz. */
const talk = (seconds: number): (number | null)[] => hops(seconds, (share) => 200 + 30 * Math.sin(share * seconds * 9));

describe('the ending of a phrase', () => {
  const endsWith = (last: (number | null)[]): Ending => {
    const phrase = createPhraseEnding();
    phrase.push([...talk(2), null, null, ...last]);
    return phrase.tell();
  };

  it('falls, rises, is drawn out, or is unknown', () => {
    expect(endsWith(hops(0.3, (share) => 190 - 50 * share))).toBe('falls');
    expect(endsWith(hops(0.3, (share) => 190 + 90 * share))).toBe('rises');
    expect(endsWith(hops(0.45, () => 200))).toBe('drawn-out');
    expect(endsWith(hops(0.26, () => 205))).toBe('unknown');
  });

  it('is unknown of somebody who has hardly spoken', () => {
    const phrase = createPhraseEnding();
    expect(phrase.tell()).toBe('unknown');
    phrase.push(hops(0.2, (share) => 200 - 60 * share));
    expect(phrase.tell()).toBe('unknown');
  });

  it('is judged by the same player\'s usual pitch, whether high or low', () => {
    for (const factor of [0.5, 1.4]) {
      const phrase = createPhraseEnding();
      const low = (each: number | null): number | null => each && each * factor;
      phrase.push(talk(2).map(low));
      phrase.push([null, ...hops(0.3, (share) => 190 - 50 * share)].map(low));
      expect(phrase.tell()).toBe('falls');
    }
  });
});

describe('a region of low pitch', () => {
  /** When regions were found, in seconds. */
  function find(pitches: readonly (number | null)[], spokenBefore = 2): number[] {
    const low = createLowPitch();
    low.push([...talk(2), ...hops(0.1, () => 215)], 2);
    const found: number[] = [];
    pitches.forEach((pitch, i) => {
      if (low.push([pitch], spokenBefore + i * HOP)) found.push(i * HOP);
    });
    return found;
  }

  it('is found after 0.11 s, once', () => {
    const [at, ...more] = find(hops(0.5, () => 165));
    expect(at).toBeGreaterThanOrEqual(0.09);
    expect(at).toBeLessThan(0.13);
    expect(more).toEqual([]);
  });

  it('is none when it is short, is broken off, comes too early in the speech, or the player is not known yet', () => {
    expect(find([...hops(0.08, () => 165), ...talk(0.2)])).toEqual([]);
    expect(find([...hops(0.08, () => 165), ...hops(0.1, () => null), ...hops(0.08, () => 165), ...hops(0.1, () => 220)])).toEqual([]);
    expect(find(hops(0.4, () => 165), 0.1)).toEqual([]);
    const unknown = createLowPitch();
    expect(unknown.push(hops(0.5, () => 165), 1)).toBe(false);
  });

  it('goes on through a creak', () => {
    expect(find([...hops(0.08, () => 165), null, null, ...hops(0.08, () => 165)])).toHaveLength(1);
  });
});
