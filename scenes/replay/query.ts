/** What the page's address asks for. */
export interface Query {
  /** How long the sample session is that is shown at once, in minutes; null for none. */
  readonly sample: number | null;
}

/** The longest sample that is made, in minutes. */
const LONGEST = 180;

/**
 * Reads the query of the page's address:
 *
 * - `sample=MINUTES`: shows a made-up session of that length at once, 10 without a number
 * - `lang=en|zh`: the language of the page
 */
export function readQuery(search: string): Query {
  const asked = new URLSearchParams(search).get('sample');
  if (asked === null) return { sample: null };
  const minutes = Number(asked);
  return { sample: minutes > 0 ? Math.min(LONGEST, minutes) : SAMPLE_MINUTES };
}

/** How long the sample is that the button makes, in minutes. */
export const SAMPLE_MINUTES = 10;
