import { type Language, type Said, UNKNOWN } from 'attune';
import { createScenario, createTable, type LoggedEvent, LULL, parsePack, replayScenario, type SocialOwn, socialPolicy } from 'attune/scenario';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIntentClassifier, type IntentClassifier } from '../../../../src/browser/text/intent/intent-classifier.ts';
import file from '../../../../scenarios/social/scenario.json';
import { requestFor } from '../../dialogue/requests.ts';
import { ANGRY, CALM, estimateOf } from '../seen.ts';

const pack = parsePack(file);
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const reading = (seen: typeof CALM) => ({ emotions: seen.estimate.emotions, valence: UNKNOWN, arousal: UNKNOWN });

const classifiers = {} as Record<Language, IntentClassifier>;
beforeAll(async () => {
  for (const language of ['en', 'zh'] as const) classifiers[language] = await createIntentClassifier(null, pack.content[language]!.intents.map(({ id, examples }) => ({ name: id, examples })));
});

function evening(language: Language, names: readonly (string | null)[]) {
  const log: LoggedEvent<SocialOwn>[] = [];
  const spoken: string[] = [];
  const table = createTable();
  const scenario = createScenario({
    pack, policy: socialPolicy, read: classifiers[language].classify, speak: (words) => spoken.push(words), record: (event) => log.push(event),
    fill: (state, tongue) => table.fill(state, tongue),
  });
  let at = 0;
  let history: readonly Said[] = [];
  const take = (own: SocialOwn): void => scenario.take({ type: 'own', own }, language);
  for (const name of names) table.seat(name);
  take(table.told(at));
  return {
    log, spoken, table, scenario, take,
    say(seat: string, text: string, seen = CALM): void {
      at += 2;
      take(table.hear(seat, text, { language, reading: reading(seen), at, invited: scenario.state.policy.invited === seat }));
    },
    lull: (): void => take({ about: 'lull', at: at += LULL + 1, busy: false }),
    async ask(text: string): Promise<string> {
      const plain = requestFor('answer', text, { language, history, variant: 0 });
      const reply = (await scenario.dialogue.reply({ ...plain, affect: { ...plain.affect, ...CALM } }, signal)) as string;
      history = [...plain.history, { speaker: 'agent', text: reply }];
      return reply;
    },
  };
}

const TALK = {
  en: { plain: ['The train is at nine', 'Bikes are at the station'], angry: ['You never ask me', 'That is so unfair', 'I am fed up with this'], listen: 'I would rather just listen', seat: 'Seat B', quiet: 'Please be quiet', back: 'You can talk again', right: 'Who is right?' },
  zh: { plain: ['火车是九点的', '车站有自行车'], angry: ['你从来不问我', '太不公平了', '我受够了'], listen: '我听着就好', seat: 'B 座', quiet: '请安静', back: '你可以说话了', right: '谁是对的' },
} as const;

describe.each(['en', 'zh'] as const)('an evening with a host (%s)', (language) => {
  const words = TALK[language];
  const lines = pack.content[language]!.lines;

  it('speaks by the names that people chose, and of a seat where they chose none', () => {
    const { say, lull, spoken, table } = evening(language, ['Ann', null, 'Cem']);
    for (let i = 0; i < 10; i += 1) say(i % 2 ? 'a' : 'c', words.plain[i % 2]!);
    lull();
    expect(spoken.at(-1)).toContain(words.seat);
    table.rename('b', 'Bo');
    say('b', words.plain[0]);
    for (let i = 0; i < 10; i += 1) say(i % 2 ? 'a' : 'b', words.plain[i % 2]!);
    lull();
    expect(spoken.at(-1)).toContain('Cem');
  });

  it('restates both sides by their calm words, never by those said in anger, and leaves in peace who would rather listen', () => {
    const { say, lull, spoken, scenario } = evening(language, ['Ann', 'Bo', 'Cem']);
    say('a', words.plain[0]);
    say('a', words.angry[0], ANGRY);
    say('b', words.angry[1], ANGRY);
    say('a', words.angry[2], ANGRY);
    const restated = spoken.at(-1)!;
    expect(restated).toContain(words.plain[0]);
    for (const angry of words.angry) expect(restated).not.toContain(angry);
    expect(restated).toMatch(/Ann[^]*Bo|Bo[^]*Ann/);
    for (let i = 0; i < 10; i += 1) say(i % 2 ? 'a' : 'b', words.plain[i % 2]!);
    expect(lines['eased']).toContain(spoken.at(-1));
    lull();
    expect(spoken.at(-1)).toContain('Cem');
    say('c', words.listen);
    expect(lines['no-hurry']).toContain(spoken.at(-1));
    expect(scenario.state.policy.people[2]).toMatchObject({ declined: true });
  });

  it('answers who speaks to it, takes no side, and is silent when asked', async () => {
    const { ask, say, lull, spoken } = evening(language, ['Ann', 'Bo', 'Cem']);
    expect(pack.content[language]!.knowledge.find(({ id }) => id === 'no-side')!.says).toContain(await ask(words.right));
    expect(lines['be-quiet']).toContain(await ask(words.quiet));
    const before = spoken.length;
    for (let i = 0; i < 12; i += 1) say(i % 2 ? 'a' : 'b', words.angry[0], ANGRY);
    lull();
    expect(spoken).toHaveLength(before);
    expect(lines['be-back']).toContain(await ask(words.back));
  });

  it('leaves a log without words and names, which leads to the same state', () => {
    const { say, lull, log, scenario } = evening(language, ['Annabel', 'Bo']);
    say('a', words.plain[0]);
    say('b', words.plain[1], { ...CALM, estimate: estimateOf(1, { happiness: 0.8 }) });
    lull();
    expect(JSON.stringify(log)).not.toMatch(/Annabel|train|火车/);
    expect(replayScenario(pack, socialPolicy, JSON.parse(JSON.stringify(log)))).toEqual(scenario.state);
  });
});

describe('a table', () => {
  it('has eight seats, names of their own, and forgets whoever leaves', () => {
    const table = createTable();
    expect(['Ann', null, ' Bo\u202e{name} '].map((name) => table.seat(name))).toEqual(['a', 'b', 'c']);
    expect(table.nameOf('c', 'en')).toBe('Bo name');
    expect(() => table.seat('ann')).toThrow(/a name of their own.*Ann|ann/);
    table.hear('a', 'hello', { language: 'en', reading: reading(CALM), at: 1, invited: false });
    table.leave('a');
    expect(table.said).toEqual([]);
    for (let i = 0; i < 6; i += 1) table.seat(null);
    expect(() => table.seat(null)).toThrow('all seats are taken');
  });
});
