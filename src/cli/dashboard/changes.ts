/** What became known: entities whose series changed. */
export interface Change {
  readonly entities: readonly string[];
}

/** Tells whoever listens of changes as they come. */
export interface Changes {
  tell(change: Change): void;
  /** @returns how to stop */
  listen(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    tell: (change) => listeners.forEach((listener) => listener(change)),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
