/** What the page's address asks for. */
export interface Query {
  readonly assets: string;
}

/**
 * Reads the query of the page's address:
 *
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `lang=en|zh`: the language of the page
 */
export const readQuery = (search: string): Query => ({ assets: new URLSearchParams(search).get('assets') ?? '../attune/' });
