import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../src/browser/speech/clean-text.ts';
import { splitSentences } from '../../../../src/browser/speech/split-sentences.ts';

describe('what is read of', () => {
  it.each([
    ['dates', 'It was 2024-05-01, or 12/25/2023, or 25/12/2023.', 'It was May 1st, 2024, or December 25th, 2023, or December 25th, 2023.'],
    ['days of months', 'See you on May 3, not 22 June or Sept. 5.', 'See you on May 3rd, not the 22nd of June or September 5th.'],
    ['weekdays', 'On Wed, May 3 we rest; she sat down.', 'On Wednesday, May 3rd we rest; she sat down.'],
    ['months with a year', 'In May 2024 it rained.', 'In May 2024 it rained.'],
    ['no date', 'It is 99/99/2024.', 'It is 99/99/2024.'],
    ['times', 'At 5:30, 17:05, 7:00 and 10:15 a.m. sharp.', 'At five thirty, seventeen oh five, seven o\'clock and ten fifteen A M sharp.'],
    ['hours', 'From 9am to 5 p.m.', 'From 9 A M to 5 P M.'],
    ['ends of sentences after hours', 'It closes at 5 p.m. Come before.', 'It closes at 5 P M. Come before.'],
    ['money', 'It is $5.50, $1, \u20AC20, \u00A30.99 or $3 million.', 'It is 5 dollars and 50 cents, 1 dollar, 20 euros, 99 pence or 3 million dollars.'],
    ['units', 'Walk 5 km at 6km/h in 1 h, 21 min; 20\u00B0C, 80 kg.', 'Walk 5 kilometers at 6 kilometers an hour in 1 hour, 21 minutes; 20 degrees Celsius, 80 kilograms.'],
    ['no units', 'I have 3 m\u00FCsli and 2 games, in 5 L.A. hotels.', 'I have 3 musli and 2 games, in 5 L.A. hotels.'],
    ['fractions', 'Add \u00BD cup, 3/4 of 1\u00BD hours, 5/7.', 'Add one half cup, three quarters of 1 and one half hours, 5 over 7.'],
    ['ranges', 'Wait 3\u20135 days, 10-12 or 2010-2015.', 'Wait 3 to 5 days, 10 to 12 or 2010 to 2015.'],
    ['telephones', 'Call 555-1234 or +1 800-555-0199.', 'Call 5 5 5, 1 2 3 4 or plus 1, 8 0 0, 5 5 5, 0 1 9 9.'],
    ['long numbers', 'There are 12345 stars, 1,250,000 cells and the code 12345678901.', 'There are 12,345 stars, 1,250,000 cells and the code 1 2 3 4 5 6 7 8 9 0 1.'],
    ['signs', 'It was -5, 3 \u00D7 4 = 12, ~10 and 5% + 2.', 'It was minus 5, 3 times 4 equals 12, about 10 and 5 percent plus 2.'],
    ['titles', 'Dr. Smith met Mrs. Jones and St. Nick on Elm St. yesterday.', 'Doctor Smith met Missus Jones and Saint Nick on Elm Street yesterday.'],
    ['abbreviations', 'Fruit, e.g. apples, i.e., food, etc., vs. No. 5.', 'Fruit, for example, apples, that is, food, et cetera, versus number 5.'],
    ['addresses', 'See https://www.example.org/help?x=1 or write to ann.lee@mail.example.com.', 'See example dot org, slash help or write to ann dot lee at mail dot example dot com.'],
    ['long addresses', 'It is at https://docs.example.org/a/b/c.html.', 'It is at docs dot example dot org.'],
    ['alternatives', 'He/she and/or they, 24/7.', 'He or she and or they, 24 7.'],
    ['tags', '@sam #calm is #1', 'at sam hashtag calm is number 1'],
    ['hearts and smiles', 'I \u2764\uFE0F you \u{1F60A} :) <3', 'I love you'],
    ['shouting', 'I am SO glad you did NOT call NASA.', 'I am so* glad you did not* call NASA.'],
    ['a text all in capitals', 'I AM SO GLAD', 'I AM SO GLAD'],
    ['parentheses', 'She came (late) and left.', 'She came, late, and left.'],
    ['accents', 'Zo\u00EB ate cr\u00E8me br\u00FBl\u00E9e.', 'Zoe ate creme brulee.'],
  ])('%s', (_, text, said) => expect(cleanText(text)).toBe(said));

  it.each(['Dr. Smith came at 5 p.m. by St. James.', 'It costs $5.50 e.g. on May 3.', 'Mr. J. Jones has approx. 3.5 km to go.'])('%j is one sentence', (text) => {
    expect(splitSentences(cleanText(text))).toHaveLength(1);
  });

  it('plain words is the same words', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/).filter((each) => !/^(vs|etc|wifi)$/.test(each));
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      expect(cleanText(`${words.join(' ')}.`)).toBe(`${words.join(' ')}.`);
    }));
  });

  it('anything takes no long time, however it is repeated', () => {
    for (const text of ['1-'.repeat(1000), '12:'.repeat(600), 'a.'.repeat(1000), '*'.repeat(2000), '@a.b'.repeat(500), '1 '.repeat(1000), '_a '.repeat(600), 'https://'.repeat(240)]) {
      const began = performance.now();
      cleanText(text);
      expect(performance.now() - began).toBeLessThan(200);
    }
  });
});
