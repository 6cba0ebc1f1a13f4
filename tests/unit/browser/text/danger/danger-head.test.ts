import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNet, parseNet } from '../../../../../src/browser/nets/net-file.ts';
import { createDangerHead } from '../../../../../src/browser/text/danger/danger-head.ts';
import { someMeaning } from '../some-meaning.ts';

const net = parseNet(readFileSync(fileURLToPath(new URL('../../../../../models/safety/net.json', import.meta.url)), 'utf8'), 'safety');
const head = createDangerHead(net);
const SAID = ['I took all of the pills and now I feel sick', 'my stepfather locks me in and I am scared of him', 'I want to die tonight', 'see you at practice tomorrow', '我今晚就想死', '他又打我，我好怕', '明天一起去吃火锅吧', '我把安眠药都吃了'];

describe('the learnt reader of danger', () => {
  it('hears plain danger as what it is, and none in plain talk', () => {
    expect(head.read('I want to kill myself tonight', 'en', null).heard).toBe('self-harm');
    expect(head.read('我真的不想活了，今晚就去死', 'zh', null).heard).toBe('self-harm');
    expect(head.read('my husband beats me and I am afraid of him', 'en', null)).toMatchObject({ kind: 'abuse', heard: expect.any(String) });
    expect(head.read('What time does the shop open tomorrow?', 'en', null).heard).toBeNull();
    expect(head.read('明天几点开门？', 'zh', null).heard).toBeNull();
  });

  it('is not misled by case, what cannot be seen, or letters apart', () => {
    const unseen = fc.constantFrom('\u200b', '\u200d', '\u2060', '\ufeff');
    fc.assert(fc.property(fc.constantFrom(...SAID), unseen, fc.boolean(), (text, hidden, loud) => {
      const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
      const disguised = [...text].join(hidden);
      expect(head.read(loud ? disguised.toUpperCase() : disguised, language, null)).toEqual(head.read(text, language, null));
    }), { numRuns: 60 });
    expect(head.read('I want to d i e tonight', 'en', null)).toEqual(head.read('I want to die tonight', 'en', null));
    expect(head.read('我 今 晚 就 想 死', 'zh', null)).toEqual(head.read('我今晚就想死', 'zh', null));
    expect(head.read('我把安眠藥都吃了', 'zh', null)).toEqual(head.read('我把安眠药都吃了', 'zh', null));
  });

  it('answers any text with a probability, the same way every time and quickly', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.constantFrom('die ', '死', 'a.b ', '我不想').map((each) => each.repeat(500))), fc.option(fc.nat(50)), (text, seed) => {
      const meaning = seed === null ? null : someMeaning(seed);
      const began = performance.now();
      const first = head.read(text, 'en', meaning);
      expect(performance.now() - began).toBeLessThan(1000);
      expect(first.probability).toBeGreaterThanOrEqual(0);
      expect(first.probability).toBeLessThanOrEqual(1);
      expect(head.read(text, 'en', meaning)).toEqual(first);
    }), { numRuns: 60 });
  }, 60_000);

  it('hears in its English what a message says, in either language', () => {
    for (const language of ['en', 'zh'] as const) {
      const probabilityOf = (english: string): number => head.read('...', language, { ...someMeaning(3), english }).probability;
      expect(probabilityOf('I want to kill myself tonight')).toBeGreaterThan(probabilityOf('what time does the shop open tomorrow'));
    }
  });

  it('alarms where it is surer than where it asks, in every size and language', () => {
    const { scales } = net.settings as { scales: Record<string, Record<string, { alarm: number; ask: number }>> };
    for (const size of ['light', 'full']) for (const language of ['en', 'zh']) expect(scales[size]![language]!.alarm).toBeGreaterThanOrEqual(scales[size]![language]!.ask);
  });

  it('refuses weights of another shape', () => {
    const { bias, ...rest } = net.tensors;
    expect(bias).toBeDefined();
    expect(() => createDangerHead(parseNet(formatNet({ ...net, tensors: rest }), 'safety'))).toThrow(/Expected the model "safety" to have a tensor "bias"/);
  });
});
