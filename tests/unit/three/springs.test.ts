import {
  type VRM, VRMSpringBoneCollider, VRMSpringBoneColliderShapeCapsule, VRMSpringBoneColliderShapePlane, VRMSpringBoneColliderShapeSphere, VRMSpringBoneJoint,
} from '@pixiv/three-vrm';
import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { loadAvatar } from '../../../src/three/index.ts';
import { createSpringSolver } from '../../../src/three/springs/spring-solver.ts';
import { minimalVrm } from './minimal-vrm.ts';
import { SHIPPED, shippedAvatar } from './shipped-avatars.ts';

const STEP = 1 / 60;
const TURNED = ['hips', 'spine', 'chest', 'neck', 'head', 'leftUpperArm', 'rightUpperArm', 'leftUpperLeg', 'rightUpperLeg', 'leftLowerLeg', 'rightLowerLeg'] as const;

/** Walks and turns the avatar about, with swinging limbs, by the time alone. */
function pose({ scene, humanoid }: VRM, time: number): void {
  scene.position.set(0.8 * Math.sin(1.3 * time), 0.1 * Math.sin(5 * time), 0.6 * Math.sin(0.9 * time));
  scene.rotation.y = 1.5 * Math.sin(0.7 * time);
  TURNED.forEach((name, at) => humanoid.getRawBoneNode(name)?.rotation.set(0.6 * Math.sin((2 + 0.3 * at) * time), 0.4 * Math.sin((1 + 0.2 * at) * time), 0.3 * Math.sin((3 - 0.1 * at) * time)));
}

interface Compared {
  /** The largest difference of a spring bone's rotation, in radians. */
  readonly apart: number;
  /** How far the bones moved at all. */
  readonly moved: number;
  /** How often three-vrm found a bone within a collider. */
  readonly hits: number;
}

/** Runs a file's springs side by side, three-vrm's and ours. */
async function compare(file: () => ArrayBuffer, change: (vrm: VRM) => void = () => {}): Promise<Compared> {
  const [ours, theirs] = [(await loadAvatar(file())).vrm, (await loadAvatar(file())).vrm];
  const pairs = [[...ours.springBoneManager!.joints], [...theirs.springBoneManager!.joints]] as const;
  let [apart, moved, hits] = [0, 0, 0];
  for (const vrm of [ours, theirs]) {
    change(vrm);
    pose(vrm, 0);
    vrm.scene.updateMatrixWorld(true);
  }
  for (const { shape } of theirs.springBoneManager!.colliders) {
    const calculate = shape.calculateCollision.bind(shape);
    shape.calculateCollision = (...given) => {
      const distance = calculate(...given);
      if (distance < 0) hits += 1;
      return distance;
    };
  }
  const solver = createSpringSolver(ours.springBoneManager!, ours.scene)!;
  solver.reset();
  theirs.springBoneManager!.reset();
  theirs.scene.updateMatrixWorld(true);
  const rest = pairs[0].map(({ bone }) => bone.quaternion.clone());
  for (let frame = 1; frame <= 400; frame += 1) {
    for (const vrm of [ours, theirs]) pose(vrm, frame * STEP);
    solver.move(Float64Array.of(STEP));
    theirs.springBoneManager!.update(STEP);
    pairs[0].forEach(({ bone }, at) => {
      apart = Math.max(apart, bone.quaternion.angleTo(pairs[1][at]!.bone.quaternion));
      moved = Math.max(moved, bone.quaternion.angleTo(rest[at]!));
    });
  }
  return { apart, moved, hits };
}

/** Lets every spring bump into one more shape on the chest. */
function hangOnChest(vrm: VRM, shape: VRMSpringBoneCollider['shape']): void {
  const collider = new VRMSpringBoneCollider(shape);
  vrm.humanoid.getRawBoneNode('chest')!.add(collider);
  const joints = [...vrm.springBoneManager!.joints];
  for (const joint of joints) {
    joint.colliderGroups = [...joint.colliderGroups, { colliders: [collider] }];
    // Added once more, as three-vrm looks for colliders only then.
    vrm.springBoneManager!.deleteJoint(joint);
    vrm.springBoneManager!.addJoint(joint);
  }
}

