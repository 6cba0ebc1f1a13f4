import { type Seconds, clamp } from '../../core/index.ts';

/** How long one reading of the output's timestamp is carried on by the page's clock. */
const REFRESH: Seconds = 0.25;
/** The carried time is read anew when it strays this far from the context's own: the output stalled or caught up. */
const STRAY: Seconds = 0.03;
/** No output is later than this (Bluetooth: about 0.3 s); a larger lag is a broken timestamp. */
const MAX_LAG: Seconds = 1;

/**
 * The time, on the context's own clock, of the sound that leaves the loudspeaker at this moment:
 * `currentTime`, which is what is being computed, less the latency of the output.
 *
 * Reads `getOutputTimestamp` now and then and carries it on with `performance.now()`, because
 * `currentTime` advances in steps of the output's buffer, which a mouth would show as a stutter.
 */
export function createHeardTime(context: AudioContext): () => Seconds {
  let anchor: Seconds = 0;
  let anchoredAt: Seconds = -Infinity;
  let lag: Seconds = 0;

  const read = (now: Seconds): void => {
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp?.() ?? {};
    const heard = contextTime + now - performanceTime / 1000;
    const behind = context.currentTime - heard;
    // Zeros before the first sound, absent in old browsers, and wild values were seen after a device change.
    const sane = contextTime > 0 && behind > -STRAY && behind < MAX_LAG;
    lag = sane ? behind : context.outputLatency || context.baseLatency || 0;
    anchor = context.currentTime - lag;
    anchoredAt = now;
  };

  return () => {
    const now = performance.now() / 1000;
    const carried = anchor + now - anchoredAt;
    if (now - anchoredAt > REFRESH || Math.abs(carried - (context.currentTime - lag)) > STRAY) read(now);
    return clamp(anchor + now - anchoredAt, context.currentTime - MAX_LAG, context.currentTime);
  };
}
