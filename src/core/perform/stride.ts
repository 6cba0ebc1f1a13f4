import { clamp, type Radians, type Seconds, smoothstep } from '../units.ts';
import type { AvatarFrame } from './frame.ts';
import { type Footing, standLeg } from './trunk.ts';

/** How a body goes, in its own frame. */
export interface Stride {
  /** How many times both feet have stepped; its fraction says which foot is in the air. */
  phase: number;
  /** In metres a second: forwards, and to its left. */
  forwards: number;
  aside: number;
  /** In radians a second, to its left. */
  turning: Radians;
}

/** Both feet step once in this time, unhurried. {@link Stride.phase} grows by one in it. */
export const STRIDE_TIME: Seconds = 1;

/** Each foot stands for this share of it (Murray et al. 1964: 0.6 in walking). */
const STANDS = 0.6;
/** From this speed on steps are whole ones, in metres a second; slower ones hardly leave the ground. */
const WHOLE = 0.25;
/** What turning on the spot is worth: as if feet were this far from the middle, in metres. */
const TURNING_ARM = 0.25;
/** In metres: how high a foot is lifted, how much lower the hips are than long legs need, and how far they go over the foot that stands. */
const LIFT = 0.05;
const SINK = 0.008;
const SWAY = 0.014;
const TIPTOE: Radians = 0.35;

const footing: Footing = { x: 0, y: 0, z: 0, yaw: 0, tiptoe: 0 };

/** Lets a posed body step, whatever else it does: the foot that stands stays where it is on the floor while the body goes on. */
export function poseStride(frame: AvatarFrame, { phase, forwards, aside, turning }: Readonly<Stride>): void {
  const speed = Math.hypot(forwards, aside);
  const amount = smoothstep(0, WHOLE, speed + TURNING_ARM * Math.abs(turning));
  if (amount === 0) return;
  const { hips, build } = frame;
  const turn = 2 * Math.PI * phase;
  // A leg that stands far out is lower by so much.
  const out = 0.5 * STANDS * STRIDE_TIME * speed + SWAY;
  const lower = (out * out) / (build.upperLeg + build.lowerLeg) + SINK * (1 + 0.3 * Math.cos(2 * turn));
  hips.y -= (amount * lower) / build.hips.y;
  // Over the left foot while the right one is in the air, a quarter of a turn after it left.
  hips.x += (amount * SWAY * Math.cos(turn - STANDS * Math.PI)) / build.hips.y;
  for (const side of [1, -1] as const) {
    const at = (((phase + (side > 0 ? 0 : 0.5)) % 1) + 1) % 1;
    // The floor goes the other way under the body, and about it as it turns.
    const [x, z] = [-(aside + turning * build.hip.z), -(forwards - turning * side * build.hip.x)];
    const stood = at < STANDS ? at / STANDS - 0.5 : 0.5 - smoothstep(STANDS, 1, at);
    const reach = clamp(stood, -0.5, 0.5) * STANDS * STRIDE_TIME;
    const air = at < STANDS ? 0 : Math.sin((Math.PI * (at - STANDS)) / (1 - STANDS));
    footing.x = x * reach;
    footing.z = z * reach;
    footing.y = amount * LIFT * air;
    footing.yaw = -turning * reach;
    footing.tiptoe = amount * TIPTOE * air;
    standLeg(frame, side, footing);
  }
}
