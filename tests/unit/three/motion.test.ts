import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { AttuneError, createAvatarFrame } from '../../../src/core/index.ts';
import { createVrmDriver, loadAvatar, loadMotion, type VrmDriver } from '../../../src/three/index.ts';
import { glb, minimalVrm } from './minimal-vrm.ts';
import { minimalVrma } from './minimal-vrma.ts';

const about = (axis: 0 | 1 | 2, angle: number): readonly [number, number, number, number] => {
  const turn: [number, number, number, number] = [0, 0, 0, Math.cos(angle / 2)];
  turn[axis] = Math.sin(angle / 2);
  return turn;
};
const ARM_UP = { leftUpperArm: about(2, 1) };

async function driverFor(version: '0.x' | '1.0' = '1.0'): Promise<VrmDriver> {
  return createVrmDriver(await loadAvatar(minimalVrm({ version })));
}

function run(driver: VrmDriver, seconds: number, frame = createAvatarFrame()): void {
  for (let step = 0; step < Math.round(seconds * 60); step++) driver.apply(frame, 1 / 60);
  driver.object.updateMatrixWorld(true);
}

/** How far the left hand is above the shoulder, in metres. */
function handHeight(driver: VrmDriver): number {
  const at = (name: 'leftHand' | 'leftUpperArm'): number => driver.avatar.vrm.humanoid.getRawBoneNode(name)!.getWorldPosition(new Vector3()).y;
  return at('leftHand') - at('leftUpperArm');
}

describe('a motion', () => {
  it.each(['1.0', '0.x'] as const)('raises the arm of a VRM %s, and lets it sink within 0.3 s of being stopped', async (version) => {
    const driver = await driverFor(version);
    const motion = await loadMotion(minimalVrma({ bones: ARM_UP }));
    driver.play(motion, { loop: true });
    expect(driver.motion).toBe(motion);
    run(driver, 5);
    expect(handHeight(driver)).toBeCloseTo(0.5 * Math.sin(1), 2);
    driver.stop();
    expect(driver.motion).toBeNull();
    run(driver, 0.32);
    expect(handHeight(driver)).toBeCloseTo(0, 4);
  });

  it('goes out by itself at its end', async () => {
    const driver = await driverFor();
    driver.play(await loadMotion(minimalVrma({ bones: ARM_UP, duration: 1 })));
    run(driver, 0.6);
    expect(handHeight(driver)).toBeGreaterThan(0.3);
    run(driver, 0.45);
    expect(handHeight(driver)).toBeCloseTo(0, 4);
    expect(driver.motion).toBeNull();
  });

  it('never jumps, not even when another takes its place', async () => {
    const driver = await driverFor();
    const [up, down] = [await loadMotion(minimalVrma({ bones: ARM_UP })), await loadMotion(minimalVrma({ bones: { leftUpperArm: about(2, -1) } }))];
    let before = 0;
    for (let step = 0; step < 180; step++) {
      if (step === 0 || step === 100) driver.play(up);
      if (step === 40) driver.play(down, { fade: 0.5 });
      if (step === 150) driver.stop();
      run(driver, 1 / 60);
      expect(Math.abs(handHeight(driver) - before)).toBeLessThan(0.12);
      before = handHeight(driver);
    }
  });

  it('moves the hips by the avatar’s own size, and leaves bones alone that it does not know', async () => {
    const driver = await driverFor();
    const frame = createAvatarFrame();
    frame.body.set(about(2, 0.4), 4 * 15);
    run(driver, 0.1, frame);
    const untouched = handHeight(driver);
    driver.play(await loadMotion(minimalVrma({ hips: [0, 0.8, 0.1] })), { loop: true, fade: 0 });
    run(driver, 0.1, frame);
    const hips = driver.avatar.vrm.humanoid.getRawBoneNode('hips')!.getWorldPosition(new Vector3());
    expect(hips.y).toBeCloseTo(0.8 * 0.95);
    expect(hips.z).toBeCloseTo(0.1 * 0.95);
    expect(handHeight(driver)).toBeCloseTo(untouched);
  });

  it('shows its expressions and turns the eyes, and gives both back', async () => {
    const driver = await driverFor();
    driver.play(await loadMotion(minimalVrma({ expressions: { happy: 0.7 }, lookAt: about(1, 0.3) })), { loop: true });
    run(driver, 1);
    expect(driver.weights['happy']).toBeCloseTo(0.7);
    expect(driver.gaze.yaw).toBeCloseTo(0.3);
    driver.stop(0);
    run(driver, 0.1);
    expect(driver.weights['happy']).toBe(0);
    expect(driver.gaze.yaw).toBe(0);
  });

  it('keeps the head where the player is when it does not move the head', async () => {
    const driver = await driverFor();
    driver.setEyes(new Vector3(2, 1.6, 2));
    run(driver, 2);
    const turned = driver.head.getWorldDirection(new Vector3());
    driver.play(await loadMotion(minimalVrma({ bones: ARM_UP })), { loop: true });
    run(driver, 1);
    expect(driver.head.getWorldDirection(new Vector3()).angleTo(turned)).toBeLessThan(0.01);
    driver.play(await loadMotion(minimalVrma({ bones: { head: about(1, 0) } })), { loop: true });
    run(driver, 1);
    expect(driver.head.getWorldDirection(new Vector3()).x).toBeCloseTo(0, 2);
  });

  it('refuses a fade that is none', async () => {
    const driver = await driverFor();
    const motion = await loadMotion(minimalVrma({ bones: ARM_UP }));
    expect(() => driver.play(motion, { fade: 300 })).toThrow('Expected fade in [0, 10] seconds, but got 300. Give seconds, not milliseconds.');
  });
});

describe('a file that is no motion gets one sentence of its own', () => {
  const cases: readonly [string, ArrayBuffer, RegExp][] = [
    ['text', new TextEncoder().encode('Dear diary, today').buffer, /begins with "Dear dia" and not with "glTF"\. Choose a \.vrma file/],
    ['an avatar', minimalVrm(), /holds no VRM animation\. Export/],
    ['cut off', minimalVrma().slice(0, 200), /cut off/],
    ['still', glb({ asset: { version: '2.0' }, extensionsUsed: ['VRMC_vrm_animation'], extensions: { VRMC_vrm_animation: { specVersion: '1.0' } }, scenes: [{ nodes: [] }], scene: 0 }), /could not be read \(it holds no movement\)/],
  ];
  it.each(cases)('%s', async (_name, bytes, sentence) => {
    const problem = await loadMotion(bytes).then(() => null, (reason: unknown) => reason);
    expect(problem).toBeInstanceOf(AttuneError);
    expect((problem as AttuneError).code).toBe('asset-wrong');
    expect((problem as AttuneError).message).toMatch(sentence);
  });
});
