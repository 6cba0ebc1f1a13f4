import { bell, clamp, column, mix, smoothstep, type Vec3 } from './math.ts';

/** Head-local metres: origin inside the skull, Y up, Z towards the viewer, X towards the character's left. */
export interface FaceSpec {
  /** From crown to the underside of the jaw: [y in front, y behind, half width, z in front, z behind]. */
  readonly profile: readonly (readonly [number, number, number, number, number])[];
  readonly eye: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    /** Heights of the lids above and below the line between the corners. */
    readonly upper: number;
    readonly lower: number;
    /** Rise of the outer corner over the inner one. */
    readonly tilt: number;
    readonly ballRadius: number;
    readonly irisRadius: number;
    /** Fraction of the lower lid's depth where the lids meet. */
    readonly meet: number;
    /** Thickness of the upper lashes as a share of full ones; short lashes have no wing at the corner. */
    readonly lash?: number;
    /** Space between eyeball and lid, metres; tall eyes need more, or half a blink cuts into the ball. */
    readonly clearance?: number;
  };
  readonly brow: { readonly y: number; readonly inner: number; readonly outer: number; readonly arch: number; readonly thickness: number };
  readonly nose: { readonly y: number; readonly out: number; readonly width: number; /** Swell of the nostrils. */ readonly wings?: number; /** Height of the ridge between the eyes. */ readonly bridge?: number; /** Spread of the tip upwards. */ readonly tall?: number };
  readonly mouth: {
    readonly y: number;
    readonly halfWidth: number;
    readonly curve: number;
    readonly gap: number;
    /** Rise of the line's middle between two dips: an animal's mouth. */
    readonly bow?: number;
    /** False where fur hides the lines that a smile draws beside it. */
    readonly dimples?: false;
  };
  readonly cheek: number;
  /** A snout around the mouth: a bell this far `out`, with its spreads across and up. Keep out / spread under 1, or the front mapping tears. */
  readonly muzzle?: { readonly y: number; readonly out: number; readonly width: number; readonly height: number };
}

export interface EyeFrame {
  readonly side: 1 | -1;
  readonly centre: readonly [number, number];
  readonly ball: Vec3;
  readonly ballRadius: number;
  /** u = 0 at the inner corner, 1 at the outer one. */
  x(u: number): number;
  u(x: number): number;
  upper(u: number): number;
  lower(u: number): number;
  closed(u: number): number;
}

export interface FaceSurface {
  readonly spec: FaceSpec;
  /** Height in z of the front of the face. */
  depth(x: number, y: number): number;
  point(x: number, y: number, lift?: number): Vec3;
  /** The whole head by longitude (0 in front) and profile position 0..1, with features scaled. */
  around(theta: number, v: number, features?: number): Vec3;
  chart(x: number, y: number): { theta: number; v: number };
  /** Profile position whose height at this longitude is y. */
  level(theta: number, y: number): number;
  readonly eyes: readonly [EyeFrame, EyeFrame];
  /** Height of the closed mouth's line. */
  lipLine(x: number): number;
  readonly profileLength: number;
}

/** Usual space between eyeball and lid, so that a blink's straight path never cuts into the ball. */
const lidClearance = 0.0024;
const squareness = 2.35;

