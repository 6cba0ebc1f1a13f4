import { type Agent, type AgentOptions, createAgent } from 'attune';
import { FAULTS, INVARIANTS, type Invariant, torture, type TortureOptions } from 'attune/testing';
import { describe, expect, it } from 'vitest';

const told = async (options: TortureOptions): Promise<string[]> => (await torture(options)).violations.map(({ invariant, found, at }) => `${invariant} at ${at}: ${found}`);

/** The agent, with something of it in another way. */
const alter = (agent: Agent, other: Partial<Agent>): Agent => Object.defineProperties(Object.create(agent) as Agent, Object.getOwnPropertyDescriptors(other));
const bySpeech = (change: (speech: NonNullable<AgentOptions['speech']>) => Partial<NonNullable<AgentOptions['speech']>>) => (options: AgentOptions): Agent => createAgent({ ...options, speech: { ...options.speech!, ...change(options.speech!) } });

describe('a torture', () => {
  it.each([1, 2, 3])('breaks nothing that must hold, by seed %i', async (seed) => {
    const report = await torture({ seed, duration: 200 });
    expect(report.violations).toEqual([]);
    expect(report.utterances).toBeGreaterThan(3);
    expect(report.faults.size).toBeGreaterThan(10);
  });

  it('finds nothing where nothing breaks, and says that nothing did', async () => {
    const report = await torture({ seed: 4, duration: 120, share: 0 });
    expect(report.violations).toEqual([]);
    expect([...report.faults]).toEqual([]);
  });

  it.each(FAULTS)('is withstood where the only fault is "%s"', async (fault) => {
    const report = await torture({ seed: 5, duration: 60, only: [fault], share: 0.4 });
    expect(report.violations).toEqual([]);
    expect([...report.faults.keys()].map((name) => name.slice(name.indexOf(' ') + 1))).toContain(fault);
  });

  it('is the same again by the same seed', async () => {
    const [one, other] = [await torture({ seed: 11, duration: 90 }), await torture({ seed: 11, duration: 90 })];
    expect(one).toEqual(other);
    expect(await torture({ seed: 12, duration: 90 })).not.toEqual({ ...one, seed: 12 });
  });

  it('tries ports of one\'s own, and says what it is asked for in vain', async () => {
    let asked = 0;
    const report = await torture({ seed: 8, duration: 60, share: 0, ports: () => ({ dialogue: { written: true, reply: async () => `I was asked ${asked += 1} times.` } }) });
    expect(report.violations).toEqual([]);
    expect(asked).toBeGreaterThan(0);
    await expect(torture({ duration: 0 })).rejects.toThrow(/a duration above 0, but got 0/);
    await expect(torture({ share: 2 })).rejects.toThrow(/from 0 to 1, but got 2/);
  });
});

describe('a bug that is planted', () => {
  const PLANTED: Readonly<Record<Invariant, TortureOptions>> = {
    finite: { makeAgent: (options) => {
      const agent = createAgent(options);
      return alter(agent, { sample(frame) {
        agent.sample(frame);
        frame.gaze.yaw = Number.NaN;
      } });
    } },
    time: { makeAgent: (options) => {
      const agent = createAgent(options);
      return alter(agent, { get state() {
        return { ...agent.state, at: agent.state.at + 30 };
      } });
    } },
    phases: { makeAgent: (options) => {
      const agent = createAgent(options);
      return alter(agent, { get state() {
        const { affect } = agent.state;
        return affect.phase === 'calibrating' ? { ...agent.state, affect: { ...affect, phase: 'tracking' as const } } : agent.state;
      } });
    } },
    'one-utterance': { makeAgent: bySpeech((speech) => ({ speak(request, clock, listener) {
      void speech.speak({ ...request, id: 'echo' }, clock, { started: () => undefined });
      return speech.speak(request, clock, listener);
    } })) },
    'cancelled-silent': { makeAgent: (options) => {
      const agent = createAgent(options);
      return alter(agent, { sample(frame) {
        agent.sample(frame);
        frame.mouth.aa = 0.4;
      } });
    } },
    released: { makeAgent: (options) => alter(createAgent(options), { stop: async () => undefined }) },
    'log-bounded': { makeAgent: (options) => createAgent({ ...options, record(line) {
      options.record?.(line);
      if (line.includes('"signal"')) options.record?.(JSON.stringify({ type: 'words', text: 'la '.repeat(4000) }));
    } }) },
    replayable: { makeAgent: (options) => createAgent({ ...options, record: (line) => options.record?.(line.replace('"kind":"blink"', '"kind":"wink"')) }) },
    // The timer by which a reader is waited for is lost.
    answers: { makeAgent(options) {
      let reads = false;
      return createAgent({
        ...options,
        text: { read() {
          reads = true;
          return new Promise(() => undefined);
        } },
        clock: { now: () => options.clock.now(), every(period, action) {
          const lost = reads;
          reads = false;
          return lost ? () => undefined : options.clock.every(period, action);
        } },
      });
    } },
    goes: { makeAgent: (options) => alter(createAgent(options), { erase() {
      throw new TypeError('planted');
    } }) },
    memory: { makeAgent: (options) => {
      const agent = createAgent(options);
      return alter(agent, { get captions() {
        const [first] = agent.captions;
        return first ? Array.from({ length: 201 }, (_, i) => ({ ...first, id: `${first.id}-${i}` })) : agent.captions;
      } });
    } },
  };

  it.each(Object.keys(INVARIANTS) as Invariant[])('against "%s" is caught, and no other invariant is', async (invariant) => {
    const violations = await told({ seed: 2, duration: 150, share: 0, ...PLANTED[invariant] });
    expect(violations.length).toBeGreaterThan(0);
    for (const violation of violations) expect(violation).toContain(`${invariant} at `);
  });

  it('in what an utterance does after it was cancelled is caught', async () => {
    const violations = await told({ seed: 2, duration: 150, share: 0, makeAgent: bySpeech((speech) => {
      let again = (): void => undefined;
      return {
        speak(request, clock, listener) {
          again = () => void speech.speak(request, clock, listener);
          return speech.speak(request, clock, listener);
        },
        cancel(id) {
          speech.cancel(id);
          again();
        },
      };
    }) });
    expect(violations.some((each) => each.startsWith('cancelled-silent'))).toBe(true);
  });

  it('in a promise that nobody awaits, or in memory that grows, is caught', async () => {
    let used = 0;
    const host = { breathe: async () => undefined, rejections: () => ['a rejection'], memory: () => (used += 70e6) };
    const violations = await told({ seed: 9, duration: 1200, share: 0, host, makeAgent: createAgent });
    expect(violations[0]).toContain('goes at 60: nobody awaited a rejection');
    expect(violations.filter((each) => each.includes('memory at ')).map((each) => each.slice(each.indexOf(': ')))).toEqual([': 70 MB more are in use than after 10 minutes']);
  });
});
