import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** @param note what to say beside the count, such as the loss */
  update(done: number, note?: string): void;
  /** May be called more than once. */
  stop(): void;
}

/** How often a log without a terminal gets a line, in milliseconds. */
const LINE_EVERY = 5000;

/** Progress with the time left: a bar where the stream is a terminal, and elsewhere a line every few seconds. */
export function showProgress(title: string, total: number, stream: WriteStream = process.stderr): Progress {
  const began = performance.now();
  const left = (done: number): string => timeLeft((performance.now() - began) / 1000, done, total);
  if (!stream.isTTY) {
    let told = began;
    return {
      update: (done, note = '') => {
        const now = performance.now();
        if (now - told < LINE_EVERY && done < total) return;
        told = now;
        stream.write(`${title}: ${done} of ${total}, ${left(done)}${note && `, ${note}`}\n`);
      },
      stop: () => {},
    };
  }
  const bar = new SingleBar({ stream, format: `${title} {bar} {value}/{total}, {left} {note}`, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total, 0, { left: '', note: '' });
  return { update: (done, note = '') => bar.update(done, { left: left(done), note }), stop: () => bar.stop() };
}

/** The time left, by the pace so far. */
export function timeLeft(elapsed: number, done: number, total: number): string {
  if (done >= total) return `${Math.round(elapsed)} s in all`;
  if (done === 0) return 'time left unknown';
  const seconds = Math.ceil((elapsed / done) * (total - done));
  return seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
}
