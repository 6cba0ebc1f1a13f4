import { VRMLookAtExpressionApplier, VRMLookAtRangeMap } from '@pixiv/three-vrm';
import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { createAvatarFrame } from '../../../src/index.ts';
import { type Avatar, createVrmDriver, loadAvatar } from '../../../src/three/index.ts';
import { createEyes } from '../../../src/three/eyes.ts';
import { minimalVrm } from './minimal-vrm.ts';
import { gazeLimitsOf, SHIPPED, shippedAvatar } from './shipped-avatars.ts';

const DEGREE = Math.PI / 180;
const DIRECTIONS = [-80, -30, -7, 0, 5, 25, 100].flatMap((yaw) => [-60, -12, 0, 9, 70].map((pitch) => ({ yaw: yaw * DEGREE, pitch: pitch * DEGREE })));

/** Lets three-vrm look the same way, in its own terms. */
function lookAsThreeVrm({ vrm }: Avatar, yaw: number, pitch: number): void {
  vrm.lookAt!.autoUpdate = false;
  vrm.lookAt!.yaw = yaw / DEGREE;
  vrm.lookAt!.pitch = -pitch / DEGREE;
  vrm.lookAt!.update(0);
}

describe('eyes turn as three-vrm turns them', () => {
  it.each([
    ...SHIPPED.map((id) => [id, () => shippedAvatar(id)] as const),
    ['a VRM 1.0', () => minimalVrm()] as const,
    ['a VRM 0.x', () => minimalVrm({ version: '0.x' })] as const,
  ])('by their bones: %s', async (_, file) => {
    const [ours, theirs] = [await loadAvatar(file()), await loadAvatar(file())];
    const turn = createEyes(ours.vrm);
    for (const { yaw, pitch } of DIRECTIONS) {
      turn(Float64Array.of(yaw, pitch));
      lookAsThreeVrm(theirs, yaw, pitch);
      for (const name of ['leftEye', 'rightEye'] as const) {
        expect(ours.vrm.humanoid.getRawBoneNode(name)!.quaternion.angleTo(theirs.vrm.humanoid.getRawBoneNode(name)!.quaternion)).toBeLessThan(1e-6);
        expect(ours.vrm.humanoid.getNormalizedBoneNode(name)!.quaternion.angleTo(theirs.vrm.humanoid.getNormalizedBoneNode(name)!.quaternion)).toBeLessThan(1e-6);
      }
      expect(ours.vrm.lookAt!.yaw).toBeCloseTo(theirs.vrm.lookAt!.yaw);
      expect(ours.vrm.lookAt!.pitch).toBeCloseTo(theirs.vrm.lookAt!.pitch);
    }
  });

  it('by expressions, also where the file’s maps go beyond full weight', async () => {
    const [ours, theirs] = await Promise.all([minimalVrm(), minimalVrm()].map(async (file) => {
      const avatar = await loadAvatar(file);
      avatar.vrm.lookAt!.applier = new VRMLookAtExpressionApplier(
        avatar.vrm.expressionManager!, new VRMLookAtRangeMap(20, 1), new VRMLookAtRangeMap(40, 0.8), new VRMLookAtRangeMap(25, 1.5), new VRMLookAtRangeMap(35, 0.6));
      return avatar;
    })) as [Avatar, Avatar];
    const turn = createEyes(ours.vrm);
    for (const { yaw, pitch } of DIRECTIONS) {
      turn(Float64Array.of(yaw, pitch));
      lookAsThreeVrm(theirs, yaw, pitch);
      for (const name of ['lookLeft', 'lookRight', 'lookUp', 'lookDown']) {
        expect(ours.vrm.expressionManager!.getValue(name), `${name} at ${yaw}, ${pitch}`).toBeCloseTo(theirs.vrm.expressionManager!.getValue(name)!, 9);
      }
    }
  });
});

describe('the gaze of a character', () => {
  it.each(SHIPPED)('%s comes near the limits of its manifest, and never passes them', async (id) => {
    const limits = gazeLimitsOf(id);
    const driver = createVrmDriver(await loadAvatar(shippedAvatar(id)));
    const frame = createAvatarFrame(driver.build);
    const farthest = { left: 0, right: 0, up: 0, down: 0 };
    for (const [yaw, pitch] of [[0, 0], [2, 0], [-2, 0], [0, 2], [0, -2], [2, 2], [-2, -2], [0.3, -0.2], [Number.NaN, 9]] as const) {
      Object.assign(frame.gaze, { yaw, pitch });
      driver.apply(frame, 1 / 60);
      for (const name of ['leftEye', 'rightEye'] as const) {
        const ahead = new Vector3(0, 0, 1).applyQuaternion(driver.avatar.vrm.humanoid.getNormalizedBoneNode(name)!.quaternion);
        const [turn, rise] = [Math.atan2(ahead.x, ahead.z), Math.asin(ahead.y)];
        farthest.left = Math.max(farthest.left, turn);
        farthest.right = Math.max(farthest.right, -turn);
        farthest.up = Math.max(farthest.up, rise);
        farthest.down = Math.max(farthest.down, -rise);
      }
    }
    const shares = (['left', 'right', 'up', 'down'] as const).map((direction) => farthest[direction] / limits[direction]);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1.001);
    expect(Math.min(...shares)).toBeGreaterThan(0.6);
    driver.dispose();
  });
});
