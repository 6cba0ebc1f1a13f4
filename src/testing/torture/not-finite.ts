/**
 * Where a number in `value` is not finite, as a path; null where all are. What is the same object as in `before` was looked at then,
 * so that looking at every state of a session costs no more than looking at what changed. Arrays of numbers are always looked at.
 */
export function findNotFinite(value: unknown, before?: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : String(value);
  if (value === null || typeof value !== 'object') return null;
  if (ArrayBuffer.isView(value)) {
    const bad = (value as Float64Array).findIndex((each) => !Number.isFinite(each));
    return bad < 0 ? null : `${bad}`;
  }
  if (value === before) return null;
  const [now, old] = [value as Readonly<Record<string, unknown>>, (typeof before === 'object' && before !== null ? before : {}) as Readonly<Record<string, unknown>>];
  for (const key in now) {
    const found = findNotFinite(now[key], old[key]);
    if (found !== null) return `${key}.${found}`;
  }
  return null;
}
