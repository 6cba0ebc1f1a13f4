import { smoothstep, type Vec3 } from './math.ts';
import type { Influence } from './mesh.ts';
import type { Bone } from './skeleton.ts';

/** A chain of spring bones; the part it moves is skinned along t = 0 at its root to 1 at its tip. */
export interface Chain {
  readonly name: string;
  /** Bone that the chain hangs from. */
  readonly root: string;
  readonly joints: number;
}

/** Names from root to tip: one bone for each joint, and the tail that VRM springs end with. */
export const chainNames = ({ name, joints }: Pick<Chain, 'name' | 'joints'>): string[] => Array.from({ length: joints + 1 }, (_, i) => `${name}${i + 1}`);

export const chainBones = (chain: Chain, at: (t: number) => Vec3): Bone[] =>
  chainNames(chain).map((name, i) => ({ name, parent: i === 0 ? chain.root : `${chain.name}${i}`, at: at(i / chain.joints), humanoid: false }));

/** Blends from the root to the chain's bones; joint k sits at t = k / joints. */
export function chainWeights(chain: Chain, t: number): Influence {
  if (t <= 0) return { [chain.root]: 1 };
  const f = t * chain.joints;
  const i = Math.min(chain.joints - 1, Math.floor(f));
  const w = smoothstep(0, 1, Math.min(1, f - i));
  return { [i === 0 ? chain.root : `${chain.name}${i}`]: 1 - w, [`${chain.name}${i + 1}`]: w };
}
