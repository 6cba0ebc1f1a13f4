import { AhoCorasick } from '@monyone/aho-corasick/fast';
import type { WatchedEntity } from './watch-list.ts';

/** Where a text names an entity, in UTF-16 code units. */
export interface Mention {
  readonly entity: string;
  readonly start: number;
  /** One after the last. */
  readonly end: number;
}

/** Tickers so short are words, too, so they need a sign before them. */
const SHORT_TICKER = 2;
const EXCHANGE = /(?:\$|\b(?:NYSE|NASDAQ|Nasdaq|LSE|HKEX|HKG|SSE|SZSE|TSE|FRA|XETRA|OMX|HEL|STO)\s?:\s?)$/;
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}]/u;

/**
 * Finds watched entities by their names, aliases and tickers, with an Aho-Corasick automaton: the time does not depend on how many there are.
 * Names are found as whole words in scripts that part words, whatever their case; where two overlap, the longer one counts.
 */
export function createMentionFinder(entities: readonly WatchedEntity[]): (text: string) => readonly Mention[] {
  const names = new Map<string, WatchedEntity>();
  const tickers = new Map<string, WatchedEntity>();
  for (const entity of entities) {
    for (const name of [entity.name, ...entity.aliases]) names.set(fold(name), entity);
    for (const ticker of entity.tickers) tickers.set(ticker, entity);
  }
  const byName = new AhoCorasick([...names.keys()]);
  const byTicker = tickers.size > 0 ? new AhoCorasick([...tickers.keys()]) : null;

  return (text) => {
    const folded = fold(text);
    const found = [
      ...byName.matchInText(folded).map(({ begin, end, keyword }) => ({ begin, end, entity: names.get(keyword)! })),
      ...(byTicker?.matchInText(text) ?? []).filter(({ begin, keyword }) => keyword.length > SHORT_TICKER || EXCHANGE.test(text.slice(Math.max(0, begin - 12), begin)))
        .map(({ begin, end, keyword }) => ({ begin, end, entity: tickers.get(keyword)! })),
    ].filter(({ begin, end, entity }) => isWhole(text, begin, end) && !isSomebodyElse(folded, begin, end, entity));
    found.sort((a, b) => a.begin - b.begin || b.end - a.end);
    const mentions: Mention[] = [];
    let last = 0;
    for (const { begin, end, entity } of found) {
      if (begin < last) continue;
      mentions.push({ entity: entity.id, start: begin, end });
      last = end;
    }
    return mentions;
  };
}

/** Case and full-width forms are taken away; the length stays, so that places stay. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : [...text].map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join('');
  return same.replaceAll(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xFEE0).toLowerCase()).replaceAll(/[’‘]/g, '\'');
}

/** A name that begins or ends with a letter of a script that parts words must not go on. */
function isWhole(text: string, begin: number, end: number): boolean {
  const joins = (one: string | undefined, other: string | undefined): boolean => one !== undefined && other !== undefined && WORD.test(one) && WORD.test(other);
  return !joins(text[begin - 1], text[begin]) && !joins(text[end - 1], text[end]);
}

function isSomebodyElse(folded: string, begin: number, end: number, { except }: WatchedEntity): boolean {
  if (except.length === 0) return false;
  const [before, behind] = [folded.slice(0, begin).trimEnd(), folded.slice(end).trimStart()];
  return except.map(fold).some((word) => (before.endsWith(word) && isWhole(before, before.length - word.length, before.length)) || (behind.startsWith(word) && isWhole(behind, 0, word.length)));
}
