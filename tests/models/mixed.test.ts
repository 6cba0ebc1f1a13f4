import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MixedFeelings, type TextSignal } from 'attune';
import { describe, expect, it } from 'vitest';
import { createTextAnalyser } from '../../src/browser/text/create-text-analyser.ts';
import { bothFeelings } from '../../src/browser/text/both-feelings.ts';
import { parseNet } from '../../src/browser/nets/net-file.ts';
import { observeSignal, settleAffect, strangerMemory } from '../../src/core/affect/observe.ts';

const { analyse } = createTextAnalyser({ light: parseNet(readFileSync(fileURLToPath(new URL('../../models/text/net.json', import.meta.url)), 'utf8'), 'text') });

/** What the state holds of a message three seconds after it. */
function mixedAfter(text: string): MixedFeelings['emotions'] | null {
  const read = analyse(text);
  const { emotions, valence, arousal, dominance } = read;
  const signal: TextSignal = { kind: 'text', at: 1, latency: 0, source: 'test', quality: 1, id: 'm', language: 'en', risk: null, reading: { emotions, valence, arousal, dominance, both: bothFeelings(read), intent: 'feeling', domain: null, cues: 2 } };
  let memory = observeSignal(strangerMemory(0), signal, false);
  for (let at = 1; at <= 4; at += 0.1) memory = settleAffect(memory, at);
  return memory.state.mixed?.emotions ?? null;
}

describe('mixed feelings of real messages', () => {
  it.each([
    ['I am so happy for you, but I am scared of the dark.', ['happiness', 'fear']],
    ['I love my new flat, but I am so sad to leave my friends.', ['happiness', 'sadness']],
    ['我考上了大学，太高兴了，可是又很害怕离开家。', ['happiness', 'fear']],
    ['I am furious with him. I miss her so much, I cannot stop crying.', ['sadness', 'anger']],
  ])('are held by "%s"', (text, emotions) => {
    expect(mixedAfter(text)).toEqual(emotions);
  });

  it.each(['I am so happy for you.', 'I am scared of the dark.', 'The meeting is at five.', '今天真开心！', '我很担心明天的手术。', 'I am not happy at all, I am sad.'])('are not held by "%s"', (text) => {
    expect(mixedAfter(text)).toBeNull();
  });
});
