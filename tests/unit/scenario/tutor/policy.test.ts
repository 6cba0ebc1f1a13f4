import fc from 'fast-check';
import type { AffectState, Language, Said } from 'attune';
import {
  answersOf, createScenario, createTutorPolicy, type Exercise, type LoggedEvent, MOODS, parsePack, readLesson, replayScenario, type Scenario, type ScenarioEvent, tutorPolicy, tutorProgress, type TutorNotice, type TutorState,
} from 'attune/scenario';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIntentClassifier, type IntentClassifier } from '../../../../src/browser/text/intent/intent-classifier.ts';
import { beginSession, stepSession } from '../../../../src/scenario/session.ts';
import file from '../../../../scenarios/tutor-fractions/scenario.json';
import { requestFor } from '../../dialogue/requests.ts';

const pack = parsePack(file);
const lesson = readLesson(pack.more, ['en', 'zh']).more!;
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const classifiers = {} as Record<Language, IntentClassifier>;
beforeAll(async () => {
  for (const language of ['en', 'zh'] as const) classifiers[language] = await createIntentClassifier(null, pack.content[language]!.intents.map(({ id, examples }) => ({ name: id, examples })));
});

type Seen = Pick<AffectState, 'phase' | 'category'> & { readonly valence: number; readonly arousal: number };
const FURIOUS = { neutral: 0.02, happiness: 0.02, surprise: 0.02, sadness: 0.02, anger: 0.86, disgust: 0.02, fear: 0.02, contempt: 0.02 };
const CALM: Seen = { phase: 'tracking', category: null, valence: 0.2, arousal: 0 };
const ANGRY: Seen = { phase: 'tracking', category: 'anger', valence: -0.7, arousal: 0.6 };

interface Class {
  readonly scenario: Scenario<TutorState, TutorNotice>;
  readonly log: readonly LoggedEvent<TutorNotice>[];
  say(text: string, seen?: Seen): Promise<string>;
  open(): Exercise;
  answer(right: boolean, seen?: Seen): Promise<string>;
}

function sit(language: Language, policy = tutorPolicy): Class {
  const log: LoggedEvent<TutorNotice>[] = [];
  const scenario = createScenario({ pack, policy, read: classifiers[language].classify, record: (event) => log.push(event) });
  let history: readonly Said[] = [];
  const open = (): Exercise => lesson.exercises.find(({ id }) => id === scenario.state.policy.exercise)!;
  const say = async (text: string, { valence, arousal, ...seen }: Seen = CALM): Promise<string> => {
    const plain = requestFor('answer', text, { language, history, variant: 0 });
    const emotions = seen.category === 'anger' ? FURIOUS : plain.affect.estimate.emotions;
    const estimate = { ...plain.affect.estimate, emotions, at: 10 * history.length, valence: { mean: valence, variance: 0.02 }, arousal: { mean: arousal, variance: 0.02 } };
    const reply = (await scenario.dialogue.reply({ ...plain, affect: { ...plain.affect, ...seen, estimate } }, signal)) as string;
    history = [...plain.history, { speaker: 'agent', text: reply }];
    return reply;
  };
  const wordsFor = ({ answer }: Exercise, right: boolean): string => {
    if (answer.kind === 'choice') return 'ABCDEF'[right ? answer.is : (answer.is + 1) % answer.options.length]!;
    if (answer.kind === 'order') return (right ? answer.is : answer.is.toReversed()).map((at) => 'ABCDEF'[at]).join(' ');
    return right ? String(answer.kind === 'text' ? answer.is[0] : answer.is) : '17/23';
  };
  return { scenario, log, say, open, answer: (right, seen) => say(wordsFor(open(), right), seen) };
}

const says = (text: string, language: Language, line: string): boolean => pack.content[language]!.lines[line]!.some((each) => text.includes(each));
const START = { en: "Let's start", zh: '我们开始吧' };

