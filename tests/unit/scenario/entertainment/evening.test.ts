import fc from 'fast-check';
import type { AffectState, Language, Said } from 'attune';
import {
  createEntertainmentPolicy, createScenario, type EntertainmentOwn, entertainmentPolicy, type EntertainmentState, fillShow, type LoggedEvent, MOODS, type Policy, reachedGoals, replayScenario, type ScenarioEvent, type Show, showProgress,
} from 'attune/scenario';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIntentClassifier, type IntentClassifier } from '../../../../src/browser/text/intent/intent-classifier.ts';
import { beginSession, stepSession } from '../../../../src/scenario/session.ts';
import { requestFor } from '../../dialogue/requests.ts';
import { pack, show } from './show.ts';

const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const classifiers = {} as Record<Language, IntentClassifier>;
beforeAll(async () => {
  for (const language of ['en', 'zh'] as const) classifiers[language] = await createIntentClassifier(null, pack.content[language]!.intents.map(({ id, examples }) => ({ name: id, examples })));
});

type Seen = Pick<AffectState, 'phase' | 'category'> & { readonly valence: number; readonly arousal: number };
const FURIOUS = { neutral: 0.02, happiness: 0.02, surprise: 0.02, sadness: 0.02, anger: 0.86, disgust: 0.02, fear: 0.02, contempt: 0.02 };
const CALM: Seen = { phase: 'tracking', category: null, valence: 0.2, arousal: -0.2 };
const DULL: Seen = { phase: 'tracking', category: null, valence: 0, arousal: -0.9 };
const ANGRY: Seen = { phase: 'tracking', category: 'anger', valence: -0.7, arousal: 0.7 };
const ABSENT: Seen = { phase: 'absent', category: null, valence: 0.5, arousal: 0.9 };

function meet(language: Language, policy: Policy<EntertainmentState, Show, EntertainmentOwn> = entertainmentPolicy, pause = 10) {
  const log: LoggedEvent<EntertainmentOwn>[] = [];
  const open = (state: EntertainmentState) => show.scenes.find(({ id }) => state.stage === 'scene' && id === state.scene);
  const scenario = createScenario({ pack, policy, read: classifiers[language].classify, offered: (state) => open(state)?.choices.map((_, at) => `choice-${at}`) ?? [], fill: fillShow, record: (event) => log.push(event) });
  let history: readonly Said[] = [];
  return {
    scenario, log,
    state: () => scenario.state.policy,
    scene: () => open(scenario.state.policy),
    question: () => show.questions.find(({ id }) => id === scenario.state.policy.question)!,
    async say(text: string, { valence, arousal, ...seen }: Seen = CALM): Promise<string> {
      const plain = requestFor('answer', text, { language, history, variant: 0 });
      const emotions = seen.category === 'anger' ? FURIOUS : plain.affect.estimate.emotions;
      const estimate = { ...plain.affect.estimate, emotions, at: pause * history.length, valence: { mean: valence, variance: 0.02 }, arousal: { mean: arousal, variance: 0.02 } };
      const reply = (await scenario.dialogue.reply({ ...plain, affect: { ...plain.affect, ...seen, estimate } }, signal)) as string;
      history = [...plain.history, { speaker: 'agent', text: reply }];
      return reply;
    },
  };
}
const says = (text: string, language: Language, line: string): boolean => pack.content[language]!.lines[line]!.some((each) => text.includes(each));
const reacts = (text: string, language: Language, mood: 'upset' | 'relieved'): boolean => pack.content[language]!.reactions[mood]!.some((each) => text.includes(each));

const WORDS = {
  en: { story: 'Tell me a story', quiz: 'Ask me questions', bram: 'I would like to ask Bram what that is', second: 'the second one', pass: "I don't know", joke: 'Tell me a joke', why: 'Why this one', calmer: 'Something calmer please', rest: 'I need a break', go: 'Go on', score: 'What is my score', mutter: 'Plum pudding', again: 'Another story' },
  zh: { story: '给我讲个故事', quiz: '考考我', bram: '问一下布拉姆吧', second: '第二个', pass: '不知道', joke: '讲个笑话', why: '为什么是这个', calmer: '平静一点', rest: '我想休息一下', go: '继续', score: '我得了多少分', mutter: '李子布丁', again: '再来一个故事' },
} as const;

