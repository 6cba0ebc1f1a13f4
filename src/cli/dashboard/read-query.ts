import * as v from 'valibot';
import { NO_FILTER, type TextsQuery } from '../../monitor/view/monitor-view.ts';

const moment = v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number));
const whole = (least: number, most: number) => v.pipe(v.string(), v.regex(/^\d{1,7}$/), v.transform(Number), v.minValue(least), v.maxValue(most));
const short = v.pipe(v.string(), v.maxLength(500));
const list = v.optional(v.pipe(v.array(short), v.maxLength(100)), []);

const WHERE = {
  entity: v.pipe(v.array(short), v.minLength(1), v.maxLength(100)), from: v.tuple([moment]), to: v.tuple([moment]), source: list, topic: list, words: v.optional(v.tuple([short]), ['']),
};
const SERIES = v.object({ ...WHERE, points: v.tuple([whole(1, 5000)]) });
const TEXTS = v.object({ ...WHERE, id: v.optional(v.pipe(v.array(short), v.maxLength(100))), order: v.tuple([v.picklist(['newest', 'clearest'])]), offset: v.tuple([whole(0, 1_000_000)]), limit: v.tuple([whole(1, 200)]) });

/** The fields of an address, as Hono gives them. */
export type Fields = Readonly<Record<string, readonly string[]>>;

type Where = Pick<TextsQuery, 'entities' | 'from' | 'to' | 'filter'>;

/** The stretch of time, the entities and the filter that an address names; null where it names none. */
export function readWhere(fields: Fields): Where | null {
  const result = v.safeParse(v.object(WHERE), fields);
  return result.success ? whereOf(result.output) : null;
}

export function readSeriesQuery(fields: Fields): Where & { readonly points: number } | null {
  const result = v.safeParse(SERIES, fields);
  return result.success ? { ...whereOf(result.output), points: result.output.points[0] } : null;
}

export function readTextsQuery(fields: Fields): TextsQuery | null {
  const result = v.safeParse(TEXTS, fields);
  if (!result.success) return null;
  const { id, order, offset, limit } = result.output;
  return { ...whereOf(result.output), order: order[0], offset: offset[0], limit: limit[0], ...(id && { ids: id }) };
}

function whereOf({ entity, from, to, source, topic, words }: v.InferOutput<v.ObjectSchema<typeof WHERE, undefined>>): Where {
  return { entities: entity, from: from[0], to: to[0], filter: { ...NO_FILTER, sources: source, topics: topic, words: words[0] } };
}