describe.each(['en', 'zh'] as const)('a lesson (%s)', (language) => {
  it('explains, shows an example, asks, and goes on after a right answer', async () => {
    const { say, open, answer, scenario } = sit(language);
    const first = await say(START[language]);
    expect(first).toContain(lesson.skills[0]!.explanation[language]);
    expect(first).toContain(open().asks[language]);
    const [before, reply] = [open().id, await answer(true)];
    expect(says(reply, language, 'right')).toBe(true);
    expect(open().id).not.toBe(before);
    expect(scenario.state.measures).toMatchObject({ exercises: 1, right: 1 });
  });

  it('tells a misconception by its wrong answer, helps at the second miss and shows the solution at the third', async () => {
    const { say, open, answer, scenario } = sit(language, createTutorPolicy({ choose: ({ done }) => lesson.exercises.filter(({ id }) => id === 'cake-eaten' || id === 'pizza-left')[done.length]! }));
    await say(START[language]);
    expect(await say('3/5')).toContain(lesson.misconceptions.find(({ id }) => id === 'part-to-part')!.says[language]);
    expect(await answer(false)).toContain(open().hints[0]![language]);
    const { solution } = open();
    const shown = await answer(false);
    expect(shown).toContain(solution[language]);
    expect(scenario.state.measures).toMatchObject({ shown: 1, exercises: 1 });
  });

  it('gives hints on request, one after another, and says when there are none left', async () => {
    const { say, open } = sit(language);
    await say(START[language]);
    const ask = language === 'en' ? 'Give me a hint' : '给我一个提示';
    for (const hint of open().hints) expect(await say(ask)).toContain(hint[language]);
    expect(says(await say(ask), language, 'no-more-hints')).toBe(true);
  });

  it('is calm with the calm, takes a smaller step and helps when somebody is upset, and goes on when they are relieved', async () => {
    const large = lesson.exercises.find(({ id }) => id === 'order-three')!;
    const { say, open, answer, scenario } = sit(language, createTutorPolicy({ choose: ({ wish }, { exercises }) => (wish < 0 ? exercises.find(({ level }) => level === 1)! : large) }));
    await say(START[language]);
    const calm = await answer(false, CALM);
    expect(says(calm, language, 'smaller-step')).toBe(false);
    const upset = await answer(false, ANGRY);
    expect(pack.content[language]!.reactions.upset!.some((line) => upset.includes(line))).toBe(true);
    expect(says(upset, language, 'smaller-step')).toBe(true);
    expect(open().level).toBe(1);
    expect(upset).toContain(open().hints[0]![language]);
    scenario.feel({ phase: 'tracking', category: null }, language);
    const relieved = await answer(true, CALM);
    expect(scenario.state.measures).toMatchObject({ relieved: 1 });
    expect(says(relieved, language, 'smaller-step')).toBe(false);
  });
});

describe('feelings', () => {
  it('change what is aimed at: who is frustrated gets easier exercises, who is bored harder ones', async () => {
    const levels = async (seen: Seen): Promise<number> => {
      const { say, answer, open } = sit('en');
      await say(START.en, seen);
      let sum = 0;
      for (let count = 0; count < 8; count += 1) {
        if (open()) await answer(count % 3 !== 2, seen);
        else await say("Let's go on", seen);
        sum += open()?.level ?? 2;
      }
      return sum;
    };
    const [bored, angry] = [await levels({ ...CALM, valence: -0.2, arousal: -0.6 }), await levels(ANGRY)];
    expect(bored).toBeGreaterThan(angry);
  });

  it('are not used where they must not be: the same answers lead to the same lesson, whatever is seen', async () => {
    const policy = createTutorPolicy({ feelings: false });
    const walk = async (seen: Seen): Promise<TutorState> => {
      const { say, answer, scenario, log } = sit('en', policy);
      await say(START.en, seen);
      for (const right of [true, false, false, true, true, false, true]) await answer(right, seen);
      expect(JSON.stringify(log)).not.toMatch(/valence|upset|relieved/);
      return scenario.state.policy;
    };
    const state = await walk(ANGRY);
    expect(state).toEqual(await walk(CALM));
    expect(tutorProgress({ policy: state }, lesson, 'en').feelings).toBeNull();
  });

  it('bring a break when it stays heavy, and the lesson goes on after it', async () => {
    const { say, answer, scenario } = sit('en');
    await say(START.en, ANGRY);
    for (let count = 0; count < 30 && scenario.state.policy.stage !== 'break'; count += 1) await answer(true, ANGRY);
    expect(scenario.state.measures['breaks']).toBe(1);
    expect(says(await say("Let's go on"), 'en', 'go-on')).toBe(true);
    expect(scenario.state.policy.stage).toBe('exercise');
  });
});

