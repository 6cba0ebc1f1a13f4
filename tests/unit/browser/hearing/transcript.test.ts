import { describe, expect, it } from 'vitest';
import { joinTranscripts } from '../../../../src/browser/hearing/transcript.ts';
import { sureness } from '../../../../src/browser/hearing/sureness.ts';

describe('transcripts', () => {
  it('join with spaces, in Chinese without, as sure as they are on average', () => {
    expect(joinTranscripts([{ text: 'I see.', confidence: 1 }, { text: '', confidence: 0 }, { text: 'Really?', confidence: 0.5 }])).toEqual({ text: 'I see. Really?', confidence: (6 + 0.5 * 7) / 13 });
    expect(joinTranscripts([{ text: '我很好。', confidence: 0.8 }, { text: '谢谢', confidence: 0.8 }]).text).toBe('我很好。谢谢');
    expect(joinTranscripts([])).toEqual({ text: '', confidence: 0 });
    expect(joinTranscripts([{ text: '', confidence: 0.7 }])).toEqual({ text: '', confidence: 0.7 });
  });
});

describe('sureness', () => {
  it('grows with the chances, is 0.4 at a mean of 0.65, and small where the text was broken off', () => {
    expect(sureness([0.65], false)).toBeCloseTo(0.4, 2);
    expect(sureness([0.95, 0.9, 0.97], false)).toBeGreaterThan(0.85);
    expect(sureness([0.5, 0.4, 0.45], false)).toBeLessThan(0.2);
    expect(sureness([0.99, 0.99], true)).toBeLessThan(0.4);
    expect(sureness([0], false)).toBeGreaterThanOrEqual(0);
  });
});
