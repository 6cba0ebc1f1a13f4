import { createAgent } from 'attune';
import { createManualClock } from 'attune/testing';
import { createVrmDriver, loadAvatar, type VrmDriver } from 'attune/three';
import { createEncounter, type Encounter, type EncounterOptions } from 'attune/xr';
import { createAvatarFrame } from '../../../src/core/index.ts';
import { PerspectiveCamera, Quaternion, Vector3 } from 'three';
import { afterEach, describe, expect, it } from 'vitest';
import { minimalVrm } from '../three/minimal-vrm.ts';

const DT = 1 / 72;

interface Hand {
  position: Vector3;
  turn: Quaternion;
  pulses: number;
}

/** A headset that never was: poses as a test sets them. */
function makeHeadset() {
  const listeners = new Map<string, Set<() => void>>();
  const head = { position: new Vector3(0, 1.6, 0), turn: new Quaternion() };
  const hands: Record<'left' | 'right', Hand> = { left: newHand(-0.25), right: newHand(0.25) };
  const transform = ({ position, turn }: { readonly position: Vector3; readonly turn: Quaternion }) => ({ transform: { position, orientation: turn } });
  const session = {
    visibilityState: 'visible', environmentBlendMode: 'opaque',
    inputSources: (['left', 'right'] as const).map((handedness) => ({
      handedness, gripSpace: hands[handedness], targetRaySpace: hands[handedness],
      gamepad: { hapticActuators: [{ pulse: async () => Boolean((hands[handedness].pulses += 1)) }] },
    })),
    addEventListener: (type: string, listener: () => void) => (listeners.get(type) ?? listeners.set(type, new Set()).get(type)!).add(listener),
    removeEventListener: (type: string, listener: () => void) => listeners.get(type)?.delete(listener),
  };
  const frame = { getViewerPose: () => transform(head), getPose: (hand: Hand) => transform(hand) };
  const xr = { isPresenting: false, getSession: () => (xr.isPresenting ? session : null), getReferenceSpace: () => ({}), getFrame: () => frame };
  return {
    head, hands, renderer: { xr } as unknown as EncounterOptions['renderer'], session,
    enter: (blend = 'opaque') => {
      session.environmentBlendMode = blend;
      xr.isPresenting = true;
    },
    see(state: string) {
      session.visibilityState = state;
      for (const listener of listeners.get('visibilitychange') ?? []) listener();
    },
    end() {
      xr.isPresenting = false;
      for (const listener of listeners.get('end') ?? []) listener();
    },
    listens: () => [...listeners.values()].reduce((sum, each) => sum + each.size, 0),
  };
}

function newHand(x: number): Hand {
  return { position: new Vector3(x, 0.85, 0), turn: new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), -1.3), pulses: 0 };
}

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function meet(options: Partial<EncounterOptions> = {}) {
  const headset = makeHeadset();
  const clock = createManualClock();
  const agent = createAgent({ clock });
  const driver: VrmDriver = createVrmDriver(await loadAvatar(minimalVrm({})));
  driver.object.position.set(0.3, 0, -5);
  const attention: boolean[] = [];
  const met: string[] = [];
  const encounter: Encounter = createEncounter({
    agent, driver, renderer: headset.renderer, camera: new PerspectiveCamera(), onAttention: (each) => attention.push(each), onMeet: (kind) => met.push(kind), ...options,
  });
  const frame = createAvatarFrame(driver.build);
  agent.start();
  ends.push(async () => {
    encounter.dispose();
    await agent.stop();
    driver.dispose();
  });
  /** Lets pictures pass. */
  async function live(seconds: number, onFrame: (at: number) => void = () => undefined): Promise<void> {
    for (let at = 0; at < seconds; at += DT) {
      await clock.advanceAsync(DT);
      onFrame(at);
      encounter.update();
      agent.sample(frame);
      driver.apply(frame, DT);
    }
  }
  return { headset, agent, driver, encounter, attention, met, live };
}

