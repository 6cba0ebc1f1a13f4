import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Earcon, scoreEarcon } from '../../../../../src/browser/sound/score/score-earcon.ts';

const EARCONS: readonly Earcon[] = ['listening', 'thinking', 'understood', 'farewell', 'hum'];
const signed = fc.double({ min: -1, max: 1, noNaN: true });
const mood = fc.record({ valence: signed, arousal: signed, known: fc.double({ min: 0, max: 1, noNaN: true }) });

describe('scoreEarcon', () => {
  it('is short, ends before its sound does, and lies where it is heard and does not startle', () => {
    fc.assert(fc.property(fc.constantFrom(...EARCONS), mood, fc.nat(), (earcon, at, seed) => {
      const [{ notes, duration, brightness }] = scoreEarcon(earcon, at, null, seed);
      expect(duration).toBeLessThan(1.7);
      expect(brightness).toBeGreaterThanOrEqual(0);
      expect(brightness).toBeLessThanOrEqual(1);
      for (const { pitch, at: from, length } of notes) {
        expect(from + length + 0.3).toBeLessThan(duration);
        expect(pitch).toBeGreaterThanOrEqual(57);
        expect(pitch).toBeLessThanOrEqual(91);
      }
    }));
  });

  it('has few scores, so that few are rendered', () => {
    const scores = new Set<string>();
    fc.assert(fc.property(mood, (at) => {
      scores.add(JSON.stringify(scoreEarcon('farewell', at, null, 1)[0]));
    }), { numRuns: 2000 });
    expect(scores.size).toBeLessThanOrEqual(27);
  });

  it('says goodbye in major to the glad, in minor to the sad, and in neither where nothing is known', () => {
    const third = (valence: number, known: number): number => {
      const [{ notes }] = scoreEarcon('farewell', { valence, arousal: 0, known }, null, 1);
      return notes[1]!.pitch - notes[2]!.pitch;
    };
    expect(third(0.8, 1)).toBe(4);
    expect(third(-0.5, 1)).toBe(3);
    expect(third(0.8, 0)).toBe(2);
  });

  it('is quicker for the excited', () => {
    const last = (arousal: number): number => scoreEarcon('listening', { valence: 0, arousal, known: 1 }, null, 1)[0].notes.at(-1)!.at;
    expect(last(0.8)).toBeLessThan(last(-0.8));
  });
});
