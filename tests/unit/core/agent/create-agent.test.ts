import { affectOfEmotions, type AgentEvent, type AttuneError, byEmotion, createAgent, createAvatarFrame, type Cue, type DialogueProvider, type EmotionFuser, UNIFORM } from 'attune';
import { parseLog, replay } from 'attune/record';
import { createFakeDialogue, createFakeSource, createFakeSpeech, createManualClock, fakeFace, fakeVoice } from 'attune/testing';
import { describe, expect, it, vi } from 'vitest';

function setUp(more: Partial<Parameters<typeof createAgent>[0]> = {}) {
  const clock = createManualClock();
  const problems: AttuneError[] = [];
  const lines: string[] = [];
  const cues: Cue[] = [];
  const agent = createAgent({ clock, compliance: { mode: 'emotion', consent: true, introduces: false }, seed: 5, onProblem: (problem) => problems.push(problem), record: (line) => lines.push(line), ...more });
  agent.onCue((cue) => cues.push(cue));
  agent.start();
  return { agent, clock, problems, lines, cues };
}

describe('createAgent', () => {
  it('answers a message with a caption and a voice', async () => {
    const speech = createFakeSpeech();
    const { agent, clock } = setUp({ speech });
    agent.say('I feel lonely');
    await clock.advanceAsync(0.3);
    expect(agent.captions.map(({ speaker }) => speaker)).toEqual(['player', 'agent']);
    expect(speech.requests[0]).toMatchObject({ language: 'en', text: agent.captions[1]?.text });
    const frame = createAvatarFrame();
    agent.sample(frame);
    expect(frame.speaking).toBe(true);
    expect(frame.mouth.aa).toBeGreaterThan(0);
    await clock.advanceAsync(12);
    agent.sample(frame);
    expect(frame.speaking).toBe(false);
    expect(frame.mouth.aa).toBe(0);
  });

  it('lets a new message replace the answer under way', async () => {
    const speech = createFakeSpeech();
    const { agent, clock } = setUp({ speech });
    agent.say('I feel lonely');
    await clock.advanceAsync(0.3);
    agent.say('thanks');
    await clock.advanceAsync(0.3);
    expect(speech.requests.length).toBe(2);
    expect(agent.state.conversation.utterance?.id).toBe('utterance-2');
  });

  it('goes on with captions alone in a language that its voice does not speak', async () => {
    const speech = createFakeSpeech({ languages: ['en'] });
    const { agent, clock } = setUp({ speech });
    agent.say('我有点难过');
    await clock.advanceAsync(0.3);
    expect(agent.captions.at(-1)?.text).toMatch(/\p{Script=Han}/u);
    expect(speech.requests).toEqual([]);
    await clock.advanceAsync(15);
    expect(agent.state.conversation.utterance).toBeNull();
  });

  it('stays in its language where a message has no letters, and takes the one that is told', async () => {
    const { agent, clock } = setUp({ language: 'zh' });
    const answered = async (text: string, options?: Parameters<typeof agent.say>[1]): Promise<string> => {
      agent.say(text, options);
      await clock.advanceAsync(0.3);
      return agent.captions.at(-1)!.text;
    };
    expect(await answered('3/4')).toMatch(/\p{Script=Han}/u);
    expect(await answered('print', { language: 'zh' })).toMatch(/\p{Script=Han}/u);
    expect(await answered('thank you')).not.toMatch(/\p{Script=Han}/u);
  });

  it('shows what it says when the voice fails, and says that it failed', async () => {
    const { agent, clock, problems } = setUp({ speech: createFakeSpeech({ fails: true }) });
    agent.say('hello');
    await clock.advanceAsync(0.3);
    expect(agent.captions.at(-1)?.speaker).toBe('agent');
    expect(problems.map(({ code }) => code)).toEqual(['speech-failed']);
    await clock.advanceAsync(15);
    expect(agent.state.conversation.utterance).toBeNull();
  });

  it('falls back to scripted lines when the dialogue provider fails', async () => {
    const { agent, clock, problems } = setUp({ dialogue: createFakeDialogue({ fails: true }) });
    agent.say('hello');
    await clock.advanceAsync(0.3);
    expect(agent.captions.at(-1)?.text.length).toBeGreaterThan(5);
    expect(problems.map(({ code }) => code)).toEqual(['dialogue-failed']);
  });

  it('says what comes in pieces as one text', async () => {
    async function* pieces() {
      yield 'It sounds ';
      yield 'like a long day.';
    }
    const { agent, clock, problems } = setUp({ dialogue: { reply: pieces } });
    agent.say('hello');
    await clock.advanceAsync(0.3);
    expect(agent.captions.at(-1)?.text).toBe('It sounds like a long day.');
    expect(problems).toEqual([]);
  });

  it('tells a provider when nobody waits for its words any more', async () => {
    const heard: string[] = [];
    const dialogue: DialogueProvider = {
      reply: ({ act }, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => {
        heard.push(act);
        reject(new Error('aborted'));
      })),
    };
    const { agent, clock, problems } = setUp({ dialogue });
    agent.say('hello');
    await clock.advanceAsync(0.3);
    agent.say('thanks');
    await clock.advanceAsync(0.3);
    expect(heard).toEqual(['greet']);
    await agent.stop();
    expect(heard).toEqual(['greet', 'welcome-thanks']);
    expect(problems).toEqual([]);
  });

  it('drops a bad event of a source with a problem, and goes on', async () => {
    const { agent, clock, problems } = setUp();
    const source = createFakeSource('face');
    await agent.attach(source);
    source.send({ type: 'signal', at: Number.NaN, signal: fakeFace(0) });
    source.send({ type: 'signal', at: 0, signal: fakeFace(0, { smile: 99 }) });
    expect(problems.map(({ code }) => code)).toEqual(['bad-input', 'bad-input']);
    source.send({ type: 'signal', at: 0, signal: fakeFace(0, { smile: 0.9 }) });
    clock.advance(0.1);
    expect(agent.state.affect.senses.face).toBeDefined();
  });

  it('moves as it is asked to, and the record tells', async () => {
    const { agent, clock, cues, lines, problems } = setUp();
    agent.gesture('wave', 0.8);
    expect(cues).toMatchObject([{ kind: 'gesture', at: 0, gesture: 'wave', strength: 0.8 }]);
    await clock.advanceAsync(1);
    expect(agent.state.performance.gestures).not.toEqual(createAgent({ clock, seed: 5 }).state.performance.gestures);
    agent.gesture('backflip' as never);
    expect(problems.map(({ code }) => code)).toEqual(['bad-input']);
    expect(lines.filter((line) => line.includes('"type":"gesture"'))).toHaveLength(1);
    expect(JSON.stringify(replay(parseLog(lines.join('\n'))).cues)).toBe(JSON.stringify(cues));
  });

  it('stops the old source of a sense when a new one is attached', async () => {
    const { agent } = setUp();
    const first = createFakeSource('face');
    const second = createFakeSource('face');
    await agent.attach(first);
    await agent.attach(second);
    expect([first.started, second.started]).toEqual([false, true]);
    await agent.detach('face');
    expect(agent.state.senses.face.status).toBe('off');
  });

  it('records what replays to the same cues, and no word without consent', async () => {
    const { agent, clock, lines, cues } = setUp({ speech: createFakeSpeech() });
    const source = createFakeSource('face');
    await agent.attach(source);
    for (let at = 0; at < 6; at += 1 / 15) {
      clock.advance(1 / 15);
      source.send({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now(), { smile: 0.7 }) });
    }
    agent.say('a secret plan that makes me happy');
    await clock.advanceAsync(8);
    const text = lines.join('\n');
    expect(text).not.toContain('secret');
    expect(JSON.stringify(replay(parseLog(text)).cues)).toBe(JSON.stringify(cues));
    expect(JSON.stringify(replay(parseLog(text)).state)).toBe(JSON.stringify(agent.state));
  });

  it('fuses by the net from when it is there, and replays exactly with it', () => {
    const fuser: EmotionFuser = { name: 'fusion-1', fuse: ({ face }) => face };
    const { agent, clock, lines, problems } = setUp({ fusion: { method: 'learned' } });
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([expect.stringMatching(/^model-missing: .*"learned"/)]);
    const emotions = byEmotion((emotion) => (emotion === 'anger' ? 0.72 : 0.04));
    const watch = (seconds: number): void => {
      for (let i = 0; i < 10 * seconds; i += 1) {
        clock.advance(0.1);
        const at = clock.now();
        agent.dispatch({ type: 'signal', at, signal: fakeFace(at, {}, { expression: { whole: emotions, upper: emotions } }) });
        agent.dispatch({ type: 'signal', at, signal: fakeVoice(at, { expression: { ...affectOfEmotions(UNIFORM), emotions: byEmotion((emotion) => (emotion === 'fear' ? 0.72 : 0.04)) } }) });
      }
    };
    watch(2);
    expect(agent.state.affect.fusion).toEqual({ by: 'weighted', instead: 'no-net' });
    agent.setFusion({ fuser });
    watch(2);
    expect(agent.state.fusion).toEqual({ method: 'learned', net: 'fusion-1' });
    expect(agent.state.affect.fusion).toEqual({ by: 'learned', instead: null });
    expect(agent.state.affect.estimate.emotions.anger).toBeCloseTo(0.72, 6);
    expect(JSON.stringify(replay(parseLog(lines.join('\n')), { fuser }).state)).toBe(JSON.stringify(agent.state));
    agent.setFusion({ method: 'weighted' });
    expect(agent.state.affect.fusion).toEqual({ by: 'weighted', instead: null });
    expect(agent.state.affect.estimate.emotions.anger).toBeLessThan(0.7);
    expect(() => agent.setFusion({ method: 'guessed' as 'auto' })).toThrow(/weighted, learned, auto, but got guessed/);
  });

  it('records the words when the player agreed to that', async () => {
    const lines: string[] = [];
    const { agent, clock } = setUp({ record: (line) => lines.push(line), recordWords: true });
    agent.say('good news');
    await clock.advanceAsync(0.3);
    expect(lines.join('\n')).toContain('good news');
  });

  it('erases captions and state', async () => {
    const { agent, clock } = setUp();
    agent.say('I am sad');
    await clock.advanceAsync(0.3);
    agent.erase();
    expect(agent.captions).toEqual([]);
    expect(agent.state.affect.phase).toBe('absent');
    expect(JSON.stringify(agent.state.signals)).toBe('{}');
  });

  it('can still forget after it was stopped', async () => {
    const { agent, clock } = setUp();
    agent.say('I am sad');
    await clock.advanceAsync(0.3);
    await agent.stop();
    agent.erase();
    expect(agent.captions).toEqual([]);
    expect(agent.state.affect).toMatchObject({ phase: 'absent', senses: {} });
    expect(agent.state.plan).toBeNull();
  });

  it('stops everything it started', async () => {
    const speech = createFakeSpeech();
    const { agent, clock } = setUp({ speech });
    const source = createFakeSource('voice');
    await agent.attach(source);
    agent.say('hello');
    await clock.advanceAsync(0.2);
    await agent.stop();
    expect(source.started).toBe(false);
    expect(speech.disposed).toBe(true);
    const listener = vi.fn();
    agent.subscribe(listener);
    await clock.advanceAsync(5);
    expect(listener).not.toHaveBeenCalled();
    expect(() => agent.start()).toThrow(/fresh agent/);
  });

  it('refuses bad options and messages with one sentence', () => {
    const clock = createManualClock();
    expect(() => createAgent({ clock, seed: 1.5 })).toThrow(/Expected an integer seed, but got 1.5/);
    expect(() => createAgent({ clock, language: 'xx' as never })).toThrow(/Expected language to be one of en, zh, but got xx/);
    const agent = createAgent({ clock });
    expect(() => agent.say('x'.repeat(2001))).toThrow(/at most 2000 characters, but got 2001/);
    expect(() => agent.dispatch({ type: 'tick', at: -1 } as AgentEvent)).toThrow(/at at/);
    agent.say('   ');
    expect(agent.captions).toEqual([]);
  });
});
