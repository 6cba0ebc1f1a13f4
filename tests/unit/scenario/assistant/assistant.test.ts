import type { Language, Said } from 'attune';
import { createNotebook, type Notebook } from 'attune/memory';
import { assistantPolicy, createAssistant, createScenario, createWhenReader, type AssistantOwn, type LoggedEvent, parsePack, reachedGoals, replayScenario, type WhenReader } from 'attune/scenario';
import { createFakeStore } from 'attune/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIntentClassifier, type IntentClassifier } from '../../../../src/browser/text/intent/intent-classifier.ts';
import { itemWords } from '../../../../src/scenario/assistant/item-words.ts';
import file from '../../../../scenarios/assistant/scenario.json';
import { requestFor } from '../../dialogue/requests.ts';
import { ANGRY, CALM } from '../seen.ts';

const pack = parsePack(file);
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

const classifiers = {} as Record<Language, IntentClassifier>;
let readWhen: WhenReader;
beforeAll(async () => {
  readWhen = await createWhenReader();
  for (const language of ['en', 'zh'] as const) classifiers[language] = await createIntentClassifier(null, pack.content[language]!.intents.map(({ id, examples }) => ({ name: id, examples })));
});

/** A day with an assistant, which begins at ten past ten on Wednesday 6 May 2026. */
async function day(language: Language, notebook: Notebook = createNotebook({ span: 'session' })) {
  await notebook.settled();
  let at = new Date(2026, 4, 6, 10, 10).getTime();
  const log: LoggedEvent<AssistantOwn>[] = [];
  const unasked: string[] = [];
  let history: readonly Said[] = [];
  const assistant = createAssistant({ notebook, readWhen, now: () => new Date(at) });
  const scenario = createScenario({
    pack, policy: assistant.policy, read: classifiers[language].classify, offered: ({ offered }) => (offered ? [offered] : []), fill: assistant.fill,
    record: (event) => log.push(event), speak: (words) => unasked.push(words),
  });
  scenario.subscribe(() => assistant.follow(scenario.state.policy));
  scenario.take({ type: 'own', own: assistant.restored() }, language);
  return {
    assistant, scenario, notebook, log, unasked,
    wait(minutes: number): void {
      at += minutes * 60_000;
      scenario.take({ type: 'own', own: assistant.time() }, language);
    },
    async say(text: string, seen = CALM): Promise<string> {
      at += 1000;
      const plain = requestFor('answer', text, { language, history, variant: 0 });
      const reply = (await scenario.dialogue.reply({ ...plain, affect: { ...plain.affect, ...seen } }, signal)) as string;
      history = [...plain.history, { speaker: 'agent', text: reply }];
      return reply;
    },
  };
}

const WALK = {
  en: {
    timer: 'Set a timer for ten minutes', remind: 'Remind me to call my sister at five', sister: 'call my sister', five: 'at 17:00', bare: 'Remind me to feed the fish', when: 'at noon', fish: 'feed the fish', tasks: ['Put milk on my list', 'Add bread to my list', 'Put the tax letter on the list'],
    milk: 'milk', list: 'What is on my list?', yes: 'yes', done: 'Done', furious: 'Nothing works here and nobody listens', fine: 'Better now, thank you', note: 'Note that the spare key is with Jo', key: 'the spare key is with Jo',
  },
  zh: {
    timer: '定一个十分钟的闹钟', remind: '五点提醒我给姐姐打电话', sister: '给姐姐打电话', five: '17:00', bare: '提醒我喂鱼', when: '中午', fish: '喂鱼', tasks: ['清单里加牛奶', '清单里加面包', '把报税的信放到清单上'],
    milk: '牛奶', list: '清单上有什么', yes: '对', done: '做完了', furious: '全都乱套了', fine: '好多了，谢谢', note: '记一下备用钥匙在小周那里', key: '备用钥匙在小周那里',
  },
} as const;

