import { type VRMExpression, type VRMExpressionBind, VRMExpressionMorphTargetBind } from '@pixiv/three-vrm';
import type { BufferAttribute, InterleavedBufferAttribute, Mesh } from 'three';

/** Where a morph target takes each vertex, in metres, in the mesh's own frame. */
export type Offsets = BufferAttribute | InterleavedBufferAttribute;

/** One morph target, on all the meshes that share it. */
export interface Morph {
  readonly meshes: readonly Mesh[];
  readonly index: number;
}

/** How much of a morph an expression takes at full weight. */
export interface MorphShare {
  readonly morph: number;
  readonly weight: number;
}

/** The morphs that expressions move, and what each expression takes of them. */
export interface MorphTable {
  readonly morphs: readonly Morph[];
  /** For each expression, in the order given. */
  readonly shares: readonly (readonly MorphShare[])[];
  /** For each expression, what it does besides: colours and texture offsets. */
  readonly others: readonly (readonly VRMExpressionBind[])[];
}

/** Takes expressions apart into the morphs that they share. */
export function tabulateMorphs(expressions: readonly VRMExpression[]): MorphTable {
  const morphs: Morph[] = [];
  const known = new Map<string, number>();
  const numberOf = ({ primitives, index }: VRMExpressionMorphTargetBind): number => {
    const key = `${index} ${primitives.map(({ uuid }) => uuid).join(' ')}`;
    const at = known.get(key) ?? morphs.push({ meshes: primitives, index }) - 1;
    known.set(key, at);
    return at;
  };
  const shares = expressions.map(({ binds }) => binds.flatMap((bind) =>
    bind instanceof VRMExpressionMorphTargetBind ? [{ morph: numberOf(bind), weight: bind.weight }] : []));
  const others = expressions.map(({ binds }) => binds.filter((bind) => !(bind instanceof VRMExpressionMorphTargetBind)));
  return { morphs, shares, others };
}

/** What a morph does to one mesh; undefined when the file has no such target. */
export function offsetsOf(mesh: Mesh, index: number): Offsets | undefined {
  return mesh.geometry.morphAttributes.position?.[index];
}
