import { type DialogueAct, type DialogueRequest, type Language, type Said, SKILLS_OF_ACT } from 'attune';
import { type ContentFile, createDialogue, parseContent } from 'attune/dialogue';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ACTS_OF_CONTENT } from '../../../src/dialogue/book.ts';
import { CHINESE } from '../../../src/dialogue/language/chinese.ts';
import { ENGLISH } from '../../../src/dialogue/language/english.ts';
import { SITUATIONS } from './play-situation.ts';
import { requestFor, said } from './requests.ts';

const KITS = { en: ENGLISH, zh: CHINESE };
const dialogue = createDialogue();
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const reply = async (request: DialogueRequest, from = dialogue): Promise<string> => (await from.reply(request, signal)) as string;

/** Says each message in turn and answers it; returns the replies. */
async function converse(language: Language, turns: readonly { readonly act: DialogueAct; readonly text: string | null; readonly variant: number; readonly skill: number }[]): Promise<readonly string[]> {
  let history: readonly Said[] = [];
  const replies: string[] = [];
  for (const { act, text, variant, skill } of turns) {
    const skills = SKILLS_OF_ACT[act];
    const request = requestFor(act, text, { language, history, variant, skill: skills[skill % skills.length]! });
    const answer = await reply(request);
    history = [...request.history, { speaker: 'agent', text: answer }];
    replies.push(answer);
  }
  return replies;
}

const acts = [...ACTS_OF_CONTENT].filter((act) => act !== 'say-again');
const textsOf = (language: Language): readonly string[] => SITUATIONS.filter((each) => each.language === language).flatMap(({ turns }) => turns.flatMap(({ text }) => (text === undefined ? [] : [text])));
const conversation = (language: Language) => fc.array(fc.record({
  act: fc.constantFrom(...acts),
  text: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...textsOf(language)) }, { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  variant: fc.double({ min: 0, max: 0.999, noNaN: true }),
  skill: fc.nat(7),
}), { minLength: 30, maxLength: 30 });

describe.each(['en', 'zh'] as const)('a conversation of thirty turns (%s)', (language) => {
  const kit = KITS[language];

  it('repeats no sentence, whatever is said', async () => {
    await fc.assert(fc.asyncProperty(conversation(language), async (turns) => {
      const sentences = (await converse(language, turns)).flatMap(kit.sentences);
      expect(sentences).toEqual([...new Set(sentences)]);
    }), { numRuns: 25 });
  });

  it.each(acts)('repeats no sentence when it is always asked to %s, and hears the same', async (act) => {
    const heard = ['greet', 'check-in', 'say-unheard'].includes(act) ? null : language === 'en' ? 'Hm.' : '唔。';
    const replies = await converse(language, Array.from({ length: 30 }, () => ({ act, text: heard, variant: 0.5, skill: 0 })));
    const sentences = replies.flatMap(kit.sentences);
    expect(sentences).toEqual([...new Set(sentences)]);
  });

  it('gives the same words for the same request', async () => {
    await fc.assert(fc.asyncProperty(conversation(language), async (turns) => {
      expect(await converse(language, turns)).toEqual(await converse(language, turns));
    }), { numRuns: 4 });
  });
});

describe('what was told', () => {
  it('is taken up later', async () => {
    const history = said(['player', 'My name is Nora and our cat died yesterday.'], ['agent', 'I am sorry.'], ['player', 'She was twelve.'], ['agent', 'A long time.']);
    expect(await reply(requestFor('farewell', 'Thanks. I\'ll go and make some tea now.', { history }))).toContain('Nora');
  });

  it('is turned to the listener', async () => {
    expect(ENGLISH.toListener('my brother and I shut myself in')).toBe('your brother and you shut yourself in');
    expect(CHINESE.toListener('我妈给我打电话')).toBe('你妈妈给你打电话');
    expect(await reply(requestFor('calm', 'I am furious because my brother stole my bike.'))).toContain('our brother stole your bike');
  });

  it('never leaves a slot open', async () => {
    for (const language of ['en', 'zh'] as const) {
      for (const text of textsOf(language)) expect(await reply(requestFor('reflect', text, { language }))).not.toMatch(/[{}]|undefined|null/);
    }
  });
});

