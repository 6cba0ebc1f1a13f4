/**
 * What the page's address asks for:
 *
 * - `quality=low`: the light avatar, no anti-aliasing, 0.6 device pixels for each point
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `seed=N`: a whole number: what falls where, and what Pip says, can be repeated; 1 by default
 * - `lang=en|zh`
 */
export interface Query {
  readonly low: boolean;
  readonly assets: string;
  readonly seed: number;
}

export function readQuery(search: string): Query {
  const query = new URLSearchParams(search);
  const seed = Number(query.get('seed') ?? 1);
  return { low: query.get('quality') === 'low', assets: query.get('assets') ?? '../attune/', seed: Number.isInteger(seed) ? seed : 1 };
}
