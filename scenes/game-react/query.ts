/** What the page's address asks for. */
export interface Query {
  readonly quality: 'high' | 'low';
  readonly assets: string;
}

/**
 * Reads the query of the page's address:
 *
 * - `quality=low`: light avatars, no anti-aliasing, 0.6 device pixels for each point, ten pictures a second
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `lang=en|zh`: the language of the page
 */
export function readQuery(search: string): Query {
  const query = new URLSearchParams(search);
  return { quality: query.get('quality') === 'low' ? 'low' : 'high', assets: query.get('assets') ?? '../attune/' };
}
