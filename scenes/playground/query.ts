import type { PageLanguage } from '../shared/words.ts';

/** What the page's address asks for. */
export interface Query {
  readonly quality: 'high' | 'low';
  readonly seed: number;
  readonly assets: string;
  readonly avatar: string | null;
}

/**
 * Reads the query of the page's address:
 *
 * - `quality=low`: the light avatar, no outline, no anti-aliasing, 0.6 device pixels for each point, ten pictures a second
 * - `seed=N`: a whole number, for a meeting that can be repeated; 1 by default
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `avatar=URL`: another avatar than the one that ships
 * - `lang=en|zh`: the language of the page
 */
export function readQuery(search: string): Query {
  const query = new URLSearchParams(search);
  const seed = Number(query.get('seed') ?? 1);
  return {
    quality: query.get('quality') === 'low' ? 'low' : 'high',
    seed: Number.isInteger(seed) ? seed : 1,
    assets: query.get('assets') ?? '../attune/',
    avatar: query.get('avatar'),
  };
}

/** The agent speaks the language of the page. */
export const agentLanguage = (language: string): PageLanguage => (language === 'zh' ? 'zh' : 'en');
