import type { Language } from '../../core/index.ts';
import type { Alert } from '../alerts/alert.ts';
import { agoWords, alertSentence, levelWord } from './alert-words.ts';
import type { ViewEntity, ViewSeries } from './monitor-view.ts';

/** How the news is told: with concern where it appears bad, gladly where it appears good, else calmly. */
export type BriefingTone = 'calm' | 'concerned' | 'glad';

/** A sentence of a briefing with what it is about. */
export interface BriefingLine {
  readonly tone: BriefingTone;
  /** The entity that it tells of; null where it tells of all. */
  readonly entity: string | null;
  /** The id of the alert that it tells of. */
  readonly alert: string | null;
  readonly words: Readonly<Record<Language, string>>;
}

/** What changed since somebody last looked, in the order in which it is told. */
export interface Briefing {
  /** Of the whole: that of the strongest news. */
  readonly tone: BriefingTone;
  readonly lines: readonly BriefingLine[];
}

/** What a briefing is made of. Times are in milliseconds since 1970. */
export interface BriefingFacts {
  readonly entities: readonly ViewEntity[];
  readonly alerts: readonly Alert[];
  /** What was said of each entity before and since, in stretches of a day or less. */
  readonly series: readonly ViewSeries[];
  /** From when on news is told, up to when. */
  readonly since: number;
  readonly now: number;
  /** Whether `since` is when the visitor last looked. */
  readonly away: boolean;
}

/** What is usual is told by so much time before. */
const USUAL = 28 * 24 * 3_600_000;
/** So many things are told; more would not be listened to. */
const MOST = 3;
/** A mean of so few mentions is told as nothing. */
const LEAST = 5;
/** A tone differs from the usual one from here on, in units of sentiment. */
const DIFFERS = 0.12;

/** Says in a few sentences what changed since the last visit: the strongest alerts with the tone behind them, then the rest. It advises nothing. */
export function briefingOf({ entities, alerts, series, since, now, away }: BriefingFacts): Briefing {
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  const recent = alerts.filter(({ entity, untilAt, noticedAt }) => Math.max(untilAt, noticedAt) > since && noticedAt <= now && nameOf.has(entity));
  const told = strongestOfEach(recent).slice(0, MOST);
  const lines: BriefingLine[] = [opening(now - since, away, told.length, recent.length)];
  for (const alert of told) lines.push(tellAlert(alert, nameOf.get(alert.entity)!, toneOf(series.find(({ entity }) => entity === alert.entity), alert.onsetAt, Math.max(alert.untilAt, alert.noticedAt))));
  const quiet = entities.filter(({ id }) => !recent.some(({ entity }) => entity === id));
  if (told.length > 0 && quiet.length > 0) lines.push(calm(null, quietWords(quiet.map(({ name }) => name))));
  if (told.length === 0) lines.push(...levels(entities, series, since, now));
  return { tone: lines.find(({ tone }) => tone !== 'calm')?.tone ?? 'calm', lines };
}

const calm = (entity: string | null, words: Readonly<Record<Language, string>>): BriefingLine => ({ tone: 'calm', entity, alert: null, words });

/** Of several alerts of one entity the most unusual one stands for all; tone goes before volume, which says less. */
function strongestOfEach(alerts: readonly Alert[]): readonly Alert[] {
  const best = new Map<string, Alert>();
  const weight = ({ kind, score }: Alert): number => score * (kind === 'sentiment' ? 1.5 : 1);
  for (const alert of alerts) {
    const other = best.get(alert.entity);
    if (!other || weight(alert) > weight(other)) best.set(alert.entity, alert);
  }
  return [...best.values()].toSorted((a, b) => weight(b) - weight(a));
}

function opening(span: number, away: boolean, told: number, all: number): BriefingLine {
  const en = away ? `In the ${agoWords(span, 'en')} since you last looked` : `In the last ${agoWords(span, 'en').replace(/^1 /, '')}`;
  const zh = away ? `自您上次查看以来的 ${agoWords(span, 'zh')}里` : `最近 ${agoWords(span, 'zh')}里`;
  if (told === 0) return calm(null, { en: `${en}, nothing stood out from what is usual.`, zh: `${zh}，没有什么与平时明显不同。` });
  const more = all > told ? { en: ` There are ${all} alerts; here are the strongest.`, zh: `共有 ${all} 条提醒，以下是最突出的。` } : { en: '', zh: '' };
  return calm(null, { en: `${en}, ${told === 1 ? 'one' : told} of those you watch stood out.${more.en}`, zh: `${zh}，您关注的对象中有 ${told} 个显得不同寻常。${more.zh}` });
}

/** Tone of a stretch beside the usual one before it; null where too little was said. */
function toneOf(series: ViewSeries | undefined, from: number, to: number): { readonly mean: number; readonly usual: number } | null {
  if (!series) return null;
  const [inside, before] = [meanWithin(series, from, to), meanWithin(series, from - USUAL, from)];
  return inside === null || before === null ? null : { mean: inside, usual: before };
}

function meanWithin({ at, volume, mean }: ViewSeries, from: number, to: number): number | null {
  let [count, sum] = [0, 0];
  at.forEach((moment, i) => {
    if (moment < from || moment >= to) return;
    count += volume[i]!;
    sum += volume[i]! * mean[i]!;
  });
  return count < LEAST ? null : sum / count;
}

function tellAlert(alert: Alert, name: string, tone: ReturnType<typeof toneOf>): BriefingLine {
  const words = { en: alertSentence(alert, name, 'en'), zh: alertSentence(alert, name, 'zh') };
  const line = { entity: alert.entity, alert: alert.id };
  if (alert.kind === 'sentiment') return { ...line, tone: alert.direction > 0 ? 'glad' : 'concerned', words };
  if (tone === null) return { ...line, tone: 'calm', words };
  const by = tone.mean - tone.usual;
  const [en, zh] = by <= -DIFFERS ? ['worse than', '比平时差'] : by >= DIFFERS ? ['better than', '比平时好'] : ['much as', '与平时差不多'];
  return { ...line, tone: by <= -DIFFERS ? 'concerned' : by >= DIFFERS ? 'glad' : 'calm', words: { en: `${words.en} Its tone appears ${en} usual.`, zh: `${words.zh}语气似乎${zh}。` } };
}

function quietWords(names: readonly string[]): Readonly<Record<Language, string>> {
  if (names.length > MOST) return { en: 'Of the others there is nothing unusual.', zh: '其余的没有异常。' };
  return { en: `Of ${listOf(names)} there is nothing unusual.`, zh: `${names.join('、')}没有异常。` };
}

/** "A, B and C". */
const listOf = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

/** Where nothing stood out: who is spoken of most, and how. */
function levels(entities: readonly ViewEntity[], series: readonly ViewSeries[], from: number, now: number): readonly BriefingLine[] {
  const spoken = entities.flatMap(({ id, name }) => {
    const own = series.find(({ entity }) => entity === id);
    const mean = own ? meanWithin(own, from, now) : null;
    return own && mean !== null ? [{ id, name, mean, count: own.at.reduce((sum, at, i) => sum + (at >= from && at < now ? own.volume[i]! : 0), 0) }] : [];
  }).toSorted((a, b) => b.count - a.count);
  const [most] = spoken;
  if (!most) return [];
  return [calm(most.id, {
    en: `Most is said of ${most.name}, ${most.count} mentions; what is said looks ${levelWord(most.mean, 'en')}.`,
    zh: `被提到最多的是${most.name}，共 ${most.count} 次，整体显得${levelWord(most.mean, 'zh')}。`,
  })];
}
