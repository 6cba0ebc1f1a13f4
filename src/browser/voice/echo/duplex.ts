import { clamp, type Decibels } from '../../../core/index.ts';

/** Whether both can speak at once, or the player is only heard while the agent is silent. */
export type Duplex = 'full-duplex' | 'half-duplex';

/** Decides between the two: what is taken for the player must not have the rhythm of the agent's own speech. */
export interface DuplexSwitch {
  /**
   * Hears of the next frame in which the agent sounds.
   *
   * @param own level of what counts as the player's
   * @param noise level of the room
   * @param sounded level of what the agent puts out
   */
  push(own: Decibels, noise: Decibels, sounded: Decibels): Duplex;
  reset(): void;
}

/** How long after the sound its echo is looked for: 1 s, longer than the filter reaches. */
const LAGS = 32;
/** Weight of the newest frame: a memory of 8 s. */
const NEWEST = 1 / 250;
/** Nothing is concluded from less than 1.4 s above the noise. */
const ENOUGH = 45;
const ABOVE_NOISE: Decibels = 6;
/** Level ranges that count, and a variance (3 dB) below which levels only flutter. */
const OWN_RANGE: Decibels = 30;
const AGENT_FLOOR: Decibels = -60;
const FLUTTER = 9;
/** Correlation: an echo that no filter takes away comes to 0.6 and more, the speech of two people to 0.3 (measured). */
const HALF = 0.5;
const FULL = 0.3;

/** Begins in full duplex. */
export function createDuplexSwitch(): DuplexSwitch {
  const agent = new Float64Array(LAGS);
  const [sums, squares, products] = [new Float64Array(LAGS), new Float64Array(LAGS), new Float64Array(LAGS)];
  let [sum, square, evidence] = [0, 0, 0];
  let duplex: Duplex = 'full-duplex';

  const correlation = (): number => {
    let most = 0;
    for (let lag = 0; lag < LAGS; lag += 1) {
      const shared = products[lag]! - sum * sums[lag]!;
      const spread = (square - sum * sum + FLUTTER) * (squares[lag]! - sums[lag]! ** 2 + FLUTTER);
      most = Math.max(most, shared / Math.sqrt(spread));
    }
    return most;
  };

  return {
    push(own, noise, sounded) {
      agent.copyWithin(1, 0, LAGS - 1);
      agent[0] = Math.max(0, sounded - AGENT_FLOOR);
      const x = clamp(own - noise - ABOVE_NOISE, 0, OWN_RANGE);
      sum += NEWEST * (x - sum);
      square += NEWEST * (x * x - square);
      evidence += (x > 0 ? 1 : 0) - NEWEST * evidence;
      for (let lag = 0; lag < LAGS; lag += 1) {
        const y = agent[lag]!;
        sums[lag] = sums[lag]! + NEWEST * (y - sums[lag]!);
        squares[lag] = squares[lag]! + NEWEST * (y * y - squares[lag]!);
        products[lag] = products[lag]! + NEWEST * (x * y - products[lag]!);
      }
      const related = correlation();
      if (related > HALF && evidence > ENOUGH) duplex = 'half-duplex';
      else if (related < FULL || evidence < ENOUGH / 2) duplex = 'full-duplex';
      return duplex;
    },
    reset() {
      for (const each of [agent, sums, squares, products]) each.fill(0);
      sum = square = evidence = 0;
      duplex = 'full-duplex';
    },
  };
}
