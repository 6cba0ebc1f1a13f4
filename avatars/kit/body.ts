import { add, clamp, cross as crossOf, length, mix, normalize, scale, smoothstep, sub, dot, type Vec2, type Vec3 } from './math.ts';
import { append, computeNormals, emptyMesh, gridTriangles, mirror, smoothSkin, type Influence, type Mesh } from './mesh.ts';
import { blend, ellipsoid, project, roundCone, type Field } from './sdf.ts';
import { surfaceNets } from './surface-nets.ts';
import type { Finger, Proportions } from './skeleton.ts';

/** Tops are modelled with the arms this far down, halfway to where they hang, then unbent to the T-pose. */
export const modelArmAngle = (42 * Math.PI) / 180;

/** Direction of the left arm in the modelling pose. */
export const armDirection: Vec3 = [Math.cos(modelArmAngle), -Math.sin(modelArmAngle), 0];

/** Weights up the trunk by height alone. */
export function trunkWeights(p: Proportions, y: number): Influence {
  const stops: [string, number][] = [['hips', p.hips], ['spine', p.spine], ['chest', p.chest], ['upperChest', p.upperChest], ['neck', p.neck + 0.02]];
  const out: Record<string, number> = {};
  let rest = 1;
  for (let i = stops.length - 1; i > 0; i -= 1) {
    const [name, at] = stops[i]!;
    const w = smoothstep(at - 0.045, at + 0.045, y) * rest;
    if (w > 0) out[name] = w;
    rest -= w;
  }
  if (rest > 0) out['hips'] = rest;
  return out;
}

/** Weights for a garment over trunk and arms in the modelling pose. */
export function topWeights(p: Proportions, q: Vec3): Influence {
  const side = q[0] >= 0 ? 'left' : 'right';
  const l = sub([Math.abs(q[0]), q[1], q[2]], p.shoulder);
  const along = dot(l, armDirection);
  const off = length(sub(l, scale(armDirection, along)));
  const arm = smoothstep(-0.035, 0.075, along) * (1 - smoothstep(0.07, 0.105, off));
  const elbow = smoothstep(p.upperArm - 0.045, p.upperArm + 0.045, along);
  const wrist = smoothstep(p.upperArm + p.lowerArm - 0.012, p.upperArm + p.lowerArm + 0.02, along);
  const out: Record<string, number> = {};
  const clavicle = (1 - arm) * 0.75 * smoothstep(0.035, 0.115, Math.abs(q[0])) * smoothstep(p.upperChest, p.shoulder[1] - 0.015, q[1]);
  for (const [k, w] of Object.entries(trunkWeights(p, q[1]))) out[k] = w * (1 - arm - clavicle);
  if (clavicle > 0) out[`${side}Shoulder`] = clavicle;
  if (arm > 0) {
    out[`${side}UpperArm`] = arm * (1 - elbow);
    out[`${side}LowerArm`] = arm * elbow * (1 - wrist);
    out[`${side}Hand`] = arm * elbow * wrist;
  }
  return out;
}

/** Undoes the modelling pose by inverse linear blend skinning: only the arms were turned, about one joint each. */
export function unbendArms(mesh: Mesh, p: Proportions): void {
  mesh.position.forEach((q, i) => {
    let arm = 0;
    for (const [k, w] of Object.entries(mesh.skin[i]!)) if (/(UpperArm|LowerArm|Hand)$/.test(k)) arm += w;
    if (arm < 1e-4) return;
    const s = q[0] >= 0 ? 1 : -1;
    const joint: Vec3 = [s * p.shoulder[0], p.shoulder[1], p.shoulder[2]];
    const l = sub(q, joint);
    // Blended matrix about the joint: (1 - w) I + w R. In the plane of the turn it is a rotation and a scale.
    const angle = -s * modelArmAngle;
    const a = 1 - arm + arm * Math.cos(angle);
    const b = arm * Math.sin(angle);
    const d = a * a + b * b;
    mesh.position[i] = add(joint, [(a * l[0] + b * l[1]) / d, (-b * l[0] + a * l[1]) / d, l[2]]);
  });
  mesh.normal.splice(0, mesh.normal.length, ...computeNormals(mesh.position, mesh.triangle));
}

