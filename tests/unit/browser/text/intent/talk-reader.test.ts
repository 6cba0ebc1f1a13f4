import { describe, expect, it } from 'vitest';
import { EMBEDDING, type SentenceEncoder } from '../../../../../src/browser/text/encoder/embedding.ts';
import { TALK } from '../../../../../src/browser/text/intent/talk-examples.ts';
import { createTalkReader } from '../../../../../src/browser/text/intent/talk-reader.ts';

const UNKNOWN = ['blorf xqzt', 'zzz', '12345', 'Donaudampfschiff', 'Привет как дела', '龘靐齉', '😀', '...', ''];

const reader = await createTalkReader(null);
const told = async (text: string) => (await reader.read(text)).intent;

describe('createTalkReader', () => {
  it.each(UNKNOWN)('takes words that it does not know for no intent: "%s"', async (text) => {
    expect(await reader.read(text)).toEqual({ intent: 'statement', intentConfidence: 0 });
  });

  it('still tells what the core can tell of such words', async () => {
    expect(await told('Blorf xqzt?')).toBe('question');
    expect(await told('龘靐齉？')).toBe('question');
  });

  it('tells intents by words that it knows', async () => {
    expect(await told('Let us just chat for a while')).toBe('small-talk');
    expect(await told('好久没聊天了，随便聊聊吧')).toBe('small-talk');
  });

  it('believes an embedding that lies near an intent, whatever the words', async () => {
    // A meaning for greetings, and another one for all else.
    const isGreeting = (text: string): boolean => text === 'Salve' || TALK.en.greeting.includes(text);
    const encoder: SentenceEncoder = {
      encode: async (texts) => Float32Array.from(texts.flatMap((text) => Array.from({ length: EMBEDDING }, (_, i) => (i % 2 === Number(isGreeting(text)) ? 1 / 16 : 0)))),
      dispose: async () => {},
    };
    expect((await (await createTalkReader(encoder)).read('Salve')).intent).toBe('greeting');
  });
});