describe('springs move as three-vrm moves them', () => {
  it.each(SHIPPED.flatMap((id) => (['light', 'full'] as const).map((level) => [id, level] as const)))('%s, %s', async (id, level) => {
    const { apart, moved, hits } = await compare(() => shippedAvatar(id, level));
    expect(apart).toBeLessThan(1e-6);
    expect(moved).toBeGreaterThan(0.1);
    expect(hits).toBeGreaterThan(0);
  });

  it('of VRM 0.x, whose last bones have no child', async () => {
    const { apart, moved } = await compare(() => minimalVrm(), (vrm) => {
      const joints = [...vrm.springBoneManager!.joints];
      for (const joint of joints) {
        vrm.springBoneManager!.deleteJoint(joint);
        vrm.springBoneManager!.addJoint(new VRMSpringBoneJoint(joint.bone, null, { ...joint.settings, gravityPower: 1 }));
      }
      vrm.springBoneManager!.setInitState();
    });
    expect(apart).toBeLessThan(1e-6);
    expect(moved).toBeGreaterThan(0.1);
  });

  it('within a centre that moves along', async () => {
    const { apart, moved } = await compare(() => shippedAvatar('mira'), (vrm) => {
      for (const joint of vrm.springBoneManager!.joints) joint.center = vrm.humanoid.getRawBoneNode('hips');
    });
    expect(apart).toBeLessThan(1e-6);
    expect(moved).toBeGreaterThan(0.1);
  });

  it.each([
    ['a plane', () => new VRMSpringBoneColliderShapePlane({ offset: new Vector3(0, 0.2, -0.05), normal: new Vector3(0.2, 0.3, -1).normalize() })],
    ['the inside of a ball', () => new VRMSpringBoneColliderShapeSphere({ offset: new Vector3(0, 0.2, 0), radius: 0.3, inside: true })],
    ['the inside of a capsule', () => new VRMSpringBoneColliderShapeCapsule({ offset: new Vector3(0, -0.3, 0), tail: new Vector3(0, 0.3, 0), radius: 0.2, inside: true })],
  ])('against %s', async (_, shape) => {
    const [free, held] = [await compare(() => shippedAvatar('mira')), await compare(() => shippedAvatar('mira'), (vrm) => hangOnChest(vrm, shape()))];
    expect(held.apart).toBeLessThan(1e-6);
    expect(held.hits).toBeGreaterThan(free.hits);
  });
});

describe('springs that only three-vrm knows', () => {
  it.each([
    ['colliders on springs', (vrm: VRM) => {
      const [joint] = vrm.springBoneManager!.joints;
      const collider = new VRMSpringBoneCollider(new VRMSpringBoneColliderShapeSphere({ radius: 0.01 }));
      joint!.bone.add(collider);
      joint!.colliderGroups = [{ colliders: [collider] }];
    }],
    ['colliders of another shape', (vrm: VRM) => hangOnChest(vrm, { type: 'cube', calculateCollision: () => 1 })],
    ['joints of another kind', (vrm: VRM) => {
      const [joint] = vrm.springBoneManager!.joints;
      vrm.springBoneManager!.addJoint(new (class extends VRMSpringBoneJoint {})(joint!.bone, joint!.child));
    }],
  ])('are left to it: %s', async (_, change) => {
    const { vrm } = await loadAvatar(minimalVrm());
    expect(createSpringSolver(vrm.springBoneManager!, vrm.scene)).not.toBeNull();
    change(vrm);
    expect(createSpringSolver(vrm.springBoneManager!, vrm.scene)).toBeNull();
  });
});