export interface TopSpec {
  readonly field: Field;
  readonly cell: number;
  readonly min: Vec3;
  readonly max: Vec3;
  uv(p: Vec3, along: number, off: number): Vec2;
  /** Skin weights in the modelling pose; absent: those of a top. */
  weights?(p: Vec3): Influence;
}

export function buildTop(p: Proportions, spec: TopSpec): Mesh {
  const c = spec.cell;
  const mesh = surfaceNets(spec.field, { min: spec.min, max: spec.max, cell: [c, c, c] });
  for (const q of mesh.position) {
    mesh.skin.push(spec.weights?.(q) ?? topWeights(p, q));
    const l = sub([Math.abs(q[0]), q[1], q[2]], p.shoulder);
    const along = dot(l, armDirection);
    mesh.uv.push(spec.uv(q, along, length(sub(l, scale(armDirection, along)))));
  }
  smoothSkin(mesh, 4);
  unbendArms(mesh, p);
  return mesh;
}

/** Weights for trousers, legs and socks. */
export function legWeights(p: Proportions, q: Vec3): Influence {
  const side = q[0] >= 0 ? 'left' : 'right';
  const leg = 1 - smoothstep(p.leg[1] - 0.085, p.leg[1] + 0.05, q[1] + 0.25 * Math.max(0, 0.05 - Math.abs(q[0])));
  const knee = 1 - smoothstep(p.knee - 0.05, p.knee + 0.05, q[1]);
  const out: Record<string, number> = {};
  for (const [k, w] of Object.entries(trunkWeights(p, q[1]))) out[k] = w * (1 - leg);
  // Between the thighs both legs pull, or the crotch would tear apart at x = 0.
  const own = leg * (0.5 + 0.5 * smoothstep(0, 0.035, Math.abs(q[0])));
  const other = side === 'left' ? 'right' : 'left';
  out[`${side}UpperLeg`] = own * (1 - knee);
  out[`${side}LowerLeg`] = own * knee;
  if (leg - own > 0) {
    out[`${other}UpperLeg`] = (leg - own) * (1 - knee);
    out[`${other}LowerLeg`] = (leg - own) * knee;
  }
  return out;
}

