import { createAgent, type Language, type Said } from 'attune';
import type { DiaryEntry } from 'attune/memory';
import { chooseSuggestions, companionPolicy, createScenario, type CompanionMore, type CompanionOwn, type LoggedEvent, parsePack, reachedGoals, replayScenario, speakThrough } from 'attune/scenario';
import { createManualClock } from 'attune/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIntentClassifier, type IntentClassifier } from '../../../../src/browser/text/intent/intent-classifier.ts';
import file from '../../../../scenarios/companion/scenario.json';
import { requestFor } from '../../dialogue/requests.ts';
import { ANGRY, CALM } from '../seen.ts';

const pack = parsePack(file);
const more = pack.more as CompanionMore;
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const linesOf = (language: Language, name: string): readonly string[] => pack.content[language]!.lines[name]!;
const says = (text: string | null, lines: readonly string[]): boolean => lines.some((line) => text?.includes(line));

const classifiers = {} as Record<Language, IntentClassifier>;
beforeAll(async () => {
  for (const language of ['en', 'zh'] as const) classifiers[language] = await createIntentClassifier(null, pack.content[language]!.intents.map(({ id, examples }) => ({ name: id, examples })));
});

function visit(language: Language) {
  const log: LoggedEvent<CompanionOwn>[] = [];
  const unasked: string[] = [];
  let history: readonly Said[] = [];
  const scenario = createScenario({
    pack, policy: companionPolicy, read: classifiers[language].classify, offered: ({ offered }) => (offered ? [offered] : []),
    record: (event) => log.push(event), speak: (words) => unasked.push(words),
  });
  return {
    scenario, log, unasked,
    take: (own: CompanionOwn) => scenario.take({ type: 'own', own }, language),
    async say(text: string, seen = CALM) {
      const plain = requestFor('answer', text, { language, history, variant: 0 });
      const reply = (await scenario.dialogue.reply({ ...plain, affect: { ...plain.affect, ...seen } }, signal)) as string;
      history = [...plain.history, { speaker: 'agent', text: reply }];
      return reply;
    },
  };
}

const WALK = {
  en: { checkIn: 'I want to check in', tense: 'I feel very tense', low: 'I am tired and a bit sad', well: 'quite happy', yes: 'yes', no: 'no', idea: 'Suggest something', furious: 'This is all too much', ill: 'Do I have depression?', report: 'I want a report', words: ['tired', 'sad'] },
  zh: { checkIn: '我想记录一下心情', tense: '我很紧张', low: '我很累，有点难过', well: '挺开心的', yes: '对', no: '不是', idea: '给我个建议', furious: '全都乱套了', ill: '我是不是抑郁了', report: '我要一份报告', words: ['tired', 'sad'] },
} as const;

