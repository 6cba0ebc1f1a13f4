import type { VRMSpringBoneJoint, VRMSpringBoneManager } from '@pixiv/three-vrm';
import type { Object3D } from 'three';

/** A spring bone, and what else hangs on it down to the next one, parents first. */
export interface Link {
  readonly joint: VRMSpringBoneJoint;
  readonly carried: readonly Object3D[];
}

export interface SpringOrder {
  /** What springs hang on or bump into, to be placed before them; parents first. */
  readonly ancestors: readonly Object3D[];
  /** Parents first. */
  readonly links: readonly Link[];
}

/**
 * Lists made once of what three-vrm finds anew at every frame. Null where colliders or centres hang on
 * springs themselves: these ask for three-vrm's own order.
 */
export function orderSprings(manager: VRMSpringBoneManager, scene: Object3D): SpringOrder | null {
  const joints = [...manager.joints].sort((a, b) => depthOf(a.bone) - depthOf(b.bone));
  const springs = new Set<Object3D>(joints.map(({ bone }) => bone));
  const hangsOnSpring = (node: Object3D | null): boolean => node !== null && (springs.has(node) || hangsOnSpring(node.parent));
  const others = new Set<Object3D>([...manager.colliders, ...joints.flatMap(({ center }) => center ?? [])]);
  if ([...others].some(hangsOnSpring)) return null;

  const fixed = new Set(others);
  for (const end of [...others, ...springs]) {
    for (let node = end.parent; node && node !== scene.parent; node = node.parent) if (!hangsOnSpring(node)) fixed.add(node);
  }
  return {
    ancestors: [...fixed].sort((a, b) => depthOf(a) - depthOf(b)),
    links: joints.map((joint) => ({ joint, carried: carriedBy(joint.bone, springs) })),
  };
}

function carriedBy(bone: Object3D, springs: ReadonlySet<Object3D>, found: Object3D[] = []): Object3D[] {
  for (const child of bone.children) {
    if (springs.has(child)) continue;
    found.push(child);
    carriedBy(child, springs, found);
  }
  return found;
}

function depthOf(node: Object3D): number {
  return node.parent ? 1 + depthOf(node.parent) : 0;
}
