import type { Shelved, ShelfChange } from './shelf.ts';

interface Page {
  readonly id: string;
  /** An ISO date. */
  readonly at: string;
}

interface Pages<Item extends Page> extends Shelved {
  /** Oldest first. */
  all(): readonly Item[];
  put(item: Item): ShelfChange;
  delete(id: string): ShelfChange;
}

/**
 * Dated things, in this page's memory.
 *
 * @param read null for what is none
 * @param most so many are kept; then the oldest goes
 */
export function createPages<Item extends Page>(read: (value: unknown) => Item | null, most: number): Pages<Item> {
  const pages = new Map<string, Item>();
  const all = (): readonly Item[] => [...pages.values()].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));

  function shrink(): string[] {
    const gone = all().slice(0, Math.max(0, pages.size - most)).map(({ id }) => id);
    for (const id of gone) pages.delete(id);
    return gone;
  }

  return {
    all,
    fill(kept) {
      const mine = all();
      for (const each of kept) {
        const item = read(each);
        if (item && !pages.has(item.id)) pages.set(item.id, item);
      }
      return mine;
    },
    put(item) {
      pages.set(item.id, item);
      return { kept: [item], gone: shrink() };
    },
    delete: (id) => ({ kept: [], gone: pages.delete(id) ? [id] : [] }),
    clear: () => pages.clear(),
  };
}
