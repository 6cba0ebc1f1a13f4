/** From the worker to the page, as soon as its script runs. The lock is the worker's for life; null where the browser has none. */
interface Born {
  readonly attune: 'born';
  readonly lock: string | null;
}

/** What page and worker say to each other about nothing but that the worker lives; its own messages go on beside it. */
export type LifeSign = Born | { readonly attune: 'ping' } | { readonly attune: 'alive' };

export const isLifeSign = (data: unknown): data is LifeSign => typeof data === 'object' && data !== null && 'attune' in data;

/** The browser's locks, which pages lack that are not served securely. */
export const locks = (): LockManager | undefined => (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;
