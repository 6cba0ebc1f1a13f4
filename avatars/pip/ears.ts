import { buildTube } from '../kit/body.ts';
import { chainWeights, type Chain } from '../kit/chain.ts';
import type { RegionUv } from '../kit/face-details.ts';
import { add, cross, mix, normalize, rotate, scale, smoothstep, sub, dot, type Vec3 } from '../kit/math.ts';
import { append, emptyMesh, mirror, type Mesh } from '../kit/mesh.ts';
import type { Accents } from '../kit/vrm.ts';
import { buildTuft } from './tuft.ts';

/** Everything here is in the head's space, for the left ear. */
const root: Vec3 = [0.052, 0.06, -0.014];
const along = normalize([0.36, 1, -0.08]);
const length = 0.13;
const facing0: Vec3 = normalize([0.3, 0, 1]);
const facing = normalize(sub(facing0, scale(along, dot(facing0, along))));
const across = cross(along, facing);
/** The base stays on the head; from this share on the ear swings. */
const springFrom = 0.22;

export const earChain = (side: 'left' | 'right'): Chain => ({ name: `${side}Ear`, root: 'head', joints: 2 });

const centre = (t: number): Vec3 => add(root, add(scale(along, length * t), scale(across, 0.009 * Math.sin(Math.PI * t))));

/** Rest place of the left ear's spring bones, t = 0 at the first. */
export const earAt = (t: number): Vec3 => centre(mix(springFrom, 1, t));

const share = (p: Vec3): number => dot(sub(p, root), along) / length;

/** Turns about the ear's root that grow from nothing at the skull: the ear bends, it does not slide. */
const bend =
  (...turns: readonly (readonly [Vec3, number])[]) =>
  (p: Vec3): Vec3 => {
    const w = smoothstep(-0.12, 0.6, share(p));
    const local = sub(p, root);
    return sub(turns.reduce((q, [axis, angle]) => rotate(q, axis, angle * w), local), local);
  };
// Like a plane's wings: aside, down and back, the opening turned outwards.
const back = bend([along, 0.5], [[0, 0, 1], -0.85], [[0, 1, 0], 0.75]);
const droop = bend([[0, 0, 1], -1.12], [[1, 0, 0], 0.16]);
const perk = (p: Vec3): Vec3 => add(bend([[0, 0, 1], 0.24], [[1, 0, 0], 0.1])(p), scale(along, 0.014 * smoothstep(0.1, 1, share(p))));

/** How the ears speak: up for joy and surprise, aside for sorrow, flat for fear and anger; one of them doubts. */
export const earAccents: Accents = {
  morphs: ['earsUp', 'earsDroop', 'earsBack', 'earAskew'],
  expressions: {
    happy: { earsUp: 0.55, jawOpen: 0.46 },
    surprised: { earsUp: 1 },
    sad: { earsDroop: 0.82 },
    angry: { earsBack: 0.72, mouthFrown: 0.75 },
    relaxed: { earsDroop: 0.22 },
    fear: { earsBack: 0.88 },
    disgust: { earsBack: 0.3, earAskew: 0.5, browDown: 0.38, cheekRaise: 0.6, blinkLeft: 0.2, blinkRight: 0.2 },
    contempt: { earAskew: 0.6 },
  },
};

/** Both ears: thin cups that open to the front, furred inside. */
export function buildEars(rows: number, columns: number, uv: RegionUv): Mesh {
  const skin = (p: Vec3): Record<string, number> => ({ ...chainWeights(earChain('left'), (share(p) - springFrom) / (1 - springFrom)) });
  const ear = buildTube(
    Array.from({ length: rows + 1 }, (_, i) => -0.16 + 1.16 * (i / rows)),
    columns,
    (t, a) => {
      const k = Math.max(0, t);
      const w = Math.max(0.0006, 0.0455 * (1 - k) ** 0.82 * (1 + 0.42 * k));
      const deep = Math.abs(Math.cos(a)) * w * (Math.cos(a) > 0 ? -0.3 : -0.66);
      return add(centre(t), add(scale(across, Math.sin(a) * w), scale(facing, deep + 0.3 * w)));
    },
    (u, t) => uv('ear', u, Math.max(0, t)),
    skin,
  );
  const at = (x: number, t: number, z: number): Vec3 => add(centre(t), add(scale(across, x), scale(facing, z)));
  const whole = emptyMesh();
  append(whole, ear);
  for (const [x, reach, width] of [[-0.019, 0.5, 0.0085], [0.0, 0.56, 0.01], [0.018, 0.46, 0.0085]] as const) {
    append(whole, buildTuft({ from: at(x, -0.02, 0.002), to: at(x * 0.5, reach, 0.004), width, facing, bulge: 0.008 }, Math.round(rows / 3) + 1, uv, skin));
  }
  const move = (name: string, by: (p: Vec3) => Vec3): void => void whole.morph.set(name, new Map(whole.position.map((p, i) => [i, by(p)])));
  move('earsUp', perk);
  move('earsDroop', droop);
  move('earsBack', back);
  const right = mirror(whole);
  right.morph.set('earAskew', right.morph.get('earsDroop')!);
  append(whole, right);
  return whole;
}
