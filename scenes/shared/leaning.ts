/** What a departure to one side seems to do, and how unsure that is. */
interface Gain {
  readonly mean: number;
  readonly deviation: number;
}

/** How sure a difference is, by how many of its deviations it lies from nothing. */
export type Sureness = 'unknown' | 'perhaps' | 'probably' | 'surely';

/** What is believed of one respect: to which side the person leans, how much they gain by it and how sure that is. */
export interface Leaning {
  readonly side: 'less' | 'own' | 'more';
  readonly gain: number;
  readonly sureness: Sureness;
}

const surenessOf = (deviations: number): Sureness => (deviations < 0.5 ? 'unknown' : deviations < 1.3 ? 'perhaps' : deviations < 2.3 ? 'probably' : 'surely');

/** The side that seems the best; the character's own way where both seem to lose. */
export function leaningOf({ less, more }: { readonly less: Gain; readonly more: Gain }): Leaning {
  const [side, best] = less.mean > more.mean ? (['less', less] as const) : (['more', more] as const);
  const sureness = surenessOf(Math.abs(best.mean) / best.deviation);
  return best.mean > 0 ? { side, gain: best.mean, sureness } : { side: 'own', gain: 0, sureness };
}
