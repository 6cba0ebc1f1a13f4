import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIGHEST, LOWEST } from '../../../../../src/browser/sound/score/harmony.ts';
import { type Bar, beginComposition, composeBar, type Composition } from '../../../../../src/browser/sound/score/compose.ts';
import { HIGHEST_TUNE, LOWEST_TUNE } from '../../../../../src/browser/sound/score/melody.ts';
import { MODES, semitones } from '../../../../../src/browser/sound/score/mode.ts';
import { approachMood, type MusicalMood } from '../../../../../src/browser/sound/score/musical-mood.ts';

const signed = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(-1, 0, 1));
const moodOf = fc.record<MusicalMood>({ valence: signed, arousal: signed, known: fc.double({ min: 0, max: 1, noNaN: true }) });
const seeds = fc.integer({ min: 0, max: 0xffffffff });

/** Bars that follow moods which may change at every bar. */
function play(seed: number, moods: readonly MusicalMood[]): { readonly bars: readonly Bar[]; readonly states: readonly Composition[] } {
  let state = beginComposition(seed, moods[0]!);
  const bars: Bar[] = [];
  const states: Composition[] = [];
  for (const mood of moods) {
    const [bar, next] = composeBar(state, mood);
    bars.push(bar);
    states.push(next);
    state = next;
  }
  return { bars, states };
}
const steadily = (seed: number, mood: MusicalMood, bars: number) => play(seed, Array.from({ length: bars }, () => mood));
const changing = fc.array(moodOf, { minLength: 2, maxLength: 40 });

describe('composeBar', () => {
  it('writes the same music for the same seed and moods', () => {
    fc.assert(fc.property(seeds, changing, (seed, moods) => {
      expect(play(seed, moods)).toEqual(play(seed, moods));
    }), { numRuns: 30 });
  });

  it('never writes more than four notes a second, and keeps levels, times and registers within bounds', () => {
    fc.assert(fc.property(seeds, changing, (seed, moods) => {
      for (const { notes, duration, brightness, swell } of play(seed, moods).bars) {
        expect(notes.length / duration).toBeLessThanOrEqual(4);
        expect(brightness).toBeGreaterThanOrEqual(0);
        expect(brightness).toBeLessThanOrEqual(1);
        expect(swell).toBeGreaterThan(0.3);
        for (const { part, pitch, at, length, level } of notes) {
          expect(level).toBeGreaterThan(0);
          expect(level).toBeLessThanOrEqual(1);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThan(duration);
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(2 * duration);
          const [low, high] = part === 'pad' ? [LOWEST, HIGHEST] : part === 'bell' ? [LOWEST_TUNE, HIGHEST_TUNE] : [36, 47];
          expect(pitch).toBeGreaterThanOrEqual(low);
          expect(pitch).toBeLessThanOrEqual(high);
        }
      }
    }), { numRuns: 60 });
  });

  it('keeps to the scale of its mode', () => {
    fc.assert(fc.property(seeds, moodOf, (seed, mood) => {
      for (const { notes, mode, tonic } of steadily(seed, mood, 24).bars) {
        const scale = new Set(Array.from({ length: 7 }, (_, degree) => (tonic + semitones(mode, degree)) % 12));
        for (const { pitch } of notes) expect(scale).toContain(pitch % 12);
      }
    }), { numRuns: 40 });
  });

  it('follows valence with its mode and arousal with its tempo, once it has had time', () => {
    fc.assert(fc.property(seeds, moodOf, moodOf, (seed, a, b) => {
      const [one, other] = [a, b].map((mood) => steadily(seed, mood, 40).bars.at(-1)!) as [Bar, Bar];
      if (a.valence > b.valence) expect(MODES.indexOf(one.mode)).toBeGreaterThanOrEqual(MODES.indexOf(other.mode));
      if (a.arousal > b.arousal) expect(one.tempo).toBeGreaterThanOrEqual(other.tempo);
      if (a.valence > b.valence && a.arousal > b.arousal) expect(one.brightness).toBeGreaterThanOrEqual(other.brightness);
    }), { numRuns: 60 });
  });

  it('is denser for excited moods, over a minute', () => {
    fc.assert(fc.property(seeds, signed, (seed, valence) => {
      const bells = (arousal: number): number => steadily(seed, { valence, arousal, known: 1 }, 24).bars.reduce((sum, { notes }) => sum + notes.filter(({ part }) => part === 'bell').length, 0);
      expect(bells(0.8)).toBeGreaterThan(bells(-0.8));
    }), { numRuns: 40 });
  });

  it('changes slowly, whatever the mood does: a neighbouring mode and a tenth of the tempo from bar to bar at most', () => {
    fc.assert(fc.property(seeds, changing, (seed, moods) => {
      const { bars } = play(seed, moods);
      for (let i = 1; i < bars.length; i += 1) {
        expect(Math.abs(MODES.indexOf(bars[i]!.mode) - MODES.indexOf(bars[i - 1]!.mode))).toBeLessThanOrEqual(1);
        expect(Math.abs(bars[i]!.tempo / bars[i - 1]!.tempo - 1)).toBeLessThan(0.1);
      }
    }), { numRuns: 60 });
  });

  it('is neither major nor minor while nothing is known of the player', () => {
    fc.assert(fc.property(seeds, signed, signed, (seed, valence, arousal) => {
      const { bars, states } = steadily(seed, { valence, arousal, known: 0 }, 24);
      for (const [i, { notes, tonic, mode }] of bars.entries()) {
        const third = (tonic + semitones(mode, states[i]!.root + 2)) % 12;
        expect(notes.filter(({ part }) => part === 'pad').map(({ pitch }) => pitch % 12)).not.toContain(third);
      }
    }), { numRuns: 40 });
  });

  it('leads its voices: from chord to chord they move by two semitones on average at most', () => {
    fc.assert(fc.property(seeds, signed, (seed, valence) => {
      const { states } = steadily(seed, { valence, arousal: 0.5, known: 1 }, 32);
      let moved = 0;
      let voices = 0;
      for (let i = 1; i < states.length; i += 1) {
        for (const note of states[i]!.chord) moved += Math.min(...states[i - 1]!.chord.map((other) => Math.abs(other - note)));
        voices += states[i]!.chord.length;
      }
      expect(moved / voices).toBeLessThan(2);
    }), { numRuns: 40 });
  });
});

describe('approachMood', () => {
  it('comes ever nearer and never goes beyond', () => {
    fc.assert(fc.property(moodOf, moodOf, fc.double({ min: 0, max: 1000, noNaN: true }), (from, to, elapsed) => {
      const { valence } = approachMood(from, to, elapsed);
      expect(Math.abs(to.valence - valence)).toBeLessThanOrEqual(Math.abs(to.valence - from.valence) + 1e-12);
      expect((to.valence - valence) * (to.valence - from.valence)).toBeGreaterThanOrEqual(-1e-12);
    }));
  });
});
