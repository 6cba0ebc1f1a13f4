import fc from 'fast-check';
import { type AttuneError, createAgent, DIALOGUE_ACTS, type DialogueProvider, FIXED_ACTS, SAFETY_ACTS, SKILLS_OF_ACT, STRATEGIES } from 'attune';
import { parseLog, replay, traceSession } from 'attune/record';
import { createDialogue } from 'attune/dialogue';
import { createFakeSource, createFakeSpeech, createManualClock, fakeFace } from 'attune/testing';
import { describe, expect, it } from 'vitest';

/** An agent that a person operates, with a model that writes down what it is asked for. */
function setUp() {
  const clock = createManualClock();
  const lines: string[] = [];
  const problems: AttuneError[] = [];
  const asked: string[] = [];
  const model: DialogueProvider = {
    async reply({ act }) {
      asked.push(act);
      return 'The harbour sounds lovely.';
    },
  };
  const agent = createAgent({
    clock, seed: 3, compliance: { mode: 'emotion', consent: true, introduces: false }, dialogue: model, fallback: createDialogue(), speech: createFakeSpeech(),
    record: (line) => lines.push(line), recordWords: true, onProblem: (problem) => problems.push(problem),
  });
  agent.start();
  agent.operate(true);
  const said = (): string[] => agent.captions.filter(({ speaker }) => speaker === 'agent').map(({ text }) => text);
  return { agent, clock, lines, problems, asked, said };
}