describe.each(['en', 'zh'] as const)('the companion (%s)', (language) => {
  const words = WALK[language];

  it('asks how it is, takes a report in words, and suggests one thing to somebody low', async () => {
    const { say, scenario } = visit(language);
    expect(says(await say(words.checkIn), linesOf(language, 'ask-check-in'))).toBe(true);
    expect(scenario.state.policy.view).toBe('check-in');
    const reply = await say(words.low);
    expect(says(reply, linesOf(language, 'heard-low'))).toBe(true);
    expect(scenario.state.policy).toMatchObject({ report: { words: words.words }, offered: 'activity', reports: 1 });
    const offered = more.activities.find(({ id }) => id === scenario.state.policy.activity)!;
    expect(offered.when).toContain('low');
    expect(reply).toContain(offered.says[language]);
    await say(words.yes);
    expect(scenario.state.policy.view).toBe('activity');
    expect(scenario.state.measures).toMatchObject({ 'check-ins': 1 });
  });

  it('offers to breathe to somebody tense, and leaves it when that is not wanted', async () => {
    const { say, scenario } = visit(language);
    expect(says(await say(words.tense), linesOf(language, 'offer-breathing'))).toBe(true);
    expect(says(await say(words.no), linesOf(language, 'as-you-like'))).toBe(true);
    expect(scenario.state).toMatchObject({ policy: { view: 'open', offered: null }, measures: { declined: 1 } });
    await say(words.tense);
    await say(words.yes);
    expect(scenario.state.policy.view).toBe('breathing');
  });

  it('takes their word for it however they look, and says that it looks otherwise', async () => {
    const calm = visit(language);
    const plain = await calm.say(words.well, CALM);
    const tense = visit(language);
    const told = await tense.say(words.well, ANGRY);
    expect(says(plain, linesOf(language, 'differs'))).toBe(false);
    expect(says(told, linesOf(language, 'differs'))).toBe(true);
    expect(tense.scenario.state.policy.report).toEqual(calm.scenario.state.policy.report);
  });

  it('is quiet for somebody upset: one reaction and one offer, once; then notes relief', async () => {
    const { say, scenario } = visit(language);
    const upset = await say(words.furious, ANGRY);
    expect(says(upset, pack.content[language]!.reactions.upset!)).toBe(true);
    expect(says(upset, linesOf(language, 'offer-breathing'))).toBe(true);
    expect(says(await say(words.furious, ANGRY), linesOf(language, 'offer-breathing'))).toBe(false);
    scenario.feel(CALM, language);
    expect(scenario.state.measures).toMatchObject({ relieved: 1 });
    expect(says(await say(words.furious, CALM), linesOf(language, 'eased'))).toBe(true);
    expect(reachedGoals(pack, scenario.state)).toContain('eased');
  });

  it('tells nobody what they have', async () => {
    expect(await visit(language).say(words.ill)).toBe(pack.content[language]!.knowledge.find(({ id }) => id === 'no-diagnosis')!.says[0]);
  });

  it('speaks unasked of what the page tells it, and counts three breaths as a breathing', () => {
    const { take, unasked, scenario } = visit(language);
    take({ about: 'breathe' });
    take({ about: 'breathed', breaths: 2 });
    take({ about: 'breathe' });
    take({ about: 'breathed', breaths: 12 });
    expect(says(unasked.at(-1)!, linesOf(language, 'after-breathing'))).toBe(true);
    expect(scenario.state).toMatchObject({ policy: { offered: 'check-in' }, measures: { breathings: 1 } });
    take({ about: 'tried', activity: 'walk', helped: 1 });
    expect(says(unasked.at(-1)!, linesOf(language, 'helped'))).toBe(true);
    take({ about: 'tried', activity: 'walk', helped: null });
    expect(scenario.state.measures).toMatchObject({ tried: 1, helped: 1 });
  });

  it('keeps no words in its log, and replays from it', async () => {
    const { say, take, scenario, log } = visit(language);
    await say(words.low, ANGRY);
    take({ about: 'suggestions', next: { tense: 'shoulders', low: 'call', well: 'song' } });
    await say(words.idea);
    await say(words.yes);
    expect(scenario.state.policy.activity).toBe('call');
    const kept = JSON.stringify(log);
    expect(kept).not.toContain(words.low);
    expect(replayScenario(pack, companionPolicy, JSON.parse(kept) as LoggedEvent<CompanionOwn>[])).toEqual(scenario.state);
  });
});

describe('suggestions', () => {
  const tried = (activity: string, helped: number | null, day: number): DiaryEntry => ({ id: `${day}`, at: new Date(2026, 2, day).toISOString(), kind: 'tried', activity, before: { valence: -0.5, arousal: -0.5 }, helped });

  it('are always allowed where they are made, and come to what helped', () => {
    const diary = Array.from({ length: 40 }, (_, day) => tried(more.activities[day % 7]!.id, more.activities[day % 7]!.id === 'call' ? 1 : 0, 1 + day));
    let calls = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const next = chooseSuggestions(more, diary, seed);
      for (const [region, id] of Object.entries(next)) expect(more.activities.find((each) => each.id === id)!.when).toContain(region);
      if (next.low === 'call') calls += 1;
      // The same diary and seed choose the same.
      expect(chooseSuggestions(more, diary, seed)).toEqual(next);
    }
    expect(calls).toBeGreaterThan(60);
  });
});

describe('a crisis', () => {
  it.each([['en', 'I want to kill myself', 'What could I do now?'], ['zh', '我想自杀', '我现在能做点什么']] as const)('is answered by the core before the companion hears of it (%s)', async (language, danger, after) => {
    const clock = createManualClock();
    const scenario = createScenario({ pack, policy: companionPolicy, read: classifiers[language].classify });
    const agent = createAgent({ clock, language, dialogue: scenario.dialogue });
    const speak = speakThrough(agent);
    agent.start();
    const settle = async (seconds: number): Promise<void> => {
      for (let passed = 0; passed < seconds; passed += 0.5) {
        clock.advance(0.5);
        for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
      }
    };
    await settle(2);
    agent.say(after);
    await settle(8);
    expect(scenario.state.turn).toBe(1);
    speak('A line of its own');
    await settle(8);
    expect(agent.captions.at(-1)).toMatchObject({ speaker: 'agent', text: 'A line of its own' });
    agent.say(danger);
    await settle(8);
    expect(agent.state.safety.crisis?.kind).toBe('self-harm');
    expect(scenario.state.turn).toBe(1);
    const answered = agent.captions.length;
    expect(agent.captions.at(-1)).toMatchObject({ speaker: 'agent' });
    // What it would have said unasked is not said any more.
    speak('A stray line');
    await settle(8);
    expect(agent.captions.map(({ text }) => text)).not.toContain('A stray line');
    expect(agent.captions).toHaveLength(answered);
    agent.say(after);
    await settle(8);
    expect(scenario.state.turn).toBe(1);
    await agent.stop();
  });
});
