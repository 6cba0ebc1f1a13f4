import { describe, expect, it } from 'vitest';
import { EMBEDDING, type SentenceEncoder } from '../../../../../src/browser/text/encoder/embedding.ts';
import { createWishReader } from '../../../../../src/browser/text/intent/wish-reader.ts';

/** Two meanings that share no word: every other number of the embedding, by a word that the text has. */
const encoder: SentenceEncoder = {
  encode: async (texts) => Float32Array.from(texts.flatMap((text) => Array.from({ length: EMBEDDING }, (_, i) => (i % 2 === Number(/sea|wave|fish|ocean/.test(text)) ? 1 / 16 : 0)))),
  dispose: async () => {},
};
const INTENTS = [{ name: 'water', examples: ['the sea at night', 'a big wave', '大海'] }, { name: 'land', examples: ['tall trees', 'grass and stones', '树林'] }];

describe('createWishReader', () => {
  it('tells what a message does, and which of the host\'s intents it has', async () => {
    const wishes = await createWishReader();
    expect(await wishes.read('Good morning!')).toMatchObject({ intent: 'greeting', intentConfidence: 1, domain: null });
    await wishes.setIntents(INTENTS);
    expect((await wishes.read('大海')).domain?.name).toBe('water');
  });

  it('reads by meaning once it has an encoder, whatever is changed meanwhile', async () => {
    const wishes = await createWishReader();
    const first = wishes.setIntents(INTENTS.slice(0, 1));
    const full = wishes.useEncoder(encoder);
    await Promise.all([first, full, wishes.setIntents(INTENTS)]);
    expect((await wishes.read('ocean')).domain?.name).toBe('water');
    expect((await wishes.read('mountain')).domain?.name).toBe('land');
  });

  it('keeps what it had where examples or the encoder fail', async () => {
    const wishes = await createWishReader();
    await wishes.setIntents(INTENTS);
    await expect(wishes.setIntents([{ name: 'x', examples: ['y'] }])).rejects.toThrow('at least 2');
    await expect(wishes.useEncoder({ ...encoder, encode: () => Promise.reject(new Error('out of memory')) })).rejects.toThrow('out of memory');
    expect((await wishes.read('a big wave')).domain?.name).toBe('water');
  });
});
