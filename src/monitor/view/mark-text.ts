import { findCues } from '../finance/find-cues.ts';
import { findFindings } from '../finance/find-findings.ts';
import { financeTokens } from '../finance/tokens.ts';
import { createMentionFinder } from '../find-mentions.ts';
import type { ViewEntity, ViewText } from './monitor-view.ts';

/** A part of a text, and what stands out in it: the entity, or words that speak for or against it. */
export interface MarkedPart {
  /** Where it begins, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
  readonly kind: 'plain' | 'entity' | 'good' | 'bad';
}

/**
 * Parts a text at what it was read by: where the entity is named, and the phrases that the reader of financial news knows as good or bad. Those are not
 * all that it goes by: words that no phrase covers count, too.
 *
 * @returns parts that are the text when they are put together
 */
export function markText({ text, language, entity }: Pick<ViewText, 'text' | 'language' | 'entity'>, entities: readonly ViewEntity[]): readonly MarkedPart[] {
  const own = entities.filter(({ id }) => id === entity);
  const marks = own.length === 0 ? [] : createMentionFinder(own.map(({ id, name, aliases, tickers }) => ({ id, name, aliases: [...aliases], tickers: [...tickers], except: [] })))(text).map(({ start, end }) => ({ start, end, kind: 'entity' as MarkedPart['kind'] }));
  const tokens = financeTokens(text);
  for (const { good, first, last } of findFindings(tokens, findCues(tokens, language), language)) {
    if (good !== 0) marks.push({ start: tokens[first]!.start, end: tokens[last]!.end, kind: good > 0 ? 'good' : 'bad' });
  }
  // The entity is looked for first; what overlaps a part that is marked already is left out.
  const kinds = Array.from({ length: text.length }, (): MarkedPart['kind'] => 'plain');
  for (const { start, end, kind } of marks) for (let at = start; at < end; at += 1) if (kinds[at] === 'plain') kinds[at] = kind;
  const parts: MarkedPart[] = [];
  for (let from = 0; from < text.length;) {
    let to = from + 1;
    while (to < text.length && kinds[to] === kinds[from]) to += 1;
    parts.push({ start: from, text: text.slice(from, to), kind: kinds[from]! });
    from = to;
  }
  return parts;
}
