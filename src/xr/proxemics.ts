import { clamp, type Radians, type Seconds, type Stride, STRIDE_TIME } from '../core/index.ts';

/** A place on the floor, in metres. */
export interface Spot {
  readonly x: number;
  readonly z: number;
}

/** How near is right, in metres along the floor: Hall (1966) found 0.45 to 1.2 for friends, up to 2 for talk with others. */
export interface Distances {
  /** Where the agent stands at first. */
  readonly comfortable: number;
  /** Who comes nearer than this is made room for, unless they hold out a hand. */
  readonly near: number;
  /** The agent never leaves its first place by more than this: nothing is known of what is behind it. */
  readonly leash: number;
}

/** Distances for somebody who is met as an acquaintance: 1.2 m at first, room is made below 0.75 m, and the agent stays within 2 m of its first place. */
export const DISTANCES: Distances = { comfortable: 1.2, near: 0.75, leash: 2 };

/** Stepping back ends so much beyond what was too near. */
const ROOM = 0.3;
/** A hand that is held out is met at this distance, and even then nobody is let nearer than the other. */
const MEETING = 0.85;
const NEAREST = 0.5;

/** In metres and radians, a second and a second squared: unhurried, as one makes room for somebody. */
const WALK = 0.5;
const QUICKENS = 1.1;
const TURN: Radians = 1.5;
const TURN_QUICKENS: Radians = 4;
/** The eyes and the head follow by themselves up to here; then the body turns, also after a while for less. */
const TURNS_FOR: Radians = 0.55;
const TURNS_AFTER: readonly [angle: Radians, time: Seconds] = [0.22, 1.5];
const FACING: Radians = 0.03;

/** Keeps an agent at the right distance and turned to the player: where it stands on the floor, in metres, and how it steps. */
export interface Proxemics {
  readonly x: number;
  readonly z: number;
  /** 0 faces +z; grows to the agent's left. */
  readonly heading: Radians;
  /** How the body goes at the moment. */
  readonly stride: Readonly<Stride>;
  /** Whether it is stepping back. */
  readonly retreating: boolean;
  /** Puts the agent somewhere, as at the beginning. */
  stand(at: Spot, facing: Spot): void;
  /** @param meeting whether the player holds out a hand, which is walked up to */
  update(player: Spot, meeting: boolean, delta: Seconds): void;
}

/** Keeps an agent at a good distance from a player, on foot and without a jump, and turned to them. */
export function createProxemics({ comfortable, near, leash }: Distances): Proxemics {
  const stride: Stride = { phase: 0, forwards: 0, aside: 0, turning: 0 };
  let [x, z, heading, away, rate, askew] = [0, 0, 0, 0, 0, 0];
  let home: Spot = { x, z };
  let gait: 'stands' | 'retreats' | 'approaches' = 'stands';
  let turns = false;

  function chooseGait(distance: number, meeting: boolean): void {
    const tooNear = meeting ? NEAREST : near;
    if (distance < tooNear) gait = 'retreats';
    else if (gait === 'retreats' && distance >= Math.min(comfortable, tooNear + ROOM)) gait = 'stands';
    else if (gait === 'approaches' && (!meeting || distance <= MEETING)) gait = 'stands';
    else if (gait === 'stands' && meeting && distance > MEETING + 0.1) gait = 'approaches';
  }

  function walk(player: Spot, meeting: boolean, delta: Seconds): void {
    const [dx, dz] = [player.x - x, player.z - z];
    const distance = Math.hypot(dx, dz);
    chooseGait(distance, meeting);
    const left = gait === 'retreats' ? Math.min(comfortable, (meeting ? NEAREST : near) + ROOM) - distance : gait === 'approaches' ? MEETING - distance : 0;
    // As fast as it can still stop in time.
    const wish = Math.sign(left) * Math.min(WALK, Math.sqrt(2 * QUICKENS * 0.7 * Math.abs(left)) + 0.05);
    away += clamp((gait === 'stands' ? 0 : wish) - away, -QUICKENS * delta, QUICKENS * delta);
    const [ux, uz] = distance > 1e-3 ? [dx / distance, dz / distance] : [Math.sin(heading), Math.cos(heading)];
    const [nextX, nextZ] = [x - ux * away * delta, z - uz * away * delta];
    if (Math.hypot(nextX - home.x, nextZ - home.z) > leash && Math.hypot(nextX - home.x, nextZ - home.z) > Math.hypot(x - home.x, z - home.z)) away = 0;
    else [x, z] = [nextX, nextZ];
    const [vx, vz] = [-ux * away, -uz * away];
    stride.forwards = vx * Math.sin(heading) + vz * Math.cos(heading);
    stride.aside = vx * Math.cos(heading) - vz * Math.sin(heading);
  }

  function face(player: Spot, delta: Seconds): void {
    const to = Math.atan2(player.x - x, player.z - z);
    const off = Math.atan2(Math.sin(to - heading), Math.cos(to - heading));
    askew = Math.abs(off) > TURNS_AFTER[0] ? askew + delta : 0;
    if (Math.abs(off) > TURNS_FOR || askew > TURNS_AFTER[1]) turns = true;
    else if (Math.abs(off) < FACING && Math.abs(rate) < 0.2) turns = false;
    const wish = turns ? Math.sign(off) * Math.min(TURN, Math.sqrt(2 * TURN_QUICKENS * 0.7 * Math.abs(off))) : 0;
    rate += clamp(wish - rate, -TURN_QUICKENS * delta, TURN_QUICKENS * delta);
    heading += rate * delta;
    stride.turning = rate;
  }

  return {
    get x() {
      return x;
    },
    get z() {
      return z;
    },
    get heading() {
      return heading;
    },
    stride,
    get retreating() {
      return gait === 'retreats' && away > 0.02;
    },
    stand(at, facing) {
      [x, z] = [at.x, at.z];
      home = { x, z };
      heading = Math.atan2(facing.x - x, facing.z - z);
      away = rate = askew = stride.phase = stride.forwards = stride.aside = stride.turning = 0;
      gait = 'stands';
      turns = false;
    },
    update(player, meeting, delta) {
      walk(player, meeting, delta);
      face(player, delta);
      if (Math.abs(away) > 0.01 || Math.abs(rate) > 0.05) stride.phase = (stride.phase + delta / STRIDE_TIME) % 1;
    },
  };
}
