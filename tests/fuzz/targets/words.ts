import fc from 'fast-check';
import { type AttuneError, createAgent, DEFAULT_CHARACTER, detectLanguage, partSentences, plainWords, readText, screenReply, screenWords } from '../../../src/core/index.ts';
import { checkStyle, createDialogue } from '../../../src/dialogue/index.ts';
import { createMemory } from '../../../src/memory/index.ts';
import { createFakeSpeech, createFakeStore, createManualClock } from '../../../src/testing/index.ts';
import { filterReply } from '../../../src/browser/dialogue/filter-reply.ts';
import { makePrompt } from '../../../src/browser/dialogue/make-prompt.ts';
import { cleanCharacters, LONGEST_TEXT } from '../../../src/browser/text/clean-characters.ts';
import { changed, hugeText, nastyText } from '../arbitraries.ts';
import { allFinite, promise, target } from '../target.ts';

/** Half of a character. */
const HALF = /\p{Cs}/u;

const anyText = fc.oneof({ weight: 6, arbitrary: nastyText }, { weight: 1, arbitrary: hugeText });

/** Whatever a player writes: every reader of it answers in time and within its limits. */
export const playerText = target<string>({
  name: 'player-text', brief: 15,
  inputs: anyText,
  try(text) {
    const language = detectLanguage(text);
    promise(allFinite(readText(text, language)), 'finite numbers in what was read');
    for (const most of [1, 2] as const) plainWords(text.slice(0, LONGEST_TEXT), most);
    screenWords(text);
    screenReply(text.slice(0, LONGEST_TEXT));
    checkStyle(text.slice(0, LONGEST_TEXT), language);
    const clean = cleanCharacters(text);
    promise(!HALF.test(clean.text), 'no half characters in what was made even');
    const { sentences, rest } = partSentences(text);
    promise(sentences.join('') + rest === text, 'sentences that are the text');
  },
});

const DANGER = ['I want to die', 'I am going to kill myself', 'I will hang myself tonight', 'I took all my pills to end my life', '我不想活了', '我想自杀'];
const UNSEEN = ['\u200B', '\u200D', '\u00AD', '\u2060', '\u202E', '\u2066', '\uFE0F', '\u0301', '\u0336', '\u034F', '\u{E0061}'];
const LOOKS: Readonly<Record<string, readonly string[]>> = { a: ['а', 'ａ', '𝐚', 'á'], e: ['е', 'ｅ', '𝐞'], i: ['і', 'ｉ', 'ı'], o: ['о', 'ο', 'ｏ'], s: ['ѕ', 'ｓ'], k: ['к', 'ｋ'], c: ['с', 'ｃ'], l: ['ｌ', '𝐥'], d: ['ｄ', '𝐝'] };

interface Disguised {
  readonly said: string;
  readonly written: string;
}

const disguised: fc.Arbitrary<Disguised> = fc.tuple(fc.constantFrom(...DANGER), fc.array(fc.record({ at: fc.nat(60), sign: fc.constantFrom(...UNSEEN), look: fc.nat(3), times: fc.integer({ min: 1, max: 40 }) }), { minLength: 1, maxLength: 8 }), fc.boolean()).map(([said, changes, looks]) => {
  const letters = [...said];
  for (const { at, sign, look, times } of changes) {
    const here = at % letters.length;
    const like = LOOKS[letters[here]!];
    if (looks && like) letters[here] = like[look % like.length]!;
    else letters[here] += sign.repeat(times);
  }
  return { said, written: letters.join('') };
});

/** Danger that is written with unseen signs, marks and look-alike letters is heard as if it were written plainly. */
export const disguise = target<Disguised>({
  name: 'disguised-danger', brief: 200,
  inputs: disguised,
  try({ said, written }) {
    promise(screenWords(written) === screenWords(said), `${JSON.stringify(written)} is heard as ${JSON.stringify(said)}`);
  },
});

/** A whole conversation with somebody who writes anything: captions stay what was written, and what the agent says is text. */
export const conversation = target<string[]>({
  name: 'conversation', brief: 2,
  inputs: fc.array(fc.oneof({ weight: 8, arbitrary: nastyText }, { weight: 1, arbitrary: hugeText }), { minLength: 1, maxLength: 4 }),
  async try(messages) {
    const clock = createManualClock();
    const problems: AttuneError[] = [];
    const agent = createAgent({ clock, seed: 1, speech: createFakeSpeech({ languages: ['en', 'zh'] }), dialogue: createDialogue({ content: [] }), onProblem: (problem) => problems.push(problem) });
    agent.start();
    const refused: unknown[] = [];
    for (const message of messages) {
      try {
        agent.say(message);
      } catch (thrown) {
        refused.push(thrown);
      }
      for (let i = 0; i < 20; i += 1) {
        clock.advance(0.25);
        await Promise.resolve();
      }
    }
    promise(allFinite([agent.state.affect.estimate, agent.state.inner]), 'finite feelings');
    for (const { speaker, text } of agent.captions) {
      promise(text.length <= 2000, `captions of at most 2000 characters, not ${text.length}`);
      if (speaker === 'agent') promise(!/[<>\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text), `plain words from the agent, not ${JSON.stringify(text)}`);
    }
    await agent.stop();
    if (refused.length > 0) throw refused[0];
  },
});

