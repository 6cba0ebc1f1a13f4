import { type Alert, type Bucket, filters, findAlerts, type MonitorView, stepFor, TOPIC_NAMES, type ViewFilter, type ViewSeries, type ViewText } from 'attune/monitor';
import { CAST, LINES, SOURCES } from './cast.ts';
import { BEGIN, END, type Mentions, simulateYear } from './simulated-year.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Documents that an alert names. */
const NAMED = 5;

/** A year that was made up in this page, looked at as a store is. */
export function createDemoView(seed = 1): MonitorView {
  const year = simulateYear(seed);
  const whoIs = new Map(CAST.map(({ id }, who) => [id, who]));
  const mentions = year.reduce((sum, { at }) => sum + at.length, 0);
  let alerts: readonly Alert[] | null = null;

  const textOf = (who: number, index: number): ViewText => {
    const { at, value, line, source } = year[who]!;
    const { text, language, topic } = LINES[line[index]!]!;
    const good = value[index]!;
    return {
      id: `${CAST[who]!.id}-${index}`, entity: CAST[who]!.id, at: at[index]!, source: SOURCES[source[index]!]![0], language, topics: [topic],
      text: text.replace('{name}', language === 'zh' ? CAST[who]!.aliases[1]! : CAST[who]!.name).replace('{n}', String(3 + ((index * 7) % 41))),
      positive: Math.max(0, good), neutral: 1 - Math.abs(good), negative: Math.max(0, -good),
    };
  };
  const isLet = (filter: ViewFilter): ((who: number, index: number) => boolean) => {
    const { sources, topics, words } = filter;
    if (!filters(filter)) return () => true;
    const [bySource, byTopic, wanted] = [new Set(sources), new Set(topics), words.trim().toLowerCase()];
    return (who, index) => {
      const { line, source } = year[who]!;
      if (bySource.size > 0 && !bySource.has(SOURCES[source[index]!]![0])) return false;
      if (byTopic.size > 0 && !byTopic.has(LINES[line[index]!]!.topic)) return false;
      return wanted === '' || textOf(who, index).text.toLowerCase().includes(wanted);
    };
  };

  return {
    overview: async () => ({
      entities: CAST, sources: SOURCES.map(([name], which) => ({ name, documents: year.reduce((sum, { source }) => sum + source.reduce((count, each) => count + Number(each === which), 0), 0) })),
      topics: TOPIC_NAMES, extent: { from: BEGIN, to: END }, documents: mentions, mentions, live: false,
    }),
    async series(entities, from, to, points, filter) {
      const step = stepFor(from, to, points);
      const isIn = isLet(filter);
      return { step, series: entities.map((entity) => columnsOf(entity, year[whoIs.get(entity) ?? -1], step * MINUTE, from, to, filters(filter) ? (index) => isIn(whoIs.get(entity)!, index) : null)) };
    },
    async alerts() {
      alerts ??= CAST.flatMap(({ id }, who) => findAlerts(id, bucketsOf(year[who]!), END).map((alert) => Object.assign({}, alert, { documents: causesOf(alert, who) }))).toSorted((a, b) => a.noticedAt - b.noticedAt);
      return alerts;
    },
    async texts({ entities, from, to, filter, ids, order, offset, limit }) {
      const isIn = isLet(filter);
      const wanted = ids && new Set(ids);
      const found = entities.flatMap((entity) => {
        const who = whoIs.get(entity);
        if (who === undefined) return [];
        const { at } = year[who]!;
        const all: { who: number; index: number; at: number; strength: number }[] = [];
        for (let index = firstFrom(at, from); index < at.length && at[index]! < to; index += 1) {
          if (isIn(who, index) && (!wanted || wanted.has(`${entity}-${index}`))) all.push({ who, index, at: at[index]!, strength: Math.abs(year[who]!.value[index]!) });
        }
        return all;
      }).toSorted(order === 'newest' ? (a, b) => b.at - a.at : (a, b) => b.strength - a.strength || a.at - b.at);
      return { total: found.length, texts: found.slice(offset, offset + limit).map(({ who, index }) => textOf(who, index)) };
    },
  };

  /** As the monitor does: those that lean its way, the clearest first. */
  function causesOf({ kind, direction, onsetAt, noticedAt }: Alert, who: number): readonly string[] {
    const { at, value } = year[who]!;
    const inside: number[] = [];
    for (let index = firstFrom(at, onsetAt); index < at.length && at[index]! < noticedAt; index += 1) if (kind === 'volume' || direction * value[index]! > 0) inside.push(index);
    return inside.toSorted((a, b) => Math.abs(value[b]!) - Math.abs(value[a]!)).slice(0, NAMED).map((index) => `${CAST[who]!.id}-${index}`);
  }
}

