import type { Level } from './assemble.ts';
import { append, emptyMesh, tidy, type Mesh } from './mesh.ts';

/** Makes each level once: building asks for it again to count its triangles. */
export function perLevel<T>(make: (level: Level) => T): (level: Level) => T {
  const made = new Map<Level, T>();
  return (level) => {
    const known = made.get(level);
    if (known !== undefined) return known;
    const parts = make(level);
    made.set(level, parts);
    return parts;
  };
}

/** Tidies and joins named parts; adds their triangles to `count`, by name and in `total`. */
export function gather(named: readonly (readonly [string, Mesh])[], count: Record<string, number>): Mesh {
  const whole = emptyMesh();
  for (const [name, mesh] of named) {
    const clean = tidy(mesh);
    for (const key of [name, 'total']) count[key] = (count[key] ?? 0) + clean.triangle.length;
    append(whole, clean);
  }
  return whole;
}
