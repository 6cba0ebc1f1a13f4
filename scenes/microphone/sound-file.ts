/** Why a file was not read; a key of the sentence that says so. */
export type Failure = 'too-large' | 'undecodable' | 'silent' | 'unheard';

/** A file that was dropped or chosen, and how far it has come. */
export interface SoundFile {
  readonly id: number;
  readonly name: string;
  readonly state: 'waiting' | 'decoding' | 'playing' | 'read' | 'stopped' | 'failed';
  /** In seconds; null before it is decoded. */
  readonly length: number | null;
  readonly position: number;
  readonly failure: Failure | null;
}

export class UnreadableSound extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(`The file could not be read as sound (${failure}).`, { cause });
    this.failure = failure;
  }
}

/** Decoded sound takes about fifteen times the room of an MP3, all of it in memory. */
const MOST_BYTES = 50e6;

/**
 * Decodes whatever the browser can: WAV everywhere, FLAC, Opus and MP3 nearly everywhere.
 *
 * @throws {UnreadableSound} when it can't
 */
export async function decodeSound(context: BaseAudioContext, file: File): Promise<AudioBuffer> {
  if (file.size > MOST_BYTES) throw new UnreadableSound('too-large');
  let sound: AudioBuffer;
  try {
    sound = await context.decodeAudioData(await file.arrayBuffer());
  } catch (thrown) {
    throw new UnreadableSound('undecodable', thrown);
  }
  if (sound.length === 0) throw new UnreadableSound('silent');
  return sound;
}

interface Playing {
  readonly context: AudioContext;
  readonly outputs: readonly AudioNode[];
  readonly signal: AbortSignal;
  /** Hears where it is, in seconds, ten times a second. */
  readonly onPosition: (position: number) => void;
}

/** Plays a sound once at its own speed. Resolves when it has ended, or when it is to stop; nothing is played after that. */
export function playSound(sound: AudioBuffer, { context, outputs, signal, onPosition }: Playing): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const player = new AudioBufferSourceNode(context, { buffer: sound });
    for (const output of outputs) player.connect(output);
    const begin = context.currentTime;
    const timer = setInterval(() => onPosition(Math.min(sound.duration, context.currentTime - begin)), 100);
    const finish = (): void => {
      clearInterval(timer);
      player.disconnect();
      resolve();
    };
    player.addEventListener('ended', finish, { once: true });
    // A context that was suspended would never tell that it has ended.
    signal.addEventListener('abort', () => {
      player.stop();
      finish();
    }, { once: true });
    player.start();
  });
}

/** Resolves after a while, or at once when it is to stop. */
export function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, signal.aborted ? 0 : seconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
