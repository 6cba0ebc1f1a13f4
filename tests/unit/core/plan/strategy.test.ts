import fc from 'fast-check';
import {
  type AgentEvent, type AgentState, byEmotion, type Character, type ContextEvent, DEFAULT_CHARACTER, type EmpathyPlan, type Emotion, EMOTIONS, initialState, type Intent, INTENTS,
  normalise, REASONS, SKILLS_OF_ACT, step, UNKNOWN,
} from 'attune';
import { fakeFace } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { affectOfEmotions } from '../../../../src/core/affect/affect-of-emotions.ts';

type Said = { readonly intent?: Intent; readonly feels?: Partial<Record<Emotion, number>>; readonly sure?: number };

/** A message that tells a feeling to some degree and wants something; the rest of its probability is spread evenly. */
function message(at: number, { intent = 'statement', feels = {}, sure = 1 }: Said): AgentEvent {
  const known = Object.values(feels).reduce((sum, share) => sum + share, 0);
  const emotions = normalise(byEmotion((emotion) => (feels[emotion] ?? 0) + (1 - known) / EMOTIONS.length));
  const affect = known > 0 ? affectOfEmotions(emotions) : { valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN };
  return { type: 'signal', at, signal: { kind: 'text', at, latency: 0, source: 'typed', quality: 1, id: `message-${at}`, language: 'en', risk: null, reading: { ...affect, emotions, intent, intentConfidence: sure, domain: null, cues: known > 0 ? 1 : 0 } } };
}
const happening = (at: number, event: ContextEvent): AgentEvent => ({ type: 'signal', at, signal: { kind: 'context', at, latency: 0, source: 'host', quality: 1, event } });
const report = (at: number, emotion: Emotion): AgentEvent => ({ type: 'signal', at, signal: { kind: 'report', at, latency: 0, source: 'player', quality: 1, emotion } });

/** Plays events with time passing between them, every utterance done after 2 s; tells each plan that was spoken. */
function talk(events: readonly AgentEvent[], { until = 0, character = DEFAULT_CHARACTER }: { until?: number; character?: Character } = {}): { readonly state: AgentState; readonly plans: readonly (EmpathyPlan & { readonly act: string })[] } {
  let state = initialState({ seed: 7, language: 'en', character });
  const plans: (EmpathyPlan & { readonly act: string })[] = [];
  const ends: AgentEvent[] = [];
  const take = (event: AgentEvent): void => {
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) {
      if (effect.type !== 'perform' || effect.cue.kind !== 'speech') continue;
      plans.push({ ...state.plan!, act: effect.cue.act });
      ends.push({ type: 'utterance-end', at: effect.cue.at + 2, id: effect.cue.id, outcome: 'finished' });
    }
  };
  const last = Math.max(until, ...events.map(({ at }) => at));
  const waiting = [...events];
  for (let at = 0; at <= last + 0.5; at += 0.5) {
    while (ends[0] && ends[0].at <= at) take(ends.shift()!);
    while (waiting[0] && waiting[0].at <= at) take(waiting.shift()!);
    take({ type: 'tick', at });
  }
  return { state, plans };
}

const SAD: Said = { feels: { sadness: 0.8 } };
const ANGRY: Said = { feels: { anger: 0.6 } };
const AFRAID: Said = { feels: { fear: 0.6 } };
const GLAD: Said = { feels: { happiness: 0.8 } };
const PLAIN: Said = {};
const HELP: Said = { intent: 'help' };
const wants = (intent: Intent): Said => ({ intent });