export function createFaceSurface(spec: FaceSpec): FaceSurface {
  let run = 0;
  const prefixed = (key: number, row: readonly number[]): number[] => [key].concat(row);
  const keyed = spec.profile.map((row, i) => {
    const before = spec.profile[i - 1];
    if (before) run += Math.sqrt((row[0] - before[0]) ** 2 + (row[3] - before[3]) ** 2) || 0.004;
    return prefixed(run, row);
  });
  const total = run;
  const table = keyed.map((row) => prefixed(row[0]! / total, row.slice(1)));
  const [yFront, yBack, half, zFront, zBack] = [1, 2, 3, 4, 5].map((k) => column(table, k)) as [C, C, C, C, C];
  type C = (v: number) => number;
  const chinRow = spec.profile.reduce((best, row, i) => (row[0] < spec.profile[best]![0] ? i : best), 0);
  const vChin = table[chinRow]![0]!;
  const zAxis = -0.01;

  const level = (theta: number, y: number): number => {
    const t = (1 - Math.cos(theta)) / 2;
    let lo = 0;
    let hi = vChin;
    for (let i = 0; i < 26; i += 1) {
      const m = (lo + hi) / 2;
      if (mix(yFront(m), yBack(m), t) > y) lo = m;
      else hi = m;
    }
    return (lo + hi) / 2;
  };
  const chart = (x: number, y: number): { theta: number; v: number } => {
    let theta = 0;
    let v = level(0, y);
    for (let i = 0; i < 7; i += 1) {
      theta = mix(theta, Math.asin(clamp(Math.abs(x) / half(v)) ** (squareness / 2)), i === 0 ? 1 : 0.8);
      v = level(theta, y);
    }
    return { theta: x < 0 ? -theta : theta, v };
  };
  const base = (theta: number, v: number): Vec3 => {
    const c = Math.cos(theta);
    const s = Math.sin(theta);
    const e = 2 / squareness;
    const front = c > 0;
    // The exponent fades to a plain ellipse behind the ears, where nothing needs a flat face.
    const p = front ? e : mix(e, 1, smoothstep(0, 0.6, -c));
    const x = half(v) * Math.sign(s) * Math.abs(s) ** p;
    const z = zAxis + ((front ? zFront(v) : zBack(v)) - zAxis) * Math.abs(c) ** p;
    return [x, mix(yFront(v), yBack(v), (1 - c) / 2), z];
  };

  const { eye, nose, mouth, muzzle } = spec;
  const relief = (x: number, y: number): number => {
    const ax = Math.abs(x);
    const noseTip = bell(x / nose.width, (y - nose.y) / (y < nose.y ? 0.0055 : (nose.tall ?? 0.0095))) * nose.out;
    const bridge = bell(x / 0.0065) * smoothstep(nose.y - 0.004, nose.y + 0.006, y) * (1 - smoothstep(eye.y - 0.01, eye.y + 0.03, y)) * (nose.bridge ?? 0.0035);
    const wing = bell((ax - 0.0085) / 0.0038, (y - nose.y + 0.002) / 0.0042) * (nose.wings ?? 0.0028);
    const socket = -0.0042 * bell((ax - eye.x) / 0.02, (y - eye.y - 0.004) / 0.017);
    const cheek = spec.cheek * bell((ax - eye.x - 0.007) / 0.017, (y - eye.y + 0.04) / 0.018);
    const lips = 0.0034 * bell(x / 0.0135, (y - mouth.y) / 0.0085) - 0.0014 * bell(x / 0.012, (y - mouth.y + 0.0155) / 0.0045);
    const chin = 0.0035 * bell(x / 0.012, (y - mouth.y + 0.031) / 0.0105);
    const snout = muzzle ? muzzle.out * bell(x / muzzle.width, (y - muzzle.y) / muzzle.height) : 0;
    return noseTip + bridge + wing + socket + cheek + lips + chin + snout;
  };

  const lipLine = (x: number): number => mouth.y + mouth.curve * Math.min((x / mouth.halfWidth) ** 2, 1.6) + (mouth.bow ?? 0) * bell(x / (mouth.halfWidth * 0.3));

  const frame = (side: 1 | -1): EyeFrame => {
    const xi = eye.x - eye.width / 2;
    const line = (u: number): number => eye.y + (u - 0.5) * eye.tilt;
    const arc = (u: number, peak: number, power: number): number => {
      const w = u < peak ? 1 - u / peak : (u - peak) / (1 - peak);
      return (1 - Math.min(1, w) ** power) ** 0.62;
    };
    const lower = (u: number): number => line(u) - eye.lower * arc(u, 0.55, 2.2);
    const { theta, v } = chart(eye.x, eye.y);
    const at = base(theta, v);
    return {
      side,
      centre: [side * eye.x, eye.y],
      ball: [side * eye.x, eye.y + 0.0011, at[2] + relief(eye.x, eye.y) + 0.0008 - eye.ballRadius],
      ballRadius: eye.ballRadius,
      x: (u) => side * (xi + u * eye.width),
      u: (x) => clamp((side * x - xi) / eye.width),
      upper: (u) => line(u) + eye.upper * arc(u, 0.47, 2.15),
      lower,
      closed: (u) => line(u) + (lower(u) - line(u)) * eye.meet,
    };
  };
  const eyes = [frame(1), frame(-1)] as const;

  const overBall = (x: number, y: number, z: number): number => {
    const e = x >= 0 ? eyes[0] : eyes[1];
    const dx = x - e.ball[0];
    const dy = y - e.ball[1];
    const r = e.ballRadius + (eye.clearance ?? lidClearance);
    const d = Math.sqrt((dx / (eye.width / 2)) ** 2 + (dy / ((eye.upper + eye.lower) / 2)) ** 2);
    const w = 1 - smoothstep(1.12, 1.75, d);
    const under = r * r - dx * dx - dy * dy;
    return w > 0 && under > 0 ? mix(z, e.ball[2] + Math.sqrt(under), w) : z;
  };
  const depth = (x: number, y: number): number => {
    const { theta, v } = chart(x, y);
    return overBall(x, y, base(theta, v)[2] + relief(x, y));
  };
  return {
    spec,
    depth,
    point: (x, y, lift = 0) => [x, y, depth(x, y) + lift],
    around(theta, v, features = 1) {
      const p = base(theta, v);
      const front = smoothstep(0.05, 0.45, Math.cos(theta)) * (1 - smoothstep(vChin - 0.02, vChin + 0.02, v));
      if (front <= 0 || features === 0) return p;
      const z = p[2] + relief(p[0], p[1]) * front * features;
      return [p[0], p[1], features === 1 ? mix(z, overBall(p[0], p[1], z), front) : z];
    },
    chart,
    level,
    eyes,
    lipLine,
    profileLength: total,
  };
}