describe('a wish', () => {
  it('not to talk is respected at once, and nothing more is asked', async () => {
    const history = said(['player', 'Don\'t ask me about it.'], ['agent', 'All right.']);
    for (const text of ['It is raining.', 'My brother rang.', 'I am so tired.', 'This game is slow.']) {
      for (const variant of [0, 0.3, 0.6, 0.9]) expect(await reply(requestFor('ask-more', text, { history, variant }))).not.toContain('?');
    }
  });

  it('not to talk softens once the player has told enough of their own accord', async () => {
    const told = ['We have a new teacher in maths, he is from Wales.', 'He brought his own chalk in a little wooden box.', 'Everybody laughed about it, and then they stopped.', 'It was the best lesson that we had all year.'];
    const asks = async (turns: readonly string[]): Promise<boolean> => {
      const history = said(['player', 'Don\'t ask me about it.'], ...turns.slice(0, -1).map((text) => ['player', text] as const));
      const replies = await Promise.all([0, 0.2, 0.4, 0.6, 0.8].map((variant) => reply(requestFor('ask-more', turns.at(-1)!, { history, variant }))));
      return replies.some((each) => each.includes('?'));
    };
    expect(await asks(told.slice(0, 3))).toBe(false);
    expect(await asks(told)).toBe(true);
    expect(await asks([...told.slice(0, 3), 'No more questions.', told[3]!])).toBe(false);
  });

  it('to hear it again is met; what only sounds like one is answered', async () => {
    const history = said(['player', 'I lost my keys.'], ['agent', 'Oh no.']);
    expect(await reply(requestFor('say-again', 'Sorry, what did you say?', { history }))).toBe('Oh no.');
    expect(await reply(requestFor('say-again', 'I\'d say it was my own fault.', { history }))).not.toBe('Oh no.');
  });
});

describe('examples', () => {
  const content: ContentFile = { language: 'en', examples: [{ heard: 'my goldfish learned a trick', says: 'A goldfish with a trick.' }], reserve: ['Mm.'] };

  it('answer what is like them in words', async () => {
    const own = createDialogue({ content: [content], ownContentOnly: true });
    expect(await reply(requestFor('chat', 'My goldfish learned a trick!'), own)).toBe('A goldfish with a trick.');
    expect(await reply(requestFor('chat', 'The weather is dull.'), own)).toBe('Mm.');
  });

  it('answer what is like them in meaning, where the host has an encoder', async () => {
    const about = (text: string): readonly number[] => (/fish|swim/i.test(text) ? [1, 0] : [0, 1]);
    const own = createDialogue({ content: [content], ownContentOnly: true, embed: async (texts) => Float32Array.from(texts.flatMap(about)) });
    expect(await reply(requestFor('chat', 'He can swim through a hoop now.'), own)).toBe('A goldfish with a trick.');
    expect(await reply(requestFor('chat', 'The weather is dull.'), own)).toBe('Mm.');
  });
});

describe('content of the host\'s own', () => {
  it('is said where it fits', async () => {
    const content: ContentFile = { language: 'en', classes: { drink: ['tea', 'coffee'] }, rules: [{ hears: 'like <what:drink>', weight: 9, says: ['{What}, then.'] }] };
    const own = createDialogue({ content: [content] });
    expect(await reply(requestFor('chat', 'I like tea best.'), own)).toBe('Tea, then.');
  });

  it.each([
    ['an unknown field', { language: 'en', rules: [{ sais: ['x'], says: ['Hm.'] }] }, 'rules.0'],
    ['an unknown act', { language: 'en', rules: [{ acts: ['sing'], says: ['Hm.'] }] }, 'rules.0.acts'],
    ['no lines', { language: 'en', rules: [{ says: [] }] }, 'rules.0.says'],
    ['a language that nobody speaks', { language: 'tlh' }, 'language'],
  ])('with %s is refused, and the place is named', (_, content, place) => {
    expect(() => parseContent(content, 'lines.json')).toThrow(`lines.json`);
    expect(() => parseContent(content, 'lines.json')).toThrow(place);
  });

  it('with a pattern that is none is refused when the dialogue is made', () => {
    for (const hears of ['a (', '<colour>']) {
      expect(() => createDialogue({ content: [{ language: 'en', rules: [{ hears, says: ['Hm.'] }] }] })).toThrow('pattern');
    }
  });
});

describe('a word in passing', () => {
  const own = createDialogue({ content: [{ language: 'en', rules: [{ hears: 'boat', says: ['So it is about a boat.'] }], reserve: ['Mm.'] }], ownContentOnly: true });
  const long = 'and then we all went up the hill to the old house, where my cousin had made soup for eleven people and forgotten the salt';

  it('is not what a long message is about', async () => {
    expect(await reply(requestFor('chat', 'We bought a boat.'), own)).toBe('So it is about a boat.');
    expect(await reply(requestFor('chat', `We came by boat ${long}.`), own)).toBe('Mm.');
    expect(await reply(requestFor('chat', `${long}. Then we bought a boat.`), own)).toBe('So it is about a boat.');
  });
});

