import type { Clock, SignalSink, SignalSource } from '../../core/index.ts';
import { faceSettings, type FaceSourceOptions } from './face-options.ts';
import { openFaceSession, type FaceSession } from './face-session.ts';

/** The camera as a sense. */
export interface FaceSource extends SignalSource {
  readonly sense: 'face';
  /** Forgets the player's resting face; call it when somebody else sits down. */
  reset(): void;
}

/**
 * Reads the player's face with MediaPipe in a worker, on this device.
 *
 * Nothing is loaded and no camera opened before `start`. Pictures and landmarks never leave the
 * worker: only the face signals do. Problems are reported, never thrown.
 *
 * @throws {AttuneError} `bad-input` when an option is wrong
 */
export function createFaceSource(options: FaceSourceOptions = {}): FaceSource {
  const settings = faceSettings(options);
  let session: FaceSession | null = null;
  return {
    sense: 'face',
    async start(clock: Clock, sink: SignalSink) {
      session ??= openFaceSession(settings, clock, sink);
      await session.settled;
    },
    async stop() {
      const closing = session;
      session = null;
      closing?.close();
    },
    reset() {
      session?.reset();
    },
  };
}