/** The first place whose moment is not before one. */
function firstFrom(at: Float64Array, moment: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bucketsOf({ at, value, again }: Mentions): readonly Bucket[] {
  const buckets: { -readonly [Key in keyof Bucket]: Bucket[Key] }[] = [];
  at.forEach((moment, index) => {
    const hour = Math.floor(moment / HOUR) * HOUR;
    let last = buckets.at(-1);
    if (last?.at !== hour) buckets.push(last = { at: hour, volume: 0, fresh: 0, sentiment: 0, squares: 0, fear: 0, anger: 0, relief: 0, reliefVolume: 0 });
    last.volume += 1;
    last.fresh += 1 - again[index]!;
    last.sentiment += value[index]!;
    last.squares += value[index]! ** 2;
  });
  return buckets;
}

type Columns = { readonly [Key in Exclude<keyof ViewSeries, 'entity'>]: number[] };

function columnsOf(entity: string, mentions: Mentions | undefined, step: number, from: number, to: number, isIn: ((index: number) => boolean) | null): ViewSeries {
  const columns: Columns = { at: [], volume: [], fresh: [], mean: [], deviation: [], lowest: [], highest: [] };
  if (!mentions) return { entity, ...columns };
  const { at, value, again } = mentions;
  const [first, end] = [Math.floor(from / step) * step, Math.ceil(to / step) * step];
  let [stretch, minute] = [Number.NaN, Number.NaN];
  let [sum, squares, count, fresh, minuteSum, minuteCount, lowest, highest] = [0, 0, 0, 0, 0, 0, 1, -1];
  const endMinute = (): void => {
    if (minuteCount === 0) return;
    [lowest, highest] = [Math.min(lowest, minuteSum / minuteCount), Math.max(highest, minuteSum / minuteCount)];
    minuteSum = minuteCount = 0;
  };
  const endStretch = (): void => {
    endMinute();
    if (count === 0) return;
    const mean = sum / count;
    const row = { at: stretch, volume: count, fresh, mean, deviation: Math.sqrt(Math.max(0, squares / count - mean ** 2)), lowest, highest };
    for (const name of Object.keys(columns) as (keyof Columns)[]) columns[name].push(row[name]);
    [sum, squares, count, fresh, lowest, highest] = [0, 0, 0, 0, 1, -1];
  };
  for (let index = firstFrom(at, first); index < at.length && at[index]! < end; index += 1) {
    if (isIn && !isIn(index)) continue;
    const [ownStretch, ownMinute] = [Math.floor(at[index]! / step) * step, Math.floor(at[index]! / MINUTE)];
    if (ownStretch !== stretch) endStretch();
    if (ownMinute !== minute) endMinute();
    [stretch, minute] = [ownStretch, ownMinute];
    sum += value[index]!;
    squares += value[index]! ** 2;
    minuteSum += value[index]!;
    count += 1;
    minuteCount += 1;
    fresh += 1 - again[index]!;
  }
  endStretch();
  return { entity, ...columns, ...(isIn && { fresh: columns.fresh.map(() => null) }) };
}
