import { runInNewContext } from 'node:vm';
import { type Agent, type AgentOptions, type AttuneError, createAgent, createAvatarFrame, type EmotionFuser, type PlayerMemory, type ReadMessage, type SignalSource, type SpeechSynthesizer } from 'attune';
import { parseLog, replay } from 'attune/record';
import { createFakeDialogue, createFakeSource, createFakeSpeech, createManualClock, fakeFace, fakeVoice, fakeWords, type ManualClock } from 'attune/testing';
import { describe, expect, it } from 'vitest';

interface Met {
  readonly agent: Agent;
  readonly clock: ManualClock;
  readonly problems: string[];
}

function meet(options: Partial<AgentOptions> = {}): Met {
  const clock = createManualClock();
  const problems: string[] = [];
  const agent = createAgent({ clock, compliance: { mode: 'emotion', consent: true, introduces: false }, dialogue: createFakeDialogue(), onProblem: ({ code }: AttuneError) => problems.push(code), ...options });
  agent.start();
  return { agent, clock, problems };
}

const voiceThat = (change: Partial<SpeechSynthesizer>): SpeechSynthesizer => ({ ...createFakeSpeech(), ...change });
const refuse = (): never => {
  throw new Error('broken');
};
const lastText = ({ agent }: Met): string | undefined => agent.captions.at(-1)?.text;

/** A promise of another realm is no instance of this one's Promise. */
const ofAnotherPage = runInNewContext('Promise.resolve({ intent: "mischief" })') as Promise<unknown>;

