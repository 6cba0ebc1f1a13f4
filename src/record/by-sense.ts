import type { Sense } from '../core/index.ts';

/** Fills a record by asking for each sense in turn. */
export function bySense<T>(value: (sense: Sense) => T): Record<Sense, T> {
  return { face: value('face'), voice: value('voice'), text: value('text'), context: value('context'), report: value('report'), motion: value('motion') };
}