describe('the whole lesson', () => {
  it('ends at mastery of every skill, and can be gone over again', async () => {
    const { say, answer, scenario, log } = sit('en');
    await say(START.en);
    let count = 0;
    for (; count < 80 && scenario.state.policy.stage === 'exercise'; count += 1) await answer(true);
    expect(scenario.state.policy.stage).toBe('finished');
    expect(scenario.state.policy.mastered.toSorted()).toEqual(lesson.skills.map(({ id }) => id).toSorted());
    expect(count).toBeLessThan(lesson.exercises.length);
    const progress = tutorProgress(scenario.state, lesson, 'en');
    expect(progress).toMatchObject({ exercise: null, right: 1, done: count });
    expect(answersOf(scenario.state.policy.done, lesson, 'parts').every(Boolean)).toBe(true);
    expect(says(await say("Let's start"), 'en', 'review')).toBe(true);
    expect(replayScenario(pack, tutorPolicy, JSON.parse(JSON.stringify(log)) as LoggedEvent<TutorNotice>[])).toEqual(scenario.state);
  }, 20_000);

  it('has an exercise open or a reason not to, whatever happens', () => {
    const notice = fc.record({
      at: fc.constantFrom(null, 3, 40), looks: fc.constantFrom(null, { valence: -0.6, arousal: 0.6, deviation: 0.1 }, { valence: -0.2, arousal: -0.6, deviation: 0.1 }),
      answer: fc.option(fc.record({ exercise: fc.constantFrom(...lesson.exercises.map(({ id }) => id)), right: fc.boolean(), shows: fc.constantFrom(null, 'part-to-part'), plain: fc.boolean() })),
    });
    const event = fc.oneof({ weight: 6, arbitrary: fc.record({
      type: fc.constant('message' as const), turn: fc.integer({ min: 1, max: 99 }), act: fc.constantFrom('answer' as const, 'greet' as const), mood: fc.constantFrom(...MOODS), slots: fc.constant([]), own: notice,
      finding: fc.record({ known: fc.boolean(), close: fc.boolean(), choice: fc.constant(null), ranking: fc.constantFrom(...pack.content.en!.intents.map(({ id }) => [{ intent: id, confidence: 0.8 }])) }),
    }) }, { weight: 1, arbitrary: fc.record({ type: fc.constant('own' as const), own: fc.record({ at: fc.constant(50), looks: fc.constant(null), answer: fc.constant(null), idle: fc.boolean() }) }) });
    fc.assert(fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let session = beginSession(pack, tutorPolicy);
      for (const each of events) {
        const [next] = stepSession(session, each as ScenarioEvent<TutorNotice>, tutorPolicy, pack.content.en!, lesson);
        session = next;
        const { stage, exercise, hints, done } = session.now.policy;
        expect(exercise !== null).toBe(stage === 'exercise');
        const open = lesson.exercises.find(({ id }) => id === exercise);
        expect(hints).toBeLessThanOrEqual(open?.hints.length ?? hints);
        expect(session.now.measures['exercises']).toBe(done.length);
      }
    }), { numRuns: 200 });
  });
});
