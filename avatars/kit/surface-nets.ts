import { emptyMesh, computeNormals, type Mesh } from './mesh.ts';
import { project, type Field } from './sdf.ts';
import type { Vec3 } from './math.ts';

export interface Box {
  readonly min: Vec3;
  readonly max: Vec3;
  /** Edge lengths of a grid cell, metres. A min.x of -(k + 1/2) cells puts vertices exactly on the plane x = 0. */
  readonly cell: Vec3;
}

/**
 * Naive surface nets: one vertex per cell the surface crosses, one quad per crossed edge, then each vertex is
 * relaxed towards its neighbours and projected back, which evens the quads out.
 */
export function surfaceNets(field: Field, box: Box, relax = 3): Mesh {
  const size = [0, 1, 2].map((k) => Math.ceil((box.max[k]! - box.min[k]!) / box.cell[k]!) + 1) as [number, number, number];
  const [nx, ny, nz] = size;
  const at = (i: number, j: number, k: number): Vec3 => [box.min[0] + i * box.cell[0], box.min[1] + j * box.cell[1], box.min[2] + k * box.cell[2]];
  const index = (i: number, j: number, k: number): number => i + nx * (j + ny * k);
  const value = new Float64Array(nx * ny * nz);
  for (let k = 0; k < nz; k += 1) for (let j = 0; j < ny; j += 1) for (let i = 0; i < nx; i += 1) value[index(i, j, k)] = field(at(i, j, k));

  const mesh = emptyMesh();
  const vertex = new Map<number, number>();
  const corner = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 1]] as const;
  for (let k = 0; k + 1 < nz; k += 1) {
    for (let j = 0; j + 1 < ny; j += 1) {
      for (let i = 0; i + 1 < nx; i += 1) {
        let count = 0;
        const sum = [0, 0, 0];
        for (let a = 0; a < 8; a += 1) {
          for (let bit = 1; bit < 8; bit <<= 1) {
            const b = a | bit;
            if (b === a) continue;
            const [pa, pb] = [corner[a]!, corner[b]!];
            const va = value[index(i + pa[0], j + pa[1], k + pa[2])]!;
            const vb = value[index(i + pb[0], j + pb[1], k + pb[2])]!;
            if (va < 0 === vb < 0) continue;
            const t = va / (va - vb);
            const [qa, qb] = [at(i + pa[0], j + pa[1], k + pa[2]), at(i + pb[0], j + pb[1], k + pb[2])];
            for (const c of [0, 1, 2] as const) sum[c]! += qa[c] + (qb[c] - qa[c]) * t;
            count += 1;
          }
        }
        if (count === 0) continue;
        vertex.set(index(i, j, k), mesh.position.length);
        mesh.position.push([sum[0]! / count, sum[1]! / count, sum[2]! / count]);
      }
    }
  }
  const step = [1, nx, nx * ny] as const;
  const near = mesh.position.map(() => new Set<number>());
  for (let k = 1; k + 1 < nz; k += 1) {
    for (let j = 1; j + 1 < ny; j += 1) {
      for (let i = 1; i + 1 < nx; i += 1) {
        const o = index(i, j, k);
        for (const axis of [0, 1, 2] as const) {
          const inside = value[o]! < 0;
          if (inside === value[o + step[axis]]! < 0) continue;
          const [u, v] = [step[(axis + 1) % 3]!, step[(axis + 2) % 3]!];
          const quad = [vertex.get(o)!, vertex.get(o - u)!, vertex.get(o - u - v)!, vertex.get(o - v)!] as const;
          const [a, b, c, d] = inside ? quad : [quad[0], quad[3], quad[2], quad[1]];
          // Neighbours along the quads' sides only: diagonals would pull a symmetric shape askew.
          for (const [m, n] of [[a, b], [b, c], [c, d], [d, a]] as const) {
            near[m]!.add(n);
            near[n]!.add(m);
          }
          mesh.triangle.push([a, b, c], [a, c, d]);
        }
      }
    }
  }
  for (let round = 0; round < relax; round += 1) {
    const next = mesh.position.map((p, i): Vec3 => {
      const s = [0, 0, 0];
      for (const j of near[i]!) for (const c of [0, 1, 2] as const) s[c]! += mesh.position[j]![c];
      const n = near[i]!.size || 1;
      return project(field, [(p[0] + s[0]! / n) / 2, (p[1] + s[1]! / n) / 2, (p[2] + s[2]! / n) / 2], 0, 2);
    });
    mesh.position.splice(0, mesh.position.length, ...next);
  }
  mesh.normal.push(...computeNormals(mesh.position, mesh.triangle, false));
  return mesh;
}
