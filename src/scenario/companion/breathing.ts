import { type AvatarFrame, AttuneError, BONE_INDEX, type HumanBone, type Radians, type Seconds, type Unit } from '../../core/index.ts';

/** How long a breath takes, in its four parts. */
export interface BreathPattern {
  readonly in: Seconds;
  /** Held full. */
  readonly hold: Seconds;
  readonly out: Seconds;
  /** Rested empty. */
  readonly rest: Seconds;
}

/** Ways to breathe slowly: 4-2-6, five a minute; `even`, 5.5 a minute, with the out-breath the longer (Lehrer & Gevirtz 2014); `square`, 4-4-4-4. */
export const BREATH_PATTERNS = {
  '4-2-6': { in: 4, hold: 2, out: 6, rest: 0 },
  even: { in: 4.4, hold: 0, out: 60 / 5.5 - 4.4, rest: 0 },
  square: { in: 4, hold: 4, out: 4, rest: 4 },
} as const satisfies Readonly<Record<string, BreathPattern>>;
/** The name of one of {@link BREATH_PATTERNS}. */
export type BreathPatternName = keyof typeof BREATH_PATTERNS;

/** Where a paced breath is. */
export interface Breath {
  readonly part: keyof BreathPattern;
  /** How full the lungs are: 0 empty, 1 full. */
  readonly depth: Unit;
  /** How far this part has come. */
  readonly share: Unit;
  /** Until the next part. */
  readonly left: Seconds;
  /** Breaths that are behind. */
  readonly count: number;
}

const PARTS = ['in', 'hold', 'out', 'rest'] as const;
/** The first breath takes this share of the pattern, and each one after it more: nobody is slow at once. */
const FIRST: Unit = 0.6;
const SLOWER: Unit = 0.1;

/**
 * Where a paced breath is, so long after it began: a pure function of time. The first four breaths are quicker, each less than the one before.
 *
 * @throws {AttuneError} `bad-input` for a pattern without an in-breath or an out-breath, or a part of no length
 */
export function breathAt(pattern: BreathPattern, elapsed: Seconds): Breath {
  for (const part of PARTS) {
    if (!(pattern[part] >= (part === 'in' || part === 'out' ? 0.5 : 0) && pattern[part] <= 30)) throw new AttuneError('bad-input', `Expected a breath's "${part}" to last ${part === 'in' || part === 'out' ? '0.5' : '0'} to 30 seconds, but got ${pattern[part]}.`);
  }
  const whole = pattern.in + pattern.hold + pattern.out + pattern.rest;
  let [left, count, pace] = [Math.max(0, elapsed), 0, FIRST];
  for (; pace < 1 && left >= pace * whole; pace = paceOf(count)) {
    left -= pace * whole;
    count += 1;
  }
  if (pace >= 1) {
    const full = Math.floor(left / whole);
    count += full;
    left -= full * whole;
  }
  for (const part of PARTS) {
    const length = pace * pattern[part];
    if (left < length) return { part, share: left / length, left: length - left, count, depth: depthOf(part, left / length) };
    left -= length;
  }
  // Rounding may leave nothing of a breath: the next one begins.
  return { part: 'in', share: 0, left: pattern.in, count: count + 1, depth: 0 };
}

const paceOf = (count: number): Unit => Math.min(1, FIRST + SLOWER * count);

/** Lungs fill and empty as half a cosine does: without a jerk at either end. */
function depthOf(part: keyof BreathPattern, share: Unit): Unit {
  if (part === 'hold') return 1;
  if (part === 'rest') return 0;
  const rise = 0.5 - 0.5 * Math.cos(Math.PI * share);
  return part === 'in' ? rise : 1 - rise;
}

/** A deep breath moves more than a quiet one: the chest bends back by this much, shoulders rise by so much. */
const CHEST: Radians = 0.11;
const SHOULDERS: Radians = 0.07;

/**
 * Lets the body of a frame breathe as deep as the pacer says: chest and shoulders rise, the face stays where it is. For what is sampled
 * anew for each picture: `driver.guide = { prepare: (frame) => breatheBody(frame, breathAt(pattern, elapsed).depth), finish() {} }`.
 */
export function breatheBody({ body }: Pick<AvatarFrame, 'body'>, depth: Unit): void {
  const bend = CHEST * depth;
  turnBone(body, 'chest', 0, -0.6 * bend);
  turnBone(body, 'upperChest', 0, -0.4 * bend);
  turnBone(body, 'neck', 0, bend);
  for (const [side, up] of [['left', 1], ['right', -1]] as const) {
    turnBone(body, `${side}Shoulder`, 2, up * SHOULDERS * depth);
    turnBone(body, `${side}UpperArm`, 2, -up * SHOULDERS * depth, true);
  }
}

/** Turns a bone further by an angle around x (0) or z (2), of its own or, with `first`, of its parent. */
function turnBone(body: Float64Array, bone: HumanBone, axis: 0 | 2, angle: Radians, first = false): void {
  const at = 4 * BONE_INDEX[bone];
  const [x, y, z, w] = [body[at]!, body[at + 1]!, body[at + 2]!, body[at + 3]!];
  const [s, c, order] = [Math.sin(angle / 2), Math.cos(angle / 2), first ? -1 : 1];
  body[at + axis] = c * (axis === 0 ? x : z) + s * w;
  body[at + 2 - axis] = c * (axis === 0 ? z : x) - order * (axis === 0 ? 1 : -1) * s * y;
  body[at + 1] = c * y + order * (axis === 0 ? 1 : -1) * s * (axis === 0 ? z : x);
  body[at + 3] = c * w - s * (axis === 0 ? x : z);
}