/** What is said, 5 s apart, and the answer to the last of it: strategy, act, skill, reasons. */
const CASES: readonly [string, readonly Said[], readonly [string, string, string, readonly string[]]][] = [
  ['sorrow is first understood', [SAD], ['explore', 'comfort', 'reflection', ['words-sad', 'not-yet-understood']]],
  ['then comforted, sooner where it is heavy', [SAD, SAD], ['comfort', 'comfort', 'affirmation', ['words-sad', 'weighs-heavily']]],
  ['anger is first understood', [ANGRY], ['explore', 'calm', 'reflection', ['words-angry', 'not-yet-understood']]],
  ['then asked about', [ANGRY, ANGRY], ['explore', 'calm', 'question', ['words-angry', 'not-yet-understood']]],
  ['then met with comfort', [ANGRY, ANGRY, ANGRY], ['comfort', 'calm', 'affirmation', ['words-angry', 'understood']]],
  ['and understood further, without a question after a question', [ANGRY, ANGRY, ANGRY, ANGRY], ['comfort', 'reflect', 'reflection', ['words-angry', 'understood']]],
  ['what is told next is still about it', [AFRAID, PLAIN], ['explore', 'reassure', 'question', ['still-about-it', 'not-yet-understood']]],
  ['until it has not been for a while', [AFRAID, PLAIN, PLAIN, PLAIN, PLAIN], ['explore', 'ask-more', 'question', ['spoke']]],
  ['help is first asked about', [HELP], ['act', 'offer-help', 'question', ['asked-for-help']]],
  ['and given when it is asked for again', [HELP, HELP], ['act', 'suggest', 'suggestion', ['asked-for-help', 'offered-before']]],
  ['or when the matter is understood', [AFRAID, HELP], ['act', 'suggest', 'suggestion', ['asked-for-help', 'understood']]],
  ['not twice in a row', [AFRAID, HELP, HELP], ['act', 'encourage', 'affirmation', ['asked-for-help', 'understood', 'just-suggested']]],
  ['who is upset and asks for help is understood first', [{ ...AFRAID, intent: 'help' }], ['explore', 'reassure', 'reflection', ['words-afraid', 'not-yet-understood', 'asked-for-help']]],
  ['joy is asked about', [GLAD], ['attend', 'share-joy', 'question', ['words-joyful']]],
  ['then reflected', [GLAD, GLAD], ['attend', 'share-joy', 'reflection', ['words-joyful', 'just-asked']]],
  ['joy after sorrow is ease', [SAD, GLAD], ['act', 'note-ease', 'question', ['has-eased', 'words-joyful']]],
  ['and what the player makes of it is encouraged', [SAD, GLAD, PLAIN], ['act', 'encourage', 'affirmation', ['has-eased']]],
  ['two feelings in the same words are both named', [{ feels: { happiness: 0.4, sadness: 0.4 } }], ['comfort', 'name-both', 'reflection', ['mixed-feelings', 'words-joyful']]],
  ['once', [{ feels: { happiness: 0.4, sadness: 0.4 } }, { feels: { happiness: 0.35, sadness: 0.55 } }], ['explore', 'comfort', 'reflection', ['words-sad', 'not-yet-understood']]],
  ['a faint joy does not lift something heavy', [SAD, { feels: { happiness: 0.35 } }], ['explore', 'comfort', 'question', ['still-about-it', 'not-yet-understood']]],
  ['plain words are asked about', [PLAIN], ['explore', 'ask-more', 'question', ['nothing-stands-out']]],
  ['and shown to be understood in turn', [PLAIN, PLAIN], ['explore', 'reflect', 'restatement', ['nothing-stands-out', 'just-asked']]],
  ['a question is answered', [wants('question')], ['attend', 'answer', 'information', ['asked-question']]],
  ['a refusal is respected', [SAD, wants('refusal')], ['attend', 'give-space', 'affirmation', ['refused']]],
  ['and nothing is asked after it', [SAD, wants('refusal'), PLAIN], ['attend', 'reflect', 'restatement', ['refused-before', 'spoke']]],
  ['nor after anger at being asked', [wants('refusal'), ANGRY], ['attend', 'give-space', 'affirmation', ['refused-before', 'words-angry']]],
  ['until the player opens up', [SAD, wants('refusal'), SAD], ['explore', 'comfort', 'reflection', ['words-sad', 'not-yet-understood']]],
  ['or has told enough of their own accord', [wants('refusal'), PLAIN, PLAIN, PLAIN, PLAIN], ['explore', 'ask-more', 'question', ['nothing-stands-out']]],
  ['which begins anew when they refuse again', [wants('refusal'), PLAIN, PLAIN, wants('refusal'), PLAIN, PLAIN], ['attend', 'reflect', 'restatement', ['refused-before', 'nothing-stands-out']]],
  ['a no to a question about what weighs is a refusal', [ANGRY, ANGRY, wants('no')], ['attend', 'give-space', 'affirmation', ['declined']]],
  ['any other no is an answer', [PLAIN, wants('no')], ['explore', 'reflect', 'restatement', ['nothing-stands-out', 'just-asked']]],
  ['a yes to a suggestion is encouraged', [AFRAID, HELP, wants('yes')], ['act', 'encourage', 'affirmation', ['agreed', 'just-suggested']]],
  ['a complaint is acknowledged', [wants('complaint')], ['explore', 'calm', 'reflection', ['complained', 'not-yet-understood']]],
  ['asked about once', [wants('complaint'), wants('complaint')], ['explore', 'calm', 'question', ['complained', 'not-yet-understood']]],
  ['then it is asked what would help', [wants('complaint'), wants('complaint'), wants('complaint')], ['act', 'offer-help', 'question', ['complained', 'understood']]],
  ['small talk is small talk', [wants('small-talk')], ['attend', 'chat', 'question', ['small-talk']]],
  ['in which the agent tells a little rather than ask again', [wants('small-talk'), wants('small-talk')], ['attend', 'chat', 'self-disclosure', ['small-talk', 'just-asked']]],
  ['and rarely', [wants('small-talk'), wants('small-talk'), wants('small-talk'), wants('small-talk')], ['attend', 'chat', 'other', ['small-talk', 'just-asked']]],
  ['thanks that are said sadly are not all that is said', [{ ...SAD, intent: 'thanks' }], ['explore', 'comfort', 'reflection', ['words-sad', 'not-yet-understood']]],
  ['faint words that nothing bears out are plain words', [{ feels: { anger: 0.3 } }], ['explore', 'ask-more', 'question', ['nothing-stands-out']]],
  ['a weak guess at an intent is none', [{ intent: 'complaint', sure: 0.3 }], ['explore', 'ask-more', 'question', ['nothing-stands-out']]],
  ['goodbye is goodbye', [SAD, wants('farewell')], ['attend', 'farewell', 'other', ['said-goodbye']]],
];

