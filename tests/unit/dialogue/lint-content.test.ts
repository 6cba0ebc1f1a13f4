import { parseContent, type ContentFile } from 'attune/dialogue';
import { describe, expect, it } from 'vitest';
import { CHINESE_CONTENT } from '../../../src/dialogue/content/zh/index.ts';
import { ENGLISH_CONTENT } from '../../../src/dialogue/content/en/index.ts';
import { lintContent } from '../../../src/dialogue/content/lint-content.ts';

const parsed = (file: ContentFile) => parseContent(file, 'a file');
const faultsOf = (file: Omit<ContentFile, 'language'>): readonly string[] => lintContent(parsed({ language: 'en', ...file })).map(({ fault }) => fault);

describe.each([['English', ENGLISH_CONTENT], ['Chinese', CHINESE_CONTENT]] as const)('the %s content that ships', (_, files) => {
  const contents = files.map(parsed);

  it('keeps to the rules of style', () => {
    expect(contents.flatMap((content) => lintContent(content, contents.filter((other) => other !== content)))).toEqual([]);
  });

  it('has examples of its own, and no message twice', () => {
    const heard = contents.flatMap(({ examples }) => examples.map((example) => example.heard));
    expect(heard.length).toBeGreaterThan(90);
    expect(new Set(heard).size).toBe(heard.length);
  });
});

describe('the linter of content', () => {
  it.each([
    ['You are sad.', 'told-feeling'],
    ['I promise it will pass.', 'promise'],
    ['Well done!', 'exclamation mark'],
    ['Go on', 'end like a sentence'],
    ['So you like {colour}.', '{colour}'],
    ['One. Two. Three. Four.', 'sentences'],
    [`${'Very '.repeat(40)}long.`, 'characters'],
  ])('finds what is wrong with "%s"', (line, fault) => {
    expect(faultsOf({ rules: [{ says: [line] }] }).join()).toContain(fault);
  });

  it('lets be what is right', () => {
    expect(faultsOf({
      facts: [{ slot: 'colour', hears: 'I like (?<colour>red|blue)' }],
      rules: [{ hears: 'my (?<thing>hat|coat)', says: ['So it is your {thing}.', 'A {thing} in {colour}, {name} would say.'] }],
    })).toEqual([]);
  });

  it('finds lines that begin alike, and lines that are written twice', () => {
    expect(faultsOf({ rules: [{ says: ['That sounds like rain.', 'That sounds like snow.', 'That sounds like hail.'] }] })).toEqual(['begins 3 lines of one rule']);
    expect(faultsOf({ rules: [{ says: ['Hm.'] }, { says: ['Hm.'] }] })).toEqual(['is written more than once']);
  });

  it('knows the facts and classes of files beside it', () => {
    const beside = parsed({ language: 'en', classes: { drink: ['tea'] }, facts: [{ slot: 'drink', hears: '<drink:drink>' }] });
    expect(lintContent(parsed({ language: 'en', rules: [{ hears: '<drink>', says: ['More {drink}.'] }] }), [beside])).toEqual([]);
  });
});
