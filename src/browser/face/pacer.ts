import { clamp, type Hertz, type Seconds } from '../../core/index.ts';

/** Decides which camera frames are looked at. Times in seconds on any one clock. */
export interface Pacer {
  /** Whether the next look has fallen due. */
  due(now: Seconds): boolean;
  /** Notes that a look began and ended; it sets the time of the next one. */
  looked(began: Seconds, ended: Seconds): void;
  /** The present rate, lowered while looks are slow. */
  readonly rate: Hertz;
  /** Running mean of how long a look takes. */
  readonly duration: Seconds;
  /** Looks that fell due while another was still running. */
  readonly dropped: number;
}

/** Looks may fill this share of the time; the rest belongs to the page's other workers. */
const LARGEST_LOAD = 0.7;
const SLOWEST: Hertz = 2;
/** Weight of the newest look in the running mean: about two thirds of a second at 15 Hz. */
const NEWEST = 0.1;
/** The first looks warm up the runtime and say nothing about the speed that follows. */
const WARM_UP = 3;

/** Makes a pacer that aims at `rate`. */
export function createPacer(rate: Hertz): Pacer {
  let duration: Seconds = 0;
  let looks = 0;
  let dropped = 0;
  let next = -Infinity;
  const present = (): Hertz => (duration > 0 ? clamp(LARGEST_LOAD / duration, Math.min(SLOWEST, rate), rate) : rate);
  return {
    // Frames come on the camera's beat: one that is a little early is nearer than the one after it.
    due: (now) => now >= next - 0.2 / present(),
    looked(began, ended) {
      const took = Math.max(0, ended - began);
      looks += 1;
      if (looks > WARM_UP) duration = looks === WARM_UP + 1 ? took : duration + NEWEST * (took - duration);
      const period = 1 / present();
      dropped += Math.floor(took / period);
      // Keeps the beat, unless it is lost by more than a period.
      next = Math.max(next, began - period) + period;
    },
    get rate() {
      return present();
    },
    get duration() {
      return duration;
    },
    get dropped() {
      return dropped;
    },
  };
}
