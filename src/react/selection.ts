/** Chooses a part of a state. */
export type Selector<State, Part> = (state: State) => Part;

/**
 * Selects so that an unchanged part stays the same object.
 *
 * React asks for a snapshot at every render and renders again when it differs: a selector that
 * builds an object, or is itself built at every render, would never come to rest. Parts whose
 * members are all the same count as unchanged.
 */
export function createSelection<State, Part>(): (state: State, selector: Selector<State, Part>) => Part {
  let last: { readonly state: State; readonly selector: Selector<State, Part>; readonly part: Part } | null = null;
  return (state, selector) => {
    if (last && last.state === state && last.selector === selector) return last.part;
    const selected = selector(state);
    const part = last && sameMembers(last.part, selected) ? last.part : selected;
    last = { state, selector, part };
    return part;
  };
}

/** Whether two values are the same, or plain objects or arrays of the same members. */
export function sameMembers(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && Object.is(a[key], b[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
