/** What the page's address asks for. */
export interface Query {
  /** Whether a monitor's store is looked at, through the server that the page came from; otherwise a year is made up. */
  readonly store: boolean;
  readonly assets: string;
  readonly quality: 'high' | 'low';
}

/**
 * Reads the query of the page's address:
 *
 * - `store`: look at the store of a monitor, as "attune dashboard" serves it; without it the page makes a year up
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `quality=low`: the light avatar without outlines, ten pictures a second
 * - `lang=en|zh`: the language of the page
 */
export function readQuery(search: string): Query {
  const query = new URLSearchParams(search);
  return { store: query.has('store'), assets: query.get('assets') ?? '../attune/', quality: query.get('quality') === 'low' ? 'low' : 'high' };
}
