import type { SharedTime } from './face-messages.ts';

/**
 * Finds when frames were captured, from timestamps on the camera's own clock.
 *
 * The quickest of the recent frames waited least between sensor and arrival, so the least difference
 * between arrival and timestamp ties the two clocks together; what a frame waited beyond that counts
 * as its age. The unavoidable part of the way from the sensor is not seen.
 */
export interface CaptureClock {
  /**
   * @param timestamp of the frame in microseconds on the camera's clock
   * @param arrived when the frame was received
   */
  captured(timestamp: number, arrived: SharedTime): SharedTime;
}

/** After this many frames the tie is measured anew, because two clocks drift apart. */
const WINDOW = 300;

/** Makes a capture clock for one track. */
export function createCaptureClock(): CaptureClock {
  let [least, leastBefore, frames] = [Infinity, Infinity, 0];
  return {
    captured(timestamp, arrived) {
      if (frames === WINDOW) [leastBefore, least, frames] = [least, Infinity, 0];
      frames += 1;
      least = Math.min(least, arrived - timestamp / 1000);
      return Math.min(arrived, timestamp / 1000 + Math.min(least, leastBefore));
    },
  };
}
