/** Something unusual in what is said of an entity. Times are in milliseconds since 1970. */
export interface Alert {
  /** The same for the same finding, whenever it is worked out. */
  readonly id: string;
  readonly entity: string;
  /** Much more is said than usual, or what is said is better (1) or worse (-1) than usual. */
  readonly kind: 'volume' | 'sentiment';
  readonly direction: 1 | -1;
  /** When the stretch begins in which it shows, when it was noticed, and when it was last so. */
  readonly onsetAt: number;
  readonly noticedAt: number;
  readonly untilAt: number;
  /** How unusual it was when it was most so, in robust standard deviations. */
  readonly score: number;
  /** What was seen and what was expected when it was noticed: mentions within `hours`, or their mean sentiment in [-1, 1]. */
  readonly value: number;
  readonly expected: number;
  readonly hours: number;
  /** Ids of documents that caused it, the most telling first. */
  readonly documents: readonly string[];
}
