import { AttuneError } from '../core/index.ts';
import { HEAT_TURNS, type HeatedTurn, heatOf } from '../group/index.ts';
import type { ChatMessage, MessageReading } from './chat-message.ts';
import type { CommunityPerson, CommunityReport, HeatedEpisode, Stretch } from './community-report.ts';
import { addTo, differenceOf, giniOf, meanOf, newSums, shareOf, type Sums } from './estimates.ts';
import { type ChatTopic, chatTopicsOf, type Wording, WORDINGS, wordingsOf } from './wordings.ts';

/** Follows a chat message by message and keeps nothing of what was written. */
export interface Community {
  /** @throws {AttuneError} `bad-input` when there are more authors than can be told apart in a report */
  add(message: ChatMessage, reading: MessageReading): void;
  /** @param names tells people by their names, instead of by letters in the order in which they came */
  report(names: boolean): CommunityReport;
}

/** After so long without a word another exchange begins, in milliseconds. */
const QUIET = 30 * 60_000;
/** Words of which less is known are not read. */
const KNOWN = 0.3;
/** As the host of a group has it: heated from here on, cooled from there; one flare is no quarrel. */
const HOT = 0.5;
const COOLED = 0.4;
const FLARES = { turns: 4, angry: 2 };
/** An exchange is warm from here on: only there it can be told what cools. */
const WARM = 0.3;
/** What is told of a way of writing needs so many cases. */
const FEWEST = 5;
const MOST_AUTHORS = 2000;
const MOST_EPISODES = 100;
/** Somebody has fallen silent who wrote so often before, and then paused for so long: so many times the pause that nine in ten of theirs were under, and at least two weeks. */
const REGULAR = 10;
const MUCH_LONGER = 4;
const DAY = 86_400_000;
const LEAST_SILENCE = 14 * DAY;
/** Pauses are counted by their length on a scale of doublings from a minute on. */
const PAUSES = 24;

interface Author {
  readonly name: string;
  messages: number;
  readonly valence: Sums;
  readonly anger: Sums;
  began: number;
  unanswered: number;
  last: number;
  readonly pauses: number[];
}

interface Exchange {
  readonly opener: string;
  readonly writers: Set<string>;
  recent: HeatedTurn[];
  heated: { at: number; messages: number; peak: number; sides: readonly string[]; topics: Set<ChatTopic>; calm: readonly Wording[] } | null;
  last: ChatMessage;
  /** The last message in a warm exchange, whose effect on others is not known yet. */
  warm: { readonly author: string; readonly wordings: readonly Wording[] } | null;
}

