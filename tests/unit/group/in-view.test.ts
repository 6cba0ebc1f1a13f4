import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AgentEvent, type AgentState, byEmotion, type Compliance, createAgent, DEFAULT_CHARACTER, type Emotion, type EmotionDistribution, type FaceSignal, initialState, likeliest, normalise, step } from 'attune';
import type { FaceSourceOptions, PersonInView } from 'attune/browser';
import { emptyGroup, membersInView, NOBODY_IN_VIEW, seePeople, stepGroup } from 'attune/group';
import { createManualClock, fakeFace, fakeNoFace } from 'attune/testing';
import { describe, expect, it } from 'vitest';

const PERIOD = 1 / 15;

const towards = (emotion: Emotion): EmotionDistribution => normalise(byEmotion((each) => (each === emotion ? 0.8 : 0.03)));

const look = (emotion: Emotion, at: number): FaceSignal => fakeFace(at, {}, { expression: { whole: towards(emotion), upper: towards(emotion) } });

const person = (id: string, signal: FaceSignal, followed = false): PersonInView => ({ id, signal, followed });

const newAgent = (compliance?: Partial<Compliance>): AgentState => initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER, ...(compliance && { compliance: { mode: 'emotion', context: 'personal', consent: true, introduces: true, ...compliance } }) });

/** Lets an agent, and beside it the people in view, watch for so many seconds. */
function watch(seconds: number, seenAt: (at: number) => readonly PersonInView[], { agent = newAgent(), view = NOBODY_IN_VIEW } = {}) {
  for (let at = agent.at; at < seconds; at += PERIOD) {
    const seen = seenAt(at);
    const own = seen.find(({ followed }) => followed);
    if (own) [agent] = step(agent, { type: 'signal', at, signal: own.signal });
    view = seePeople(view, seen, { ...agent, at });
  }
  return { agent, view };
}

describe('people in view', () => {
  it('are each believed what the agent would believe of them', () => {
    const moods: readonly Emotion[] = ['happiness', 'sadness', 'anger'];
    const { view, agent } = watch(4, (at) => moods.map((emotion, index) => person(`person-${index + 1}`, look(emotion, at), index === 0)));
    expect(view.followed).toBe('person-1');
    moods.forEach((emotion, index) => {
      const { affect } = watch(4, (at) => [person('person-1', look(emotion, at), true)]).agent;
      expect(view.people[`person-${index + 1}`]!.state).toEqual({ ...affect, fusion: { by: 'weighted', instead: null } });
      expect(likeliest(affect.estimate.emotions)).toBe(emotion);
    });
    const members = membersInView(view, agent);
    expect(members.map(({ id }) => id)).toEqual(['person-1', 'person-2', 'person-3']);
    expect(members[0]!.state).toBe(agent.affect);
    expect(members.every(({ speaking }) => speaking === null)).toBe(true);
  });

  it('make a mood of the group, in which nobody is told to be left out', () => {
    const { view, agent } = watch(5, (at) => [person('a', look('happiness', at), true), person('b', look('happiness', at)), person('c', look('sadness', at))]);
    const { mood } = stepGroup(emptyGroup(0), membersInView(view, agent), 5);
    expect(mood.size).toBe(3);
    expect(mood.valence.mean).toBeGreaterThan(0);
    expect(mood.valence.mean).toBeLessThan(agent.affect.estimate.valence.mean);
    expect(mood.spread.valence!.deviation).toBeGreaterThan(0.2);
    expect(mood.members.every(({ leftOut, talk }) => leftOut === null && talk === null)).toBe(true);
  });

  it('are forgotten when they have left, and are strangers under another id', () => {
    const { view, agent } = watch(3, (at) => [person('a', look('happiness', at), true), person('b', look('anger', at))]);
    const left = seePeople(view, [person('a', look('happiness', 3), true)], { ...agent, at: 3 });
    expect(Object.keys(left.people)).toEqual(['a']);
    const back = seePeople(left, [person('a', look('happiness', 3.1), true), person('c', fakeNoFace(3.1))], { ...agent, at: 3.1 });
    expect(back.people['c']!.state.phase).toBe('absent');
    expect(seePeople(view, [], agent)).toEqual(NOBODY_IN_VIEW);
  });

  it('are believed for a moment while they are out of sight, less and less surely', () => {
    const { view, agent } = watch(3, (at) => [person('a', look('happiness', at))]);
    const sure = (state: typeof view) => state.people['a']!.state.estimate.valence.variance;
    let old = view;
    for (let at = 3; at < 9; at += 0.5) old = seePeople(old, null, { ...agent, at });
    expect(membersInView(old, agent)[0]!.state.phase).toBe('absent');
    expect(sure(old)).toBeGreaterThan(sure(view));
    const hidden = seePeople(view, [person('a', fakeNoFace(4.5))], { ...agent, at: 4.5 });
    expect(sure(hidden)).toBeGreaterThan(sure(view));
  });

  it.each([{ mode: 'expression-reactive' }, { mode: 'text-only' }, { consent: false }] as const)('are not read where the agent may not read emotions: %o', (compliance) => {
    const { view } = watch(3, (at) => [person('a', look('anger', at)), person('b', look('happiness', at))], { agent: newAgent(compliance) });
    for (const { state } of Object.values(view.people)) {
      expect(state.category).toBeNull();
      expect(new Set(Object.values(state.estimate.emotions).map((share) => share.toFixed(6))).size).toBe(1);
    }
  });

  it('are read without their mouths while somebody is heard', () => {
    const torn = (at: number): FaceSignal => fakeFace(at, {}, { expression: { whole: towards('happiness'), upper: towards('sadness') } });
    const speaking: AgentEvent = { type: 'speech-start', at: 0 };
    const { view } = watch(3, (at) => [person('a', torn(at))], { agent: step(newAgent(), speaking)[0] });
    expect(likeliest(view.people['a']!.state.estimate.emotions)).toBe('sadness');
  });
});

describe('the example in docs/explain.md', () => {
  it('is this very code, and gives a mood', async () => {
    const docs = readFileSync(fileURLToPath(new URL('../../../docs/explain.md', import.meta.url)), 'utf8');
    const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
    const example = own.slice(own.indexOf('// Example\n') + 11, own.indexOf('    // End of the example')).replaceAll(/^ {4}/gm, '');
    expect(docs).toContain(example);

    const clock = createManualClock();
    const agent = createAgent({ clock, seed: 1, language: 'en' });
    const told: FaceSourceOptions[] = [];
    const createFaceSource = (options: FaceSourceOptions) => {
      told.push(options);
      return { sense: 'face' as const, async start() {}, async stop() {} };
    };
    // Example
    let view = NOBODY_IN_VIEW;
    let group = emptyGroup(clock.now());
    await agent.attach(createFaceSource({
      people: 4,
      onPeople(seen) {
        view = seePeople(view, seen, agent.state);
        group = stepGroup(group, membersInView(view, agent.state), clock.now());
      },
    }));
    // End of the example
    expect(told[0]!.people).toBe(4);
    for (let i = 0; i < 30; i += 1) {
      clock.advance(PERIOD);
      told[0]!.onPeople!([person('person-1', look('happiness', clock.now()), true), person('person-2', look('happiness', clock.now()))]);
    }
    expect(group.mood.size).toBe(2);
    expect(likeliest(group.mood.emotions)).toBe('happiness');
    told[0]!.onPeople!([]);
    expect(group.mood.size).toBe(0);
  });
});