describe('the strategy', () => {
  it.each(CASES)('%s', (_, said, [strategy, act, skill, reasons]) => {
    const { plans } = talk(said.map((each, i) => message(1 + 5 * i, each)));
    const last = plans.at(-1)!;
    expect([last.strategy, last.act, last.skill, last.reasons]).toEqual([strategy, act, skill, reasons]);
  });

  it.each<[string, readonly AgentEvent[], readonly [string, string, readonly string[]]]>([
    ['a defeat is encouraged about', [happening(1, 'lost')], ['encourage', 'affirmation', ['lost']]],
    ['defeats that wear down are no matter of trying again', [happening(1, 'lost'), happening(12, 'lost'), happening(23, 'lost')], ['calm', 'reflection', ['lost', 'happened-again']]],
    ['nor those that anger', [message(1, ANGRY), happening(6, 'lost')], ['calm', 'reflection', ['lost', 'seems-angry']]],
    ['who is stuck is encouraged', [happening(1, 'stuck')], ['encourage', 'affirmation', ['stuck']]],
    ['and who is stuck again is given something to try', [happening(1, 'stuck'), happening(15, 'stuck')], ['suggest', 'suggestion', ['stuck', 'happened-again']]],
    ['a victory is celebrated', [happening(1, 'won')], ['celebrate', 'affirmation', ['won']]],
    ['a fright is calmed', [happening(1, 'startled')], ['reassure', 'affirmation', ['startled']]],
    ['who waits in silence has company', [happening(15, 'waiting')], ['keep-company', 'other', ['waiting']]],
    ['a report is taken at its word', [report(1, 'sadness')], ['take-word', 'other', ['reported']]],
    ['and what it tells is understood next', [report(1, 'fear'), message(6, PLAIN)], ['reassure', 'reflection', ['seems-afraid', 'not-yet-understood']]],
  ])('%s', (_, events, [act, skill, reasons]) => {
    const last = talk(events).plans.at(-1)!;
    expect([last.act, last.skill, last.reasons]).toEqual([act, skill, reasons]);
  });

  it('says nothing more about the same thing at once, but moves', () => {
    const { plans, state } = talk([happening(1, 'progress'), happening(5, 'progress')]);
    expect(plans.map(({ act }) => act)).toEqual(['celebrate']);
    expect(state.plan).toMatchObject({ reasons: ['progress', 'happened-again'], intents: [{ kind: 'gesture' }] });
  });

  const said = fc.record({
    intent: fc.oneof({ weight: 3, arbitrary: fc.constant<Intent>('statement') }, { weight: 2, arbitrary: fc.constantFrom(...INTENTS) }),
    feels: fc.oneof(fc.constant({}), fc.tuple(fc.constantFrom(...EMOTIONS), fc.double({ min: 0.2, max: 0.95, noNaN: true })).map(([emotion, share]) => ({ [emotion]: share }))),
    sure: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const happens = fc.oneof({ weight: 5, arbitrary: said }, fc.constantFrom<ContextEvent>('won', 'lost', 'stuck', 'progress', 'startled', 'waiting', 'alone'), fc.constantFrom<Emotion>('sadness', 'neutral').map((emotion) => ({ emotion })));
  const conversation = fc.array(fc.tuple(fc.constantFrom(3, 6, 45, 200), happens), { maxLength: 16 }).map((steps) => {
    let at = 0;
    return steps.map(([gap, each]): AgentEvent => {
      at += gap;
      return typeof each === 'string' ? happening(at, each) : 'emotion' in each ? report(at, each.emotion) : message(at, each);
    });
  });

  it('keeps to its manners in any conversation', () => {
    fc.assert(fc.property(conversation, (events) => {
      const { plans } = talk(events, { until: (events.at(-1)?.at ?? 0) + 400 });
      let asked = 0;
      let unasked = 0;
      for (const { act, skill, reasons, intents, at } of plans) {
        expect(SKILLS_OF_ACT[act as 'greet'] as readonly string[]).toContain(skill);
        expect(reasons.length).toBeGreaterThan(0);
        for (const reason of reasons) expect(REASONS).toContain(reason);
        // Never three questions in a row.
        asked = skill === 'question' ? asked + 1 : 0;
        expect(asked).toBeLessThan(3);
        if (skill === 'suggestion') expect(reasons.some((reason) => reason === 'asked-for-help' || reason === 'stuck')).toBe(true);
        // Speaks up twice at most until the player is heard.
        const answers = intents.some((intent) => intent.kind === 'say' && intent.heard !== null);
        unasked = answers ? 0 : act === 'check-in' || act === 'keep-company' ? unasked + 1 : unasked;
        expect(unasked).toBeLessThan(3);
        const before = events.findLast((event) => event.at <= at && event.type === 'signal' && event.signal.kind === 'text');
        const left = before?.type === 'signal' && before.signal.kind === 'text' && ['refusal', 'farewell'].includes(before.signal.reading.intent) && (before.signal.reading.intentConfidence ?? 1) > 0.55;
        if (left) expect(['check-in', 'keep-company']).not.toContain(act);
      }
    }), { numRuns: 40 });
  });
});

describe('silence', () => {
  const unasked = (events: readonly AgentEvent[], character?: Character) => talk(events, { until: 600, ...(character ? { character } : {}) }).plans.filter(({ intents }) => intents.every((intent) => intent.kind !== 'say' || intent.heard === null));
  const sad = (from: number, to: number): AgentEvent[] => Array.from({ length: (to - from) * 2 }, (_, i) => {
    const emotions = normalise(byEmotion((emotion) => (emotion === 'sadness' ? 0.8 : 0.2 / 7)));
    return { type: 'signal', at: from + i / 2, signal: fakeFace(from + i / 2, {}, { expression: { whole: emotions, upper: emotions } }) };
  });
  const about = (plans: readonly { act: string; at: number }[]) => plans.filter(({ act }) => act === 'check-in' || act === 'keep-company');

  it('is broken once, then after a longer while without a question, then left to the player', () => {
    const [first, second, ...more] = about(unasked(sad(0, 600)));
    expect(first).toMatchObject({ act: 'check-in', skill: 'question', reasons: ['long-silence', 'seems-sad'] });
    expect(second).toMatchObject({ act: 'keep-company', skill: 'other', reasons: ['unanswered', 'seems-sad'] });
    expect(second!.at - first!.at).toBeGreaterThan(100);
    expect(more).toEqual([]);
  });

  it('is not broken after a refusal or a goodbye, in a game, without a reason, or by a character of no initiative', () => {
    const face = sad(0, 600);
    const meeting = (...events: AgentEvent[]) => [...face, ...events].sort((a, b) => a.at - b.at);
    const after = (plans: ReturnType<typeof unasked>, at: number) => about(plans).filter((plan) => plan.at > at);
    expect(after(unasked(meeting(message(5, wants('refusal')))), 5)).toEqual([]);
    expect(after(unasked(meeting(message(5, wants('farewell')))), 5)).toEqual([]);
    expect(after(unasked(meeting(...Array.from({ length: 30 }, (_, i) => happening(5 + 20 * i, 'progress')))), 5)).toEqual([]);
    expect(about(unasked([message(1, PLAIN)]))).toEqual([]);
    expect(about(unasked(face, { ...DEFAULT_CHARACTER, initiative: 0 }))).toEqual([]);
  });

  it('is broken sooner by a character of more initiative', () => {
    const [eager, shy] = [1, 0.1].map((initiative) => about(unasked(sad(0, 600), { ...DEFAULT_CHARACTER, initiative }))[0]!.at);
    expect(eager).toBeLessThan(shy! - 15);
  });
});