describe('what is caught', () => {
  const says = (hears: string, line: string) => createDialogue({ content: [{ language: 'en', rules: [{ hears, says: [line] }], reserve: ['Mm.'] }], ownContentOnly: true });

  it('is turned to the listener, but not what somebody else said', async () => {
    const message = 'My boss said \'give me my pen\'.';
    expect(await reply(requestFor('chat', message), says('said \'(?<quote>[^\']+)\'', '“{Quote}.”'))).toBe('“Give me my pen.”');
    expect(await reply(requestFor('chat', message), says('said \'(?<order>[^\']+)\'', '“{Order}.”'))).toBe('“Give you your pen.”');
  });

  it('of a title is as many words as are written like names', async () => {
    const own = says('called <given:title>', 'Hello, {given}.');
    expect(await reply(requestFor('chat', 'Our pigeon is called Postmistress Coo and lives here.'), own)).toBe('Hello, Postmistress Coo.');
    expect(await reply(requestFor('chat', 'The clinic called yesterday.'), own)).toBe('Mm.');
  });

  it('has the apostrophes that were left out', async () => {
    expect(await reply(requestFor('chat', 'i cant sing, im told'), says('(?<all>.*)', '{All}.'))).toBe('You can\'t sing, you\'re told.');
  });
});

describe('a ranker of replies', () => {
  const content: ContentFile = { language: 'en', rules: [{ hears: 'rain', says: ['Rain, then.', 'So it rains.'] }, { hears: 'rain', weight: -2, says: ['Never mind the rain.'] }], reserve: ['Mm.'] };

  it('chooses among the replies that fit equally, and is not asked where there is no choice', async () => {
    const asked: (readonly string[])[] = [];
    const own = createDialogue({ content: [content], ownContentOnly: true, rank(request, candidates) {
      expect(request.heard).not.toBeNull();
      asked.push(candidates);
      return candidates.map((text) => ({ text })).toReversed();
    } });
    for (const variant of [0, 0.3, 0.9]) expect(await reply(requestFor('chat', 'It may rain.', { variant }), own)).toBe('So it rains.');
    expect(asked).toEqual(Array.from({ length: 3 }, () => ['Rain, then.', 'So it rains.']));
    expect(await reply(requestFor('chat', 'A dull day.'), own)).toBe('Mm.');
    expect(asked).toHaveLength(3);
  });
});

it('leaves acts that are the core\'s own to the core\'s own lines', async () => {
  expect([...ACTS_OF_CONTENT].every((act) => act in SKILLS_OF_ACT)).toBe(true);
});

it('refuses a variant out of its range', async () => {
  await expect(reply(requestFor('chat', 'Hello', { variant: 1 }))).rejects.toThrow('[0, 1)');
});

describe('what is remembered from an earlier visit', () => {
  it('lends the player its name, until they give another', async () => {
    const memory = [{ id: 'name', kind: 'name', sentence: 'My name is Ada.', about: 'Ada', at: '2026-11-20T10:00:00.000Z', source: 'said' }] as const;
    const greetings = (text: string): Promise<string[]> => Promise.all([0, 0.2, 0.4, 0.6, 0.8].map((variant) => reply(requestFor('greet', text, { memory, variant }))));
    expect(await greetings('Hello')).toContainEqual(expect.stringContaining('Ada'));
    const renamed = await greetings('Hello, call me Eda.');
    expect(renamed).not.toContainEqual(expect.stringContaining('Ada'));
  });
});

describe('several dialogues of a page', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('share the book of what ships, and have one of their own where they say something else', async () => {
    const request = requestFor('comfort', 'My dog died.');
    const first = createDialogue();
    const words = await reply(request, first);
    let compiled = 0;
    vi.stubGlobal('RegExp', class extends RegExp {
      constructor(...args: ConstructorParameters<typeof RegExp>) {
        super(...args);
        compiled += 1;
      }
    });
    const next = createDialogue();
    expect(await reply(request, next)).toBe(words);
    expect(compiled).toBeLessThan(100);
    await reply(request, createDialogue({ topics: [] }));
    expect(compiled).toBeGreaterThan(1000);
    // It is theirs as long as they are.
    expect(await reply(request, first)).toBe(words);
  });
});
