/** What the page's address asks for. */
export interface Query {
  readonly quality: 'high' | 'low';
  readonly assets: string;
  readonly character: 'mira' | 'emil' | 'pip';
  readonly seed: number;
}

const CHARACTERS = ['mira', 'emil', 'pip'] as const;

/** Each name is the same in every language. */
export const NAMES: Readonly<Record<Query['character'], string>> = { mira: 'Mira', emil: 'Emil', pip: 'Pip' };

/**
 * Reads the query of the page's address:
 *
 * - `quality=low`: the light avatar, no outline, no anti-aliasing, ten pictures a second outside of a headset, full foveation in it
 * - `character=mira|emil|pip`: whom the player meets; `mira` by default
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `seed=N`: a whole number, for a meeting that can be repeated; 1 by default
 * - `lang=en|zh`: the language of the page
 */
export function readQuery(search: string): Query {
  const query = new URLSearchParams(search);
  const seed = Number(query.get('seed') ?? 1);
  return {
    quality: query.get('quality') === 'low' ? 'low' : 'high',
    assets: query.get('assets') ?? '../attune/',
    character: CHARACTERS.find((each) => each === query.get('character')) ?? 'mira',
    seed: Number.isInteger(seed) ? seed : 1,
  };
}
