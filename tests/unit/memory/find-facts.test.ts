import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFacts } from '../../../src/memory/find-facts.ts';

/** A Saturday. */
const TODAY = new Date(2026, 10, 28, 12);
const said = (text: string): string[] => findFacts(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en', TODAY).map(({ sentence }) => sentence);

describe('what is found in words', () => {
  it.each([
    ["Hi, my name is ada, what's yours?", ['My name is Ada.']],
    ['You can call me Max.', ['My name is Max.']],
    ['I really like chess, and I hate spiders.', ['I like chess.', 'I hate spiders.']],
    ['I don’t like loud music because it hurts', ["I don't like loud music."]],
    ['My favourite colour is green.', ['My favourite colour is green.']],
    ['my dog Bruno ate my homework', ['My dog is called Bruno.', 'I talked about my homework.']],
    ['I have a cat named Luna.', ['My cat is called Luna.']],
    ['I am so scared of my maths exam on Friday', ['I talked about my maths exam on Friday 4 December.']],
    ['I have a big job interview tomorrow!', ['I talked about my job interview on Sunday 29 November.']],
    ['I passed my driving test', ['I talked about my driving test.']],
    ['I had an argument with my boss.', ['I talked about my argument with my boss.']],
    ['We had our Thursday quiz yesterday, and my team came last.', ['I talked about my Thursday quiz.']],
    ['My grandmother died last week.', ['I talked about losing my grandmother.']],
    ['Please remember that I am allergic to nuts.', ['I am allergic to nuts.']],
    ['我叫小明，我喜欢下棋。', ['我叫小明。', '我喜欢下棋。']],
    ['你可以叫我小雨', ['我叫小雨。']],
    ['我最讨厌下雨了', ['我讨厌下雨。']],
    ['我的狗叫旺财', ['我的狗叫旺财。']],
    ['周五有数学考试，好紧张', ['我说起过12月4日星期五的数学考试。']],
    ['下周三要面试', ['我说起过12月2日星期三的面试。']],
    ['我奶奶上周去世了', ['我说起过奶奶的离开。']],
    ['请记住我对花生过敏', ['我对花生过敏。']],
  ])('%s', (text, sentences) => {
    expect(said(text)).toEqual(sentences);
  });

  it.each([
    'call me back later', 'they call me names', 'I like you', 'I like that a lot', 'I hate my boss', 'I hate Tom', 'do you like chess?', 'I would like a pizza', 'the teacher is nice', 'I remember that summer',
    'I am depressed and I have an exam on Friday', 'I like going to church', 'my password is hunter2 and I like it', 'My boyfriend is called Tom', 'I like the number 123456',
    '我爱你', '别叫我小朋友', '我讨厌老板', '我叫了外卖', '我抑郁了，周五还有考试', '你有考试吗？', '我叫他别吵', '主任把我叫进去了', "I don't like 'soon'",
  ])('finds nothing to keep in "%s"', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('finds the same again in its own sentences, so that a sentence can be edited like talk', () => {
    for (const sentence of ['My name is Ada.', 'I like chess.', "I don't like loud music.", 'My dog is called Bruno.', 'I talked about my maths exam.', '我叫小明。', '我不喜欢下雨。', '我的狗叫旺财。', '我说起过数学考试。']) {
      expect(said(sentence)).toEqual([sentence]);
    }
  });

  it('keeps short sentences only, whatever is said', () => {
    const part = fc.constantFrom('my name is ', 'I like ', 'I hate ', 'my exam ', 'call me ', 'Ada', ' on Friday', '.', '我叫', '我喜欢', '考试', '请记住我', '\n', 'x'.repeat(90));
    fc.assert(fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 30 })), { maxLength: 30 }), fc.constantFrom('en' as const, 'zh' as const), (parts, language) => {
      for (const { key, sentence, about } of findFacts(parts.join(''), language, TODAY)) {
        expect(sentence.length).toBeLessThanOrEqual(200);
        expect(key).not.toBe('');
        expect(about).not.toBe('');
      }
    }));
  });
});