describe.each(['en', 'zh'] as const)('an evening (%s)', (language) => {
  const words = WORDS[language];

  it('tells a story by buttons, by its own words and by place, to an ending', async () => {
    const { say, scene, state, scenario, log } = meet(language);
    expect(await say(words.story)).toContain(show.scenes[0]!.says[language]);
    expect(says(await say(words.mutter), language, 'which-way')).toBe(true);
    await say(words.bram);
    expect(['bram-tale', 'bram-snores']).toContain(scene()?.id);
    const before = scene()!;
    await say(words.second);
    expect(before.choices[1]!.to).toContain(scene()!.id);
    for (let count = 0; count < 15 && state().stage === 'scene'; count += 1) await say(scene()!.choices[0]!.says[language]!);
    expect(state().stage).toBe('ended');
    expect(state().endings).toHaveLength(1);
    expect(reachedGoals(pack, scenario.state)).toContain('told');
    // A second time: what was heard is told in fewer words.
    expect(await say(words.again)).toContain(show.scenes[0]!.short[language]);
    const kept = JSON.stringify(log);
    expect(kept).not.toContain(words.bram);
    expect(replayScenario(pack, entertainmentPolicy, JSON.parse(kept) as LoggedEvent<EntertainmentOwn>[])).toEqual(scenario.state);
  });

  it('asks questions, tells what nobody knew, and keeps the score', async () => {
    const { say, question, state, scenario } = meet(language);
    expect(await say(words.quiz)).toContain(question().asks[language]);
    const first = question();
    const right = await say(first.answers[language]![0]!);
    expect(says(right, language, 'right') && right.includes(first.tells[language]!)).toBe(true);
    const second = question();
    expect(second.id).not.toBe(first.id);
    expect(says(await say(words.mutter), language, 'wrong')).toBe(true);
    expect(question()).toBe(second);
    const told = await say(words.mutter);
    expect(told).toContain(second.tells[language]);
    const third = question();
    expect(await say(words.pass)).toContain(third.tells[language]);
    expect(state()).toMatchObject({ right: 1, results: [true, false, false] });
    expect(await say(words.score)).toMatch(language === 'en' ? /1 right so far, of 3/ : /3 题，答对 1 题/);
    expect(scenario.state.measures).toMatchObject({ right: 1, questions: 4 });
  });

  it('goes from the story to questions and back to where it was; jokes and breaks on request', async () => {
    const { say, scene, state } = meet(language);
    await say(words.story);
    await say(scene()!.choices[0]!.says[language]!);
    const here = scene()!;
    await say(words.quiz);
    expect(state().stage).toBe('question');
    const back = await say(words.story);
    expect(says(back, language, 'back-to-story') && back.includes(here.short[language]!)).toBe(true);
    expect(scene()).toBe(here);
    const joke = await say(words.joke);
    expect(show.jokes.some((each) => joke.includes(each.says[language]!))).toBe(true);
    expect(says(await say(words.rest), language, 'break')).toBe(true);
    expect(await say(words.go)).toContain(here.short[language]);
    expect(state().stage).toBe('scene');
  });

  it('meets somebody upset with a word, fewer words and a way round what is eerie, once, and notes relief', async () => {
    const walk = async (seen: Seen) => {
      const meeting = meet(language);
      await meeting.say(words.story);
      await meeting.say(meeting.scene()!.choices[1]!.says[language]!, CALM);
      const reply = await meeting.say(meeting.scene()!.choices[1]!.says[language]!, seen);
      return { ...meeting, reply };
    };
    const [calm, upset] = [await walk(DULL), await walk(ANGRY)];
    expect(reacts(upset.reply, language, 'upset')).toBe(true);
    expect(reacts(calm.reply, language, 'upset')).toBe(false);
    expect(calm.scene()!.id).toBe('tower-stairs');
    expect(upset.scene()!.id).toBe('tower-owl');
    expect(upset.reply).toContain(upset.scene()!.short[language]);
    expect(upset.state().beats.at(-1)).toMatchObject({ pace: 1 });
    expect(upset.state().beats.at(-1)!.because).toEqual(expect.arrayContaining(['few-words', 'past-menace']));
    expect(says(await upset.say(words.why, ANGRY), language, 'why-past-menace')).toBe(true);
    const next = await upset.say(upset.scene()!.choices[0]!.says[language]!, ANGRY);
    expect(reacts(next, language, 'upset')).toBe(false);
    upset.scenario.feel({ phase: 'tracking', category: null }, language);
    expect(upset.scenario.state.measures).toMatchObject({ relieved: 1 });
    const eased = await upset.say(upset.scene()!.choices[0]!.says[language]!, CALM);
    expect(reacts(eased, language, 'relieved')).toBe(true);
  });
});

describe('a wish', () => {
  it('makes the next question easier or harder at once', async () => {
    const level = async (wish: string): Promise<number> => {
      const { say, question } = meet('en');
      await say('Ask me questions');
      await say(wish);
      return question().level;
    };
    expect(await level('Easier questions please')).toBeLessThan(await level('Harder questions please'));
  });
});

