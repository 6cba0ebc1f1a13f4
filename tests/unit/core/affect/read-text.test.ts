import { certainty, detectLanguage, likeliest, readText } from 'attune';
import { describe, expect, it } from 'vitest';

describe('reading a message', () => {
  it.each([
    ['I am so happy today', 'happiness'], ['I feel lonely and sad', 'sadness'], ['This is unfair, I am furious', 'anger'],
    ['I am worried about tomorrow', 'fear'], ['我今天很开心', 'happiness'], ['我有点难过', 'sadness'], ['我很担心明天的考试', 'fear'], ['真是气死我了', 'anger'],
  ])('reads "%s" as %s', (text, emotion) => {
    expect(likeliest(readText(text).emotions)).toBe(emotion);
  });

  it('hears negation', () => {
    expect(readText('I am not happy').valence.mean).toBeLessThan(0);
    expect(readText('I am not sad').valence.mean).toBeGreaterThan(readText('I am sad').valence.mean);
    expect(readText('我不开心').valence.mean).toBeLessThan(0);
  });

  it('stays unknown for words that it does not know', () => {
    const reading = readText('The train leaves at nine');
    expect(certainty(reading.valence)).toBe(0);
    expect(reading.cues).toBe(0);
    expect(new Set(Object.values(reading.emotions)).size).toBe(1);
  });

  it.each([
    ['Hello', 'greeting'], ['Thank you so much', 'thanks'], ['bye now', 'farewell'], ['Can you help me', 'help'], ['Are you real?', 'about-agent'], ['Please say that again', 'repeat'], ['This still does not work', 'complaint'], ['How are you?', 'small-talk'],
    ['Is it late?', 'question'], ['I am sad', 'feeling'], ['The train leaves at nine', 'statement'], ['你好', 'greeting'], ['谢谢你', 'thanks'], ['再见', 'farewell'],
    ['你是谁', 'about-agent'], ['请再说一遍', 'repeat'], ['我要投诉', 'complaint'], ['最近怎么样', 'small-talk'], ['今天几号吗', 'question'],
    ["I don't want to talk about it", 'refusal'], ['I would rather not say', 'refusal'], ['Leave me alone.', 'refusal'], ["Don't ask me how I am.", 'refusal'], ['我不想聊这个', 'refusal'], ['别问了', 'refusal'],
    ['Nobody wants to talk to me', 'statement'], ['I don’t want to talk to my boss', 'statement'], ['他不想和我说话', 'statement'],
    ['yes please', 'yes'], ['好的。', 'yes'], ['not really', 'no'], ['不用了', 'no'], ['我对这次考试很满意。', 'feeling'],
  ])('takes "%s" as a %s', (text, intent) => {
    expect(readText(text).intent).toBe(intent);
  });

  it('tells the languages apart', () => {
    expect(detectLanguage('你好 Mira')).toBe('zh');
    expect(detectLanguage('hello')).toBe('en');
  });
});
