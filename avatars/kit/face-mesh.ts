import { addActionUnits, jawWeight } from './action-units.ts';
import { delaunay } from './delaunay.ts';
import type { FaceSurface } from './face-surface.ts';
import { add, length, sub, type Vec2, type Vec3 } from './math.ts';
import { computeNormals, emptyMesh, type Mesh } from './mesh.ts';
import type { FacePoint } from './unit.ts';

export interface FaceDetail {
  /** Spacing of the free points in front and elsewhere, metres. */
  readonly near: number;
  readonly far: number;
  readonly eyeLoop: number;
  readonly mouthLoop: number;
  /** The whole head is skin, back and crown too: for characters without hair. Behind, the texture's left and right edges go on. */
  readonly around?: true;
}

interface Seed {
  readonly chart: Vec2;
  readonly theta: number;
  readonly v: number;
  readonly point?: FacePoint;
  readonly free?: true;
  readonly margin?: { readonly loop: 'eye' | 'mouth'; readonly order: number };
}

/** The mouth's slit is opened by this much while triangulating, or its two margins would be joined across it. */
const slit = 0.0045;

const inside = ([x, y]: Vec2, loop: readonly Vec2[]): boolean => {
  let odd = false;
  for (let i = 0, j = loop.length - 1; i < loop.length; j = i, i += 1) {
    const [a, b] = [loop[i]!, loop[j]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd;
  }
  return odd;
};

/** Points of one lid loop or its enlargements, from the inner corner over the upper lid. */
export function eyeLoop(face: FaceSurface, count: number, grow: number): Vec2[] {
  const e = face.eyes[0];
  return Array.from({ length: count }, (_, i) => {
    const a = (i / count) * 2 * Math.PI;
    const u = (1 - Math.cos(a)) / 2;
    const y = i === 0 || i * 2 === count ? (e.upper(u) + e.lower(u)) / 2 : a < Math.PI ? e.upper(u) : e.lower(u);
    return [e.centre[0] + (e.x(u) - e.centre[0]) * grow, e.centre[1] + (y - e.centre[1]) * (1 + (grow - 1) * 1.25)] as const;
  });
}

export interface FaceMesh {
  readonly mesh: Mesh;
  /** Vertex loops in order, for parts that attach to the openings. */
  readonly mouthMargin: readonly FacePoint[];
}

/** The skin of the head in front of the ears and below the hairline, with loops around eyes and mouth. */
export function buildFaceMesh(face: FaceSurface, detail: FaceDetail, origin: Vec3, uv: (x: number, y: number) => Vec2): FaceMesh {
  const { mouth } = face.spec;
  const radius = 0.083;
  const seeds: Seed[] = [];
  const fromFront = (x: number, y: number, extra: Partial<Seed> = {}, chartY = 0): void => {
    const { theta, v } = face.chart(x, y);
    seeds.push({ chart: [theta * radius, -v * face.profileLength + chartY], theta, v, point: { x, y }, ...extra });
  };

  const eyeHole: Vec2[] = [];
  [1, 1.1, 1.27, 1.52].forEach((grow, ring) => {
    eyeLoop(face, detail.eyeLoop, grow).forEach(([x, y], order) => {
      fromFront(Math.max(x, 0.004), y, ring === 0 ? { margin: { loop: 'eye', order } } : {});
      if (ring === 0) eyeHole.push(seeds[seeds.length - 1]!.chart);
    });
  });
  const mouthHole: Vec2[] = [];
  const mouthMargin: FacePoint[] = [];
  [0, 0.0016, 0.0042, 0.0082, 0.0128].forEach((d, ring) => {
    for (let i = 0; i <= detail.mouthLoop; i += 1) {
      const a = (i / detail.mouthLoop) * Math.PI;
      const x = i === 0 || i === detail.mouthLoop ? 0 : (mouth.halfWidth + d * 0.9) * Math.sin(a);
      const c = Math.abs(Math.cos(a)) < 1e-9 ? 0 : Math.cos(a);
      const y = face.lipLine(x) + (mouth.gap / 2 + d) * c;
      const lip = c > 0 ? 1 : c < 0 ? -1 : undefined;
      const point: FacePoint = ring < 2 && lip ? { x, y, lip } : { x, y };
      fromFront(x, y, { point, ...(ring === 0 ? { margin: { loop: 'mouth', order: i } as const } : {}) }, slit * c);
      if (ring === 0) {
        mouthHole.push(seeds[seeds.length - 1]!.chart);
        mouthMargin.push(point);
      }
    }
  });

  // Free points: a hexagonal grid, finer in front, kept clear of the loops.
  const free = (chartX: number, chartY: number, spacing: number): void => {
    const q: Vec2 = [chartX, chartY];
    if (inside(q, eyeHole) || inside(q, [...mouthHole])) return;
    for (const s of seeds) if (Math.hypot(s.chart[0] - chartX, s.chart[1] - chartY) < spacing * 0.72) return;
    const theta = chartX / radius;
    const v = -chartY / face.profileLength;
    const p = face.around(theta, v);
    const front = Math.abs(theta) < 1.35 && v < 0.86;
    seeds.push({ chart: q, theta, v, free: true, point: front ? { x: p[0], y: p[1] } : { x: p[0], y: p[1], follow: 0 } });
  };
  const top = (detail.around ? -0.002 : -0.1) * face.profileLength;
  const bottom = -0.985 * face.profileLength;
  const nearBottom = -0.9 * face.profileLength;
  const maxX = (detail.around ? Math.PI : 2.15) * radius;
  const fill = (spacing: number, x1: number, y0: number, y1: number): void => {
    for (let y = y0; y >= y1; y -= spacing * 0.9) free(0, y, spacing);
    let odd = false;
    for (let y = y0; y >= y1; y -= spacing * 0.86) {
      odd = !odd;
      for (let x = spacing * (odd ? 1 : 0.5); x <= x1; x += spacing) free(x, y, spacing);
    }
  };
  fill(detail.near, 0.075, -0.3 * face.profileLength, nearBottom);
  for (let y = top; y >= bottom; y -= detail.far * 0.9) free(maxX, y, detail.far);
  for (let x = 0; x <= maxX + 1e-9; x += detail.far * 0.9) {
    free(x, top, detail.far);
    free(x, bottom, detail.far * 0.6);
  }
  fill(detail.far, maxX, top, bottom);

  const cells = delaunay(seeds.map((s) => s.chart)).filter((t) => {
    const c: Vec2 = [0, 1].map((k) => t.reduce((sum, i) => sum + seeds[i]!.chart[k as 0 | 1], 0) / 3) as unknown as Vec2;
    return !inside(c, eyeHole) && !(c[0] < mouth.halfWidth * 1.2 && inside(c, mouthHole));
  });

  const mesh = emptyMesh();
  const points: (FacePoint | undefined)[] = [];
  const soft: Vec3[] = [];
  const twin: number[] = [];
  const put = (s: Seed, side: 1 | -1): number => {
    const p0 = s.point && !s.free ? face.point(s.point.x, s.point.y) : face.around(s.theta, s.v);
    const s0 = face.around(s.theta, s.v, 0.38);
    mesh.position.push(add(origin, [p0[0] * side, p0[1], p0[2]]));
    soft.push([s0[0] * side, s0[1], s0[2]]);
    const behind = detail.around !== undefined && s.theta > Math.PI / 2;
    points.push(behind ? undefined : { ...(s.point ?? { x: p0[0], y: p0[1], follow: 0 }), x: p0[0] * side, y: p0[1] });
    mesh.uv.push(uv((behind ? face.around(Math.PI / 2, s.v, 0)[0] + (s.theta - Math.PI / 2) * 0.004 : p0[0]) * side, p0[1]));
    return mesh.position.length - 1;
  };
  seeds.forEach((s) => put(s, 1));
  seeds.forEach((s, i) => (twin[i] = s.chart[0] < 1e-9 ? i : put(s, -1)));
  for (const [a, b, c] of cells) mesh.triangle.push([a, b, c], [twin[a]!, twin[c]!, twin[b]!]);
  mesh.normal.push(...computeNormals(soft, mesh.triangle));

  // Thickness of the lids: the margins turn inwards, so that no gap shows beside the eyeball.
  for (const side of [1, -1] as const) {
    const ring = seeds.map((s, i) => ({ s, i })).filter(({ s }) => s.margin?.loop === 'eye');
    const index = ring.map(({ i }) => (side === 1 ? i : twin[i]!));
    const inner = index.map((i) => {
      const p = mesh.position[i]!;
      mesh.position.push([p[0], p[1], p[2] - 0.0052]);
      mesh.normal.push(mesh.normal[i]!);
      mesh.uv.push(mesh.uv[i]!);
      points.push(points[i]!);
      return mesh.position.length - 1;
    });
    index.forEach((a, k) => {
      const n = (k + 1) % index.length;
      const [b, c, d] = [index[n]!, inner[n]!, inner[k]!];
      if (side === 1) mesh.triangle.push([a, c, b], [a, d, c]);
      else mesh.triangle.push([a, b, c], [a, c, d]);
    });
  }

  mesh.position.forEach((p, i) => {
    const point = points[i];
    const w = point ? jawWeight(face, point, sub(p, origin)) : 0;
    mesh.skin.push(w > 0.02 ? { head: 1 - w, jaw: w } : { head: 1 });
  });
  addActionUnits(mesh, face, points, origin);
  if (mesh.position.some((p) => !Number.isFinite(length(p)))) throw new Error('buildFaceMesh: a vertex is not finite; check the profile');
  return { mesh, mouthMargin };
}
