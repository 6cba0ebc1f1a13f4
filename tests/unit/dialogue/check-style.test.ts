import { describe, expect, it } from 'vitest';
import { checkStyle, type StyleRule } from '../../../src/dialogue/check-style.ts';
import { LINES_EN } from '../../../src/core/plan/lines-en.ts';
import { LINES_ZH } from '../../../src/core/plan/lines-zh.ts';

const BROKEN: readonly (readonly ['en' | 'zh', StyleRule, string])[] = [
  ['en', 'diagnosis', 'You may have depression.'], ['en', 'diagnosis', 'It seems you suffer from an eating disorder.'], ['en', 'diagnosis', 'These are symptoms of burnout.'], ['en', 'diagnosis', 'You’re bipolar.'],
  ['en', 'promise', 'I promise it works.'], ['en', 'promise', 'Everything will be okay.'], ['en', 'promise', 'Things will get better.'], ['en', 'promise', 'I will always be here.'],
  ['en', 'told-feeling', 'You are sad.'], ['en', 'told-feeling', 'I see, you\'re really angry.'], ['en', 'told-feeling', 'You clearly feel lonely.'],
  ['en', 'false-feeling', 'I love you.'], ['en', 'false-feeling', 'I know exactly how you feel.'], ['en', 'false-feeling', 'I have been there myself.'], ['en', 'false-feeling', 'My heart breaks for you.'],
  ['en', 'false-person', 'I am a human like you.'], ['en', 'false-person', 'As your therapist, I say no.'], ['en', 'false-person', 'I\'m not a bot.'], ['en', 'false-person', 'My mother said so too.'],
  ['zh', 'diagnosis', '你可能有抑郁症。'], ['zh', 'promise', '一切都会好的。'], ['zh', 'promise', '我保证没事。'], ['zh', 'told-feeling', '你很难过。'], ['zh', 'false-feeling', '我爱你。'],
  ['zh', 'false-feeling', '我完全理解你的感受。'], ['zh', 'false-person', '我是真人。'], ['zh', 'false-person', '作为你的咨询师，我建议你休息。'],
];

const FINE: readonly (readonly ['en' | 'zh', string])[] = [
  ['en', 'It sounds as if you are sad.'], ['en', 'Are you sad about it?'], ['en', 'If you are angry, that makes sense.'], ['en', 'It seems that you are worried about Friday.'], ['en', 'You have an exam on Friday.'],
  ['en', 'I am a program, not a person.'], ['en', 'You are welcome.'], ['en', 'You can take your time.'], ['en', 'I am not a human.'], ['en', 'Would a walk be fine?'], ['en', 'You feel like going out?'], ['en', 'What makes you happy?'],
  ['zh', '听起来你很难过。'], ['zh', '你很难过吗？'], ['zh', '如果你很累，就先歇一下。'], ['zh', '我是程序，不是真人。'], ['zh', '你有考试。'],
];

describe('the rules of style', () => {
  it.each(BROKEN)('%s: find a %s in "%s"', (language, rule, text) => {
    expect(checkStyle(text, language).map((fault) => fault.rule)).toContain(rule);
  });

  it.each(FINE)('%s: leave "%s" alone', (language, text) => {
    expect(checkStyle(text, language)).toEqual([]);
  });

  it('are kept by the lines that ship', () => {
    for (const [language, lines] of [['en', LINES_EN], ['zh', LINES_ZH]] as const) {
      expect(Object.values(lines).flat().filter((line) => checkStyle(line, language).length > 0)).toEqual([]);
    }
  });

  it('take no longer for a long text than it is long', () => {
    const time = (text: string): number => {
      const begun = performance.now();
      checkStyle(text, 'en');
      checkStyle(text, 'zh');
      return performance.now() - begun;
    };
    for (const part of ['you are so very really ', 'I really truly ', '你很', ' '.repeat(20), 'a']) expect(time(part.repeat(Math.ceil(100_000 / part.length)))).toBeLessThan(2000);
  });
});
