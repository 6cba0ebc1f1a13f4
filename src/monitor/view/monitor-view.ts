import type { Alert } from '../alerts/alert.ts';

/** Somebody who is watched, as far as a page needs to know them. */
export interface ViewEntity {
  /** Its name in tables and addresses. */
  readonly id: string;
  /** Its name for people. */
  readonly name: string;
  /** What else it is called, and its symbols of exchanges, as the watch list has them: what is marked in texts. */
  readonly aliases: readonly string[];
  readonly tickers: readonly string[];
}

/** Which mentions are looked at; what is empty lets all through. */
export interface ViewFilter {
  readonly sources: readonly string[];
  readonly topics: readonly string[];
  /** Words that a text must have, in any case, one after the other as they are written here. */
  readonly words: string;
}

/** What there is to look at. Times are in milliseconds since 1970. */
export interface ViewOverview {
  readonly entities: readonly ViewEntity[];
  /** Those with the most documents first. */
  readonly sources: readonly { readonly name: string; readonly documents: number }[];
  readonly topics: readonly string[];
  /** From the first mention to one minute after the last; null where nothing was said. */
  readonly extent: { readonly from: number; readonly to: number } | null;
  readonly documents: number;
  readonly mentions: number;
  /** Whether what is new is told as it comes. */
  readonly live: boolean;
}

/** What was said of an entity over time, in columns of one length; stretches in which nothing was said are left out. */
export interface ViewSeries {
  readonly entity: string;
  /** When each stretch begins, in milliseconds since 1970. */
  readonly at: readonly number[];
  /** Mentions. */
  readonly volume: readonly number[];
  /** Mentions that do not say again what was said in the three days before; null where a filter hides what was said before. */
  readonly fresh: readonly (number | null)[];
  /** How good the mentions are, in [-1, 1]: their mean, and their standard deviation, which is 0 for a single one. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** The worst and the best mean of a minute in the stretch. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

/** Series of several entities, in stretches of the same length. */
export interface SeriesAnswer {
  /** How long a stretch is, in minutes. */
  readonly step: number;
  readonly series: readonly ViewSeries[];
}

/** A text behind a number. */
export interface ViewText {
  readonly id: string;
  readonly entity: string;
  readonly at: number;
  readonly source: string;
  readonly text: string;
  readonly language: 'en' | 'zh';
  readonly topics: readonly string[];
  /** How likely it is good news for the entity, neither, or bad news. */
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

/** Which texts are wanted. */
export interface TextsQuery {
  readonly entities: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly filter: ViewFilter;
  /** Only the documents with these ids, as an alert names them. */
  readonly ids?: readonly string[];
  /** The newest first, or those that say most clearly that something is good or bad. */
  readonly order: 'newest' | 'clearest';
  readonly offset: number;
  readonly limit: number;
}

/** Some of the texts, with how many there are. */
export interface TextsPage {
  readonly total: number;
  readonly texts: readonly ViewText[];
}

/** What a monitor knows, as a page looks at it: from a store, or made up. */
export interface MonitorView {
  overview(): Promise<ViewOverview>;
  /** @param points about how many stretches there may be; they are as long as that asks for ({@link stepFor}) */
  series(entities: readonly string[], from: number, to: number, points: number, filter: ViewFilter): Promise<SeriesAnswer>;
  /** All alerts, the oldest first. */
  alerts(): Promise<readonly Alert[]>;
  texts(query: TextsQuery): Promise<TextsPage>;
}

/** Lets everything through. */
export const NO_FILTER: ViewFilter = { sources: [], topics: [], words: '' };

/** Whether anything is left out. */
export const filters = ({ sources, topics, words }: ViewFilter): boolean => sources.length > 0 || topics.length > 0 || words.trim() !== '';

/** How long a stretch may be, in minutes: from one to a week. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 4320, 10_080] as const;

/** The shortest stretch, in minutes, of which at most `points` fill the time between two moments; a week where none does. */
export function stepFor(from: number, to: number, points: number): number {
  const minutes = Math.max(0, to - from) / 60_000;
  return STEPS.find((step) => minutes / step <= points) ?? STEPS.at(-1)!;
}
