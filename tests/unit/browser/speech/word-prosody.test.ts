import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fliteScript, rangeOfWhole } from '../../../../src/browser/speech/flite-script.ts';
import { phraseWords } from '../../../../src/browser/speech/phrase-words.ts';
import { toneToProsody } from '../../../../src/browser/speech/tone-to-prosody.ts';
import { wordProsody } from '../../../../src/browser/speech/word-prosody.ts';

const NEUTRAL = toneToProsody({ valence: 0, arousal: 0 }, 'slt');
const signed = fc.double({ min: -1, max: 1, noNaN: true });
const words = fc.array(fc.constantFrom('the', 'river', 'was', 'so', 'quiet', 'not', 'loud*', 'tonight,', 'my', 'friend;', '5 p.m.'), { minLength: 1, maxLength: 20 });
const sentence = fc.tuple(words, fc.constantFrom('.', '?', '!', '')).map(([said, mark]) => said.join(' ') + mark);

const emphasised = (text: string): string[] => phraseWords(text).words.filter(({ emphasis }) => emphasis > 0).map(({ text: word }) => word);

describe('phraseWords', () => {
  it.each([
    ['I walked the dog.', ['dog.']],
    ['When it rains, I stay at home.', ['rains,', 'home.']],
    ['I am so tired today.', ['so', 'today.']],
    ['It is not hunger that I feel.', ['hunger', 'feel.']],
    ['You* did it, nobody else.', ['You', 'else.']],
    ['It is what it is.', ['is.']],
  ])('lets stand out of %j what a reader would stress', (text, expected) => expect(emphasised(text)).toEqual(expected));

  it.each([
    ['Are you ready?', 'asking'], ['Where is she?', 'stating'], ['And how did she take it?', 'stating'], ['Did you see how she did it?', 'asking'],
    ['Well done!', 'exclaiming'], ['As I said,', 'open'], ['He said "no."', 'stating'],
  ])('hears how %j ends', (text, ending) => expect(phraseWords(text).ending).toBe(ending));

  it('keeps every word once, in order and without its mark', () => {
    fc.assert(fc.property(sentence, (text) => {
      const said = phraseWords(text).words.map(({ text: word }) => word).join(' ');
      expect(said).toBe(text.replaceAll('*', ''));
    }));
  });

  it('goes through each phrase from 0 to 1', () => {
    const { words: said } = phraseWords('When it rains hard, I stay at home.');
    expect(said.map(({ place }) => place)).toEqual([0, 1 / 3, 2 / 3, 1, 0, 1 / 3, 2 / 3, 1]);
    expect(said.filter(({ lastOfPhrase }) => lastOfPhrase).map(({ text }) => text)).toEqual(['hard,', 'home.']);
  });
});

describe('wordProsody', () => {
  const say = (text: string, prosody = NEUTRAL) => wordProsody(phraseWords(text), prosody);

  it('keeps the pitch of the utterance on average, and near it, whatever is said in whatever tone', () => {
    fc.assert(fc.property(sentence, signed, signed, (text, valence, arousal) => {
      const prosody = toneToProsody({ valence, arousal }, 'slt');
      const said = say(text, prosody);
      const lifts = said.map(({ pitch, text: word }) => [12 * Math.log2(pitch / prosody.pitch), word.length] as const);
      for (const [lift] of lifts) expect(Math.abs(lift)).toBeLessThan(9);
      if (phraseWords(text).ending !== 'asking') expect(lifts.reduce((sum, [lift, length]) => sum + lift * length, 0)).toBeCloseTo(0, 6);
      for (const { stretch } of said) expect(stretch >= 0.95 && stretch <= 1.17).toBe(true);
    }));
  });

  it('raises and lengthens a word that is emphasised', () => {
    const [plain, stressed] = [say('She said that we should go home now.')[1]!, say('She said* that we should go home now.')[1]!];
    expect(stressed.pitch).toBeGreaterThan(plain.pitch * 1.05);
    expect(stressed.stretch).toBeGreaterThan(plain.stretch * 1.1);
  });

  it('turns the end of a question that wants a yes or a no upwards, and no other', () => {
    const [asking, telling] = ['Are you ready to go?', 'Where did the others go?'].map((text) => say(text));
    expect(asking!.at(-1)!.range).toBeLessThan(0);
    expect(asking!.at(-1)!.pitch).toBeGreaterThan(1.03 * NEUTRAL.pitch);
    for (const { range } of [...asking!.slice(0, -1), ...telling!]) expect(range).toBe(NEUTRAL.range);
  });

  it('falls further in sorrow than in joy', () => {
    const fall = (valence: number, arousal: number): number => {
      const said = say('my your his her', toneToProsody({ valence, arousal }, 'slt'));
      return said[0]!.pitch / said[2]!.pitch;
    };
    expect(fall(-0.8, -0.6)).toBeGreaterThan(fall(0.8, 0.6) + 0.02);
  });
});

describe('fliteScript', () => {
  it('is well-formed, has every word in a tag of its own, and one end of a sentence', () => {
    const script = fliteScript(wordProsody(phraseWords('Wait... "did he" (really) say 5 p.m.; and/or six?'), NEUTRAL), true);
    expect(script).toMatch(/^<speak>(<prosody rate="[\d.]+" pitch="[\d.]+"(?: range="[\d.]+")?>[^<>"&/();]+<\/prosody> ?)+<\/speak>$/);
    expect(script.replaceAll(/<[^>]*>/g, '')).toBe('Wait, did he really say 5 p.m., and or six?');
  });

  it('leaves the range of what rises to the whole', () => {
    const rising = wordProsody(phraseWords('Are you here?'), NEUTRAL);
    expect(fliteScript(rising, true)).toMatch(/range="[\d.]+">you<\/prosody> <prosody rate="[\d.]+" pitch="[\d.]+">here\?</);
    expect(rangeOfWhole(rising)).toBe(rising.at(-1)!.range);
    expect(rangeOfWhole(wordProsody(phraseWords('I am here.'), NEUTRAL))).toBeNull();
  });

  it('tells no pitch to a voice that would not take it', () => {
    expect(fliteScript(wordProsody(phraseWords('Yes.'), NEUTRAL), false)).toMatch(/^<speak><prosody rate="[\d.]+">Yes\.<\/prosody><\/speak>$/);
  });
});