/** Left hand in the T-pose (palm down, fingers along +X): a palm as one blended surface, and fingers with round tips; mirrored by the caller. */
export function buildHand(p: Proportions, cell: Vec3, uv: (p: Vec3) => Vec2): Mesh {
  const wrist: Vec3 = [p.shoulder[0] + p.upperArm + p.lowerArm, p.shoulder[1], p.shoulder[2]];
  const { palm, fingers } = p.hand;
  const segments = fingers.flatMap((f) => {
    let a: Vec3 = add(wrist, f.base);
    return (f.name === 'Thumb' ? ['Metacarpal', 'Proximal', 'Distal'] : ['Proximal', 'Intermediate', 'Distal']).map((joint, i) => {
      const b = add(a, scale(f.direction, f.lengths[i]!));
      const segment = { name: `left${f.name}${joint}`, a, b };
      a = b;
      return segment;
    });
  });
  const weights = (q: Vec3): Influence => {
    const out: Record<string, number> = {};
    const near = segments.map((s) => {
      const ab = sub(s.b, s.a);
      const t = clamp(dot(sub(q, s.a), ab) / dot(ab, ab));
      return { s, d: length(sub(q, add(s.a, scale(ab, t)))), reach: dot(sub(q, s.a), normalize(ab)) };
    });
    // Hand against finger: how far past the knuckle of the nearest finger.
    const closest = near.reduce((m, n) => (n.d < m.d ? n : m));
    const chain = near.filter((n) => n.s.name.slice(0, 9) === closest.s.name.slice(0, 9));
    let rest = 1;
    for (let i = chain.length - 1; i >= 0; i -= 1) {
      const n = chain[i]!;
      const w = smoothstep(-0.007, 0.008, n.reach) * rest * (n.s.name.includes('Thumb') && i === 0 ? smoothstep(0.03, 0.012, n.d) : 1);
      if (w > 0) out[n.s.name] = w;
      rest -= w;
    }
    const forearm = smoothstep(0.012, -0.018, q[0] - wrist[0]);
    if (rest > 0) {
      out['leftHand'] = rest * (1 - forearm);
      if (forearm > 0) out['leftLowerArm'] = rest * forearm;
    }
    return out;
  };

  const knuckles = fingers.map((f): Field => {
    const base = add(wrist, f.base);
    if (f.name === 'Thumb') return roundCone(base, add(base, scale(f.direction, f.lengths[0])), f.radius * 1.5, f.radius * 1.04);
    return roundCone(add(base, [-0.03, 0, f.base[2] * -0.25]), add(base, scale(f.direction, 0.004)), f.radius * 1.15, f.radius * 1.02);
  });
  const plate = blend(
    0.018,
    roundCone(add(wrist, [-0.05, 0, 0]), add(wrist, [0.006, 0, 0]), 0.0235, 0.0215),
    ellipsoid(add(wrist, [palm.length * 0.5, -0.001, 0]), [palm.length * 0.56, palm.thickness * 0.48, palm.width * 0.52]),
    ellipsoid(add(wrist, [palm.length * 0.4, -0.006, palm.width * 0.24]), [palm.length * 0.36, palm.thickness * 0.48, palm.width * 0.26]),
  );
  const mesh = surfaceNets(blend(0.008, plate, ...knuckles), { min: add(wrist, [-0.062, -0.05, -0.062]), max: add(wrist, [0.125, 0.036, 0.1]), cell }, 2);
  for (const q of mesh.position) {
    mesh.uv.push(uv(q));
    mesh.skin.push(weights(q));
  }
  for (const f of fingers) append(mesh, fingerTube(f, wrist, cell[0] < 0.011, uv, weights));
  smoothSkin(mesh, 1);
  return mesh;
}

/** One finger from inside its knuckle to a round tip, a little fuller at the joints and at the pad. */
function fingerTube(f: Finger, wrist: Vec3, fine: boolean, uv: (p: Vec3) => Vec2, weights: (q: Vec3) => Influence): Mesh {
  const thumb = f.name === 'Thumb';
  const [l0, l1, l2] = f.lengths;
  const whole = l0 + l1 + l2;
  const across = normalize(crossOf(f.direction, [0, 1, 0]));
  const up = crossOf(across, f.direction);
  const from = thumb ? l0 * 0.7 : -0.006;
  const joints = thumb ? [l0 + l1] : [l0, l0 + l1];
  const tip = f.radius * 0.86;
  const round = (fine ? [0.75, 0.45, 0.18, 0.02, 0.0005] : [0.4, 0.0005]).map((k) => whole - tip * k);
  const stops = [from, ...joints.flatMap((j) => (fine ? [j - 0.007, j, j + 0.007] : [j])), whole - tip * 1.15, ...round].sort((a, b) => a - b);
  const radius = (x: number): number => {
    const joint = joints.reduce((sum, j) => sum + 0.05 * Math.exp(-(((x - j) / 0.005) ** 2)), 0);
    const end = clamp((x - (whole - tip)) / tip);
    return f.radius * (mix(1, 0.84, clamp(x / whole)) + joint) * Math.sqrt(Math.max(1e-4, 1 - end * end));
  };
  const mesh = buildTube(
    stops,
    fine ? 8 : 5,
    (x, a) => {
      const r = radius(x);
      // The pad hangs lower than the nail rises.
      const low = Math.cos(a) < 0 ? 1.04 : 0.9;
      return add(add(wrist, f.base), add(scale(f.direction, x), add(scale(across, Math.sin(a) * r), scale(up, Math.cos(a) * r * low))));
    },
    () => [0, 0],
    weights,
  );
  return { ...mesh, uv: mesh.position.map(uv) };
}

