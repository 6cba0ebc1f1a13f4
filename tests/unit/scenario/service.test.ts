import fc from 'fast-check';
import { type AffectState, DIALOGUE_ACTS, type Language, type Said } from 'attune';
import {
  assist, createScenario, type LoggedEvent, MOODS, type Pack, parsePack, reachedGoals, replayScenario, type Scenario, type ScenarioEvent, servicePolicy, type ServiceState, summarise,
} from 'attune/scenario';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIntentClassifier, type IntentClassifier } from '../../../src/browser/text/intent/intent-classifier.ts';
import { beginSession, stepSession } from '../../../src/scenario/session.ts';
import file from '../../../scenarios/service/scenario.json';
import { requestFor } from '../dialogue/requests.ts';
import { ANGRY, CALM, estimateOf, type Seen } from './seen.ts';

const pack = parsePack(file);
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const linesOf = (language: Language, name: string): readonly string[] => pack.content[language]!.lines[name]!;
const reactionsOf = (language: Language, mood: 'upset' | 'worried' | 'relieved'): readonly string[] => pack.content[language]!.reactions[mood]!;
const says = (text: string, lines: readonly string[]): boolean => lines.some((line) => text.includes(line));

const over = (at: number, phase: AffectState['phase'], category: AffectState['category'] = null): Pick<AffectState, 'phase' | 'category' | 'since' | 'felt'> => ({ phase, category, since: at, felt: at });

interface Call {
  readonly scenario: Scenario<ServiceState>;
  readonly log: readonly LoggedEvent[];
  readonly told: readonly string[];
  say(text: string, seen?: Seen): Promise<string>;
}

const classifiers = {} as Record<Language, IntentClassifier>;
beforeAll(async () => {
  for (const language of ['en', 'zh'] as const) classifiers[language] = await createIntentClassifier(null, pack.content[language]!.intents.map(({ id, examples }) => ({ name: id, examples })));
});

function call(language: Language, made: Pack = pack, { offers }: { readonly offers?: readonly string[] } = {}): Call {
  const log: LoggedEvent[] = [];
  const told: string[] = [];
  let history: readonly Said[] = [];
  const scenario = createScenario({
    pack: made, policy: servicePolicy, read: classifiers[language].classify, offered: (state) => offers ?? state.offered,
    observe: (event) => told.push(event), onHandOver: () => told.push('hand-over'), record: (event) => log.push(event),
  });
  return {
    scenario, log, told,
    async say(text, seen = CALM) {
      const plain = requestFor('answer', text, { language, history, variant: 0 });
      const reply = (await scenario.dialogue.reply({ ...plain, affect: { ...plain.affect, ...seen } }, signal)) as string;
      history = [...plain.history, { speaker: 'agent', text: reply }];
      return reply;
    },
  };
}

const WALK = {
  en: { ask: 'Where is my parcel?', order: 'It is PA 12345', back: 'How do I get a return label?', nonsense: 'Does the moon have a kettle?', person: 'I want to talk to a person' },
  zh: { ask: '我的包裹到哪了', order: '是 PA 12345', back: '退货单在哪里打印', nonsense: '月亮上有水壶吗', person: '我要找真人' },
} as const;

