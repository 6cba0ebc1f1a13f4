import type { VRM, VRMNodeConstraint } from '@pixiv/three-vrm';
import type { Object3D } from 'three';

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
  return () => {
    for (let at = 0; at < order.length; at++) order[at]!.update();
  };
}

/** From the root down to a node. */
function pathTo(node: Object3D): Object3D[] {
  const path: Object3D[] = [];
  for (let at: Object3D | null = node; at; at = at.parent) path.unshift(at);
  return path;
}
