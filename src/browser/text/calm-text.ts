import type { Cue } from './find-cues.ts';
import type { Scope } from './plain-scope.ts';
import type { Token } from './tokens.ts';

/** What is said of a text, as far as its words are found by rules. */
interface Found {
  readonly tokens: readonly Token[];
  readonly scope: Pick<Scope, 'sense'>;
  readonly cues: readonly Cue[];
}

/**
 * A text without how strongly it is meant: no capitals, no letters drawn out, and no measures ("very", "a bit") beside words that show feeling. It is
 * what embeddings are asked for: they hardly hear how much, or hear it the wrong way round, and rules add it.
 */
export function calmText(text: string, { tokens, scope, cues }: Found): string {
  const dropped = measuresBeside(cues, scope.sense);
  let calm = '';
  let from = 0;
  let upper = false;
  tokens.forEach(({ kind, form, start, end, capitals, elongated }, at) => {
    const written = text.slice(start, end);
    const begins = upper || (/^\p{Lu}/u.test(written) && (at === 0 || /^[.!?…]/.test(tokens[at - 1]!.form)));
    upper = dropped.has(at) && begins;
    if (!capitals && !(elongated && kind === 'word') && !begins && !dropped.has(at)) return;
    calm += text.slice(from, start);
    from = end;
    if (dropped.has(at)) {
      // One of the spaces around it goes with it.
      if (/\s/.test(text.charAt(end))) from += 1;
      else calm = calm.trimEnd();
      return;
    }
    const word = elongated && kind === 'word' ? form : capitals ? written.toLowerCase() : written;
    calm += begins || word.startsWith("i'") ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
  return calm + text.slice(from);
}

/** Measures that stand directly before or behind a cue that is meant as it stands. */
function measuresBeside(cues: readonly Cue[], sense: Scope['sense']): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { first, last, sense: meant } of cues) {
    if (meant !== 'plain') continue;
    for (let at = first - 1; sense[at] === 'measure'; at -= 1) found.add(at);
    for (let at = last + 1; sense[at] === 'measure'; at += 1) found.add(at);
  }
  return found;
}
