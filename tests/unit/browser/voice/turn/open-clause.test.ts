import { describe, expect, it } from 'vitest';
import { isOpenClause } from '../../../../../src/browser/voice/turn/open-clause.ts';

describe('an open clause', () => {
  it.each([
    'I went home and', 'It was hard because.', 'I feel', 'Well, I think', 'My sister and I', 'So um', 'I was going to', 'It is one of the.', 'I like tea,', 'And then...', 'But I just',
  ])('is "%s", which wants more', (text) => expect(isOpenClause(text, 'en')).toBe(true));

  it.each([
    'I lost my job.', 'What is it about?', 'Thank you.', 'I love you.', 'Yes I am.', 'That is what I think.', 'It is fine, I guess.', 'I do.', 'Who did you go with?',
  ])('is not "%s"', (text) => expect(isOpenClause(text, 'en')).toBe(false));

  it.each(['我今天很累，因为', '我觉得', '然后', '嗯', '我想跟', '他说，'])('is "%s" in Chinese', (text) => expect(isOpenClause(text, 'zh')).toBe(true));
  it.each(['我今天很累。', '你好吗', '我丢了工作了', '我不想说话。'])('is not "%s" in Chinese', (text) => expect(isOpenClause(text, 'zh')).toBe(false));

  it('is unknown without words, or where the recogniser marks no ends', () => {
    expect(isOpenClause('  ', 'en')).toBeNull();
    expect(isOpenClause('i lost my job', 'en')).toBeNull();
    expect(isOpenClause('我今天很累', 'zh')).toBeNull();
  });
});