describe('an encounter', () => {
  it('stands the agent before the player, farther away from who sits, and puts everything back', async () => {
    const { headset, driver, encounter, agent, live } = await meet();
    await live(0.2);
    expect([encounter.phase, encounter.distance]).toEqual(['apart', null]);
    headset.enter();
    await live(0.5);
    expect(encounter.phase).toBe('together');
    expect(encounter.distance).toBeCloseTo(1.2, 2);
    expect(agent.state.senses.motion.status).toBe('live');
    headset.end();
    await live(0.2);
    expect(driver.object.position.toArray()).toEqual([0.3, 0, -5]);
    expect(driver.guide).toBe(null);
    expect(headset.listens()).toBe(0);
    expect(agent.state.senses.motion.status).toBe('off');

    headset.head.position.y = driver.headHeight - 0.75;
    headset.enter();
    await live(0.5);
    expect(encounter.phase).toBe('together');
    expect(encounter.distance).toBeGreaterThan(1.4);
  });

  it('waits for a place in augmented reality', async () => {
    const { headset, driver, encounter, live } = await meet();
    expect(() => encounter.stand({ x: 0, y: 0, z: 0 })).toThrow('Expected a session');
    headset.enter('alpha-blend');
    await live(0.5);
    expect([encounter.phase, driver.object.visible]).toEqual(['waiting', false]);
    encounter.stand({ x: 0.5, y: 0, z: -1.5 });
    await live(0.5);
    expect([encounter.phase, driver.object.visible]).toEqual(['together', true]);
    expect(driver.object.position.toArray()).toEqual([0.5, 0, -1.5]);
  });

  it('rests while it is out of sight: nothing is read, and nobody walks', async () => {
    const { headset, driver, encounter, attention, agent, live } = await meet();
    headset.enter();
    await live(1);
    headset.see('visible-blurred');
    const heard = agent.state.signals.motion?.at;
    headset.head.position.z = -0.8;
    await live(2);
    expect(encounter.phase).toBe('paused');
    expect(agent.state.signals.motion?.at).toBe(heard);
    expect(driver.object.position.z).toBeCloseTo(-1.2, 5);
    headset.see('hidden');
    headset.see('visible');
    await live(2);
    expect(encounter.phase).toBe('together');
    expect(attention).toEqual([false, true]);
    expect(driver.object.position.z).toBeLessThan(-1.4);
    headset.see('hidden');
    headset.end();
    expect(attention).toEqual([false, true, false, true]);
  });

  it('takes a hand that is held out: palms meet, and the controller trembles once', async () => {
    const { headset, encounter, met, live } = await meet();
    headset.enter();
    await live(1);
    const { right } = headset.hands;
    right.turn.identity();
    await live(4, (at) => right.position.set(0.08, 1.1, -Math.min(0.45, at)));
    expect(met).toEqual(['reach']);
    expect(right.pulses).toBe(1);
    expect(encounter.distance).toBeLessThan(1);
  });

  it('looks where the player points, and back', async () => {
    const { headset, encounter, live } = await meet();
    headset.enter();
    await live(1);
    const { right } = headset.hands;
    right.position.set(0.65, 1.35, -0.2);
    right.turn.setFromAxisAngle(new Vector3(0, 1, 0), -1.2);
    await live(1);
    expect(encounter.looksWherePointed).toBe(true);
    expect(encounter.looksAt!.x).toBeGreaterThan(2);
    right.position.set(0.25, 0.85, 0);
    right.turn.setFromAxisAngle(new Vector3(1, 0, 0), -1.3);
    await live(2);
    expect(encounter.looksAt).toMatchObject({ x: 0, y: 1.6, z: 0 });
  });

  it('refuses distances out of order', async () => {
    await expect(meet({ distances: { near: 2 } })).rejects.toThrow('0 < near < comfortable');
  });
});
