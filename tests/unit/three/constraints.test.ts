import { VRMRotationConstraint } from '@pixiv/three-vrm';
import { Object3D } from 'three';
import { describe, expect, it } from 'vitest';
import { loadAvatar } from '../../../src/three/index.ts';
import { createConstraints } from '../../../src/three/constraints.ts';
import { shippedAvatar } from './shipped-avatars.ts';

describe('node constraints', () => {
  it('turn what hangs on them as three-vrm does, also one that follows another', async () => {
    const { vrm } = await loadAvatar(shippedAvatar('mira'));
    const manager = vrm.nodeConstraintManager!;
    const [first] = manager.constraints;
    const follower = new VRMRotationConstraint(new Object3D(), first!.destination);
    follower.weight = 0.5;
    vrm.scene.add(follower.destination);
    // Last in need, first in line.
    const others = [...manager.constraints];
    for (const each of others) manager.deleteConstraint(each);
    for (const each of [follower, ...others]) manager.addConstraint(each);
    const constrain = createConstraints(vrm);
    const turns = (): number[][] => [...manager.constraints].map(({ destination }) => destination.quaternion.toArray());

    for (const angle of [0, -0.7, -1.5, 0.4]) {
      for (const name of ['leftUpperLeg', 'rightUpperLeg'] as const) vrm.humanoid.getRawBoneNode(name)!.rotation.set(angle, 0.2 * angle, 0);
      constrain();
      const ours = turns();
      manager.update();
      turns().forEach((turn, at) => turn.forEach((part, axis) => expect(ours[at]![axis]).toBeCloseTo(part, 9)));
    }
    expect(follower.destination.quaternion.w).toBeLessThan(0.9999);
  });
});
