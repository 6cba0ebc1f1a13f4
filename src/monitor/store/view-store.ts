import { type MonitorView, stepFor, type TextsQuery, type ViewEntity, type ViewFilter, type ViewSeries, type ViewText, filters } from '../view/monitor-view.ts';
import { TOPIC_NAMES } from '../topics.ts';
import type { MonitorStore } from './open-store.ts';

/** The fact of a store under which the watched entities lie, for whoever looks at it. */
export const ENTITIES_FACT = 'entities';

/** Sources that can be chosen from. */
const SOURCES = 200;

interface SeriesRow {
  readonly entity: string;
  readonly minute: number;
  readonly volume: number;
  readonly fresh: number | null;
  readonly sentiment: number;
  readonly squares: number;
  readonly lowest: number;
  readonly highest: number;
}

interface TextRow extends Omit<ViewText, 'topics' | 'language'> {
  readonly topics: string;
  readonly language: string;
  readonly total: number;
}

/** Mentions that count, with their documents, as far as a filter lets them through. */
const MENTIONS = `
  select m.id, m.entity, m.published, m.positive::double as positive, m.neutral::double as neutral, m.negative::double as negative, d.source, d.text, d.language, d.topics
  from mentions m join documents d on d.id = m.id and d.version = m.version
  where m.entity in (select unnest(from_json($entities::json, '["varchar"]'))) and m.published >= $from and m.published < $to
    and not exists (select 1 from superseded s where s.id = m.id and s.version = m.version)
    and ($sources = '[]' or d.source in (select unnest(from_json($sources::json, '["varchar"]'))))
    and ($topics = '[]' or list_has_any(d.topics, from_json($topics::json, '["varchar"]')))
    and ($words = '' or contains(lower(d.text), $words))`;

/** Looks at a store through queries of its own, which nothing waits for: minutes become longer stretches inside of the database, and texts come by the page. */
export function createStoreView(store: Pick<MonitorStore, 'read' | 'fact' | 'alerts'>, live: boolean): MonitorView {
  return {
    async overview() {
      const [[counts], known, spoken, sources, [extent]] = await Promise.all([
        store.read<{ documents: number; mentions: number }>('select (select count(*) from documents)::integer as documents, (select count(*) from mentions)::integer as mentions'), store.fact(ENTITIES_FACT), store.read<{ entity: string }>('select distinct entity from buckets order by entity'),
        store.read<{ name: string; documents: number }>(`select source as name, count(*)::integer as documents from documents group by 1 order by 2 desc, 1 limit ${SOURCES}`),
        store.read<{ first: number | null; last: number | null }>('select min(minute)::double as first, max(minute)::double as last from buckets'),
      ]);
      const watched: readonly ViewEntity[] = known === null ? [] : JSON.parse(known) as ViewEntity[];
      const strangers = spoken.filter(({ entity }) => watched.every(({ id }) => id !== entity)).map(({ entity }) => ({ id: entity, name: entity, aliases: [], tickers: [] }));
      return {
        entities: [...watched, ...strangers], sources, topics: TOPIC_NAMES, live, ...counts!,
        extent: extent?.first == null || extent.last == null ? null : { from: extent.first * 60_000, to: (extent.last + 1) * 60_000 },
      };
    },
    async series(entities, from, to, points, filter) {
      const step = stepFor(from, to, points);
      // A stretch that is begun is shown whole.
      const [first, end] = [Math.floor(from / 60_000 / step) * step, Math.ceil(to / 60_000 / step) * step];
      const rows = await (filters(filter)
        ? store.read<SeriesRow>(`
          with own as (select entity, published // 60000 as minute, count(*) as volume, sum(positive - negative) as sentiment, sum((positive - negative) ** 2) as squares from (${MENTIONS}) group by all)
          select entity, (minute // $step * $step)::double as minute, sum(volume)::integer as volume, null as fresh, sum(sentiment) as sentiment, sum(squares) as squares, min(sentiment / volume) as lowest, max(sentiment / volume) as highest
          from own group by entity, minute // $step order by 1, 2`, { ...chosen(entities, first * 60_000, end * 60_000, filter), step })
        : store.read<SeriesRow>(`
          select entity, (minute // $step * $step)::double as minute, sum(volume)::integer as volume, sum(fresh)::integer as fresh, sum(sentiment) as sentiment, sum(squares) as squares, min(sentiment / volume) as lowest, max(sentiment / volume) as highest
          from buckets where entity in (select unnest(from_json($entities::json, '["varchar"]'))) and minute >= $from and minute < $to
          group by entity, minute // $step order by 1, 2`, { entities: JSON.stringify(entities), from: first, to: end, step }));
      return { step, series: entities.map((entity) => columnsOf(entity, rows.filter((row) => row.entity === entity))) };
    },
    alerts: () => store.alerts(),
    async texts(query: TextsQuery) {
      const { entities, from, to, filter, ids = null, order, offset, limit } = query;
      const rows = await store.read<TextRow>(`
        select id, entity, published::double as "at", source, text, language, array_to_string(topics, ' ') as topics, positive, neutral, negative, (count(*) over ())::integer as total
        from (${MENTIONS}) where $ids = 'null' or id in (select unnest(from_json($ids::json, '["varchar"]')))
        order by ${order === 'newest' ? 'published desc' : 'abs(positive - negative) desc, published'}, id, entity limit $limit offset $offset`, { ...chosen(entities, from, to, filter), ids: JSON.stringify(ids), offset, limit });
      return { total: rows[0]?.total ?? 0, texts: rows.map(textOf) };
    },
  };
}

const chosen = (entities: readonly string[], from: number, to: number, { sources, topics, words }: ViewFilter): Record<string, string | number> => ({
  entities: JSON.stringify(entities), from, to, sources: JSON.stringify(sources), topics: JSON.stringify(topics), words: words.trim().toLowerCase(),
});

const textOf = ({ id, entity, at, source, text, language, topics, positive, neutral, negative }: TextRow): ViewText => ({
  id, entity, at, source, text, language: language === 'zh' ? 'zh' : 'en', topics: topics === '' ? [] : topics.split(' '), positive, neutral, negative,
});

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

function columnsOf(entity: string, rows: readonly SeriesRow[]): ViewSeries {
  const mean = rows.map(({ sentiment, volume }) => sentiment / volume);
  return {
    entity, at: rows.map(({ minute }) => minute * 60_000), volume: rows.map(({ volume }) => volume), fresh: rows.map(({ fresh }) => fresh), mean: mean.map(rounded),
    deviation: rows.map(({ squares, volume }, i) => rounded(Math.sqrt(Math.max(0, squares / volume - mean[i]! ** 2)))),
    lowest: rows.map(({ lowest }) => rounded(lowest)), highest: rows.map(({ highest }) => rounded(highest)),
  };
}
