import { Group, type Object3D, PerspectiveCamera, Vector3 } from 'three';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AvatarFrame, createAgent as createCore } from '../../../../src/core/index.ts';
import { createFloor } from '../../../../src/group/index.ts';
import { createFakeDialogue, createFakeSource, createFakeSpeech, createManualClock, fakeFace, type FakeSource } from '../../../../src/testing/index.ts';
import { type AvatarRig, createAgent, type SceneAgentOptions } from '../../../../src/three/index.ts';
import { minimalVrm } from '../minimal-vrm.ts';

/** A body of the host's own, that notes what it is told. */
function createRig() {
  const eyes: (Vector3 | null)[] = [];
  const shown: { readonly delta: number; readonly speaking: boolean }[] = [];
  const rig = {
    object: new Group(), eyes, shown, disposals: 0,
    setEyes: (position: Vector3 | null) => void eyes.push(position?.clone() ?? null),
    apply: (frame: AvatarFrame, delta: number) => void shown.push({ delta, speaking: frame.speaking }),
    dispose: () => void (rig.disposals += 1),
  };
  return rig satisfies AvatarRig;
}

/** All ports are given, so nothing of a browser is touched. */
function ports() {
  const clock = createManualClock();
  const speech = createFakeSpeech();
  const senses: FakeSource[] = [];
  const source = (sense: 'face' | 'voice') => () => {
    const made = createFakeSource(sense);
    senses.push(made);
    return made;
  };
  return { clock, speech, senses, options: { clock, speech, text: null, dialogue: createFakeDialogue(), playSound: null, character: {}, sources: { face: source('face'), voice: source('voice') } } satisfies SceneAgentOptions };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an agent in a scene', () => {
  it('drives a rig of the host’s own, which looks at the camera, at a target, or straight ahead', async () => {
    const rig = createRig();
    const camera = new PerspectiveCamera();
    camera.position.set(1, 2, 3);
    const agent = await createAgent({ ...ports().options, avatar: rig, camera });
    expect(agent.object).toBe(rig.object);
    agent.update(0.02);
    const other = new Group();
    other.position.set(-1, 0, 0);
    agent.lookAt(other);
    agent.update(0.03);
    agent.lookAt(null);
    agent.update(0.02);
    expect(rig.shown.map(({ delta }) => delta)).toEqual([0.02, 0.03, 0.02]);
    expect(rig.eyes).toEqual([new Vector3(1, 2, 3), new Vector3(-1, 0, 0), new Vector3(1, 2, 3)]);
    await agent.dispose();

    const blind = createRig();
    const without = await createAgent({ ...ports().options, avatar: blind });
    without.update(0.02);
    expect(blind.eyes).toEqual([null]);
    await without.dispose();
  });

  it('tells what becomes of it by the kind: feeling, plan, intents, words, voice, senses', async () => {
    const { clock, senses, options } = ports();
    const rig = createRig();
    const agent = await createAgent({ ...options, avatar: rig, events: { 'level-failed': 'lost' } });
    const told: string[] = [];
    agent.on('feeling', ({ phase, category }) => told.push(`feeling ${phase} ${String(category)}`));
    agent.on('plan', ({ strategy }) => told.push(`plan ${strategy}`));
    agent.on('intent', (intent) => told.push(`intent ${intent.kind}`));
    agent.on('caption', ({ speaker, text }) => told.push(`${speaker}: ${text}`));
    agent.on('speaking', (speaking) => told.push(`speaking ${speaking}`));
    agent.on('sense', ({ sense, status }) => told.push(`sense ${sense} ${status}`));
    const affects: number[] = [];
    const stopAffect = agent.on('affect', ({ estimate }) => affects.push(estimate.valence.mean));

    agent.observe({ event: 'level-failed' });
    await clock.advanceAsync(0.5);
    agent.update(0.016);
    expect(rig.shown.at(-1)?.speaking).toBe(true);
    await clock.advanceAsync(10);
    const said = told.filter((line) => /^(plan|intent|agent|speaking)/.test(line));
    expect(said.slice(0, 2)).toEqual(['plan comfort', 'intent say']);
    expect(said.at(-1)).toBe('speaking false');
    expect(said.findIndex((line) => line.startsWith('agent: '))).toBeLessThan(said.indexOf('speaking true'));
    expect(said.findLast((line) => line.startsWith('agent: '))).toContain('(encourage)');

    await agent.open('face');
    for (let look = 0; look < 40; look += 1) {
      await clock.advanceAsync(1 / 15);
      senses[0]?.send({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now(), { smile: 0.9 }) });
    }
    expect(told).toContain('sense face live');
    expect(told.some((line) => line.startsWith('feeling tracking'))).toBe(true);
    const before = affects.length;
    expect(before).toBeGreaterThan(40);
    stopAffect();
    await clock.advanceAsync(1);
    expect(affects).toHaveLength(before);
    await agent.close('face');
    expect(senses[0]?.started).toBe(false);
    await agent.dispose();
  });

  it('is as new as the core is, in every property of the core that changes', async () => {
    const core = createCore({ clock: createManualClock() });
    const changing = Object.entries(Object.getOwnPropertyDescriptors(core)).flatMap(([name, { get }]) => (get ? [name] : []));
    const agent = await createAgent({ ...ports().options, avatar: createRig() });
    const copied = changing.filter((name) => !Object.getOwnPropertyDescriptor(agent, name)?.get);
    expect(changing).toContain('state');
    expect(copied).toEqual([]);
    await agent.dispose();
  });

  it('shares nothing with another agent', async () => {
    const first = ports();
    const second = ports();
    const [pip, mira] = [await createAgent({ ...first.options, avatar: createRig(), character: { name: 'Pip' } }), await createAgent({ ...second.options, avatar: createRig() })];
    pip.observe('won');
    await first.clock.advanceAsync(1);
    await second.clock.advanceAsync(1);
    expect(pip.captions).toHaveLength(1);
    expect(mira.captions).toHaveLength(0);
    await pip.dispose();
    mira.observe('lost');
    await second.clock.advanceAsync(1);
    expect(mira.captions).toHaveLength(1);
    await mira.dispose();
  });

  it('releases all of it when disposed of, once, and is quiet afterwards', async () => {
    const { clock, speech, senses, options } = ports();
    const rig = createRig();
    const agent = await createAgent({ ...options, avatar: rig });
    await agent.open('face');
    await agent.open('voice');
    const heard = vi.fn<() => void>();
    agent.on('affect', heard);
    await Promise.all([agent.dispose(), agent.dispose(), agent.stop()]);
    expect(rig.disposals).toBe(1);
    expect(speech.disposed).toBe(true);
    expect(senses.map(({ started }) => started)).toEqual([false, false]);
    heard.mockClear();
    await clock.advanceAsync(1);
    agent.update(0.016);
    expect(heard).not.toHaveBeenCalled();
    expect(rig.shown).toHaveLength(0);
  });

  it('loads a VRM, and takes it out of the scene when disposed of', async () => {
    const scene = new Group();
    const agent = await createAgent({ ...ports().options, avatar: minimalVrm() });
    scene.add(agent.object);
    agent.update(0.016);
    await agent.dispose();
    expect(scene.children).toHaveLength(0);
  });

  it('throws what is wrong in one sentence, and leaves a rig of the host’s own alone', async () => {
    await expect(createAgent({ ...ports().options, avatar: new ArrayBuffer(8) })).rejects.toMatchObject({ code: 'avatar-unreadable' });
    const rig = createRig();
    await expect(createAgent({ ...ports().options, avatar: rig, seed: 1.5 })).rejects.toMatchObject({ code: 'bad-input' });
    expect(rig.disposals).toBe(0);
  });

  it('keeps still for players who prefer reduced motion', async () => {
    const movement = async (): Promise<number> => {
      const { clock, options } = ports();
      const turns: number[] = [];
      const rig = { ...createRig(), apply: ({ body }: AvatarFrame) => void turns.push(body.reduce((sum, each) => sum + Math.abs(each), 0)) };
      const agent = await createAgent({ ...options, avatar: rig });
      for (let at = 0; at < 50; at += 1) {
        clock.advance(0.1);
        agent.update(0.1);
      }
      await agent.dispose();
      return Math.max(...turns) - Math.min(...turns);
    };
    const moving = await movement();
    const asked = vi.fn(() => ({ matches: true }));
    vi.stubGlobal('matchMedia', asked);
    const still = await movement();
    expect(asked).toHaveBeenCalledWith('(prefers-reduced-motion: reduce)');
    expect(moving).toBeGreaterThan(0.01);
    expect(still).toBeLessThan(moving / 10);
  });

  it('takes turns with others on one floor, and looks at who speaks', async () => {
    const floor = createFloor<Object3D>();
    const { clock, options } = ports();
    const camera = new PerspectiveCamera();
    const rigs = [createRig(), createRig()];
    const agents = await Promise.all(rigs.map((rig, at) => {
      rig.object.position.set(at, 0, 0);
      return createAgent({ ...options, speech: createFakeSpeech(), avatar: rig, floor });
    }));
    for (const agent of agents) {
      agent.seenBy(camera);
      agent.say('Hello to you both');
    }
    await clock.advanceAsync(0.5);
    for (const agent of agents) agent.update(0.02);
    expect(agents.map(({ state }) => state.conversation.utterance?.started != null)).toEqual([true, false]);
    expect(agents.map(({ waits }) => waits)).toEqual([null, agents[1]!.captions.at(-1)!.id]);
    expect(rigs.map(({ eyes }) => eyes.at(-1))).toEqual([camera.position, rigs[0]!.object.position]);
    await clock.advanceAsync(30);
    for (const agent of agents) agent.update(0.02);
    expect(rigs.map(({ eyes }) => eyes.at(-1))).toEqual([camera.position, camera.position]);
    await Promise.all(agents.map((agent) => agent.dispose()));
  });

  it('leaves one sense open at the most, however quickly it is opened and closed', async () => {
    const { senses, options } = ports();
    const agent = await createAgent({ ...options, avatar: createRig() });
    await Promise.all([agent.open('face'), agent.close('face'), agent.open('face'), agent.open('face')]);
    expect(senses.filter(({ started }) => started)).toHaveLength(1);
    await Promise.all([agent.open('face'), agent.close('face')]);
    expect(senses.filter(({ started }) => started)).toHaveLength(0);
    await agent.dispose();
  });
});
