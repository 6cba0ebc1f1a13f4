import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import llama from 'llama-tokenizer-js';
import { describe, expect, it } from 'vitest';
import { extractVocabulary } from '../../../../src/cli/assets/vocabulary.ts';
import { findLoop, parseVocabulary } from '../../../../src/browser/hearing/tokens.ts';

const script = readFileSync(new URL('../../../../node_modules/llama-tokenizer-js/llama-tokenizer.js', import.meta.url));
const say = parseVocabulary(extractVocabulary(script));

describe('tokens', () => {
  it('become the text that llama-tokenizer-js makes of them', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 3, max: 31_999 }), { minLength: 1, maxLength: 30 }), (tokens) => {
      expect(say(tokens)).toBe(llama.decode([1, ...tokens]).trim());
    }));
    for (const text of ['Kids are talking by the door.', 'It’s 5 o\'clock, naïve café — 🙂', '你好']) expect(say(llama.encode(text))).toBe(text);
  });

  it('that are no text are left out', () => {
    expect(say([1, ...llama.encode('yes', false), 2, 32_000, 32_767])).toBe('yes');
  });

  it('need the right vocabulary', () => {
    expect(() => parseVocabulary(new TextEncoder().encode('<html>\nnot found'))).toThrow(/32000 tokens.*attune assets/);
    expect(() => extractVocabulary(new TextEncoder().encode('export default 1'))).toThrow(/hold a vocabulary/);
  });

  it('that go round in circles are noticed, and only those', () => {
    expect(findLoop([5, 6, 7])).toBeNull();
    expect(findLoop([9, 4, 4, 4, 4, 4])).toBeNull();
    expect(findLoop([9, 4, 4, 4, 4, 4, 4])).toBe(2);
    expect(findLoop([9, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])).toBe(4);
    fc.assert(fc.property(fc.uniqueArray(fc.nat(1000), { maxLength: 60 }), (tokens) => {
      expect(findLoop(tokens)).toBeNull();
    }));
    fc.assert(fc.property(fc.uniqueArray(fc.nat(1000), { maxLength: 20 }), fc.uniqueArray(fc.integer({ min: 2000, max: 3000 }), { minLength: 1, maxLength: 12 }), (lead, round) => {
      const tokens = [...lead];
      let kept: number | null = null;
      for (let i = 0; i < 12 * round.length && kept === null; i += 1) {
        tokens.push(round[i % round.length]!);
        kept = findLoop(tokens);
      }
      expect(kept).toBe(lead.length + round.length);
    }));
  });
});