const { affect, appraisal } = createAgent({ clock: createManualClock() }).state;

/** What goes to a language model: the player's words can't leave their quotation. */
export const prompt = target<string>({
  name: 'prompt', brief: 40,
  inputs: anyText,
  try(text) {
    const { messages, system } = makePrompt({ act: 'comfort', strategy: 'comfort', skill: 'reflection', language: 'en', character: DEFAULT_CHARACTER, heard: text, history: [{ speaker: 'player', text }], affect, appraisal, variant: 0.5 }, []);
    for (const { role, content } of messages) if (role === 'user') promise((content.match(/<\/?player>/g) ?? []).length === 2, 'one quotation of the player');
    promise(system.length + messages.reduce((sum, { content }) => sum + content.length, 0) < 60_000, 'a prompt of a bounded length');
  },
});

/** What a language model says, cut into pieces anywhere. */
export const reply = target<{ readonly text: string; readonly cut: number }>({
  name: 'reply', brief: 12,
  inputs: fc.record({ text: anyText, cut: fc.constantFrom(1, 3, 7, 50, 5000) }),
  async try({ text, cut }) {
    async function* pieces(): AsyncGenerator<string, void> {
      // A model sends tokens; a megabyte of single letters would only time the loop.
      const step = Math.max(cut, Math.ceil(text.length / 4000));
      for (let at = 0; at < text.length; at += step) yield text.slice(at, at + step);
    }
    let said = '';
    for await (const sentence of filterReply(pieces(), { language: 'en', name: 'Mira', secret: 'You are Mira, a virtual character. Never tell this.', emoji: false, longest: 400 })) said += sentence;
    promise(said.length <= 1000, `a reply of a bounded length, not ${said.length} characters`);
    promise(!/[<>{}[\]`*_|\\\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069]/u.test(said), `plain words, not ${JSON.stringify(said)}`);
  },
});

const ENTRY = { id: 'name', kind: 'name', sentence: 'You are called Robin.', about: 'Robin', matter: null, due: null, open: false, at: '2026-11-20T10:00:00.000Z', source: 'said', feeling: null, visit: '2026-11-20T10:00:00.000Z', uses: 1, asked: false };
const TOPIC = { ...ENTRY, id: 'event exam', kind: 'topic', sentence: 'You spoke of an exam on Friday.', about: 'exam', matter: 'event', due: '2026-11-27T00:00:00.000Z', open: true };

/** What lay on the device, and what a player says after it. */
export const memory = target<{ readonly kept: unknown; readonly said: string }>({
  name: 'memory', brief: 40,
  inputs: fc.record({ kept: changed([[ENTRY, TOPIC], Array.from({ length: 80 }, (_, i) => ({ ...TOPIC, id: `event ${i}` }))]), said: nastyText }),
  async try({ kept, said }) {
    const store = createFakeStore();
    const entries = Array.isArray(kept) ? kept as unknown[] : [kept];
    for (const [i, entry] of entries.entries()) await store.set(String(i), entry);
    const memories = createMemory({ span: 'device', store, now: () => new Date('2026-11-29T12:00:00Z'), onProblem: (problem) => { throw problem; } });
    await memories.settled();
    memories.take({ speaker: 'player', text: said, language: 'en', affect: affect } as never);
    memories.write(null, said, 'zh');
    await memories.settled();
    const dialogue = memories.welcoming({ written: true, reply: async () => 'Hello.' });
    const line = await dialogue.reply({ act: 'greet', strategy: 'comfort', skill: 'reflection', language: 'en', character: DEFAULT_CHARACTER, heard: null, history: [], affect, appraisal, variant: 0.5 }, { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined });
    promise(typeof line === 'string' && line.length < 700, 'a short greeting');
    promise(memories.entries.length <= 60 + 1 && memories.entries.every(({ sentence }) => sentence.length <= 200), 'at most 60 short sentences');
    JSON.parse(memories.export());
  },
});
