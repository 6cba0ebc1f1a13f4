import { type VRM, type VRMNodeConstraint, VRMRotationConstraint } from '@pixiv/three-vrm';
import { type Object3D, Quaternion } from 'three';

/**
 * Orders an avatar's node constraints once, those that others follow first, and returns how to apply
 * them; allocates nothing. three-vrm's manager orders them anew at every frame.
 */
export function createConstraints({ nodeConstraintManager }: VRM): () => void {
  const constraints = [...(nodeConstraintManager?.constraints ?? [])];
  const order: VRMNodeConstraint[] = [];
  const visited = new Set<VRMNodeConstraint>();
  function visit(constraint: VRMNodeConstraint): void {
    if (visited.has(constraint)) return;
    visited.add(constraint);
    for (const source of constraint.dependencies) {
      for (const node of pathTo(source)) for (const other of constraints) if (other.destination === node) visit(other);
    }
    order.push(constraint);
  }
  for (const constraint of constraints) visit(constraint);
  const updates = order.map((constraint) => (constraint instanceof VRMRotationConstraint ? rotate(constraint) : () => constraint.update()));
  return () => {
    for (let at = 0; at < updates.length; at++) updates[at]!();
  };
}

/**
 * Turns part of the way, as three-vrm does by handing the part on to a slerp, which allocates it. Asked
 * for all of the way or none, it hands on a whole number.
 */
function rotate(constraint: VRMRotationConstraint): () => void {
  const { destination, weight } = constraint;
  const share = Float64Array.of(weight);
  constraint.weight = 0;
  constraint.update();
  const rest = new Quaternion().copy(destination.quaternion);
  constraint.weight = weight;
  return () => {
    constraint.weight = 1;
    constraint.update();
    constraint.weight = share[0]!;
    const all = destination.quaternion;
    const dot = rest.x * all.x + rest.y * all.y + rest.z * all.z + rest.w * all.w;
    const angle = Math.acos(Math.min(1, Math.abs(dot)));
    const sine = Math.sin(angle);
    const from = sine > 1e-9 ? Math.sin((1 - share[0]!) * angle) / sine : 1;
    const along = sine > 1e-9 ? Math.sign(dot) * Math.sin(share[0]! * angle) / sine : 0;
    all.set(from * rest.x + along * all.x, from * rest.y + along * all.y, from * rest.z + along * all.z, from * rest.w + along * all.w);
  };
}

/** From the root down to a node. */
function pathTo(node: Object3D): Object3D[] {
  const path: Object3D[] = [];
  for (let at: Object3D | null = node; at; at = at.parent) path.unshift(at);
  return path;
}
