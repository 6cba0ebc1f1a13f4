import { describe, expect, it } from 'vitest';
import { cleanCharacters } from '../../../../src/browser/text/clean-characters.ts';
import { type Token, tokenise } from '../../../../src/browser/text/tokens.ts';

const tokens = (text: string): Token[] => tokenise(cleanCharacters(text));
const forms = (text: string): string[] => tokens(text).map(({ form }) => form);

describe('tokens', () => {
  it('are words, numbers, marks, links, names and tags', () => {
    expect(forms('Hey @ann, see https://a.example/b?c=d or <b>u/bob</b>: 3.50!')).toEqual(['hey', '<name>', ',', 'see', '<link>', 'or', '<link>', '<name>', '<link>', ':', '<number>', '!']);
  });

  it('are single characters in Chinese', () => {
    expect(forms('我happy了')).toEqual(['我', 'happy', '了']);
  });

  it.each([['sooo', 'so'], ['haaappyyy', 'happy'], ['sweeeet', 'sweet'], ['啊啊啊啊', '啊']])('"%s" is "%s", drawn out', (written, form) => {
    expect(tokens(written)).toMatchObject([{ form, elongated: true, start: 0, end: written.length }]);
  });

  it('know capitals, but not a single one', () => {
    expect(tokens('I am SO Happy').map(({ capitals }) => capitals)).toEqual([false, false, true, false]);
  });

  it.each(['😂', '👍🏽', '❤️', '😂😂😂'])('find the emoji %s', (emoji) => {
    expect(tokens(`ok ${emoji}`)[1]).toMatchObject({ kind: 'emoji', start: 3, end: 3 + emoji.length });
  });

  it.each([':)', ':-(', ":'(", '<3', '^_^', 'T_T', ':D'])('find the emoticon %s', (emoticon) => {
    expect(tokens(`ok ${emoticon}`)[1]).toMatchObject({ kind: 'emoticon', form: emoticon });
  });

  it('take no emoticon out of an address or a word', () => {
    expect(tokens('Note:Do it').map(({ kind }) => kind)).toEqual(['word', 'mark', 'word', 'word']);
  });
});