export const bothSides = (left: Mesh): [Mesh, Mesh] => [left, mirror(left)];

export interface CollarSpec {
  readonly surface: Field;
  readonly neck: Vec3;
  readonly inner: number;
  readonly rise: number;
  /** How much lower the collar sits in front. */
  readonly dip: number;
  readonly length: number;
  /** Half of the gap in front, radians; behind, the two sides meet. */
  readonly gapFront: number;
  readonly lift: number;
}

/** Two rounded flaps lying on a garment, with a stand around the neck. Returns one side (x > 0). */
export function buildCollarFlap(spec: CollarSpec, columns: number, rows: number, uv: (u: number, v: number) => Vec2, weights: (q: Vec3) => Influence): Mesh {
  const mesh = emptyMesh();
  const [cx, cy, cz] = spec.neck;
  for (let r = -1; r <= rows + 1; r += 1) {
    const under = r > rows;
    const s = clamp(r / rows);
    for (let c = 0; c <= columns; c += 1) {
      const u = (c / columns) ** 1.5; // denser in front, where the corners are round
      const round = Math.sqrt(Math.max(0, 1 - (1 - clamp(u / 0.24)) ** 2));
      const a = mix(spec.gapFront, Math.PI, u);
      const reach = spec.length * mix(0.22, 1, round) * s;
      // Down the stand first, then out over the shoulder.
      const stand = Math.min(reach, 0.012);
      const out = Math.max(0, reach - 0.012);
      const radial = spec.inner + out;
      const low = spec.dip * (0.5 + 0.5 * Math.cos(a));
      const q: Vec3 = [cx + Math.sin(a) * radial, cy + spec.rise - low - stand * 0.35, cz + Math.cos(a) * (radial + low * 0.3) * 0.94];
      // The first row hangs inside the stand, so that no gap opens towards the neck.
      let p: Vec3 = r < 0 ? [q[0] * 0.88, q[1] - 0.014, cz + (q[2] - cz) * 0.88] : q;
      if (out > 0 || s === 1) {
        const on = project(spec.surface, [q[0], q[1] - out * 0.7, q[2]], under ? -0.004 : spec.lift, 10);
        p = on;
      }
      mesh.position.push(p);
      mesh.uv.push(uv(u, s));
      mesh.skin.push(weights(p));
    }
  }
  mesh.triangle.push(...gridTriangles(rows + 3, columns + 1, false));
  mesh.normal.push(...computeNormals(mesh.position, mesh.triangle));
  return mesh;
}

/** A surface of rings: `point(s, a)` for s 0..1 along and a 0..2 pi around (clockwise seen along the direction of s). */
export function buildTube(
  rows: readonly number[],
  columns: number,
  point: (s: number, a: number) => Vec3,
  uv: (u: number, s: number) => Vec2,
  weights: (p: Vec3) => Influence,
): Mesh {
  const mesh = emptyMesh();
  for (const s of rows) {
    for (let c = 0; c <= columns; c += 1) {
      const p = point(s, (c / columns) * 2 * Math.PI);
      mesh.position.push(p);
      mesh.uv.push(uv(c / columns, s));
      mesh.skin.push(weights(p));
    }
  }
  const facing = (flip: boolean): number => {
    const ring = columns + 1;
    return gridTriangles(rows.length, ring, flip).reduce((sum, [a, b, c]) => {
      const r = Math.floor(a / ring);
      let centre: Vec3 = [0, 0, 0];
      for (let k = 0; k < columns; k += 1) centre = add(centre, scale(mesh.position[r * ring + k]!, 1 / columns));
      const p = mesh.position[a]!;
      return sum + dot(crossOf(sub(mesh.position[b]!, p), sub(mesh.position[c]!, p)), sub(p, centre));
    }, 0);
  };
  mesh.triangle.push(...gridTriangles(rows.length, columns + 1, facing(false) < 0));
  mesh.normal.push(...computeNormals(mesh.position, mesh.triangle));
  return mesh;
}
