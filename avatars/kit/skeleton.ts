import type { Vec3 } from './math.ts';

export interface Bone {
  readonly name: string;
  readonly parent: string | undefined;
  /** Rest position in the world, metres; all rest rotations are identity (VRM 1.0 T-pose). */
  readonly at: Vec3;
  /** VRM humanoid bone; false for springs and helpers. */
  readonly humanoid: boolean;
  /** Repeats this share (0..1) of another bone's rotation on top of its parent's (VRMC_node_constraint). */
  readonly follows?: { readonly source: string; readonly weight: number };
}

export interface Proportions {
  readonly hips: number;
  readonly spine: number;
  readonly chest: number;
  readonly upperChest: number;
  readonly neck: number;
  readonly head: Vec3;
  readonly jaw: Vec3;
  readonly eye: Vec3;
  readonly shoulder: Vec3;
  readonly upperArm: number;
  readonly lowerArm: number;
  readonly leg: Vec3;
  readonly knee: number;
  readonly ankle: number;
  readonly hand: HandShape;
}

export interface Finger {
  readonly name: 'Thumb' | 'Index' | 'Middle' | 'Ring' | 'Little';
  /** Base knuckle relative to the wrist in the left hand's T-pose (fingers along +X, palm down). */
  readonly base: Vec3;
  readonly direction: Vec3;
  readonly lengths: readonly [number, number, number];
  readonly radius: number;
}

export interface HandShape {
  readonly fingers: readonly Finger[];
  readonly palm: { readonly length: number; readonly width: number; readonly thickness: number };
}

const thumbJoints = ['Metacarpal', 'Proximal', 'Distal'] as const;
const fingerJoints = ['Proximal', 'Intermediate', 'Distal'] as const;

/** The 55 humanoid bones of VRM 1.0 for one set of proportions, parents first. */
export function humanoidBones(p: Proportions): Bone[] {
  const bones: Bone[] = [];
  const put = (name: string, parent: string | undefined, at: Vec3): void => void bones.push({ name, parent, at, humanoid: true });
  put('hips', undefined, [0, p.hips, 0]);
  put('spine', 'hips', [0, p.spine, -0.004]);
  put('chest', 'spine', [0, p.chest, -0.008]);
  put('upperChest', 'chest', [0, p.upperChest, -0.012]);
  put('neck', 'upperChest', [0, p.neck, -0.016]);
  put('head', 'neck', p.head);
  put('jaw', 'head', p.jaw);
  for (const [side, s] of [['left', 1], ['right', -1]] as const) {
    const wrist: Vec3 = [s * (p.shoulder[0] + p.upperArm + p.lowerArm), p.shoulder[1], p.shoulder[2]];
    put(`${side}Eye`, 'head', [s * p.eye[0], p.eye[1], p.eye[2]]);
    put(`${side}Shoulder`, 'upperChest', [s * 0.028, p.shoulder[1] + 0.006, p.shoulder[2]]);
    put(`${side}UpperArm`, `${side}Shoulder`, [s * p.shoulder[0], p.shoulder[1], p.shoulder[2]]);
    put(`${side}LowerArm`, `${side}UpperArm`, [s * (p.shoulder[0] + p.upperArm), p.shoulder[1], p.shoulder[2]]);
    put(`${side}Hand`, `${side}LowerArm`, wrist);
    for (const f of p.hand.fingers) {
      let parent = `${side}Hand`;
      let at: Vec3 = f.base;
      (f.name === 'Thumb' ? thumbJoints : fingerJoints).forEach((joint, i) => {
        const name = `${side}${f.name}${joint}`;
        put(name, parent, [wrist[0] + s * at[0], wrist[1] + at[1], wrist[2] + at[2]]);
        const l = f.lengths[i]!;
        at = [at[0] + f.direction[0] * l, at[1] + f.direction[1] * l, at[2] + f.direction[2] * l];
        parent = name;
      });
    }
    put(`${side}UpperLeg`, 'hips', [s * p.leg[0], p.leg[1], p.leg[2]]);
    put(`${side}LowerLeg`, `${side}UpperLeg`, [s * p.leg[0], p.knee, p.leg[2] + 0.004]);
    put(`${side}Foot`, `${side}LowerLeg`, [s * p.leg[0], p.ankle, p.leg[2] - 0.012]);
    put(`${side}Toes`, `${side}Foot`, [s * p.leg[0], 0.022, p.leg[2] + 0.088]);
  }
  return bones;
}