describe('somebody who stays upset', () => {
  it('is offered a break before the next scene, and the story goes on after it', async () => {
    const { say, scene, state, scenario } = meet('en');
    await say('Ask me questions', ANGRY);
    for (let count = 0; count < 12 && state().stage !== 'break'; count += 1) await say("I don't know", ANGRY);
    expect(scenario.state.measures['breaks']).toBe(1);
    expect(state().beats.at(-1)!.because).toContain('break');
    expect(says(await say('Go on'), 'en', 'go-on')).toBe(true);
    expect(state().stage).toBe('question');
    expect(scene()).toBeUndefined();
  });
});

describe('feelings', () => {
  const evening = async (seen: Seen, policy = entertainmentPolicy) => {
    const { say, scene, question, state, log } = meet('en', policy);
    await say('Tell me a story', seen);
    for (let count = 0; count < 4 && state().stage === 'scene'; count += 1) await say(scene()!.choices[count % 2]!.says.en!, seen);
    await say('Ask me questions', seen);
    for (let count = 0; count < 6; count += 1) await say(count % 3 === 2 ? "I don't know" : question().answers.en![0]!, seen);
    return { state: state(), log: JSON.stringify(log) };
  };

  it('that are not known change nothing', async () => {
    const [absent, blind] = [await evening(ABSENT), await evening(CALM, createEntertainmentPolicy({ feelings: false }))];
    const plan = ({ beats }: EntertainmentState) => beats.map(({ id, pace, wanted, target }) => ({ id, pace, wanted, target }));
    expect(plan(absent.state)).toEqual(plan(blind.state));
    expect(absent.state.lift).toBe(0);
    expect(absent.state.beats.every(({ because }) => because.includes('unseen'))).toBe(true);
  });

  it('change what comes where they are known', async () => {
    const sum = ({ state }: { readonly state: EntertainmentState }): number => state.beats.reduce((total, { wanted }) => total + wanted, 0);
    expect(sum(await evening(DULL))).toBeGreaterThan(sum(await evening({ ...CALM, arousal: 0.6 })));
  });

  it('are not used where they must not be: the same answers lead to the same evening, and the log knows none', async () => {
    const policy = createEntertainmentPolicy({ feelings: false });
    const [calm, angry] = [await evening(CALM, policy), await evening(ANGRY, policy)];
    expect(angry.state).toEqual(calm.state);
    expect(angry.log).not.toMatch(/valence|upset|relieved/);
    expect(showProgress({ policy: angry.state }, show, 'en')).toMatchObject({ feelings: false });
    expect(angry.state.beats.at(-1)!.because).toContain('no-feelings');
  });

  it('are noticed where they change, and that nothing is to be seen any more, too', () => {
    const { scenario, log } = meet('en');
    const look = (at: number, arousal: number, phase: AffectState['phase'] = 'tracking') => scenario.feel({ phase, category: null, since: at, estimate: { ...requestFor('answer', '').affect.estimate, at, valence: { mean: 0, variance: 0.02 }, arousal: { mean: arousal, variance: 0.02 } } }, 'en');
    look(1, 0.4);
    look(2, 0.41);
    look(3, 0.6);
    look(4, 0.6, 'uncertain');
    expect(log.flatMap(({ event }) => (event.type === 'own' && event.own.about === 'looks' ? [event.own.looks?.arousal ?? null] : []))).toEqual([0.4, 0.6, null]);
    expect(scenario.state.policy.looks).toBeNull();
  });
});

describe('timing', () => {
  it('slows the pace down after a long pause, also without feelings', async () => {
    const after = async (pauses: readonly number[]): Promise<EntertainmentState> => {
      let state = beginSession(pack, createEntertainmentPolicy({ feelings: false }));
      const policy = createEntertainmentPolicy({ feelings: false });
      let at = 0;
      const tell = (intent: string | null, choice: number | null): void => {
        const finding = { known: intent !== null, close: false, choice: null, ranking: intent === null ? [] : [{ intent, confidence: 0.9 }] };
        [state] = stepSession(state, { type: 'message', turn: state.now.turn + 1, act: 'answer', mood: 'unknown', slots: [], finding, own: { about: 'said', at, looks: null, answer: null, choice } }, policy, pack.content.en!, show);
      };
      tell('story', null);
      for (const pause of pauses) {
        at += pause;
        tell(null, 0);
      }
      return state.now.policy;
    };
    const [quick, slow] = [await after([8, 8, 8]), await after([8, 8, 40])];
    expect(slow.beats.at(-1)!.because).toContain('slow');
    expect(quick.beats.at(-1)!.because).not.toContain('slow');
    expect(slow.beats.at(-1)!.pace).toBeLessThanOrEqual(quick.beats.at(-1)!.pace);
  });
});

