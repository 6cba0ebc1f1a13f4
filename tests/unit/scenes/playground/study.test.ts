import fc from 'fast-check';
import { createAgent, DIALOGUE_ACTS, headerLine, initialState } from 'attune';
import { createDialogue } from 'attune/dialogue';
import { createSessionTracer, csvOf, emotionMLOf, jsonOf } from 'attune/record';
import { createManualClock } from 'attune/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { createTranscript } from '../../../../scenes/playground/conversation/transcript.ts';
import { asJson, asText } from '../../../../scenes/playground/conversation/write-transcript.ts';
import { readQuery } from '../../../../scenes/playground/query.ts';
import { withStudy } from '../../../../scenes/playground/session-log.ts';
import { ACT_GROUPS } from '../../../../scenes/playground/study/acts.ts';
import { answerDesk } from '../../../../scenes/playground/study/answer-desk.ts';
import { createDesk, type Desk } from '../../../../scenes/playground/study/desk-store.ts';
import { PETS_ITEMS, type PetsAnswers, petsOrder, scorePets } from '../../../../scenes/playground/study/pets.ts';

describe('the address of a study', () => {
  it('may ask for several things at once', () => {
    expect(readQuery('?study=mirroring,wizard,pets')).toMatchObject({ condition: 'mirroring', wizard: true, pets: true, desk: false });
    expect(readQuery('?study=desk')).toMatchObject({ condition: null, wizard: false, desk: true });
    expect(readQuery('?study=seed&seed=17').condition).not.toBeNull();
    expect(readQuery('')).toMatchObject({ condition: null, wizard: false, pets: false, desk: false });
  });
});

describe('the questionnaire', () => {
  it('asks every item once, in an order that the seed gives', () => {
    const items = Object.keys(PETS_ITEMS);
    fc.assert(fc.property(fc.nat(), (seed) => {
      expect(petsOrder(seed).toSorted()).toEqual(items);
      expect(petsOrder(seed)).toEqual(petsOrder(seed));
    }));
    expect(new Set(Array.from({ length: 300 }, (_, seed) => petsOrder(seed)[0])).size).toBe(items.length);
  });

  it('is scored by factor as the mean of its items, and not at all where one was left out', () => {
    const answers: PetsAnswers = { E1: 0, E2: 10, E3: 20, E4: 30, E5: 40, E6: 50, U1: 100, U2: 90, U4: 80 };
    expect(scorePets(answers)).toEqual({ items: { ...answers, U3: null }, scores: { 'emotional-responsiveness': 25, 'understanding-and-trust': null } });
    expect(scorePets({ ...answers, U3: 70 }).scores).toEqual({ 'emotional-responsiveness': 25, 'understanding-and-trust': 85 });
  });

  it('stands with the condition in every export', () => {
    const { seed, language, character } = initialState({ seed: 1, language: 'en', character: createAgent({ clock: createManualClock() }).state.character });
    const tracer = createSessionTracer();
    tracer.write(`${withStudy(headerLine({ seed, language, character }), { condition: 'mirroring', answers: { pets: scorePets({ U1: 10, U2: 20, U3: 30, U4: 40 }) } })}\n{"type":"tick","at":0.1}\n{"type":"tick","at":0.2}\n`);
    const trace = tracer.finish();
    const [head, ...rows] = [...csvOf(trace)].join('').trim().split('\r\n');
    expect(head).toMatch(/,study_condition,pets_emotional_responsiveness,pets_understanding_and_trust$/);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/,mirroring,,25$/);
    expect(JSON.parse([...jsonOf(trace)].join(''))).toMatchObject({ study: { condition: 'mirroring', answers: { pets: { items: { U4: 40, E1: null }, scores: { 'understanding-and-trust': 25 } } } } });
    expect([...emotionMLOf(trace)].join('')).toContain('study_condition: mirroring. pets_emotional_responsiveness: not answered. pets_understanding_and_trust: 25.</info>');
    const transcript = createTranscript(createAgent({ clock: createManualClock() }), 0);
    expect(asText(transcript, trace.study, () => 'Mira', String)).toBe('Study condition: mirroring\n\n');
    expect(JSON.parse(asJson(transcript, 'Mira', trace.study))).toMatchObject({ study: trace.study });
  });
});

describe('the researcher’s desk', () => {
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
  });

  function meet() {
    const clock = createManualClock();
    const agent = createAgent({ clock, compliance: { mode: 'text-only', introduces: false }, fallback: createDialogue() });
    agent.start();
    opened.push(answerDesk(agent, createTranscript(agent, 0)));
    const desk = createDesk();
    opened.push(desk.close);
    return { agent, clock, desk };
  }

  const shows = <T>(desk: Desk, select: (state: ReturnType<Desk['state']['getState']>) => T) => expect.poll(() => select(desk.state.getState()), { timeout: 3000 });

  it('offers every act once', () => {
    expect(Object.values(ACT_GROUPS).flat().toSorted()).toEqual(DIALOGUE_ACTS.toSorted());
  });

  it('sees the meeting, takes over, is offered lines, and has one said', async () => {
    const { agent, clock, desk } = meet();
    await shows(desk, ({ view }) => view?.who).toBe('Mira');
    desk.operate(true);
    await shows(desk, ({ view }) => view?.operated).toBe(true);
    agent.say('I lost my keys on the way home');
    await clock.advanceAsync(3);
    await shows(desk, ({ view }) => view?.awaits).toBe(true);
    desk.ask({ strategy: 'explore', act: 'ask-more', skill: 'question' }, 'message-1');
    await shows(desk, ({ lines }) => lines?.length ?? 0).toBeGreaterThanOrEqual(1);
    const [line] = desk.state.getState().lines!;
    desk.choose({ strategy: 'explore', act: 'ask-more', words: line! });
    await shows(desk, ({ view }) => view?.agent).not.toBe('silent');
    await clock.advanceAsync(1);
    await shows(desk, ({ view }) => view?.turns.at(-1)).toMatchObject({ speaker: 'agent', text: line, chosen: true });
    expect(desk.state.getState().refused).toBeNull();
  });

  it('tells why words may not be said, and leaves the agent to itself when it is closed', async () => {
    const { agent, desk } = meet();
    desk.operate(true);
    await shows(desk, ({ view }) => view?.operated).toBe(true);
    desk.choose({ strategy: 'comfort', act: 'comfort', words: 'I promise that everything will be fine.' });
    await shows(desk, ({ refused }) => refused).toMatch(/rule "promise"/);
    desk.choose({ strategy: 'comfort', act: 'comfort', words: 'I am a real person, you know.' });
    await shows(desk, ({ refused }) => refused).toMatch(/false-person/);
    expect(agent.captions).toEqual([]);
    desk.close();
    await expect.poll(() => agent.state.operator).toBeNull();
  });
});