/** Makes a community out of nobody. Memory grows with people and days, not with messages. */
export function createCommunity(): Community {
  const authors = new Map<string, Author>();
  const answers = new Map<string, number>();
  const days = new Map<number, { messages: number; readonly valence: Sums; readonly anger: Sums }>();
  const topics = new Map<ChatTopic, { messages: number; readonly anger: Sums }>();
  const moves = new Map<Wording, { readonly after: Sums; readonly others: Sums }>((Object.keys(WORDINGS) as Wording[]).map((wording) => [wording, { after: newSums(), others: newSums() }]));
  const episodes: HeatedEpisode[] = [];
  let [messages, unread, readable, hot, moreEpisodes] = [0, 0, 0, 0, 0];
  let [from, to] = [Infinity, -Infinity];
  let exchange: Exchange | null = null;

  function authorOf(name: string): Author {
    const known = authors.get(name);
    if (known) return known;
    if (authors.size >= MOST_AUTHORS) throw new AttuneError('bad-input', `Expected at most ${MOST_AUTHORS} authors in a chat, but there are more. Take a shorter time, or one channel.`);
    const author: Author = { name, messages: 0, valence: newSums(), anger: newSums(), began: 0, unanswered: 0, last: -Infinity, pauses: Array.from({ length: PAUSES }, () => 0) };
    authors.set(name, author);
    return author;
  }

  function endExchange(): void {
    if (!exchange) return;
    endHeat(exchange, 'broke-off', []);
    const opener = authorOf(exchange.opener);
    opener.began += 1;
    if (exchange.writers.size === 1) opener.unanswered += 1;
    exchange = null;
  }

  function endHeat(open: Exchange, ended: HeatedEpisode['ended'], by: readonly Wording[]): void {
    if (!open.heated) return;
    const { at, messages: count, sides, peak, topics: about } = open.heated;
    open.heated = null;
    if (episodes.length >= MOST_EPISODES) moreEpisodes += 1;
    else episodes.push({ at, messages: count, sides, peak, ended, by, topics: [...about] });
  }

  function followHeat(open: Exchange, { at, author, text }: ChatMessage, anger: number): void {
    open.recent = [...open.recent, { who: author, at: at / 1000, anger }].slice(-HEAT_TURNS);
    const heat = heatOf(open.recent, at / 1000);
    const flares = open.recent.slice(-FLARES.turns).filter((turn) => turn.anger >= HOT).length;
    const wordings = wordingsOf(text);
    if (open.warm && open.warm.author !== author) {
      for (const [wording, { after, others }] of moves) addTo(open.warm.wordings.includes(wording) ? after : others, anger);
    }
    open.warm = heat.mean >= WARM ? { author, wordings } : null;
    if (!open.heated && heat.mean >= HOT && flares >= FLARES.angry) open.heated = { at, messages: 0, peak: heat.mean, sides: heat.sides, topics: new Set(), calm: [] };
    if (!open.heated) return;
    hot += 1;
    open.heated.messages += 1;
    for (const topic of chatTopicsOf(text)) open.heated.topics.add(topic);
    if (heat.mean > open.heated.peak) Object.assign(open.heated, { peak: heat.mean, sides: heat.sides, calm: [] });
    if (anger < HOT && open.heated.calm.length === 0) open.heated.calm = wordings;
    if (heat.mean < COOLED) endHeat(open, 'cooled', open.heated.calm);
  }

  return {
    add(message, { known, valence, anger }) {
      const { at, author: name, text, answers: asked } = message;
      const author = authorOf(name);
      if (author.messages > 0) author.pauses[Math.min(PAUSES - 1, Math.max(0, Math.ceil(Math.log2(Math.max(1, (at - author.last) / 60_000)))))]! += 1;
      messages += 1;
      author.messages += 1;
      author.last = Math.max(author.last, at);
      [from, to] = [Math.min(from, at), Math.max(to, at)];

      // What an export puts out of order begins anew, rather than to be taken for an answer.
      if (exchange && (at - exchange.last.at > QUIET || at < exchange.last.at)) endExchange();
      const whom = asked ?? (exchange && exchange.last.author !== name ? exchange.last.author : null);
      if (whom !== null && whom !== name) answers.set(JSON.stringify([name, whom]), (answers.get(JSON.stringify([name, whom])) ?? 0) + 1);
      exchange ??= { opener: name, writers: new Set(), recent: [], heated: null, last: message, warm: null };
      exchange.writers.add(name);
      exchange.last = { ...message, text: '' };

      const number = Math.floor(at / DAY);
      const day = days.get(number) ?? { messages: 0, valence: newSums(), anger: newSums() };
      days.set(number, day);
      day.messages += 1;
      const about = chatTopicsOf(text);
      const readIt = text !== '' && known >= KNOWN;
      for (const topic of about) {
        const entry = topics.get(topic) ?? { messages: 0, anger: newSums() };
        topics.set(topic, entry);
        entry.messages += 1;
        if (readIt) addTo(entry.anger, anger);
      }
      if (!readIt) {
        unread += text === '' ? 0 : 1;
        return;
      }
      readable += 1;
      for (const one of [author, day]) {
        addTo(one.valence, valence);
        addTo(one.anger, anger);
      }
      followHeat(exchange, message, anger);
    },
    report(names) {
      endExchange();
      const called = new Map([...authors.keys()].map((name, i) => [name, names ? name : letterOf(i)]));
      const nameOf = (name: string): string => called.get(name) ?? '?';
      const pairs = [...answers].map(([pair, times]) => ({ pair: JSON.parse(pair) as [string, string], times })).filter(({ pair: [, whom] }) => called.has(whom));
      const stretches = [...days].toSorted(([a], [b]) => a - b);
      return {
        messages, unread, from, to, gini: giniOf([...authors.values()].map((author) => author.messages)), reciprocity: reciprocityOf(answers),
        people: [...authors.values()].map((author): CommunityPerson => ({
          name: nameOf(author.name), messages: author.messages, share: author.messages / messages, valence: meanOf(author.valence, -1, 1), anger: meanOf(author.anger, 0, 1),
          unanswered: shareOf(author.unanswered, author.began), silentSince: hasFallenSilent(author, to) ? author.last : null,
        })),
        answers: pairs.map(({ pair: [who, whom], times }) => ({ who: nameOf(who), whom: nameOf(whom), times })).toSorted((a, b) => b.times - a.times),
        days: stretches.map(([number, day]) => stretchOf(number, [day])),
        weeks: [...new Set(stretches.map(([number]) => mondayOf(number)))].map((monday) => stretchOf(monday, stretches.flatMap(([number, day]) => (mondayOf(number) === monday ? [day] : [])))),
        heat: { share: shareOf(hot, readable), episodes: episodes.map(({ sides, ...episode }) => Object.assign(episode, { sides: sides.map(nameOf) })), more: moreEpisodes },
        moves: [...moves].flatMap(([wording, { after, others }]) => {
          const change = after.count >= FEWEST && others.count >= FEWEST ? differenceOf(after, others) : null;
          return change ? [{ wording, change }] : [];
        }).toSorted((a, b) => a.change.mean - b.change.mean),
        topics: [...topics].map(([topic, entry]) => ({ topic, messages: entry.messages, anger: meanOf(entry.anger, 0, 1) })).toSorted((a, b) => b.messages - a.messages),
      };
    },
  };
}

