import type { MonitorView, TextsQuery } from 'attune/monitor';

/** Below which the server of the monitor answers, seen from this page. */
const STORE = '../store/';

/** Looks at the store of a monitor through the server that this page came from. */
export function createServedView(): MonitorView {
  return {
    overview: () => ask('overview'),
    series: (entities, from, to, points, filter) => ask('series', { ...whereOf({ entities, from, to, filter }), points: [String(points)] }),
    alerts: () => ask('alerts'),
    texts: ({ ids, order, offset, limit, ...where }) => ask('texts', { ...whereOf(where), order: [order], offset: [String(offset)], limit: [String(limit)], ...(ids && { id: ids }) }),
  };
}

type Where = Pick<TextsQuery, 'entities' | 'from' | 'to' | 'filter'>;

function whereOf({ entities, from, to, filter: { sources, topics, words } }: Where): Readonly<Record<string, readonly string[]>> {
  return { entity: entities, from: [String(Math.floor(from))], to: [String(Math.ceil(to))], source: sources, topic: topics, ...(words.trim() !== '' && { words: [words] }) };
}

function addressOf(what: string, fields: Readonly<Record<string, readonly string[]>>): string {
  const query = new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])));
  return `${STORE}${what}?${query.toString()}`;
}

/** Where every minute of a stretch can be fetched as a table. */
export const minutesAddress = (where: Where): string => addressOf('minutes.csv', whereOf(where));

async function ask<Answer>(what: string, fields: Readonly<Record<string, readonly string[]>> = {}): Promise<Answer> {
  const response = await fetch(addressOf(what, fields));
  if (!response.ok) throw new Error(`Expected the monitor's server to answer, but it answered ${response.status}.`);
  return await response.json() as Answer;
}

/** Told what changes as it comes, and whether the server can be heard; it is looked for again by the browser itself. @returns how to stop */
export function followStore(onChange: () => void, onHeard: (heard: boolean) => void): () => void {
  const events = new EventSource(`${STORE}events`);
  events.addEventListener('hello', () => onHeard(true));
  events.addEventListener('change', onChange);
  events.addEventListener('error', () => onHeard(false));
  return () => events.close();
}
