import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMBEDDING, type SentenceEncoder } from '../../../../../src/browser/text/encoder/embedding.ts';
import { createIntentClassifier, MAX_INTENT_EXAMPLES } from '../../../../../src/browser/text/intent/intent-classifier.ts';
import { intentGrams } from '../../../../../src/browser/text/intent/intent-grams.ts';
import { createTalkReader } from '../../../../../src/browser/text/intent/talk-reader.ts';

const PIZZA = { name: 'order-pizza', examples: ['I would like to order a pizza', 'One pizza with mushrooms, please', 'Can you bring me a large pizza?', 'Order two pizzas for tonight', '我要点一份披萨', '来两个大披萨', '帮我订个披萨'] };
const LIGHT = { name: 'light-on', examples: ['Turn on the light', 'Switch the lamp on, please', 'Make it brighter in here', 'Lights on in the kitchen', '把灯打开', '开一下厨房的灯', '太暗了，开灯'] };
const TAXI = { name: 'call-taxi', examples: ['Call me a taxi', 'I need a cab to the airport', 'Get me a taxi for five o\'clock', 'Book a taxi to the station'] };

/** Any text, lone surrogates and what nobody sees included. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom('', ' ', '\u0000', '\u202e\u2066', '\ud83d', '<img src=x onerror=alert(1)>', '\u200b'.repeat(500), '你'.repeat(500)),
);

describe('intentGrams', () => {
  it('gives the pieces of words and of Chinese', () => {
    expect([...intentGrams('Hi, hi!').entries()]).toEqual([[' hi', 2], ['<hi', 2], ['hi>', 2], ['<hi>', 2], ['hi hi', 1]]);
    expect([...intentGrams('你好吗？').keys()]).toEqual(['你', '好', '你好', '吗', '好吗']);
  });

  it.each([['words', 'I am tired. '], ['Chinese', '我很累，'], ['lone surrogates', '\udc00'], ['combining marks', 'e\u0301'], ['ligatures that become eighteen letters', '\ufdfa'], ['quotes', '\'']])('needs no longer for a megabyte of %s than for a page', (_, text) => {
    const long = text.repeat(Math.ceil(1_000_000 / text.length));
    const began = performance.now();
    expect(intentGrams(long).size).toBeLessThan(20_000);
    // 5 ms on a quiet machine.
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('createIntentClassifier, light', () => {
  it('tells intents apart in both languages, and from other talk', async () => {
    const classifier = await createIntentClassifier(null, [PIZZA, LIGHT, TAXI]);
    expect((await classifier.classify('Please order a mushroom pizza')).match?.name).toBe('order-pizza');
    expect((await classifier.classify('switch on the kitchen light')).match?.name).toBe('light-on');
    expect((await classifier.classify('I want a披萨')).ranking.map(({ name }) => name)).toEqual(['order-pizza', 'light-on']);
    expect((await classifier.classify('我要一个披萨')).match?.name).toBe('order-pizza');
    expect((await classifier.classify('My grandmother was born in Norway')).match).toBeNull();
    expect((await classifier.classify('昨天看的电影很感人')).match).toBeNull();
  });

  it('knows a single intent from ordinary talk', async () => {
    const classifier = await createIntentClassifier(null, [TAXI]);
    expect((await classifier.classify('Could you call a taxi to the airport?')).match?.name).toBe('call-taxi');
    expect((await classifier.classify('How are you today?')).match).toBeNull();
    expect((await classifier.classify('你好')).ranking).toEqual([]);
  });

  it('matches nothing before it knows an intent', async () => {
    const classifier = await createIntentClassifier(null);
    expect(classifier.names).toEqual([]);
    expect(await classifier.classify('Call me a taxi')).toEqual({ match: null, ranking: [], nearness: 0 });
  });

  it('learns and forgets while it runs, and reads as before until then', async () => {
    const classifier = await createIntentClassifier(null, [PIZZA, LIGHT]);
    const added = classifier.add(TAXI);
    expect(classifier.names).toEqual(['order-pizza', 'light-on']);
    const removed = classifier.remove('light-on');
    await Promise.all([added, removed]);
    expect(classifier.names).toEqual(['order-pizza', 'call-taxi']);
    expect((await classifier.classify('Book a cab to the station')).match?.name).toBe('call-taxi');
  });

  it('takes any text: finite numbers, confidences that sum up to at most 1', async () => {
    const classifier = await createIntentClassifier(null, [PIZZA, LIGHT, TAXI]);
    await fc.assert(fc.asyncProperty(hostile, async (text) => {
      const { ranking, nearness } = await classifier.classify(text);
      expect(Number.isFinite(nearness)).toBe(true);
      const sum = ranking.reduce((total, { confidence }) => total + confidence, 0);
      expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      expect(ranking.every(({ confidence }) => confidence >= 0)).toBe(true);
    }));
  });

  it('takes hostile examples', async () => {
    await fc.assert(fc.asyncProperty(fc.array(hostile, { minLength: 2, maxLength: 6 }), async (examples) => {
      const usable = [...new Set(examples)].filter((text) => intentGrams(text).size > 0);
      fc.pre(usable.length >= 2);
      const classifier = await createIntentClassifier(null, [LIGHT, { name: 'odd', examples: usable }]);
      const { nearness } = await classifier.classify(usable[0]!);
      expect(Number.isFinite(nearness)).toBe(true);
    }), { numRuns: 30 });
  });

  it.each([
    ['one example', { name: 'a', examples: ['hello'] }, 'at least 2 different examples of "a", but got 1'],
    ['the same twice', { name: 'a', examples: ['hello', 'hello'] }, 'but got 1'],
    ['a blank example', { name: 'a', examples: ['hello', ' !? '] }, 'one of "a" is " !? "'],
    ['no name', { name: ' ', examples: ['hello', 'hi'] }, 'Expected each intent to have a name'],
    ['a name that is taken', { name: 'light-on', examples: ['hello', 'hi'] }, 'two are called "light-on"'],
    ['too many', { name: 'a', examples: Array.from({ length: MAX_INTENT_EXAMPLES }, (_, i) => `hello ${i}`) }, 'at most 2000 examples in all, but got 2007'],
  ])('refuses %s, and goes on as it was', async (_, intent, message) => {
    const classifier = await createIntentClassifier(null, [LIGHT]);
    await expect(classifier.add(intent)).rejects.toThrow(message);
    expect(classifier.names).toEqual(['light-on']);
    await expect(classifier.remove('b')).rejects.toThrow('none called "b"; there is "light-on"');
    await classifier.add(PIZZA);
    expect((await classifier.classify('a large pizza please')).match?.name).toBe('order-pizza');
  });
});

describe('createIntentClassifier, full', () => {
  /** Two meanings that share no word: every other number of the embedding, by a word that the text has. */
  const encoder: SentenceEncoder = {
    encode: async (texts) => Float32Array.from(texts.flatMap((text) => Array.from({ length: EMBEDDING }, (_, i) => (i % 2 === Number(/sea|wave|fish|ocean/.test(text)) ? 1 / 16 : 0)))),
    dispose: async () => {},
  };

  it('tells by meaning what shares no word with its examples, and asks only for English', async () => {
    const asked: string[] = [];
    const classifier = await createIntentClassifier({ ...encoder, encode: (texts) => (asked.push(...texts), encoder.encode(texts)) }, [
      { name: 'water', examples: ['the sea at night', 'a big wave', '大海'] }, { name: 'land', examples: ['tall trees', 'grass and stones', '树林'] },
    ]);
    expect((await classifier.classify('ocean')).match?.name).toBe('water');
    expect((await classifier.classify('mountain')).match?.name).toBe('land');
    expect((await classifier.classify('大海')).match?.name).toBe('water');
    expect(asked.some((text) => /\p{Script=Han}/u.test(text))).toBe(false);
  });
});

describe('createTalkReader, light', () => {
  it('tells what messages do in a conversation', async () => {
    const { read } = await createTalkReader(null);
    expect((await read('Hello there, my friend')).intent).toBe('greeting');
    expect((await read('Could you please say that again?')).intent).toBe('repeat');
    expect((await read('这个东西又坏了，我要退款')).intent).toBe('complaint');
    expect((await read('我今天很难过')).intent).toBe('feeling');
    expect(await read('I am not angry')).toEqual({ intent: 'correction', intentConfidence: 1 });
  });

  it('takes any text, in either language', async () => {
    const { read } = await createTalkReader(null);
    await fc.assert(fc.asyncProperty(hostile, fc.constantFrom('en', 'zh', undefined), async (text, language) => {
      const { intent, intentConfidence } = await read(text, language);
      expect(typeof intent).toBe('string');
      expect(Math.min(intentConfidence, 1 - intentConfidence)).toBeGreaterThanOrEqual(0);
    }), { numRuns: 50 });
  });
});
