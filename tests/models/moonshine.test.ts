import { beforeAll, describe, expect, it } from 'vitest';
import { createAgentVoice } from '../../scripts/hearing/agent-voice.ts';
import { hearWords } from '../../scripts/hearing/hear-words.ts';
import { inNoise } from '../../scripts/hearing/heard-set.ts';
import { loadMoonshine } from '../../scripts/hearing/load-moonshine.ts';
import { loadSilero } from '../../scripts/hearing/load-silero.ts';
import { makeNoise, makeRoomNoise, NOISES } from '../../scripts/hearing/noises.ts';
import { compareWords, wordErrorRate, wordsOf } from '../../scripts/hearing/word-errors.ts';
import type { Moonshine } from '../../src/browser/hearing/moonshine.ts';
import { createRandom } from '../../src/learn/random.ts';

let moonshine: Moonshine;
beforeAll(async () => {
  moonshine = await loadMoonshine();
});

describe('Moonshine on this runtime', () => {
  it('hears a sentence through the whole pipeline, with its punctuation', async () => {
    const voice = await createAgentVoice();
    const random = createRandom(2);
    const text = 'My grandmother kept seven yellow chickens behind her house, and I loved to feed them.';
    const sound = await voice.say(text, 'slt', { valence: 0, arousal: 0 });
    const { speeches } = await hearWords(await loadSilero(), moonshine.transcribe, inNoise(sound, (seconds) => makeNoise('white', seconds, -75, random)));
    const heard = speeches.map((each) => each.text).join(' ');
    expect(wordErrorRate([compareWords(wordsOf(text), wordsOf(heard))])).toBeLessThan(0.2);
    expect(heard).toMatch(/[,.]/);
    for (const { confidence } of speeches) expect(confidence).toBeGreaterThan(0.6);
  });

  it('makes no words of silence, noise and hum, however long, nor of a moment', async () => {
    const random = createRandom(3);
    for (const seconds of [0.05, 0.5, 2, 6]) {
      for (const kind of NOISES) expect((await moonshine.transcribe(makeNoise(kind, seconds, -40, random), () => true, true))?.text, `${kind}, ${seconds} s`).toBe('');
      expect((await moonshine.transcribe(makeRoomNoise(seconds, -35, random), () => true, true))?.text).toBe('');
    }
  });

  it('doubts what it makes of speech played backwards', async () => {
    const voice = await createAgentVoice();
    const sound = await voice.say('I would love to hear more about it, if you have the time.', 'rms', { valence: 0, arousal: 0 });
    const forwards = await moonshine.transcribe(sound);
    const backwards = await moonshine.transcribe(sound.toReversed(), () => true, true);
    expect(forwards?.confidence).toBeGreaterThan(0.6);
    expect(backwards?.confidence).toBeLessThan(0.4);
  });

  it('is no less sure of what is final than of a guess, and searches only for what is not clear', async () => {
    const voice = await createAgentVoice();
    const random = createRandom(4);
    let searched = 0;
    for (const text of ['The clock above the kettle has stopped.', 'Nobody ever waters the ferns in the hall.', 'My uncle used to mend old wooden boats.']) {
      const clean = await voice.say(text, 'kal16', { valence: 0, arousal: 0 });
      for (const sound of [clean, inNoise(clean, (seconds) => makeNoise('white', seconds, -30, random))]) {
        const guess = await moonshine.transcribe(sound);
        const final = await moonshine.transcribe(sound, () => true, true);
        if (guess!.confidence >= 0.8) expect(final).toEqual(guess);
        else if (final!.confidence > guess!.confidence) searched += 1;
        expect(final!.confidence).toBeGreaterThanOrEqual(guess!.confidence);
      }
    }
    expect(searched).toBeGreaterThan(0);
  });

  it('gives up when nobody wants the words any more', async () => {
    const voice = await createAgentVoice();
    const sound = await voice.say('Take all the time that you need.', 'slt', { valence: 0, arousal: 0 });
    let steps = 0;
    expect(await moonshine.transcribe(sound, () => (steps += 1) < 3)).toBeNull();
    expect(steps).toBe(3);
  });
});
