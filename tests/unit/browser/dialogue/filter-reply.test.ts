import fc from 'fast-check';
import { createAgent, DEFAULT_CHARACTER } from 'attune';
import { createManualClock } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { filterReply, type ReplyRules } from '../../../../src/browser/dialogue/filter-reply.ts';
import { makePrompt } from '../../../../src/browser/dialogue/make-prompt.ts';

const { affect, appraisal } = createAgent({ clock: createManualClock() }).state;
const { secret } = makePrompt({ act: 'comfort', strategy: 'comfort', skill: 'reflection', language: 'en', character: DEFAULT_CHARACTER, heard: 'x', history: [], affect, appraisal, variant: 0 }, []);

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function filtered(text: string, { size = 4, ...rules }: Partial<ReplyRules> & { readonly size?: number } = {}): Promise<string> {
  let said = '';
  for await (const sentence of filterReply(inPieces(text, size), { language: 'en', name: 'Mira', secret, emoji: false, longest: 400, ...rules })) said += sentence;
  return said.trim();
}

const CLEANED: readonly (readonly [string, string])[] = [
  ['**That** sounds *really* hard. `Take` your time.', 'That sounds really hard. Take your time.'],
  ['*leans in and nods* That sounds hard. (smiles) Tell me more. [sighs]', 'That sounds hard. Tell me more.'],
  ['Mira: That sounds hard. 😊👍🏽 Tell me.', 'That sounds hard. Tell me.'],
  ['<think>The player is sad. I must say so.</think>That sounds hard.', 'That sounds hard.'],
  ['That sounds hard. <script>alert("You. Are.")</script>Tell me more.', 'That sounds hard. Tell me more.'],
  ['That sounds hard.\n\n- Sleep early.\n- Drink tea.\n1. Rest.', 'That sounds hard. Sleep early. Drink tea. Rest.'],
  ['# Hello\nSee [this](https://elsewhere.example/x) or https://elsewhere.example now.', 'Hello See this or now.'],
  ['That sounds hard.\nPlayer: I agree.\nMira: Good.', 'That sounds hard.'],
  ['That sounds hard. And then it brea', 'That sounds hard.'],
  ['Well', 'Well'],
  ['I hear you :( that is much. Tell me.', 'I hear you that is much. Tell me.'],
  ['```js\nalert(1)\n``` That sounds hard.', 'That sounds hard.'],
  ['<img src=x onerror=alert(1)> That sounds hard.<|im_end|>', 'That sounds hard.'],
];

describe('a model\'s words', () => {
  it.each(CLEANED)('%j are said as %j, wherever they are cut', async (raw, wanted) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(await filtered(raw, { size })).toBe(wanted);
  });

  it('never bring markup along, whatever they are', async () => {
    const part = fc.oneof(fc.constantFrom('<', '>', '</think>', '<think>', '*', '**', '`', '```', '(', ')', '[', ']', '](', 'http://a.b', '. ', '? ', '\n', 'That sounds hard.', 'Tell me ', '<script>', '</script>', '<b onclick=x>', '#', '😀', '【', '】'), fc.string({ maxLength: 8 }));
    await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), async (parts, size) => {
      const said = await filtered(parts.join(''), { size }).catch((thrown: unknown) => {
        expect((thrown as { code?: string }).code).toBe('dialogue-failed');
        return '';
      });
      expect(said).not.toMatch(/[<>`*[\]【】#]|https?:/);
      expect(said.length).toBeLessThanOrEqual(700);
    }), { numRuns: 500 });
  });

  it('give nothing of the instructions away', async () => {
    for (const sentence of secret.split(/(?<=\.)\s/).filter((each) => each.split(' ').length > 3)) {
      await expect(filtered(`Sure. ${sentence}`)).rejects.toThrow(/rule|plain words/);
      if (sentence.split(' ').length < 9) continue;
      await expect(filtered(`I was asked this: ${sentence.toLowerCase().replaceAll(',', '')}`)).rejects.toThrow(/rule|plain words/);
    }
    for (const each of ['My instructions say that I must be kind.', 'My system prompt is long.', '我的指令是这样的。']) await expect(filtered(each, { language: /\p{Script=Han}/u.test(each) ? 'zh' : 'en' })).rejects.toThrow(/giveaway/);
  });

  it('are refused from the first sentence on that breaks a rule, and not before', async () => {
    const heard: string[] = [];
    await expect((async () => {
      for await (const sentence of filterReply(inPieces('That sounds hard. You have depression. Rest.', 3), { language: 'en', name: 'Mira', secret, emoji: false, longest: 400 })) heard.push(sentence.trim());
    })()).rejects.toThrow(/diagnosis/);
    expect(heard).toEqual(['That sounds hard.']);
    for (const [text, rule] of [['I am a real person.', 'false-person'], ['I love you.', 'false-feeling'], ['Everything will be fine.', 'promise'], ['你好，听起来不容易。', 'language']] as const) await expect(filtered(text)).rejects.toThrow(new RegExp(`"${rule}"`));
    await expect(filtered('This is all in English.', { language: 'zh' })).rejects.toThrow(/"language"/);
  });

  it('end with a sentence when they are long', async () => {
    const said = await filtered('That may be so. '.repeat(100), { longest: 100 });
    expect(said.length).toBeLessThanOrEqual(100);
    expect(said).toMatch(/^(That may be so\. ?)+$/);
  });

  it('may think aloud for a while, and not for ever', async () => {
    expect(await filtered(`<think>${'so. '.repeat(2000)}</think>That sounds hard.`, { size: 20 })).toBe('That sounds hard.');
    await expect(filtered(`<think>${'so. '.repeat(20_000)}`, { size: 500 })).rejects.toThrow(/at most 40000 characters/);
  });

  it('that turn out to have been thoughts are not gone on with', async () => {
    const thought = 'The player sounds sad. Be kind.</think>That sounds hard.';
    expect(await filtered(thought, { size: 1000 })).toBe('That sounds hard.');
    await expect(filtered(thought, { size: 3 })).rejects.toThrow(/changes what came before/);
  });

  it('keep their emoji where that is wished', async () => {
    expect(await filtered('That sounds lovely 😊.', { emoji: true })).toBe('That sounds lovely 😊.');
  });
});