describe.each(['en', 'zh'] as const)('the help desk (%s)', (language) => {
  const words = WALK[language];

  it('asks for the order it needs, then answers with it', async () => {
    const { say, scenario } = call(language);
    expect(await say(words.ask)).toBe(pack.content[language]!.slots['order']!.asks);
    expect(await say(words.order)).toContain('PA 12345');
    expect(scenario.state.measures).toMatchObject({ answered: 1, unknown: 0, 'handed-over': 0 });
    expect(reachedGoals(pack, scenario.state)).toEqual(['helped']);
  });

  it('says to a calm caller only what was asked, and meets an upset one first', async () => {
    const calm = await call(language).say(words.back, CALM);
    const upset = await call(language).say(words.back, ANGRY);
    expect(says(calm, reactionsOf(language, 'upset'))).toBe(false);
    expect(says(upset, reactionsOf(language, 'upset'))).toBe(true);
    expect(upset).toContain(calm);
  });

  it('notes relief after upset, and never after an unknown mood', async () => {
    const { say, scenario } = call(language);
    await say(words.back, ANGRY);
    scenario.feel(over(3, 'tracking'), language);
    expect(scenario.state).toMatchObject({ mood: 'relieved', measures: { relieved: 1 } });
    const unseen = call(language);
    unseen.scenario.feel(over(1, 'uncertain'), language);
    unseen.scenario.feel(over(2, 'tracking'), language);
    expect(unseen.scenario.state).toMatchObject({ mood: 'calm', measures: { relieved: 0 } });
  });

  it('takes the mood of a message from the message, and passes over a category that was gathered before it', async () => {
    const { say, scenario } = call(language);
    await say(words.back, ANGRY);
    expect(scenario.state.mood).toBe('upset');
    scenario.feel(over(1, 'tracking', 'happiness'), language);
    expect(scenario.state).toMatchObject({ mood: 'upset', measures: { relieved: 0 } });
    scenario.feel(over(2, 'tracking', 'happiness'), language);
    expect(scenario.state).toMatchObject({ mood: 'relieved', measures: { relieved: 1 } });
  });

  it('takes it for no relief that a feeling was not gathered yet', async () => {
    const { say, scenario } = call(language);
    await say(words.back, ANGRY);
    scenario.feel({ phase: 'tracking', category: null, since: 2, felt: 0 }, language);
    expect(scenario.state).toMatchObject({ mood: 'upset', measures: { relieved: 0 } });
  });

  it('offers a person lines that can be sent as they are', async () => {
    const { say, scenario } = call(language);
    await say(words.ask);
    const content = pack.content[language]!;
    const [first] = assist(scenario.state, scenario.finding, content, scenario.slots).suggestions;
    expect(first!.says).toBe(content.slots['order']!.asks);
    await scenario.look(words.order, language);
    await scenario.look(words.ask, language);
    expect(assist(scenario.state, scenario.finding, content, scenario.slots).suggestions[0]!.says).toContain('PA 12345');
    expect(scenario.state.turn).toBe(1);
  });

  it('takes plain words of somebody upset for no relief, and glad ones for it, even after a while in which nothing was known', async () => {
    const { say, scenario } = call(language);
    await say(words.back, ANGRY);
    await say(words.order, CALM);
    expect(scenario.state).toMatchObject({ mood: 'calm', measures: { relieved: 0 } });
    const waited = call(language);
    await waited.say(words.back, ANGRY);
    waited.scenario.feel(over(9, 'absent'), language);
    expect(waited.scenario.state.mood).toBe('unknown');
    await waited.say(words.back, { ...CALM, phase: 'absent', estimate: estimateOf(10, { happiness: 0.8 }) });
    expect(waited.scenario.state).toMatchObject({ mood: 'relieved', measures: { relieved: 1 } });
  });

  it('tells whoever waits for a person so once, still answers what it can, and notes the rest', async () => {
    const { say } = call(language);
    await say(words.person);
    expect(says(await say(words.nonsense), linesOf(language, 'wait-for-person'))).toBe(true);
    expect(await say(words.back)).toBe(pack.content[language]!.knowledge.find(({ id }) => id === 'return')!.says[0]);
    const noted = [await say(words.nonsense), await say(words.person)];
    expect(noted.every((reply) => says(reply, linesOf(language, 'noted')))).toBe(true);
    expect(noted[0]).not.toBe(noted[1]);
  });

  it('takes an offer by its very words', async () => {
    const { say, scenario } = call(language);
    const titles = pack.content[language]!.intents.map(({ title }) => title);
    const offered = call(language, pack, { offers: ['voucher', 'password'] });
    await offered.say(`${titles[7]!}。`);
    expect(offered.scenario.finding?.choice).toBe(1);
    await say(titles[7]!);
    expect(scenario.finding?.choice).toBeNull();
  });

  it('says once that it does not know, then calls a person with the matter and the mood', async () => {
    const { say, scenario, told } = call(language);
    await say(words.back);
    expect(says(await say(words.nonsense), linesOf(language, 'unknown'))).toBe(true);
    expect(says(await say(words.nonsense, ANGRY), linesOf(language, 'hand-over'))).toBe(true);
    expect(told).toEqual(['hand-over']);
    const seen = assist(scenario.state, scenario.finding, pack.content[language]!);
    const summary = summarise(seen, language).join('\n');
    expect(summary).toContain(pack.content[language]!.intents.find(({ id }) => id === 'return-item')!.title);
    expect(summary).toContain(language === 'en' ? 'seems upset' : '看起来不满');
    expect(says(await say(words.nonsense), linesOf(language, 'wait-for-person'))).toBe(true);
  });

  it('calls a person who is asked for, and for somebody who stays upset', async () => {
    expect(says(await call(language).say(words.person), linesOf(language, 'hand-over'))).toBe(true);
    const upset = call(language);
    await upset.say(words.back, ANGRY);
    expect(says(await upset.say(words.back, ANGRY), linesOf(language, 'hand-over'))).toBe(true);
  });
});

