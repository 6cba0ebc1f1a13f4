import { type AffectState, createAgent, type DialogueRequest, type MemorableTurn, normalise } from 'attune';
import { createMemory, type Memory, type MemoryOptions } from 'attune/memory';
import { createFakeDialogue, createFakeStore, createManualClock } from 'attune/testing';
import { describe, expect, it, vi } from 'vitest';
import { checkStyle } from '../../../src/dialogue/check-style.ts';
import { WELCOME_EN, WELCOME_ZH } from '../../../src/memory/welcome-lines.ts';

const { affect: calm, appraisal } = createAgent({ clock: createManualClock() }).state;

/** Somebody who seems to feel so, pleasant as far as `valence`. */
function seeming(emotion: 'fear' | 'sadness' | 'happiness', valence: number, direction: 'rising' | 'steady' = 'steady'): AffectState {
  const emotions = normalise({ ...calm.estimate.emotions, [emotion]: 2 });
  return { ...calm, trend: { ...calm.trend, direction }, estimate: { ...calm.estimate, emotions, valence: { mean: valence, variance: 0.05 } } };
}

const by = (text: string, affect = calm): MemorableTurn => ({ speaker: 'player', text, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en', affect, move: null });
const sentences = (memory: Memory): string[] => memory.entries.map(({ sentence }) => sentence);

/** A memory by a clock that can be set; each visit begins at 10 o'clock. */
async function visit(day: string, options: MemoryOptions = {}): Promise<Memory & { later(minutes: number): void }> {
  let at = new Date(`${day}T10:00:00`).getTime();
  const memory = createMemory({ span: 'device', now: () => new Date((at += 10)), ...options });
  await memory.settled();
  return Object.assign(Object.create(memory) as Memory, { later: (minutes: number) => void (at += minutes * 60_000) });
}

const greeting = (language: 'en' | 'zh' = 'en', variant = 0): DialogueRequest => ({
  act: 'greet', strategy: 'attend', skill: 'other', language, character: createAgent({ clock: createManualClock() }).state.character, heard: null, history: [], affect: calm, appraisal, variant,
});
const NOBODY = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };

async function welcome(memory: Memory, request = greeting()): Promise<string> {
  const reply = memory.welcoming(createFakeDialogue()).reply(request, NOBODY);
  return reply instanceof Promise ? reply : '';
}

describe('memory', () => {
  it('touches no store while it is off, nor for a visit', async () => {
    const store = createFakeStore();
    for (const span of ['off', 'session'] as const) {
      const memory = createMemory({ span, store });
      memory.take(by('My name is Ada.'));
      memory.forget();
      await memory.settled();
    }
    expect(store.asked).toEqual([]);
  });

  it('remembers, renews instead of piling up, and forgets on the device', async () => {
    const store = createFakeStore();
    const memory = await visit('2026-11-28', { store });
    memory.take(by('My name is Ada. I like chess.'));
    memory.take(by('I hate chess.'));
    memory.take(by('Call me Eda.'));
    await memory.settled();
    expect(sentences(memory)).toEqual(['My name is Eda.', 'I hate chess.']);
    expect([...store.kept.keys()].sort()).toEqual(['name', 'taste chess']);
    memory.delete('taste chess');
    await memory.settled();
    expect([...store.kept.keys()]).toEqual(['name']);
    await memory.clear();
    expect(store.kept.size).toBe(0);
    expect(store.asked.at(-1)).toBe('clear');
    expect(memory.recall()).toEqual([]);
  });

  it('tells how a topic seemed to feel, and keeps its day when it comes up again', async () => {
    const memory = await visit('2026-11-28', { span: 'session' });
    memory.take(by('I am afraid of my maths exam on Friday.', seeming('fear', -0.4)));
    expect(sentences(memory)).toEqual(['I talked about my maths exam on Friday 4 December. It seemed to worry me.']);
    memory.take(by('It is that maths exam again, my maths exam.'));
    expect(sentences(memory)).toEqual(['I talked about my maths exam on Friday 4 December. It seemed to worry me.']);
  });

  it('keeps at most 60, never the name nor what the player wrote', async () => {
    const store = createFakeStore();
    const memory = await visit('2026-11-28', { store });
    memory.take(by('My name is Ada.'));
    memory.write(null, 'I come here on Sundays.', 'en');
    for (let count = 0; count < 100; count += 1) memory.take(by(`I like thing${count}x.`));
    await memory.settled();
    expect(memory.entries).toHaveLength(60);
    expect(store.kept.size).toBe(60);
    expect(sentences(memory)).toEqual(expect.arrayContaining(['My name is Ada.', 'I come here on Sundays.', 'I like thing99x.']));
    expect(memory.recall()).toHaveLength(12);
    expect(memory.recall()[0]?.kind).toBe('name');
  });

  it('lets the player edit a sentence, and understands it anew', async () => {
    const store = createFakeStore();
    const memory = await visit('2026-11-28', { store });
    memory.take(by('My name is Ada.'));
    memory.write('name', 'My name is Edda.', 'en');
    expect(memory.entries).toMatchObject([{ id: 'name', about: 'Edda', source: 'edited' }]);
    memory.write('name', 'Just call me anything', 'en');
    await memory.settled();
    expect(memory.entries).toMatchObject([{ kind: 'note', about: null, sentence: 'Just call me anything' }]);
    expect([...store.kept.keys()]).toEqual([memory.entries[0]?.id]);
    memory.write(memory.entries[0]?.id ?? '', '', 'en');
    await memory.settled();
    expect(store.kept.size).toBe(0);
  });

  it('notes a suggestion as having helped only when the feeling has eased since', async () => {
    const memory = await visit('2026-11-28', { span: 'session' });
    const suggestion: MemorableTurn = { speaker: 'agent', text: 'Write down only the next step.', language: 'en', affect: seeming('sadness', -0.4), move: { act: 'suggest', skill: 'suggestion' } };
    memory.take(suggestion);
    memory.take(by('hm', seeming('sadness', 0.3)));
    expect(memory.entries).toEqual([]);
    memory.take(by('better', seeming('happiness', 0.3, 'rising')));
    expect(memory.entries).toMatchObject([{ kind: 'helped', source: 'observed', sentence: 'This seemed to help me: “Write down only the next step.”' }]);
  });

  it('goes on for the visit, and says so, where the device keeps nothing', async () => {
    const store = Object.assign(createFakeStore(), { fails: true });
    const onProblem = vi.fn();
    const memory = await visit('2026-11-28', { store, onProblem });
    memory.take(by('My name is Ada.'));
    await memory.settled();
    expect(sentences(memory)).toEqual(['My name is Ada.']);
    expect(onProblem.mock.calls.map(([problem]: { code: string }[]) => problem?.code)).toEqual(['storage-failed', 'storage-failed']);
  });

  it('keeps all that fits where room runs out, says so once, and writes the rest as soon as there is room', async () => {
    const said = ['My name is Ada.', 'I like long walks by the sea.', 'My dog is called Bello.'];
    const sizesIn = ({ kept }: ReturnType<typeof createFakeStore>) => new Map([...kept].map(([key, value]) => [key, key.length + JSON.stringify(value).length]));
    const whole = createFakeStore();
    const before = await visit('2026-11-28', { store: whole });
    for (const each of said) before.take(by(each));
    await before.settled();
    const sizes = sizesIn(whole);
    expect(sizes.size).toBe(3);

    const store = createFakeStore();
    const onProblem = vi.fn();
    const memory = await visit('2026-11-28', { store, onProblem });
    // All but one fit, and the largest, which does not, comes before another change.
    store.room = [...sizes.values()].reduce((sum, size) => sum + size) - 1;
    const kept = (): string[] => [...store.kept.values()].map((entry) => (entry as { sentence: string }).sentence).toSorted();
    for (const each of [said[0]!, said[2]!, said[1]!, said[0]!]) {
      memory.take(by(each));
      await memory.settled();
    }
    expect(kept()).toEqual([said[2], said[0]]);
    expect(sentences(memory)).toHaveLength(3);
    expect(onProblem).toHaveBeenCalledTimes(1);
    store.room = Number.POSITIVE_INFINITY;
    memory.take(by('My sister is called Mara.'));
    await memory.settled();
    expect(kept()).toEqual(sentences(memory).toSorted());
    // It is told again where it comes again.
    store.room = 1;
    memory.take(by('My cat is called Tom.'));
    await memory.settled();
    expect(onProblem).toHaveBeenCalledTimes(2);
    expect((await visit('2026-11-29', { store })).entries).toHaveLength(store.kept.size);
  });

  it('comes along to another span, and leaves nothing behind', async () => {
    const store = createFakeStore();
    const memory = await visit('2026-11-28', { store, span: 'session' });
    memory.take(by('My name is Ada.'));
    await memory.remember('device');
    await memory.settled();
    expect(store.kept.size).toBe(1);
    await memory.remember('session');
    await memory.settled();
    expect([store.kept.size, sentences(memory)]).toEqual([0, ['My name is Ada.']]);
    await memory.remember('device');
    memory.forget();
    await memory.settled();
    expect([store.kept.size, memory.entries, memory.span]).toEqual([0, [], 'off']);
  });

  it('forgets a visitor who leaves, but on a device of their own', async () => {
    const visiting = await visit('2026-11-28', { span: 'session' });
    const own = await visit('2026-11-28', { store: createFakeStore() });
    for (const memory of [visiting, own]) {
      memory.take(by('My name is Ada.'));
      memory.leave();
      await memory.settled();
    }
    expect([visiting.entries.length, own.entries.length]).toEqual([0, 1]);
  });

  it('reads nothing from the device that is no entry', async () => {
    const store = createFakeStore();
    await store.set('name', { id: 'name', sentence: '<script>' });
    await store.set('other', 7);
    expect((await visit('2026-11-28', { store })).entries).toEqual([]);
  });
});

describe('a player who comes back', () => {
  async function after(first: readonly MemorableTurn[], day: string, second: readonly MemorableTurn[] = []): Promise<Memory> {
    const store = createFakeStore();
    const before = await visit('2026-11-28', { store });
    for (const turn of first) before.take(turn);
    await before.settled();
    if (second.length > 0) {
      const between = await visit('2026-11-29', { store });
      for (const turn of second) between.take(turn);
      await between.settled();
    }
    return visit(day, { store });
  }
  const exam = by('I am afraid of my maths exam on Friday.', seeming('fear', -0.4));

  it('is asked how it went, once, with their name', async () => {
    const memory = await after([by('My name is Ada.'), exam], '2026-12-06');
    expect(await welcome(memory)).toBe('It is good to see you again, Ada. Last time your maths exam seemed to worry you. How did it go?');
    expect(await welcome(memory)).toBe('(greet)');
  });

  it('is not asked about it in the visit after that', async () => {
    const store = createFakeStore();
    const first = await visit('2026-11-28', { store });
    first.take(exam);
    await first.settled();
    const second = await visit('2026-12-06', { store });
    expect(await welcome(second)).toContain('How did it go?');
    await second.settled();
    expect(await welcome(await visit('2026-12-07', { store }))).not.toContain('exam');
  });

  it('hears before the day that it is still to come', async () => {
    expect(await welcome(await after([exam], '2026-12-01'))).toContain('still to come');
  });

  it('is offered what was painful last time, and not asked; what was painful before that is left alone', async () => {
    const loss = by('My grandmother died last week.', seeming('sadness', -0.6));
    expect(await welcome(await after([loss], '2026-12-06'))).toBe('It is good to see you again. Last time you told me about losing your grandmother. I am here for that, and just as much for anything else.');
    const later = await after([loss], '2026-12-06', [by('I like chess.')]);
    expect(await welcome(later)).not.toContain('grandmother');
  });

  it('is greeted in Chinese with what was said in Chinese', async () => {
    const memory = await after([by('我叫小明。'), by('周五有数学考试，好紧张。', seeming('fear', -0.4))], '2026-12-06');
    expect(await welcome(memory, greeting('zh'))).toBe('小明，又见面了，真好。上次说到数学考试，你好像有点担心。后来怎么样了？');
  });

  it('is greeted by name, and no more, in another language than theirs', async () => {
    expect(await welcome(await after([by('My name is Ada.'), exam], '2026-12-06'), greeting('zh'))).toBe('Ada，又见面了，真好。今天到现在过得怎么样？');
  });

  it('is greeted as a stranger by who remembers nothing', async () => {
    expect(await welcome(await visit('2026-11-28', { store: createFakeStore() }))).toBe('(greet)');
  });
});

describe.each([['en', WELCOME_EN], ['zh', WELCOME_ZH]] as const)('the lines of a welcome, %s', (language, { openings, named, lines }) => {
  it('keep the rules by which the agent speaks', () => {
    const all = [...openings, ...named, ...Object.values(lines).flat()].map((line) => line.replace('{name}', 'Ada').replace('{about}', language === 'en' ? 'maths exam' : '数学考试'));
    expect(all.flatMap((line) => checkStyle(line, language))).toEqual([]);
    expect(all.filter((line) => /[!！{}]/.test(line))).toEqual([]);
  });
});
