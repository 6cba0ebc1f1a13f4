/**
 * What one vertex does: for each morph that moves it, the morph's number and its displacement, as a
 * share of how far the vertex may go.
 */
export interface VertexMotion {
  readonly morphs: readonly number[];
  /** x, y and z for each of the morphs. */
  readonly offsets: readonly number[];
}

export interface VertexLimit {
  /**
   * Lessens `free` until, together with `held`, no watched vertex goes farther than it may.
   *
   * First the morphs that move an offending vertex give way, so that the rest of the face keeps its
   * expression; what still offends lessens everything. Continuous in its inputs; allocates nothing.
   *
   * @param held weights that stay as they are, one for each morph: lids must close
   * @param free weights that give way, one for each morph
   */
  apply(held: Float64Array, free: Float64Array): void;
}

/** A morph that moves a vertex by less than this share of its reach is not to blame for it. */
const TO_BLAME = 0.1;

/** Watches a few vertices. Together the held weights must leave each of them within its reach. */
export function createVertexLimit(vertices: readonly VertexMotion[], morphCount: number): VertexLimit {
  const starts = new Int32Array(vertices.length + 1);
  vertices.forEach(({ morphs }, at) => (starts[at + 1] = (starts[at] ?? 0) + morphs.length));
  const morphs = Int32Array.from(vertices.flatMap((vertex) => vertex.morphs));
  const offsets = Float64Array.from(vertices.flatMap((vertex) => vertex.offsets));
  const blamed = Uint8Array.from(morphs, (_, at) => (Math.hypot(offsets[3 * at] ?? 0, offsets[3 * at + 1] ?? 0, offsets[3 * at + 2] ?? 0) > TO_BLAME ? 1 : 0));
  const scales = new Float64Array(morphCount);
  /** For each vertex, how much of the free weights it bears: 1 is all. */
  const bears = new Float64Array(vertices.length);

  /** Whether any vertex goes too far. */
  function weigh(held: Float64Array, free: Float64Array): boolean {
    let offended = false;
    for (let vertex = 0; vertex < bears.length; vertex++) {
      let px = 0, py = 0, pz = 0, qx = 0, qy = 0, qz = 0;
      for (let at = starts[vertex]!, end = starts[vertex + 1]!; at < end; at++) {
        const morph = morphs[at]!;
        const kept = held[morph]!;
        const given = free[morph]!;
        if (kept === 0 && given === 0) continue;
        const x = offsets[3 * at]!, y = offsets[3 * at + 1]!, z = offsets[3 * at + 2]!;
        px += kept * x; py += kept * y; pz += kept * z;
        qx += given * x; qy += given * y; qz += given * z;
      }
      bears[vertex] = 1;
      const pp = px * px + py * py + pz * pz;
      const pq = px * qx + py * qy + pz * qz;
      const qq = qx * qx + qy * qy + qz * qz;
      if (pp + 2 * pq + qq <= 1) continue;
      // Where the line from p along q leaves the unit sphere.
      bears[vertex] = qq > 0 ? Math.max(0, (Math.sqrt(Math.max(0, pq * pq + qq * (1 - pp))) - pq) / qq) : 1;
      offended = true;
    }
    return offended;
  }

  return {
    apply(held, free) {
      if (!weigh(held, free)) return;
      scales.fill(1);
      for (let vertex = 0; vertex < bears.length; vertex++) {
        const share = bears[vertex]!;
        if (share === 1) continue;
        for (let at = starts[vertex]!, end = starts[vertex + 1]!; at < end; at++) {
          if (blamed[at] === 1 && share < scales[morphs[at]!]!) scales[morphs[at]!] = share;
        }
      }
      for (let morph = 0; morph < morphCount; morph++) free[morph] = free[morph]! * scales[morph]!;
      if (!weigh(held, free)) return;
      let least = 1;
      for (let vertex = 0; vertex < bears.length; vertex++) least = Math.min(least, bears[vertex]!);
      for (let morph = 0; morph < morphCount; morph++) free[morph] = free[morph]! * least;
    },
  };
}
