/** Addresses that are remembered at one time; with more of them, the oldest are forgotten. */
const MOST_ADDRESSES = 10_000;

const MINUTE = 60;

/** Counts requests by the minute. */
export interface RateLimit {
  /** Counts one of `address` at `now`, in seconds; how many seconds to wait instead when there are too many, 0 when it may pass. */
  admit(address: string, now: number): number;
}

interface Window {
  readonly since: number;
  count: number;
}

/** So many requests a minute from one address, and from all together. One that is refused counts for nobody. */
export function createRateLimit({ perAddress, total }: { readonly perAddress: number; readonly total: number }): RateLimit {
  const addresses = new Map<string, Window>();
  let all: Window = { since: Number.NEGATIVE_INFINITY, count: 0 };
  return {
    admit(address, now) {
      if (now - all.since >= MINUTE) all = { since: now, count: 0 };
      let own = addresses.get(address);
      if (!own || now - own.since >= MINUTE) {
        own = { since: now, count: 0 };
        addresses.delete(address);
        addresses.set(address, own);
        const oldest = addresses.keys().next();
        if (addresses.size > MOST_ADDRESSES && !oldest.done) addresses.delete(oldest.value);
      }
      const full = own.count >= perAddress ? own : all.count >= total ? all : null;
      if (full) return Math.max(1, Math.ceil(full.since + MINUTE - now));
      own.count += 1;
      all.count += 1;
      return 0;
    },
  };
}
