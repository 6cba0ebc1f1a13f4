import { Canvas } from '@react-three/fiber';
import type { AttuneError, Clock, EmpathyPlan } from 'attune';
import { Agent, type AgentProps, AttuneRoom, useAffect, useCaptions, useOwnAgent } from 'attune/react';
import { createFakeDialogue, createFakeSource, createFakeSpeech, createManualClock, fakeFace, type FakeSource, type FakeSpeech } from 'attune/testing';
import type { SceneAgent } from 'attune/three';
import { type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { minimalVrm } from '../unit/three/minimal-vrm.ts';

const urls: string[] = [];
const roots: Root[] = [];
function vrmUrl(): string {
  const url = URL.createObjectURL(new Blob([minimalVrm()]));
  urls.push(url);
  return url;
}

afterEach(() => {
  for (const root of roots.splice(0)) root.unmount();
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
  document.body.replaceChildren();
});

/** Shows a scene in a strict tree; returns how to take it away. */
function show(scene: ReactNode, around: (canvas: ReactNode) => ReactNode = (canvas) => canvas): () => void {
  const host = document.body.appendChild(document.createElement('div'));
  host.style.height = '120px';
  const root = createRoot(host);
  roots.push(root);
  root.render(<StrictMode>{around(<Canvas flat gl={{ antialias: false }}>{scene}</Canvas>)}</StrictMode>);
  return () => root.unmount();
}

/** Ports that touch no device and load nothing, and what was made of them. */
function ports(clock: Clock) {
  const speeches: FakeSpeech[] = [];
  const cameras: FakeSource[] = [];
  const camera = (): FakeSource => {
    const made = createFakeSource('face');
    cameras.push(made);
    return made;
  };
  const speech = (): FakeSpeech => {
    const made = createFakeSpeech();
    speeches.push(made);
    return made;
  };
  const props = { clock, speech, text: null, dialogue: createFakeDialogue(), playSound: null, character: {}, sources: { face: camera } } satisfies AgentProps;
  return { speeches, cameras, props };
}

const SLOW = { timeout: 60_000 };

describe('<Agent/> without a provider', () => {
  it('suspends until it is there, tells what happens to it, and ends with the component, voice and camera, too', async () => {
    const clock = createManualClock();
    const { speeches, cameras, props } = ports(clock);
    const agents: SceneAgent[] = [];
    const seen: string[] = [];
    const plans: EmpathyPlan[] = [];
    const drawn: string[] = [];
    const Fallback = () => <object3D ref={(object) => void (object && drawn.push('fallback'))} />;
    function Phase() {
      const phase = useAffect((affect) => affect.phase);
      return <object3D ref={(object) => void (object && drawn.push(phase))} />;
    }
    const goAway = show(
      <Suspense fallback={<Fallback />}>
        <Agent
          suspend avatar={vrmUrl()} {...props} senses={['face']} onAgent={(agent) => agents.push(agent)}
          onAffect={({ phase }) => seen.push(phase)} onPlan={(plan) => plans.push(plan)} onCaption={({ speaker }) => seen.push(speaker)}
        >
          <Phase />
        </Agent>
      </Suspense>,
    );
    await vi.waitFor(() => expect(drawn.at(-1)).toBe('absent'), SLOW);
    expect(drawn).toContain('fallback');
    // A strict tree mounts twice, and nothing is made twice for it.
    expect([agents.length, speeches.length]).toEqual([1, 1]);
    await vi.waitFor(() => expect(cameras.at(-1)?.started).toBe(true), SLOW);
    for (let frame = 0; frame < 60; frame += 1) {
      clock.advance(1 / 15);
      cameras.at(-1)!.send({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now(), { smile: 0.9 }) });
    }
    agents[0]!.say('Hello there');
    await vi.waitFor(() => expect(seen).toEqual(expect.arrayContaining(['tracking', 'player', 'agent'])), SLOW);
    expect(plans.at(-1)?.intents.some(({ kind }) => kind === 'say')).toBe(true);
    await vi.waitFor(() => expect(drawn.at(-1)).toBe('tracking'), SLOW);
    const { object } = agents[0]!;
    expect(object.parent).not.toBeNull();
    goAway();
    await vi.waitFor(() => expect(speeches[0]?.disposed).toBe(true), SLOW);
    expect(cameras.map(({ started }) => started)).not.toContain(true);
    expect(object.parent).toBeNull();
  });

  it('tells in one sentence why it could not be made', async () => {
    const problems: AttuneError[] = [];
    const url = URL.createObjectURL(new Blob(['no avatar']));
    urls.push(url);
    show(<Agent avatar={url} {...ports(createManualClock()).props} onError={(problem) => problems.push(problem)} />);
    await vi.waitFor(() => expect(problems.map(({ code }) => code)).toEqual(['avatar-unreadable']), SLOW);
  });
});

describe('agents in one room', () => {
  it('speak one after the other, and what waits is no caption yet', async () => {
    const clock = createManualClock();
    const names = ['emil', 'mira'] as const;
    const people = names.map((name) => ({ name, avatar: vrmUrl(), ...ports(clock) }));
    const agents: Partial<Record<string, SceneAgent>> = {};
    function Said({ of }: { readonly of: SceneAgent }) {
      return <p>{useCaptions(of).filter(({ speaker }) => speaker === 'agent').length}</p>;
    }
    function Person({ name, avatar, props }: (typeof people)[number]) {
      const agent = useOwnAgent({ ...props, avatar, character: { name } });
      if (agent) agents[name] = agent;
      return agent && <Said of={agent} />;
    }
    show(null, (canvas) => <AttuneRoom>{canvas}{people.map((person) => <Person key={person.name} {...person} />)}</AttuneRoom>);
    await vi.waitFor(() => expect(document.querySelectorAll('p')).toHaveLength(2), SLOW);
    for (const name of names) agents[name]!.say('Good evening to you both');
    await clock.advanceAsync(1);
    const shown = (): (string | null)[] => [...document.querySelectorAll('p')].map(({ textContent }) => textContent);
    const speaking = (): boolean[] => names.map((name) => agents[name]!.state.conversation.utterance?.started != null);
    expect(speaking()).toEqual([true, false]);
    expect(agents['mira']!.captions.some(({ speaker }) => speaker === 'agent')).toBe(true);
    await vi.waitFor(() => expect(shown()).toEqual(['1', '0']), SLOW);
    let most = 0;
    for (let second = 0; second < 30; second += 1) {
      await clock.advanceAsync(1);
      most = Math.max(most, speaking().filter(Boolean).length);
    }
    expect(most).toBe(1);
    await vi.waitFor(() => expect(shown()).toEqual(['1', '1']), SLOW);
  });
});