describe('an operator', () => {
  it('decides what is said: until then the agent listens, nods and looks, but says nothing', async () => {
    const { agent, clock, said, lines } = setUp();
    const face = createFakeSource('face');
    const voice = createFakeSource('voice');
    await agent.attach(face);
    await agent.attach(voice);
    for (let i = 0; i < 100; i += 1) {
      face.send({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now(), { smile: 0.9 }) });
      await clock.advanceAsync(0.1);
    }
    voice.send({ type: 'speech-start', at: clock.now() });
    await clock.advanceAsync(2);
    voice.send({ type: 'speech-end', at: clock.now() });
    agent.say('I feel so lonely since my sister moved away');
    await clock.advanceAsync(60);
    agent.observe('lost');
    await clock.advanceAsync(60);
    expect(said()).toEqual([]);
    const kinds = parseLog(lines.join('\n')).cues.map((cue) => (cue.kind === 'gesture' ? cue.gesture : cue.kind));
    expect(kinds).toEqual(expect.arrayContaining(['nod', 'blink', 'expression', 'gaze']));

    agent.choose({ strategy: 'comfort', act: 'comfort', words: 'That sounds like a big change. I am listening.' });
    await clock.advanceAsync(1);
    expect(said()).toEqual(['That sounds like a big change. I am listening.']);
    expect(agent.state.plan).toMatchObject({ strategy: 'comfort', skill: 'reflection', reasons: ['operator-chose'] });
    expect(agent.state.plan?.intents[0]).toMatchObject({ kind: 'say', act: 'comfort', heard: 'message-1' });
  });

  it('is replayed exactly, traced as theirs, and nothing of their words is in an event', async () => {
    const { agent, clock, lines } = setUp();
    agent.say('I feel so lonely');
    await clock.advanceAsync(2);
    agent.choose({ strategy: 'explore', act: 'ask-more', words: 'What was the harbour like?' });
    await clock.advanceAsync(6);
    agent.choose({ strategy: 'attend', act: 'chat' });
    await clock.advanceAsync(6);
    agent.operate(false);
    agent.say('Thank you');
    await clock.advanceAsync(6);
    const log = parseLog(lines.join('\n'));
    expect(JSON.stringify(replay(log).cues)).toBe(JSON.stringify(log.cues));
    expect(log.cues.length).toBeGreaterThan(10);
    const { utterances, exactness, marks } = traceSession(log);
    expect(exactness?.differs).toBeNull();
    expect(utterances.map(({ act, by }) => [act, by])).toEqual([['ask-more', 'operator'], ['chat', 'operator'], ['welcome-thanks', 'agent']]);
    expect(marks.flatMap((mark) => (mark.kind === 'operator' ? [mark.present] : []))).toEqual([true, false]);
    expect(lines.filter((line) => line.includes('harbour like')).map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['words']);
  });

  it('lets the words be found as ever where none are given, and offers different lines that people wrote', async () => {
    const { agent, clock, asked, said } = setUp();
    agent.say('I walked along the harbour');
    await clock.advanceAsync(1);
    const offered = await agent.candidates({ strategy: 'explore', act: 'ask-more' });
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered.length).toBeGreaterThanOrEqual(2);
    expect(asked).toEqual([]);
    expect(said()).toEqual([]);
    agent.choose({ strategy: 'explore', act: 'ask-more' });
    await clock.advanceAsync(1);
    expect(asked).toEqual(['ask-more']);
    expect(said()).toEqual(['The harbour sounds lovely.']);
  });

  it('never holds back a crisis, and no model hears of it', async () => {
    const { agent, clock, asked, said } = setUp();
    agent.say('I want to kill myself');
    await clock.advanceAsync(1);
    expect(said()).toHaveLength(1);
    expect(agent.state.safety.crisis?.kind).toBe('self-harm');
    agent.choose({ strategy: 'attend', act: 'chat' });
    await clock.advanceAsync(10);
    expect(said()).toHaveLength(1);
    agent.choose({ strategy: 'act', act: 'crisis-stay' });
    await clock.advanceAsync(1);
    expect(said()).toHaveLength(2);
    expect(asked).toEqual([]);
  });

  it('may see a crisis that the screen missed', async () => {
    const { agent, clock, said } = setUp();
    agent.say('It was all a bit much today');
    await clock.advanceAsync(1);
    agent.choose({ strategy: 'act', act: 'crisis-self-harm' });
    await clock.advanceAsync(1);
    expect(agent.state.safety.crisis?.kind).toBe('self-harm');
    expect(said()[0]).toMatch(/findahelpline/);
  });

  it('hands back, and the agent answers what still waits', async () => {
    const { agent, clock, said } = setUp();
    agent.say('I feel so lonely');
    await clock.advanceAsync(5);
    agent.operate(false);
    await clock.advanceAsync(1);
    expect(said()).toHaveLength(1);
    expect(agent.state.plan?.reasons).not.toContain('operator-chose');
    agent.erase();
    expect(agent.state.operator).toBeNull();
  });

  it('may not say what no model may say, nor put its own words in the place of written ones', () => {
    const { agent } = setUp();
    expect(() => agent.choose({ strategy: 'comfort', act: 'comfort', words: 'You have depression.' })).toThrow(/diagnosis/);
    expect(() => agent.choose({ strategy: 'attend', act: 'explain-self', words: 'I am Mira.' })).toThrow(/Leave the words out/);
    expect(() => agent.choose({ strategy: 'attend', act: 'greet', skill: 'question' })).toThrow(/skills of "greet"/);
    agent.operate(false);
    expect(() => agent.choose({ strategy: 'attend', act: 'greet' })).toThrow(/operate\(true\)/);
  });

  it('can choose every act, each is said, and every line that is offered may be chosen', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...DIALOGUE_ACTS), fc.constantFrom(...STRATEGIES), fc.constantFrom('I lost my keys', 'My exam went well'), async (act, strategy, heard) => {
      const { agent, clock, said, problems } = setUp();
      agent.say(heard);
      await clock.advanceAsync(0.5);
      for (const words of FIXED_ACTS.has(act) ? [] : await agent.candidates({ strategy, act })) agent.choose({ strategy, act, words });
      agent.choose({ strategy, act, skill: SKILLS_OF_ACT[act].at(-1)! });
      await clock.advanceAsync(1);
      expect(said().at(-1)).toMatch(/\S/);
      expect(agent.state.safety.crisis === null).toBe(!SAFETY_ACTS.some((each) => each === act && /^crisis-(self|abuse|medical|other)/.test(each)));
      expect(problems).toEqual([]);
    }), { numRuns: 60 });
  });
});
