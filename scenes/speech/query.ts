import { AGENT_VOICES } from 'attune/browser';
import { MOST_CHARACTERS, type Wishes } from './wishes.ts';

/** What the page's address asks for. */
export interface Query {
  readonly quality: 'high' | 'low';
  readonly assets: string;
  /** The text is null where none is asked for. */
  readonly wishes: Omit<Wishes, 'text'> & { readonly text: string | null };
}

/**
 * Reads the query of the page's address:
 *
 * - `text=WORDS`: what is to be said, at most 300 characters
 * - `valence=NUMBER`, `arousal=NUMBER`: how, each from -1 to 1; 0 by default
 * - `voice=feminine|masculine|older|young|robot`: whose voice; feminine by default
 * - `quality=low`: a light avatar, no outline, no anti-aliasing, 0.6 device pixels for each point, ten pictures a second
 * - `assets=URL`: the folder that "attune assets" made; `../attune/` by default
 * - `lang=en|zh`: the language of the page
 */
export function readQuery(search: string): Query {
  const query = new URLSearchParams(search);
  const axis = (name: string): number => Math.min(1, Math.max(-1, Number(query.get(name)) || 0));
  return {
    quality: query.get('quality') === 'low' ? 'low' : 'high',
    assets: query.get('assets') ?? '../attune/',
    wishes: {
      text: query.get('text')?.slice(0, MOST_CHARACTERS) ?? null, valence: axis('valence'), arousal: axis('arousal'),
      voice: AGENT_VOICES.find((each) => each === query.get('voice')) ?? 'feminine',
    },
  };
}

/** The address under which the page opens with these wishes. */
export function linkTo(page: string, { text, valence, arousal, voice }: Wishes): string {
  const link = new URL(page);
  link.hash = '';
  for (const [name, value] of Object.entries({ text, valence: valence.toFixed(2), arousal: arousal.toFixed(2), voice })) link.searchParams.set(name, value);
  return link.href;
}
