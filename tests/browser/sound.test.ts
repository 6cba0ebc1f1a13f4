import { createAgent, type AgentState } from 'attune';
import { createAmbience, createAudioHub, createBreathTone, createEarcons } from 'attune/browser';
import { createManualClock } from 'attune/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** Counts what a page that plays must not leave behind. */
function watchAudio() {
  const contexts: AudioContext[] = [];
  const connected = new Map<AudioNode, number>();
  const native = globalThis.AudioContext;
  vi.stubGlobal('AudioContext', class extends native {
    constructor(options?: AudioContextOptions) {
      super(options);
      contexts.push(this);
    }
  });
  const isLive = (node: AudioNode): boolean => node.context instanceof native;
  const { connect, disconnect } = AudioNode.prototype;
  vi.spyOn(AudioNode.prototype, 'connect').mockImplementation(function (this: AudioNode, ...to: unknown[]) {
    if (isLive(this)) connected.set(this, (connected.get(this) ?? 0) + 1);
    return connect.apply(this, to as never) as never;
  });
  vi.spyOn(AudioNode.prototype, 'disconnect').mockImplementation(function (this: AudioNode, ...from: unknown[]) {
    if (from.length === 0) connected.delete(this);
    return disconnect.apply(this, from as never);
  });
  const timers = new Set<unknown>();
  const [set, clear] = [globalThis.setInterval, globalThis.clearInterval];
  vi.stubGlobal('setInterval', (...given: Parameters<typeof set>) => {
    const timer = set(...given);
    timers.add(timer);
    return timer;
  });
  vi.stubGlobal('clearInterval', (timer: never) => {
    timers.delete(timer);
    clear(timer);
  });
  return { contexts, connected, timers };
}

/** Root mean square of what a node sounds over some seconds. */
async function loudness(node: AudioNode, seconds: number): Promise<number> {
  const tap = new AnalyserNode(node.context, { fftSize: 8192 });
  node.connect(tap);
  const samples = new Float32Array(tap.fftSize);
  let [sum, count] = [0, 0];
  const end = node.context.currentTime + seconds;
  while (node.context.currentTime < end) {
    await new Promise((resolve) => setTimeout(resolve, 80));
    tap.getFloatTimeDomainData(samples);
    for (const sample of samples) sum += sample * sample;
    count += samples.length;
  }
  node.disconnect(tap);
  return Math.sqrt(sum / count);
}

const agentState = (change: Partial<AgentState['conversation']> = {}): AgentState => {
  const { state } = createAgent({ clock: createManualClock() });
  return { ...state, conversation: { ...state.conversation, ...change } };
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the bed of music', () => {
  it('plays in the hub’s one context, beside what the echo canceller knows, softly under the agent and hardly under the player, and leaves nothing', async () => {
    const { contexts, connected, timers } = watchAudio();
    const audio = createAudioHub();
    const context = await audio.open();
    const [nodes, running] = [connected.size, timers.size];
    const bed = context.createGain();
    bed.connect(context.destination);
    const ambience = createAmbience({ audio, seed: 2, destination: () => bed });
    expect(connected.size).toBe(nodes + 1);
    await ambience.setVolume('normal');
    expect(contexts).toEqual([context]);
    await loudness(bed, 5);
    const alone = await loudness(bed, 2);
    expect(20 * Math.log10(alone)).toBeGreaterThan(-46);
    expect(20 * Math.log10(alone)).toBeLessThan(-26);
    ambience.follow(agentState({ utterance: { id: 'a', asked: 0, started: 1 } }));
    await loudness(bed, 0.5);
    expect(await loudness(bed, 2)).toBeLessThan(0.5 * alone);
    ambience.follow(agentState({ playerSpeaksSince: 1 }));
    await loudness(bed, 0.5);
    expect(await loudness(bed, 2)).toBeLessThan(0.25 * alone);
    expect(await loudness(audio.output!, 0.5)).toBe(0);
    ambience.dispose();
    await loudness(bed, 0.5);
    expect(await loudness(bed, 0.5)).toBe(0);
    bed.disconnect();
    expect(connected.size).toBe(nodes);
    expect(timers.size).toBe(running);
    expect(contexts).toHaveLength(1);
    await audio.close();
  });

  it('lets go of everything when it is turned off, and begins again', async () => {
    const { connected, timers } = watchAudio();
    const audio = createAudioHub();
    await audio.open();
    const [nodes, running] = [connected.size, timers.size];
    const ambience = createAmbience({ audio });
    await ambience.setVolume('quiet');
    expect(timers.size).toBe(running + 1);
    await ambience.setVolume('off');
    await vi.waitFor(() => expect(connected.size).toBe(nodes), { timeout: 15_000 });
    expect(timers.size).toBe(running);
    await Promise.all([ambience.setVolume('quiet'), ambience.setVolume('normal')]);
    expect(timers.size).toBe(running + 1);
    await audio.close();
    await vi.waitFor(() => expect(timers.size).toBe(running));
    ambience.dispose();
  });

  it('loads nothing and opens nothing while it is off', async () => {
    const { contexts } = watchAudio();
    const audio = createAudioHub();
    const ambience = createAmbience({ audio });
    ambience.follow(agentState());
    await ambience.setVolume('off');
    ambience.dispose();
    expect(contexts).toEqual([]);
    expect(() => createAmbience({ audio, volume: 'loud' as never })).toThrow('off, quiet, normal, but got "loud"');
    expect(() => createAmbience({ audio, seed: 0.5 })).toThrow('whole number, but got 0.5');
    expect(() => createAmbience({} as never)).toThrow('createAudioHub()');
  });
});

