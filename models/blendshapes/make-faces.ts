import type { Random } from '../../src/learn/random.ts';
import { type FrontalFace, meanFace, mirrorPairs, POINTS, rotated } from './frontal-faces.ts';

/** Makes faces that nobody has, out of parts and movements of faces that were seen. */
export interface FaceMaker {
  /** @param out where x and y of the 146 points are written, in units of the face's size */
  make(out: Float32Array): void;
}

/** Heights and widths, in units of the face's size, over which a face of two halves passes from one to the other. */
const SEAM = { height: 0.1, overHeight: 0.12, overWidth: 0.08 } as const;

/** How one face comes of several, and how often. */
const WAYS = { seen: 0.1, between: 0.25, moved: 0.25, 'upper-and-lower': 0.15, 'left-and-right': 0.15, exaggerated: 0.1 } as const;
type Way = keyof typeof WAYS;

/** Standard deviations of the angles, in radians, by which some heads are turned further. */
const TURN = { pitch: 0.1, yaw: 0.15, roll: 0.15 } as const;
const STRETCH = 0.04;
/** Mean of the deviation, in units of the face's size, by which the points of some faces tremble. */
const TREMBLE = 0.0045;

/** @param faces at least a few hundred, with which the made ones share shape, movements and pose */
export function createFaceMaker(faces: readonly FrontalFace[], random: Random): FaceMaker {
  const mean = meanFace(faces);
  const pairs = mirrorPairs(mean);
  const any = (): FrontalFace => faces[random.below(faces.length)] as FrontalFace;
  const chance = (share: number): boolean => random.uniform() < share;
  const lower = Float32Array.from({ length: POINTS }, (_, i) => logistic(((mean[i * 3 + 1] as number) - SEAM.height) / SEAM.overHeight));
  const left = Float32Array.from({ length: POINTS }, (_, i) => logistic((mean[i * 3] as number) / SEAM.overWidth));

  /** How far each point of face `a` goes towards `b`. */
  const mix = (a: Float32Array, b: Float32Array, share: (point: number) => number): Float32Array =>
    a.map((value, at) => value + ((b[at] as number) - value) * share(Math.floor(at / 3)));

  const shape: Readonly<Record<Way, (base: Float32Array) => Float32Array>> = {
    seen: (base) => base,
    between: (base) => {
      const share = random.uniform() * 1.1 - 0.2;
      return mix(base, any().points, () => share);
    },
    moved: (base) => {
      const [from, to, share] = [any().points, any().points, random.uniform()];
      return base.map((value, at) => value + ((to[at] as number) - (from[at] as number)) * share);
    },
    'upper-and-lower': (base) => mix(base, any().points, (point) => lower[point] as number),
    'left-and-right': (base) => {
      const [share, other] = [Math.min(1, random.uniform() * 1.3), chance(0.5)];
      return mix(base, any().points, (point) => share * (other ? 1 - (left[point] as number) : left[point] as number));
    },
    exaggerated: (base) => {
      const share = 0.3 - 0.7 * random.uniform();
      return mix(base, mean, () => share);
    },
  };

  return {
    make(out) {
      const base = any();
      let points = shape[pick(WAYS, random.uniform())](base.points);
      let rotation = (chance(0.4) ? any() : base).rotation;
      if (chance(0.5)) [points, rotation] = [mirrored(points, pairs), rotation.map((value, at) => (at === 1 || at === 2 || at === 3 || at === 6 ? -value : value))];
      if (chance(0.5)) rotation = product(turn(random.normal() * TURN.pitch, random.normal() * TURN.yaw, random.normal() * TURN.roll), rotation);
      const seen = rotated(points, rotation);
      const stretched = chance(0.4);
      const width = stretched ? Math.exp(random.normal() * STRETCH) : 1;
      const height = stretched ? Math.exp(random.normal() * STRETCH) : 1;
      // An exponential spread of spreads: most tremble little, a few much.
      const tremble = chance(0.5) ? -Math.log(1 - random.uniform()) * TREMBLE : 0;
      for (let i = 0; i < POINTS; i += 1) {
        out[i * 2] = (seen[i * 3] as number) * width + (tremble && random.normal() * tremble);
        out[i * 2 + 1] = (seen[i * 3 + 1] as number) * height + (tremble && random.normal() * tremble);
      }
    },
  };
}

function mirrored(points: Float32Array, pairs: Int32Array): Float32Array {
  return points.map((_, at) => (at % 3 === 0 ? -1 : 1) * (points[(pairs[Math.floor(at / 3)] as number) * 3 + (at % 3)] as number));
}

function pick<Name extends string>(shares: Readonly<Record<Name, number>>, drawn: number): Name {
  let left = drawn;
  const names = Object.keys(shares) as Name[];
  return names.find((name) => {
    left -= shares[name];
    return left < 0;
  }) ?? (names[0] as Name);
}

/** A rotation about x, then y, then z. */
function turn(x: number, y: number, z: number): Float32Array {
  const [sx, cx, sy, cy, sz, cz] = [Math.sin(x), Math.cos(x), Math.sin(y), Math.cos(y), Math.sin(z), Math.cos(z)];
  return Float32Array.of(
    cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx,
    sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx,
    -sy, cy * sx, cy * cx,
  );
}

function product(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((_, at) => [0, 1, 2].reduce((sum, k) => sum + (a[Math.floor(at / 3) * 3 + k] as number) * (b[k * 3 + (at % 3)] as number), 0));
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