describe('a clarifying question', () => {
  const content = pack.content.en!;
  const message = (turn: number, more: Partial<Extract<ScenarioEvent, { type: 'message' }>['finding']>, mood: (typeof MOODS)[number] = 'calm'): ScenarioEvent => ({
    type: 'message', turn, act: 'answer', mood, slots: [],
    finding: { known: true, close: true, choice: null, ranking: ['return-item', 'cancel-order', 'voucher'].map((intent) => ({ intent, confidence: 0.3 })), ...more },
  });

  it('offers three at most, two where somebody is upset, and takes the choice', () => {
    const [asked, effects] = stepSession(beginSession(pack, servicePolicy), message(1, {}), servicePolicy, content, undefined);
    expect(asked.now.policy.offered).toEqual(['return-item', 'cancel-order', 'voucher']);
    expect(effects).toContainEqual({ type: 'measure', measure: 'clarified', by: 1 });
    const [chosen] = stepSession(asked, message(2, { choice: 1, known: false }), servicePolicy, content, undefined);
    expect(chosen.now.policy.matters).toEqual([{ intent: 'cancel-order', result: 'answered' }]);
    const [upset] = stepSession(beginSession(pack, servicePolicy), message(1, {}, 'upset'), servicePolicy, content, undefined);
    expect(upset.now.policy.offered).toHaveLength(2);
  });

  it('is asked once: what follows is answered', () => {
    const [asked] = stepSession(beginSession(pack, servicePolicy), message(1, {}), servicePolicy, content, undefined);
    const [answered] = stepSession(asked, message(2, { ranking: [{ intent: 'password', confidence: 0.4 }, { intent: 'person', confidence: 0.3 }] }), servicePolicy, content, undefined);
    expect(answered.now.policy.matters.at(-1)).toEqual({ intent: 'password', result: 'answered' });
    expect(answered.now.measures['clarified']).toBe(1);
  });

  it('is taken back when the message was corrected', () => {
    const [asked] = stepSession(beginSession(pack, servicePolicy), message(1, {}), servicePolicy, content, undefined);
    const [corrected] = stepSession(asked, message(1, { close: false }), servicePolicy, content, undefined);
    expect(corrected.now.measures).toMatchObject({ clarified: 0, answered: 1 });
  });
});

const events = fc.array(fc.oneof(
  fc.record({
    type: fc.constant('message' as const), turn: fc.integer({ min: 1, max: 9 }), act: fc.constantFrom(...DIALOGUE_ACTS), mood: fc.constantFrom(...MOODS), slots: fc.constantFrom([], ['order']),
    finding: fc.record({
      known: fc.boolean(), close: fc.boolean(), choice: fc.constantFrom(null, -1, 0, 1, 2),
      ranking: fc.array(fc.record({ intent: fc.constantFrom(...pack.content.en!.intents.map(({ id }) => id)), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 3 }),
    }),
  }),
  fc.record({ type: fc.constant('mood' as const), mood: fc.constantFrom(...MOODS) }),
  fc.record({ type: fc.constant('rated' as const), stars: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ type: fc.constant('person' as const), present: fc.boolean() }),
), { maxLength: 30 });

describe('whatever happens', () => {
  it('a log leads to the same state again, through JSON too, and no word is in it', async () => {
    const { say, scenario, log } = call('en');
    for (const text of [WALK.en.back, 'My secret is Pomegranate', WALK.en.ask]) await say(text, ANGRY);
    const kept = JSON.stringify(log);
    expect(kept).not.toContain('Pomegranate');
    expect(replayScenario(pack, servicePolicy, JSON.parse(kept) as LoggedEvent[])).toEqual(scenario.state);
  });

  it('something is said whenever somebody asked something, offers three at most, and speaks for no person', () => {
    fc.assert(fc.property(events, (list) => {
      let session = beginSession(pack, servicePolicy);
      for (const event of list) {
        const before = event.type === 'message' && event.turn <= session.now.turn && session.before ? session.before : session.now;
        const [next, effects] = stepSession(session, event, servicePolicy, pack.content.en!, undefined);
        const pieces = effects.flatMap((effect) => (effect.type === 'say' ? effect.pieces : []));
        expect(next.now.policy.offered.length).toBeLessThanOrEqual(3);
        if (event.type === 'message' && before.policy.stage === 'with-person') expect(pieces).toEqual([{ line: before.policy.toldToWait ? 'noted' : 'wait-for-person' }]);
        if (event.type === 'message' && event.act === 'answer') expect(pieces).not.toEqual([]);
        session = next;
      }
    }), { numRuns: 300 });
  });
});
