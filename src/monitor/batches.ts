/** Gathers items into lists of at most `size`, and of fewer where `patience` milliseconds pass before that many came. */
export async function* batches<Item>(items: AsyncIterable<Item>, size: number, patience: number): AsyncGenerator<readonly Item[]> {
  const iterator = items[Symbol.asyncIterator]();
  let batch: Item[] = [];
  let next = iterator.next();
  let since = 0;
  try {
    for (;;) {
      const left = batch.length === 0 ? null : Math.max(0, since + patience - performance.now());
      const got = left === null ? await next : await withinTime(next, left);
      if (got === 'late') {
        yield batch;
        batch = [];
        continue;
      }
      if (got.done) break;
      if (batch.length === 0) since = performance.now();
      batch.push(got.value);
      next = iterator.next();
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    // A source that nobody asks any more ends by itself.
    next.catch(() => undefined);
  }
}

async function withinTime<Result>(promise: Promise<Result>, milliseconds: number): Promise<Result | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([promise, new Promise<'late'>((resolve) => { timer = setTimeout(resolve, milliseconds, 'late'); })]);
  } finally {
    clearTimeout(timer);
  }
}