describe.each(['en', 'zh'] as const)('the assistant (%s)', (language) => {
  const words = WALK[language];
  const linesOf = (name: string): readonly string[] => pack.content[language]!.lines[name]!;

  it('rings when a timer is up, once and not before', async () => {
    const { say, wait, unasked, scenario } = await day(language);
    expect(await say(words.timer)).toContain('10:20');
    wait(9);
    expect(unasked).toEqual([]);
    wait(1.1);
    wait(1);
    expect(unasked).toHaveLength(1);
    expect(linesOf('timer-up')).toContain(unasked[0]);
    expect(scenario.state.measures).toMatchObject({ kept: 1, rung: 1 });
  });

  it('keeps a reminder with its words and its time, tells of it then, and crosses it off', async () => {
    const { say, wait, unasked, scenario, assistant } = await day(language);
    const kept = await say(words.remind);
    for (const told of [words.sister, words.five]) expect(kept).toContain(told);
    wait(7 * 60);
    expect(unasked.at(-1)).toContain(words.sister);
    expect(await say(words.done)).toContain(words.sister);
    expect(scenario.state.policy.items).toMatchObject([{ done: true }]);
    expect(assistant.wordsOf(scenario.state.policy.items[0]!.id)).toBe(words.sister);
  });

  it('asks for the time that a reminder lacks', async () => {
    const { say, scenario } = await day(language);
    expect(linesOf('ask-when')).toContain(await say(words.bare));
    expect(await say(words.when)).toContain(words.fish);
    expect(scenario.state.policy.items).toMatchObject([{ kind: 'reminder', due: new Date(2026, 4, 6, 12).getTime() / 1000 }]);
  });

  it('offers a plan to somebody calm with three things to do, and lists all of them', async () => {
    const { say, scenario } = await day(language);
    const replies: string[] = [];
    for (const task of words.tasks) replies.push(await say(task));
    expect(replies[0]).toContain(words.milk);
    expect(linesOf('offer-plan').some((line) => replies[2]!.includes(line))).toBe(true);
    await say(words.yes);
    expect(scenario.state.policy.listed).toHaveLength(3);
    expect(await say(words.list)).toContain(words.milk);
  });

  it('gives less to somebody upset, puts off what can wait, and brings it back when they are relieved', async () => {
    const { say, scenario } = await day(language);
    await say(words.remind, ANGRY);
    // Plain words are no sign of ease.
    for (const task of words.tasks) expect(linesOf('short-noted')).toContain(await say(task, CALM));
    await say(words.list, CALM);
    expect(scenario.state.policy.listed).toHaveLength(1);
    const upset = await say(words.furious, ANGRY);
    expect(pack.content[language]!.reactions.upset!.some((line) => upset.startsWith(line))).toBe(true);
    expect(scenario.state.policy.offered).toBe('later');
    expect(await say(words.yes, ANGRY)).toContain('3');
    const moved = scenario.state.policy.items.filter((item) => item.moved);
    expect(moved).toHaveLength(3);
    // What has a time of its own stays.
    expect(moved.map(({ kind }) => kind)).not.toContain('reminder');
    scenario.feel({ phase: 'tracking', category: null }, language);
    expect(await say(words.fine)).toContain(words.milk);
    await say(words.yes);
    expect(scenario.state.policy.items.filter((item) => item.moved)).toEqual([]);
    expect(scenario.state.measures).toMatchObject({ moved: 3, relieved: 1 });
    expect(reachedGoals(pack, scenario.state)).toContain('spared');
  });

  it('keeps no words in its log, replays from it, and finds its notes on the next day', async () => {
    const store = createFakeStore();
    const first = await day(language, createNotebook({ span: 'device', store }));
    expect(await first.say(words.note)).toContain(words.key);
    await first.say(words.remind);
    await first.notebook.settled();
    const kept = JSON.stringify(first.log);
    for (const secret of [words.key, words.sister]) expect(kept).not.toContain(secret);
    expect(replayScenario(pack, assistantPolicy, JSON.parse(kept) as LoggedEvent<AssistantOwn>[])).toEqual(first.scenario.state);
    const next = await day(language, createNotebook({ span: 'device', store }));
    expect(next.scenario.state.policy.items.map(({ id }) => next.assistant.wordsOf(id))).toEqual([words.key, words.sister]);
    next.wait(24 * 60);
    expect(next.unasked.at(-1)).toContain(words.sister);
    next.scenario.take({ type: 'own', own: { about: 'deleted', item: next.scenario.state.policy.items[0]!.id } }, language);
    await next.notebook.settled();
    expect(next.notebook.notes.map((note) => note.words)).toEqual([words.sister]);
  });
});

describe('the words of an item', () => {
  it.each([
    ['en', 'Could you please remind me to water the plants?', 'water the plants?'], ['en', 'put oat milk on my list please', 'oat milk'], ['en', 'Set a timer', ''], ['en', "Don't let me forget the keys", 'the keys'],
    ['en', 'I need to book a table', 'book a table'], ['zh', '请提醒我浇花', '浇花'], ['zh', '往清单里加燕麦奶', '燕麦奶'], ['zh', '定个器', ''], ['zh', '别让我忘了带钥匙', '带钥匙'], ['zh', '我得订位子', '订位子'],
  ] as const)('%s: %s', (language, said, words) => {
    expect(itemWords(said, language)).toBe(words);
  });
});
