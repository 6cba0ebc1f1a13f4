import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';
import type { PrepareProgress } from './prepare-assets.ts';

export interface ProgressDisplay {
  update(progress: PrepareProgress): void;
  /** May be called more than once. */
  stop(): void;
}

/** A bar where the stream is a terminal, and a line for each file that was written elsewhere. */
export function showProgress(stream: WriteStream): ProgressDisplay {
  if (!stream.isTTY) {
    return {
      update: ({ path, state }) => {
        if (state === 'written') stream.write(`${path}\n`);
      },
      stop: () => {},
    };
  }
  const bar = new SingleBar({ stream, format: '{bar} {value}/{total} {path}', hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let started = false;
  return {
    update: ({ path, done, total }) => {
      if (!started) bar.start(total, 0, { path });
      started = true;
      bar.update(done, { path });
    },
    stop: () => bar.stop(),
  };
}