describe('whatever happens', () => {
  const looks = fc.option(fc.record({ valence: fc.constantFrom(-0.8, 0, 0.6), arousal: fc.constantFrom(-0.9, 0, 0.8), deviation: fc.constantFrom(0.1, 0.3, 0.6) }));
  const acts = pack.content.en!.intents.map(({ id }) => id);
  const event = fc.record({
    mood: fc.constantFrom(...MOODS), intent: fc.option(fc.constantFrom(...acts), { freq: 3 }), choice: fc.option(fc.integer({ min: 0, max: 1 }), { freq: 6 }), answer: fc.constantFrom('right' as const, 'near' as const, 'wrong' as const, null), looks, pause: fc.constantFrom(1, 9, 60),
  });

  it('the story is no dead end, nothing is told twice in a run, and no question or joke twice in an evening', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 120 }), fc.boolean(), (events, feelings) => {
      const policy = createEntertainmentPolicy({ feelings });
      let session = beginSession(pack, policy);
      let at = 0;
      const heard: string[] = [];
      for (const { mood, intent, choice, answer, looks: seen, pause } of [{ mood: 'unknown' as const, intent: 'story', choice: null, answer: null, looks: null, pause: 1 }, ...events]) {
        at += pause;
        const message: ScenarioEvent<EntertainmentOwn> = {
          type: 'message', turn: session.now.turn + 1, act: 'answer', mood, slots: [], own: { about: 'said', at, looks: seen, answer, choice },
          finding: { known: intent !== null, close: false, choice: null, ranking: intent === null ? [] : [{ intent, confidence: 0.9 }] },
        };
        const beats = session.now.policy.beats.length;
        const [next, effects] = stepSession(session, message, policy, pack.content.en!, show);
        session = next;
        const state = session.now.policy;
        const [scene, question] = [show.scenes.find(({ id }) => id === state.scene), show.questions.find(({ id }) => id === state.question)];
        if (state.stage === 'scene') expect(scene!.choices.length).toBeGreaterThan(0);
        if (state.stage === 'question') expect(question!.answers.en!.length).toBeGreaterThan(0);
        if (state.stage === 'ended') expect(scene!.ending).toBe(true);
        for (const list of [state.told, state.asked, state.jokes, state.lulls]) expect(new Set(list).size).toBe(list.length);
        // A new scene or question is never in words that were heard before, but for what is told in short on another way through.
        if (state.beats.length > beats && !state.known.includes(state.beats.at(-1)!.id)) {
          const texts = effects.flatMap((effect) => (effect.type === 'say' ? effect.pieces : [])).flatMap((piece) => ('text' in piece ? [piece.text.en!] : []));
          expect(texts.length).toBeGreaterThan(0);
          for (const text of texts) expect(heard).not.toContain(text);
          heard.push(...texts);
        }
      }
      // From wherever it stands, going on leads to an ending.
      for (let count = 0; count < 40 && session.now.policy.stage !== 'ended'; count += 1) {
        const intent = session.now.policy.stage === 'scene' ? null : 'story';
        [session] = stepSession(session, { type: 'message', turn: session.now.turn + 1, act: 'answer', mood: 'calm', slots: [], own: { about: 'said', at: null, looks: null, answer: null, choice: 1 }, finding: { known: intent !== null, close: false, choice: null, ranking: intent === null ? [] : [{ intent, confidence: 0.9 }] } }, policy, pack.content.en!, show);
      }
      expect(session.now.policy.stage).toBe('ended');
    }), { numRuns: 150 });
  });

  it('all questions may be asked, and then it says that there are no more', () => {
    const policy = createEntertainmentPolicy();
    let session = beginSession(pack, policy);
    for (let count = 0; count <= show.questions.length; count += 1) {
      [session] = stepSession(session, { type: 'message', turn: count + 1, act: 'answer', mood: 'calm', slots: [], own: { about: 'said', at: null, looks: null, answer: 'right', choice: null }, finding: { known: count === 0, close: false, choice: null, ranking: count === 0 ? [{ intent: 'quiz', confidence: 0.9 }] : [] } }, policy, pack.content.en!, show);
    }
    expect(session.now.policy).toMatchObject({ stage: 'open', right: show.questions.length });
    expect(new Set(session.now.policy.asked)).toEqual(new Set(show.questions.map(({ id }) => id)));
  });
});
