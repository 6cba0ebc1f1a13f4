/**
 * Lets a source run ahead of whoever reads it: each reading has all that has come since the last one.
 *
 * What the source throws is thrown when all before it has been read.
 */
export async function* gather(source: AsyncIterable<string>): AsyncGenerator<string, void> {
  let ready = '';
  let ended = false;
  let wake = (): void => undefined;
  const running = (async () => {
    try {
      for await (const each of source) {
        ready += each;
        wake();
      }
    } finally {
      ended = true;
      wake();
    }
  })();
  // It is thrown below; a reader that has gone by then is no reason to complain.
  running.catch(() => undefined);
  for (;;) {
    if (ready !== '') {
      const all = ready;
      ready = '';
      yield all;
    } else if (ended) {
      await running;
      return;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