describe('an agent whose ports break', () => {
  it.each([[undefined], [null], ['glad'], [{}], [{ valence: { mean: Number.NaN, variance: 1 } }], [Promise.resolve(7)], [ofAnotherPage]])('answers by the lexicon where a reader finds %j', async (read) => {
    const met = meet({ text: { read: () => read as ReadMessage } });
    met.agent.say('I feel lonely');
    await met.clock.advanceAsync(0.5);
    expect(lastText(met)).toBe('(comfort)');
    expect(met.problems).toEqual(['bad-input']);
  });

  it.each([[undefined], [null], [7], ['words']])('finds other words where a dialogue gives %j instead of a promise', async (reply) => {
    const met = meet({ dialogue: { written: true, reply: () => reply as unknown as Promise<string> }, fallback: createFakeDialogue() });
    met.agent.say('hello');
    await met.clock.advanceAsync(0.5);
    expect(lastText(met)).toMatch(/^\(/);
    expect(met.problems).toEqual(['dialogue-failed']);
  });

  it('lets go of a stream of words that it reads no further', async () => {
    let closed = 0;
    const met = meet({ patience: { first: 1 }, dialogue: { written: true, reply: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined), return: async () => ({ done: true as const, value: closed += 1 as never }) }) }) } });
    met.agent.say('hello');
    await met.clock.advanceAsync(3);
    expect(closed).toBe(1);
  });

  it('records no more where a line could not be written, and what it recorded replays', async () => {
    const lines: string[] = [];
    const met = meet({ record(line) {
      if (lines.length === 40) refuse();
      lines.push(line);
    } });
    met.agent.say('hello');
    await met.clock.advanceAsync(20);
    expect(lines).toHaveLength(40);
    expect(met.problems).toEqual(['storage-failed']);
    const log = parseLog(lines.join('\n'));
    const { cues } = replay(log);
    expect(log.cues).toEqual(cues.slice(0, log.cues.length));
    expect(met.agent.state.at).toBeCloseTo(20);
  });

  it('goes on where what its host gave it throws', async () => {
    const met = meet({ playSound: refuse });
    met.agent.subscribe(refuse);
    met.agent.onCue(refuse);
    const heard: string[] = [];
    met.agent.onCue((cue) => heard.push(cue.kind));
    met.agent.say('hello');
    await met.clock.advanceAsync(1);
    expect(heard).toContain('speech');
    expect(lastText(met)).toBe('(greet)');
    const mute = createAgent({ clock: met.clock, dialogue: { reply: () => Promise.reject(new Error('broken')) }, onProblem: refuse });
    mute.start();
    mute.say('hello');
    await met.clock.advanceAsync(1);
    expect(mute.captions.at(-1)?.speaker).toBe('agent');
  });

  it.each([[refuse], [() => null], [() => 'chess'], [() => [null, { kind: 'name' }, { id: 'a', kind: 'cat', sentence: '', about: null }]], [() => Array.from({ length: 9000 }, (_, i) => ({ id: `${i}`, kind: 'note', sentence: 'x', about: null, at: '', source: 'said' }))]])('answers although its memory recalls by %s', async (recall) => {
    const told: number[] = [];
    const memory = { recall, take: refuse, leave: refuse, forget: refuse } as unknown as PlayerMemory;
    const met = meet({ memory, dialogue: { written: true, async reply(request) {
      told.push(request.memory?.length ?? -1);
      return 'I see.';
    } } });
    met.agent.say('I feel lonely');
    await met.clock.advanceAsync(5);
    expect(lastText(met)).toContain('I see.');
    met.agent.erase();
    expect(met.agent.captions).toEqual([]);
    expect(told[0]).toBeLessThanOrEqual(50);
    expect(met.problems).toContain('storage-failed');
  });

  it('falls silent although its voice throws when it is told to', async () => {
    const met = meet({ speech: voiceThat({ duck: refuse, cancel: refuse }), dialogue: { written: true, reply: async () => 'This is an answer that lasts for some seconds at least, as answers do.' } });
    met.agent.say('hello');
    await met.clock.advanceAsync(0.3);
    met.agent.dispatch({ type: 'speech-start', at: met.clock.now() });
    await met.clock.advanceAsync(0.6);
    expect(met.agent.state.conversation.utterance).toBeNull();
    expect(met.problems).toEqual(['speech-failed', 'speech-failed']);
  });

  it('mouths numbers only, and nothing while nothing is said', async () => {
    const met = meet({ speech: voiceThat({ sampleMouth(mouth) {
      [mouth.aa, mouth.E, mouth.oh] = [Number.NaN, 7, 0.3];
    } }) });
    const frame = createAvatarFrame();
    met.agent.sample(frame);
    expect(Object.values(frame.mouth).every((weight) => weight === 0)).toBe(true);
    met.agent.say('hello');
    await met.clock.advanceAsync(0.2);
    met.agent.sample(frame);
    expect(frame.mouth).toMatchObject({ aa: 0, E: 1, oh: 0.3 });
  });

  it.each([[Number.NaN, Number.POSITIVE_INFINITY], [1e9, -3], [0, 1e9]])('takes a voice that says to begin at %d for %d s for one that begins now', async (at, duration) => {
    const met = meet({ speech: voiceThat({ speak: (_, __, { started }) => {
      started(at, duration);
      return new Promise(() => undefined);
    } }) });
    met.agent.say('hello');
    await met.clock.advanceAsync(0.3);
    expect(met.agent.state.conversation.utterance?.started).toBeLessThanOrEqual(1.3);
    expect(met.agent.state.floor.soundsUntil).toBeLessThan(10);
    await met.clock.advanceAsync(45);
    expect(met.agent.state.conversation.utterance?.id).not.toBe('utterance-1');
  });

  it('lets a long sentence sound to its end', async () => {
    const text = 'This goes on and on and on, '.repeat(30);
    const met = meet({ speech: createFakeSpeech(), dialogue: { written: true, reply: async () => text } });
    met.agent.say('hello');
    await met.clock.advanceAsync(50);
    expect(met.agent.state.conversation.utterance?.id).toBe('utterance-1');
    await met.clock.advanceAsync(10);
    expect(met.agent.state.conversation.utterance).toBeNull();
  });

  it.each([[() => refuse], [() => () => Promise.reject(new Error('broken'))]])('tells of a source that does not start, and throws nothing', async (start) => {
    const met = meet();
    await met.agent.attach({ sense: 'face', start: start() as SignalSource['start'], stop: async () => undefined });
    expect(met.agent.state.senses.face).toEqual({ status: 'failed', problem: 'device-missing' });
    expect(met.problems).toEqual(['device-missing']);
  });

  it('stops everything, also where a source and a voice never stop', async () => {
    const voice = createFakeSource('voice');
    const met = meet({ speech: voiceThat({ dispose: () => new Promise(() => undefined) }) });
    await met.agent.attach({ sense: 'face', start: async () => undefined, stop: () => new Promise(() => undefined) });
    await met.agent.attach({ sense: 'motion', start: async () => undefined, stop: refuse });
    await met.agent.attach(voice);
    let stopped = false;
    void met.agent.stop().then(() => (stopped = true));
    await met.clock.advanceAsync(7);
    expect(stopped).toBe(true);
    expect(voice.started).toBe(false);
    expect(met.problems.toSorted()).toEqual(['device-busy', 'device-busy', 'speech-failed']);
  });

  it('opens another source where the one before never stops', async () => {
    const met = meet();
    await met.agent.attach({ sense: 'face', start: async () => undefined, stop: () => new Promise(() => undefined) });
    const next = createFakeSource('face');
    void met.agent.attach(next);
    await met.clock.advanceAsync(4);
    expect(next.started).toBe(true);
  });

  it('listens to a source no more once it was detached', async () => {
    const met = meet();
    let late = (): void => undefined;
    await met.agent.attach({ sense: 'face', start: async (clock, { event }) => {
      late = () => event({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now()) });
    }, stop: async () => undefined });
    await met.agent.detach('face');
    late();
    expect(met.agent.state.signals.face).toBeUndefined();
  });

  it('is brought to no time that its clock has yet to reach', async () => {
    const met = meet();
    const ear = createFakeSource('voice');
    await met.agent.attach(ear);
    ear.send({ type: 'signal', at: 1e7, signal: fakeVoice(1e7) });
    await met.clock.advanceAsync(1);
    expect(met.agent.state.at).toBeCloseTo(1);
    expect(met.agent.state.signals.voice?.at).toBe(0);
  });

  it('drops words that are none', async () => {
    const met = meet();
    const ear = createFakeSource('voice');
    await met.agent.attach(ear);
    for (const bad of [null, {}, fakeWords(Number.NaN, 'hello'), fakeWords(0, 'hello', { confidence: Number.POSITIVE_INFINITY }), fakeWords(0, 7 as unknown as string)]) ear.hear(bad as ReturnType<typeof fakeWords>);
    await met.clock.advanceAsync(1);
    expect(met.agent.captions).toEqual([]);
    expect(met.problems).toEqual(Array.from({ length: 5 }, () => 'bad-input'));
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [0]])('only stands still while its clock tells %d', async (wrong) => {
    const sound = createManualClock();
    let broken = false;
    const { agent } = meet({ clock: { now: () => (broken ? wrong : sound.now()), every: sound.every } });
    await sound.advanceAsync(1);
    broken = true;
    await sound.advanceAsync(1);
    expect(agent.state.at).toBeCloseTo(1);
    broken = false;
    await sound.advanceAsync(1);
    expect(agent.state.at).toBeCloseTo(3);
  });

  it.each([[refuse], [() => 'glad'], [() => ({ happiness: Number.NaN })], [() => ({ neutral: 3, happiness: 1, surprise: 0, sadness: 0, anger: 0, disgust: 0, fear: 0, contempt: 0 })]])('weighs face and voice where a fuser answers by %s, and says so once', async (fuse) => {
    const fuser = { name: 'bad', fuse } as unknown as EmotionFuser;
    const lines: string[] = [];
    const met = meet({ fusion: { method: 'learned', fuser }, record: (line) => lines.push(line) });
    const [eye, ear] = [createFakeSource('face'), createFakeSource('voice')];
    await met.agent.attach(eye);
    await met.agent.attach(ear);
    const emotions = { neutral: 0.1, happiness: 0.8, surprise: 0.1, sadness: 0, anger: 0, disgust: 0, fear: 0, contempt: 0 };
    const known = { mean: 0.5, variance: 0.05 };
    for (let i = 0; i < 10; i += 1) {
      await met.clock.advanceAsync(0.3);
      const at = met.clock.now();
      eye.send({ type: 'signal', at, signal: fakeFace(at, { smile: 0.8 }, { expression: { whole: emotions, upper: emotions } }) });
      ear.send({ type: 'signal', at, signal: fakeVoice(at, { expression: { valence: known, arousal: known, dominance: known, emotions } }) });
    }
    expect(met.agent.state.affect.fusion).toEqual({ by: 'weighted', instead: 'unlike' });
    expect(met.agent.state.affect.estimate.emotions.happiness).toBeGreaterThan(0.5);
    expect(met.problems).toEqual(['model-missing']);
    const log = parseLog(lines.join('\n'));
    expect(replay(log, { fuser }).cues).toEqual(log.cues);
  });
});
