import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toneToProsody } from '../../../../src/browser/speech/tone-to-prosody.ts';
import { AGENT_VOICES, FLITE_VOICES, VOICE_CHARACTERS } from '../../../../src/browser/speech/voices.ts';

const signed = fc.double({ min: -1, max: 1, noNaN: true });
const VOICES = [...FLITE_VOICES, ...AGENT_VOICES];
const voice = fc.constantFrom(...VOICES);

describe('toneToProsody', () => {
  it('leaves a voice as it was recorded when the tone is neutral', () => {
    for (const name of VOICES) {
      const { pitch, range, gain, stretch, formants } = VOICE_CHARACTERS[name];
      expect(toneToProsody({ valence: 0, arousal: 0 }, name)).toMatchObject({ stretch, pitch, range, gain, tilt: 0, formants, pauses: 1 });
    }
  });

  it('stays modest at every tone, also outside [-1, 1] and for NaN', () => {
    fc.assert(fc.property(fc.double(), fc.double(), voice, (valence, arousal, name) => {
      const { stretch, pitch, range, gain, tilt, formants, pauses, accent, fall } = toneToProsody({ valence, arousal }, name);
      const own = VOICE_CHARACTERS[name];
      expect(stretch / own.stretch).toBeGreaterThan(0.78);
      expect(stretch / own.stretch).toBeLessThan(1.36);
      expect(Math.abs(12 * Math.log2(pitch / own.pitch))).toBeLessThanOrEqual(4.81);
      expect(Math.abs(Math.log(range / own.range))).toBeLessThan(Math.log(3.5));
      expect(Math.abs(gain - own.gain)).toBeLessThanOrEqual(5.51);
      expect(Math.abs(tilt)).toBeLessThanOrEqual(8.51);
      expect(Math.abs(formants / own.formants - 1)).toBeLessThanOrEqual(0.031);
      expect(Math.abs(Math.log(pauses))).toBeLessThan(Math.log(2.1));
      expect(accent).toBeGreaterThan(0);
      expect(Math.abs(fall)).toBeLessThan(2);
    }));
  });

  it('gets faster, higher, wider, louder and brighter with arousal, with shorter pauses; and not less so with valence', () => {
    fc.assert(fc.property(signed, signed, signed, voice, (fixed, a, b, name) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [calm, tense] = [toneToProsody({ valence: fixed, arousal: low }, name), toneToProsody({ valence: fixed, arousal: high }, name)];
      const [sad, glad] = [toneToProsody({ valence: low, arousal: fixed }, name), toneToProsody({ valence: high, arousal: fixed }, name)];
      for (const [less, more] of [[calm, tense], [sad, glad]] as const) {
        expect(more.stretch).toBeLessThanOrEqual(less.stretch);
        expect(more.pitch).toBeGreaterThanOrEqual(less.pitch);
        expect(more.range).toBeGreaterThanOrEqual(less.range);
        expect(more.gain).toBeGreaterThanOrEqual(less.gain);
        expect(more.pauses).toBeLessThanOrEqual(less.pauses);
        expect(more.fall).toBeLessThanOrEqual(less.fall);
      }
      expect(tense.tilt).toBeGreaterThanOrEqual(calm.tilt);
    }));
  });
});
