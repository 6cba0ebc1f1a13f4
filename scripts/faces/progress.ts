import { Presets, SingleBar } from 'cli-progress';

/** Tells how far a long piece of work is. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

const LINE_EVERY = 30_000;

/** A bar with the time left where the errors go to a terminal, and a line each half minute elsewhere. */
export function showProgress(what: string, total: number): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar({ stream: process.stderr, format: `${what} {bar} {value}/{total}, {eta_formatted} left`, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
    bar.start(total, 0);
    return { update: (done) => bar.update(done), stop: () => bar.stop() };
  }
  const began = Date.now();
  let told = began;
  return {
    update(done) {
      const now = Date.now();
      if (now - told < LINE_EVERY || done === 0) return;
      told = now;
      console.error(`${what}: ${done} of ${total}, ${Math.ceil((now - began) / 60_000 * (total - done) / done)} min left`);
    },
    stop: () => {},
  };
}
