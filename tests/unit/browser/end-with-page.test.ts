import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFaceSource, createVoiceSource, type AudioHub } from '../../../src/browser/index.ts';
import { endWithPage } from '../../../src/browser/end-with-page.ts';
import { type AttuneError, createAgent, createRelease } from '../../../src/core/index.ts';
import { createFakeRecognizer, createFakeSpeech, createManualClock } from '../../../src/testing/index.ts';
import { createAgent as createSceneAgent } from '../../../src/three/index.ts';
import { Group } from 'three';

const reload = vi.fn<() => void>();
const tracks: TrackHere[] = [];
const workers: WorkerHere[] = [];

class TrackHere extends EventTarget {
  readyState = 'live';
  muted = false;

  stop(): void {
    this.readyState = 'ended';
  }
}

class WorkerHere extends EventTarget {
  terminated = false;

  postMessage(): void {}

  terminate(): void {
    this.terminated = true;
  }
}

/** A page with a camera and workers. */
beforeEach(() => {
  const page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', { reload, href: 'https://game.example/', origin: 'https://game.example' });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false, baseURI: 'https://game.example/' }));
  vi.stubGlobal('Worker', class extends WorkerHere {
    constructor() {
      super();
      workers.push(this);
    }
  });
  vi.stubGlobal('navigator', { mediaDevices: Object.assign(new EventTarget(), {
    getUserMedia: async () => {
      const track = new TrackHere();
      tracks.push(track);
      return { getTracks: () => [track], getVideoTracks: () => [track] };
    },
  }) });
});
afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockClear();
  tracks.length = workers.length = 0;
});

const leave = (): boolean => window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }));
const comeBack = (persisted: boolean): boolean => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

const live = () => ({ tracks: tracks.filter(({ readyState }) => readyState === 'live').length, workers: workers.filter(({ terminated }) => !terminated).length });

describe('what ends with the page', () => {
  it('has ended when the page is gone; one that is shown again is loaded anew, a new one is not', () => {
    const held = createRelease();
    const end = vi.fn<() => void>();
    held.hold('It', end);
    held.hold('The watch', endWithPage(held.end));
    comeBack(false);
    expect(reload).not.toHaveBeenCalled();
    leave();
    expect(end).toHaveBeenCalledTimes(1);
    comeBack(true);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is left alone where it ended before', async () => {
    const held = createRelease();
    held.hold('The watch', endWithPage(held.end));
    await held.end();
    leave();
    comeBack(true);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is camera, worker, utterance and time of an agent, before anything is waited for', async () => {
    const clock = createManualClock();
    const speech = createFakeSpeech();
    const agent = createAgent({ clock, speech, compliance: { mode: 'emotion', consent: true, introduces: false } });
    endWithPage(agent.stop);
    agent.start();
    agent.say('hello');
    void agent.attach(createFaceSource());
    await clock.advanceAsync(0.5);
    expect(live()).toEqual({ tracks: 1, workers: 1 });
    expect(agent.state.conversation.utterance?.started).not.toBeNull();
    leave();
    expect(live()).toEqual({ tracks: 0, workers: 0 });
    expect(speech.disposed).toBe(true);
    const { at } = agent.state;
    await clock.advanceAsync(5);
    expect(agent.state.at).toBe(at);
    await agent.attach(createFaceSource());
    expect(live()).toEqual({ tracks: 0, workers: 0 });
  });

  it('is all of an agent in a scene, also where its body does not end', async () => {
    const clock = createManualClock();
    const speech = createFakeSpeech();
    const problems: AttuneError[] = [];
    const avatar = { object: new Group(), apply: () => undefined, dispose: () => { throw new Error('broken'); } };
    const agent = await createSceneAgent({ clock, speech, text: null, dialogue: null, playSound: null, character: {}, avatar, sources: { face: () => createFaceSource() }, onProblem: (problem) => problems.push(problem) });
    void agent.open('face');
    await clock.advanceAsync(0.5);
    expect(live()).toEqual({ tracks: 1, workers: 1 });
    leave();
    expect(live()).toEqual({ tracks: 0, workers: 0 });
    expect(speech.disposed).toBe(true);
    comeBack(true);
    expect(reload).not.toHaveBeenCalled();
    await agent.dispose();
    expect(problems.map(({ message }) => message)).toEqual(['The body did not end: broken']);
  });
});

describe('a device', () => {
  const clock = createManualClock();
  const broken = (): never => {
    throw new Error('a listener of the host');
  };

  it('is let go of whatever a listener throws: the camera', async () => {
    const problems: string[] = [];
    const sink = { event: () => undefined, words: () => undefined, problem: ({ message }: AttuneError) => void problems.push(message) };
    let shown = 0;
    const source = createFaceSource({ onPreview: (stream) => (stream ? void (shown += 1) : broken()) });
    void source.start(clock, sink);
    await clock.advanceAsync(0.1);
    expect(shown).toBe(1);
    expect(live()).toEqual({ tracks: 1, workers: 1 });
    await source.stop();
    expect(live()).toEqual({ tracks: 0, workers: 0 });
    expect(problems).toEqual(['The preview did not end: a listener of the host']);
  });

  it('is let go of whatever a listener throws: the microphone', async () => {
    const context = Object.assign(new EventTarget(), {
      currentTime: 0, state: 'running', destination: {},
      audioWorklet: { addModule: async () => undefined },
      createMediaStreamSource: () => node(), createGain: () => Object.assign(node(), { gain: { value: 1 } }),
    });
    const node = (): object => ({ connect: (next: object) => next, disconnect: () => undefined });
    vi.stubGlobal('AudioWorkletNode', class {
      port = { postMessage: () => undefined, close: () => undefined };
      connect = (next: object): object => next;
      disconnect = (): void => undefined;
    });
    const audio = { open: async () => context, context, output: null, soundOutside: () => () => undefined, watchOutside: () => () => undefined, hold: () => () => undefined, close: async () => undefined } as unknown as AudioHub;
    Object.assign(TrackHere.prototype, { getSettings: () => ({}) });
    const devices = navigator.mediaDevices as unknown as { getUserMedia(): Promise<{ getAudioTracks?: () => unknown }> };
    const open = devices.getUserMedia;
    devices.getUserMedia = async () => {
      const stream = await open();
      return Object.assign(stream, { getAudioTracks: () => (stream as unknown as { getTracks(): unknown }).getTracks() });
    };
    const problems: string[] = [];
    const source = createVoiceSource({ audio, onRecognizer: (share) => (share === null ? broken() : undefined), recognizer: createFakeRecognizer() });
    void source.start(clock, { event: () => undefined, words: () => undefined, problem: ({ message }) => void problems.push(message) });
    await clock.advanceAsync(0.1);
    expect(live()).toEqual({ tracks: 1, workers: 1 });
    await source.stop();
    expect(live()).toEqual({ tracks: 0, workers: 0 });
    expect(problems).toEqual(['The words did not end: a listener of the host']);
  });
});
