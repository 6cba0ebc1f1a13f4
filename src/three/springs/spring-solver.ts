import { type VRMSpringBoneManager, VRMSpringBoneJoint } from '@pixiv/three-vrm';
import { Matrix4, type Object3D } from 'three';
import { type Spring, swing } from './spring.ts';
import { colliderOf, placeCollider } from './spring-colliders.ts';
import { orderSprings } from './spring-order.ts';

export interface SpringSolver {
  /** Lets everything hang as it does at rest, without movement. */
  reset(): void;
  /** Moves on by `step[0]` seconds. */
  move(step: Float64Array): void;
}

/**
 * Moves spring bones exactly as three-vrm does, which allocates at every frame: by Verlet integration
 * as VRMC_springBone-1.0 describes it. Settings are those of now. Null for springs that only three-vrm knows.
 */
export function createSpringSolver(manager: VRMSpringBoneManager, scene: Object3D): SpringSolver | null {
  const order = orderSprings(manager, scene);
  const colliders = new Map(manager.colliders.map((collider) => [collider, colliderOf(collider)]));
  if (!order || [...colliders.values()].includes(null)) return null;
  if (order.links.some(({ joint }) => joint.constructor !== VRMSpringBoneJoint || !joint.bone.parent)) return null;
  // The rotation at rest can be read once a bone has been put back.
  manager.reset();
  const centres = new Map(order.links.flatMap(({ joint: { center: node } }) => (node ? [[node, { node, toWorld: new Matrix4(), fromWorld: new Matrix4() }]] : [])));
  const springs = order.links.map(({ joint, carried }): Spring => {
    const { bone, child, settings, initialLocalChildPosition: end } = joint;
    const axis = end.clone().normalize();
    return {
      bone, child, carried, end,
      parent: bone.parent!,
      colliders: joint.colliderGroups.flatMap((group) => group.colliders.flatMap((collider) => colliders.get(collider) ?? [])),
      centre: (joint.center && centres.get(joint.center)) ?? null,
      tail: new Float64Array(3), tailBefore: new Float64Array(3),
      rotation: Float64Array.from(bone.quaternion.toArray()), matrix: bone.matrix.clone(),
      axis: Float64Array.from(axis), axisInParent: Float64Array.from(axis.transformDirection(bone.matrix)),
      stiffness: settings.stiffness, kept: 1 - settings.dragForce, hitRadius: settings.hitRadius,
      gravity: Float64Array.from(settings.gravityDir.clone().multiplyScalar(settings.gravityPower)),
    };
  });
  const { ancestors } = order;
  const frames = [...centres.values()];
  const obstacles = [...colliders.values()].flatMap((collider) => collider ?? []);

  function place(): void {
    for (let at = 0; at < ancestors.length; at++) ancestors[at]!.updateWorldMatrix(false, false);
    for (let at = 0; at < frames.length; at++) {
      const { node, toWorld, fromWorld } = frames[at]!;
      fromWorld.copy(toWorld.copy(node.matrixWorld)).invert();
    }
    for (let at = 0; at < obstacles.length; at++) placeCollider(obstacles[at]!);
  }

  return {
    reset() {
      place();
      for (const { bone, parent, carried, centre, end, rotation, tail, tailBefore } of springs) {
        bone.quaternion.fromArray(rotation);
        bone.updateMatrix();
        bone.matrixWorld.multiplyMatrices(parent.matrixWorld, bone.matrix);
        const hanging = end.clone().applyMatrix4(bone.matrixWorld);
        tail.set((centre ? hanging.applyMatrix4(centre.fromWorld) : hanging).toArray());
        tailBefore.set(tail);
        for (const each of carried) each.updateWorldMatrix(false, false);
      }
    },
    move(step) {
      if (!(step[0]! > 0)) return;
      place();
      for (let at = 0; at < springs.length; at++) {
        const spring = springs[at]!;
        swing(spring, step);
        const { carried } = spring;
        for (let each = 0; each < carried.length; each++) carried[each]!.updateWorldMatrix(false, false);
      }
    },
  };
}
