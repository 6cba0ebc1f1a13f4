import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PauseEvidence, turnPatience } from '../../../../../src/browser/voice/turn/turn-patience.ts';

const evidence: fc.Arbitrary<PauseEvidence> = fc.record({
  ending: fc.constantFrom('falls', 'rises', 'drawn-out', 'unknown'), open: fc.constantFrom(true, false, null), looking: fc.constantFrom(true, false, null),
});

describe('patience in a pause', () => {
  it('stays within 0.3 and 1.2 s, and reaches both', () => {
    fc.assert(fc.property(evidence, (each) => {
      expect(turnPatience(each)).toBeGreaterThanOrEqual(0.3);
      expect(turnPatience(each)).toBeLessThanOrEqual(1.2);
    }));
    expect(turnPatience({ ending: 'falls', open: false, looking: true })).toBeCloseTo(0.3);
    expect(turnPatience({ ending: 'drawn-out', open: true, looking: false })).toBe(1.2);
  });

  it('is what it always was where nothing is known', () => {
    expect(turnPatience({ ending: 'unknown', open: null, looking: null })).toBe(0.6);
  });

  it('grows with every sign that the player goes on, whatever the others say', () => {
    fc.assert(fc.property(evidence, (each) => {
      const wait = turnPatience(each);
      expect(turnPatience({ ...each, open: true })).toBeGreaterThanOrEqual(wait);
      expect(turnPatience({ ...each, open: false })).toBeLessThanOrEqual(wait);
      expect(turnPatience({ ...each, looking: false })).toBeGreaterThanOrEqual(wait);
      expect(turnPatience({ ...each, ending: 'drawn-out' })).toBeGreaterThanOrEqual(wait);
    }));
  });
});
