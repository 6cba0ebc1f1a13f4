/** The only controller and hand models that are prepared; together they suit every headset. */
const carried = ['generic-hand', 'meta-quest-touch-plus', 'generic-trigger-squeeze-thumbstick'];

/**
 * Cuts profilesList.json down to the profiles that are prepared.
 *
 * A headset names several profiles, the most exact first, and the loader takes the first that
 * the list has. With the full list a controller outside our few would be found and then answered
 * with 404; with this list the loader goes on to a generic one.
 */
export function cutProfilesList(source: Uint8Array): Uint8Array {
  const all = JSON.parse(new TextDecoder().decode(source)) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(all).filter(([id]) => carried.includes(id)));
  return new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`);
}