describe('earcons', () => {
  it('sound in the hub’s one context and leave nothing, whichever is played', async () => {
    const { contexts, connected } = watchAudio();
    const audio = createAudioHub();
    await audio.open();
    const nodes = connected.size;
    const earcons = createEarcons({ audio });
    earcons.follow(agentState());
    for (const earcon of ['listening', 'thinking', 'understood', 'farewell', 'hum'] as const) {
      const sounding = earcons.play({ kind: 'sound', at: 0, earcon });
      expect({ earcon, heard: (await loudness(audio.output!, 0.8)) > 0.001 }).toEqual({ earcon, heard: true });
      await sounding;
    }
    expect(connected.size).toBe(nodes);
    expect(contexts).toHaveLength(1);
    earcons.dispose();
    await audio.close();
  });
});

describe('the hub', () => {
  it('is running again after the system suspended it, and is let alone after it was closed', async () => {
    const { contexts } = watchAudio();
    const audio = createAudioHub();
    const context = await audio.open();
    await context.suspend();
    await vi.waitFor(() => expect(context.state).toBe('running'));
    const resume = vi.spyOn(context, 'resume');
    await audio.close();
    document.dispatchEvent(new Event('pointerup'));
    document.dispatchEvent(new Event('visibilitychange'));
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    expect(context.state).toBe('closed');
    expect(resume).not.toHaveBeenCalled();
    expect(contexts).toHaveLength(1);
  });

  it('tries again at a tap where the browser refused, as during a call', async () => {
    watchAudio();
    const audio = createAudioHub();
    const context = await audio.open();
    const resume = vi.spyOn(context, 'resume').mockRejectedValue(new DOMException('interrupted', 'InvalidStateError'));
    await context.suspend();
    await vi.waitFor(() => expect(resume).toHaveBeenCalled());
    expect(context.state).toBe('suspended');
    resume.mockRestore();
    document.dispatchEvent(new Event('pointerup'));
    await vi.waitFor(() => expect(context.state).toBe('running'));
    await audio.close();
  });

  it('finds another device when its clock stands still after a change of devices', async () => {
    watchAudio();
    const audio = createAudioHub();
    const context = await audio.open();
    const suspend = vi.spyOn(context, 'suspend');
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(suspend).not.toHaveBeenCalled();
    vi.spyOn(context, 'currentTime', 'get').mockReturnValue(3);
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await vi.waitFor(() => expect(suspend).toHaveBeenCalled(), { timeout: 3000 });
    await vi.waitFor(() => expect(context.state).toBe('running'));
    await audio.close();
  });
});

describe('the sound of a paced breath', () => {
  it('swells as lungs fill, goes through what the echo canceller knows, and leaves nothing', async () => {
    const { connected } = watchAudio();
    const audio = createAudioHub();
    await audio.open();
    const tone = createBreathTone({ audio, level: -20 });
    expect(() => createBreathTone({ audio, level: 0 })).toThrow('expected "level" in [-60, -12] decibels, but got 0');
    const soundOf = async (depth: number): Promise<number> => {
      tone.follow(depth);
      await new Promise((resolve) => setTimeout(resolve, 700));
      return loudness(audio.output!, 0.3);
    };
    const [full, half, empty] = [await soundOf(1), await soundOf(0.5), await soundOf(0)];
    expect(full).toBeGreaterThan(0.015);
    expect(full).toBeLessThan(0.1);
    expect(half).toBeLessThan(0.75 * full);
    expect(empty).toBeLessThan(0.05 * full);
    tone.stop();
    await vi.waitFor(() => expect(connected.size).toBe(1), 3000);
    await audio.close();
  });
});
