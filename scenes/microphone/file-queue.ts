import type { AudioHub } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { decodeSound, pause, playSound, type SoundFile, UnreadableSound } from './sound-file.ts';

interface FileQueueOptions {
  readonly audio: AudioHub;
  /** Begins to hear a stream as if it were a microphone's. */
  readonly hear: (stream: MediaStream) => Promise<void>;
  /** Whether it is heard. */
  readonly heard: () => boolean;
  /** Whether no words are still being made out, nor what makes them out still loaded. */
  readonly understood: () => boolean;
  /** The next file is another voice. */
  readonly next: (name: string) => void;
  /** Nothing is left to read. */
  readonly rest: () => Promise<void>;
}

/** Files that are read one after the other. */
export interface FileQueue {
  readonly files: StoreApi<readonly SoundFile[]>;
  add(files: readonly File[]): void;
  /** Stops the one that plays, and those that wait. Resolves when nothing plays any more. */
  stop(): Promise<void>;
  clear(): Promise<void>;
}

/** Silence around each file, in seconds: before, for the room; after, until its speech is known to have ended (0.6 s of silence). */
const AROUND = { before: 0.4, after: 1.2 };

/** Words may take this long on a slow device; then they are done without. */
const PATIENCE = 60;

export function createFileQueue({ audio, hear, heard, understood, next, rest }: FileQueueOptions): FileQueue {
  const files = createStore<readonly SoundFile[]>(() => []);
  const contents = new Map<number, File>();
  let last = 0;
  let life = new AbortController();
  let running: Promise<void> | null = null;
  const update = (id: number, change: Partial<SoundFile>): void => files.setState((before) => before.map((each) => (each.id === id ? { ...each, ...change } : each)), true);

  async function untilUnderstood(signal: AbortSignal): Promise<void> {
    for (let waited = 0; waited < PATIENCE && !understood() && !signal.aborted; waited += 0.1) await pause(0.1, signal);
  }

  async function read({ id, name }: SoundFile, context: AudioContext, input: () => Promise<AudioNode>): Promise<void> {
    const { signal } = life;
    const content = contents.get(id);
    contents.delete(id);
    if (!content) return;
    update(id, { state: 'decoding' });
    try {
      const sound = await decodeSound(context, content);
      if (!signal.aborted) {
        const stream = await input();
        await untilUnderstood(signal);
        next(name);
        update(id, { state: 'playing', length: sound.duration });
        await pause(AROUND.before, signal);
        await playSound(sound, { context, outputs: [stream, context.destination], signal, onPosition: (position) => update(id, { position }) });
        await pause(AROUND.after, signal);
        await untilUnderstood(signal);
        if (!signal.aborted && !heard()) throw new UnreadableSound('unheard');
      }
      update(id, { state: signal.aborted ? 'stopped' : 'read' });
    } catch (thrown) {
      update(id, { state: 'failed', failure: thrown instanceof UnreadableSound ? thrown.failure : 'unheard' });
    }
  }

  async function run(): Promise<void> {
    let destination: MediaStreamAudioDestinationNode | null = null;
    const input = async (context: AudioContext): Promise<AudioNode> => {
      if (destination) return destination;
      const made = context.createMediaStreamDestination();
      await hear(made.stream);
      if (!heard()) throw new UnreadableSound('unheard');
      destination = made;
      return made;
    };
    for (let file = waiting(); file; file = waiting()) {
      try {
        const context = await audio.open();
        await read(file, context, () => input(context));
      } catch {
        update(file.id, { state: 'failed', failure: 'unheard' });
      }
    }
    await rest();
  }

  const waiting = (): SoundFile | undefined => files.getState().find(({ state }) => state === 'waiting');

  async function stop(): Promise<void> {
    life.abort();
    contents.clear();
    files.setState((before) => before.map((each) => (each.state === 'waiting' ? { ...each, state: 'stopped' } : each)), true);
    await running;
    life = new AbortController();
  }

  return {
    files,
    add(added) {
      const entries = added.map((file): SoundFile => {
        last += 1;
        contents.set(last, file);
        return { id: last, name: file.name, state: 'waiting', length: null, position: 0, failure: null };
      });
      files.setState((before) => [...before, ...entries], true);
      running ??= run().finally(() => (running = null));
    },
    stop,
    async clear() {
      await stop();
      files.setState([], true);
    },
  };
}
