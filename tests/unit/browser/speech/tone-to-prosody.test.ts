import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toneToProsody } from '../../../../src/browser/speech/tone-to-prosody.ts';
import { FLITE_VOICES, VOICE_CHARACTERS } from '../../../../src/browser/speech/voices.ts';

const signed = fc.double({ min: -1, max: 1, noNaN: true });
const voice = fc.constantFrom(...FLITE_VOICES);

describe('toneToProsody', () => {
  it('leaves a voice as it was recorded when the tone is neutral', () => {
    for (const name of FLITE_VOICES) {
      expect(toneToProsody({ valence: 0, arousal: 0 }, name)).toEqual({ stretch: 1, ...VOICE_CHARACTERS[name] });
    }
  });

  it('stays modest at every tone, also outside [-1, 1] and for NaN', () => {
    fc.assert(fc.property(fc.double(), fc.double(), voice, (valence, arousal, name) => {
      const { stretch, pitch, range, gain } = toneToProsody({ valence, arousal }, name);
      const own = VOICE_CHARACTERS[name];
      expect(stretch).toBeGreaterThan(0.85);
      expect(stretch).toBeLessThan(1.18);
      expect(Math.abs(12 * Math.log2(pitch / own.pitch))).toBeLessThanOrEqual(2.81);
      expect(Math.abs(Math.log(range / own.range))).toBeLessThan(Math.log(1.6));
      expect(Math.abs(gain - own.gain)).toBeLessThanOrEqual(2.01);
    }));
  });

  it('gets faster, higher, wider and louder with arousal; faster, higher and wider with valence', () => {
    fc.assert(fc.property(signed, signed, signed, voice, (fixed, a, b, name) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [calm, tense] = [toneToProsody({ valence: fixed, arousal: low }, name), toneToProsody({ valence: fixed, arousal: high }, name)];
      const [sad, glad] = [toneToProsody({ valence: low, arousal: fixed }, name), toneToProsody({ valence: high, arousal: fixed }, name)];
      for (const [less, more] of [[calm, tense], [sad, glad]] as const) {
        expect(more.stretch).toBeLessThanOrEqual(less.stretch);
        expect(more.pitch).toBeGreaterThanOrEqual(less.pitch);
        expect(more.range).toBeGreaterThanOrEqual(less.range);
        expect(more.gain).toBeGreaterThanOrEqual(less.gain);
      }
    }));
  });
});
