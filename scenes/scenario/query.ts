import { COMPLIANCE_MODES, type ComplianceMode } from 'attune';
import { isPackId, type PackId } from './packs/packs.ts';

/** What the page's address asks for. */
export interface Query {
  /** Null where none, or none that there is, was asked for. */
  readonly pack: PackId | null;
  readonly quality: 'high' | 'low';
  readonly seed: number;
  readonly assets: string;
  /** What may be read of the player; nothing on the page changes it. */
  readonly mode: ComplianceMode;
}

/**
 * Reads the query of the page's address:
 *
 * - `pack=NAME`: which scenario; without it the page lists them
 * - `quality=low`: the light avatar, no outline, no anti-aliasing, 0.6 device pixels for each point, ten pictures a second
 * - `seed=N`: a whole number, for a meeting that can be repeated; 1 by default
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `mode=text-only|expression-reactive|emotion`: what may be read of the player (docs/compliance.md); `emotion` by default
 * - `relay=ADDRESS`: with `pack=social`, the relay by which people at other places sit at the table: a path of this origin such as `/relay`, or one that the page's policy lists
 * - `lang=en|zh`: the language of the page
 */
export function readQuery(search: string): Query {
  const query = new URLSearchParams(search);
  const pack = query.get('pack') ?? '';
  const seed = Number(query.get('seed') ?? 1);
  return {
    pack: isPackId(pack) ? pack : null,
    quality: query.get('quality') === 'low' ? 'low' : 'high',
    seed: Number.isInteger(seed) ? seed : 1,
    assets: query.get('assets') ?? '../attune/',
    mode: COMPLIANCE_MODES.find((each) => each === query.get('mode')) ?? 'emotion',
  };
}
