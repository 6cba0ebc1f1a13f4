import type { SignedUnit } from '../units.ts';

/**
 * What the agent itself can come to feel: those of OCC's emotions (Ortony, Clore & Collins 1988) that are about somebody
 * else's fortune or one's own part in it, and interest. There is no anger, contempt or gloating among them.
 */
export const FEELINGS = ['happy-for', 'sorry-for', 'hope', 'fear-for', 'relief', 'pride', 'gratitude', 'regret', 'interest'] as const;
/** A feeling of the agent's own, as one of {@link FEELINGS}. */
export type Feeling = (typeof FEELINGS)[number];

/** A point in the space of pleasure, arousal and dominance (Mehrabian & Russell 1974). */
export interface Pad {
  readonly pleasure: SignedUnit;
  readonly arousal: SignedUnit;
  readonly dominance: SignedUnit;
}

const pad = (pleasure: number, arousal: number, dominance: number): Pad => ({ pleasure, arousal, dominance });

/**
 * Where each feeling lies, after ALMA (Gebhard 2005, table 2); sorry-for is its pity, fear-for its fear, regret its remorse.
 * Interest is no emotion of OCC's: it lies where Russell & Mehrabian (1977) found "interested".
 */
export const PAD_OF: Readonly<Record<Feeling, Pad>> = {
  'happy-for': pad(0.4, 0.2, 0.2),
  'sorry-for': pad(-0.4, -0.2, -0.5),
  hope: pad(0.2, 0.2, -0.1),
  'fear-for': pad(-0.64, 0.6, -0.43),
  relief: pad(0.2, -0.3, 0.4),
  pride: pad(0.4, 0.3, 0.3),
  gratitude: pad(0.4, 0.2, -0.3),
  regret: pad(-0.3, 0.1, -0.6),
  interest: pad(0.64, 0.51, 0.17),
};

/** Fills a record by asking for each feeling in turn. */
export function byFeeling<T>(value: (feeling: Feeling) => T): Record<Feeling, T> {
  return {
    'happy-for': value('happy-for'), 'sorry-for': value('sorry-for'), hope: value('hope'), 'fear-for': value('fear-for'), relief: value('relief'),
    pride: value('pride'), gratitude: value('gratitude'), regret: value('regret'), interest: value('interest'),
  };
}