/** A, B, …, Z, AA, AB, … */
function letterOf(index: number): string {
  return (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26));
}

function reciprocityOf(answers: ReadonlyMap<string, number>): number | null {
  let [mutual, all] = [0, 0];
  for (const [pair, times] of answers) {
    const [who, whom] = JSON.parse(pair) as [string, string];
    mutual += Math.min(times, answers.get(JSON.stringify([whom, who])) ?? 0);
    all += times;
  }
  return all === 0 ? null : mutual / all;
}

function hasFallenSilent({ messages, last, pauses }: Author, end: number): boolean {
  if (messages < REGULAR) return false;
  let left = 0.9 * (messages - 1);
  const doublings = pauses.findIndex((count) => (left -= count) <= 0);
  return end - last > Math.max(LEAST_SILENCE, MUCH_LONGER * 60_000 * 2 ** doublings);
}

/** Days are counted from a Thursday. */
const mondayOf = (number: number): number => number - (((number + 3) % 7) + 7) % 7;

function stretchOf(number: number, days: readonly { readonly messages: number; readonly valence: Sums; readonly anger: Sums }[]): Stretch {
  const join = (axis: 'valence' | 'anger'): Sums => days.reduce((sum, { [axis]: { count, total, squares } }) => ({ count: sum.count + count, total: sum.total + total, squares: sum.squares + squares }), newSums());
  return { begins: new Date(number * DAY).toISOString().slice(0, 10), messages: days.reduce((sum, day) => sum + day.messages, 0), valence: meanOf(join('valence'), -1, 1), anger: meanOf(join('anger'), 0, 1) };
}
