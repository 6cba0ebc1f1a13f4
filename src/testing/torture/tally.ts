import { type Clock, createPart, type DialogueProvider, type SignalSource, type WatchedPart } from '../../core/index.ts';
import { never } from '../faults/fault.ts';

/** Counts what an agent opened and has not released. */
export interface Tally {
  readonly timers: number;
  /** Answers of a dialogue that it neither read to the end, nor gave up. */
  readonly streams: number;
  /** Those who watch the health of a part. */
  readonly watchers: number;
  clock(clock: Clock): Clock;
  dialogue(provider: DialogueProvider): DialogueProvider;
  /** Gives a source a part whose watchers are counted. */
  source<T extends SignalSource>(source: T): T;
}

export function createTally(): Tally {
  const timers = new Set<object>();
  const streams = new Set<object>();
  let watchers = 0;

  async function* watched(reply: AsyncIterable<string>): AsyncGenerator<string, void> {
    for await (const piece of reply) yield piece;
  }

  function count(reply: AsyncIterable<string>): AsyncIterable<string> {
    return {
      [Symbol.asyncIterator]() {
        const [stream, pieces] = [{}, watched(reply)];
        streams.add(stream);
        const ended = <T extends IteratorResult<string, void>>(result: T): T => {
          if (result.done) streams.delete(stream);
          return result;
        };
        return {
          next: () => pieces.next().then(ended, (thrown: unknown) => {
            streams.delete(stream);
            throw thrown;
          }),
          return() {
            streams.delete(stream);
            // One that waits for what never comes never says that it has ended, either.
            void pieces.return().catch(() => undefined);
            return never();
          },
        };
      },
    };
  }

  return {
    get timers() {
      return timers.size;
    },
    get streams() {
      return streams.size;
    },
    get watchers() {
      return watchers;
    },
    clock: (clock) => ({
      now: () => clock.now(),
      every(period, action) {
        const timer = {};
        timers.add(timer);
        const stop = clock.every(period, action);
        return () => {
          timers.delete(timer);
          stop();
        };
      },
    }),
    dialogue: (provider) => ({
      get written() {
        return provider.written ?? false;
      },
      forget: () => provider.forget?.(),
      reply(request, signal) {
        const reply: unknown = provider.reply(request, signal);
        return typeof reply === 'object' && reply !== null && Symbol.asyncIterator in reply ? count(reply as AsyncIterable<string>) : (reply as Promise<string>);
      },
    }),
    source(source) {
      const part = createPart(source.sense === 'voice' ? 'microphone' : 'camera');
      const counted: WatchedPart = {
        part: part.part,
        get vitals() {
          return part.vitals;
        },
        watch(listener) {
          watchers += 1;
          const stop = part.watch(listener);
          return () => {
            watchers -= 1;
            stop();
          };
        },
      };
      return Object.defineProperty(source, 'parts', { value: [counted], enumerable: true });
    },
  };
}
