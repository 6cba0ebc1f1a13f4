import { AttuneError, createPart, type Clock, type Seconds, type SignalSink, type SignalSource } from '../../core/index.ts';
import { faceSettings, type FaceSourceOptions } from './face-options.ts';
import { openFaceSession, type FaceSession } from './face-session.ts';
import { createPersonNames } from './person-names.ts';

const SHORTEST_CALIBRATION: Seconds = 3;
const USUAL_CALIBRATION: Seconds = 5;
const LONGEST_CALIBRATION: Seconds = 10;

/** The camera as a sense. */
export interface FaceSource extends SignalSource {
  readonly sense: 'face';
  /**
   * Takes the next seconds of well seen face for the resting face, whatever it shows; progress goes to
   * `onCalibration`, and a problem is reported when the face was lost or moved too much. Does nothing
   * while the source is not live.
   *
   * @param length in seconds, 3 to 10; 5 when left out
   * @param person whose, as `onPeople` named them; the player's when left out
   * @throws {AttuneError} `bad-input` for any other length
   */
  calibrate(length?: Seconds, person?: string): void;
  /** Forgets the player's resting face, and everything of others; call it when somebody else sits down. */
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
  const names = createPersonNames();
  const parts = { camera: createPart('camera'), face: createPart('face') };
  let session: FaceSession | null = null;
  return {
    sense: 'face',
    parts: Object.values(parts),
    async start(clock: Clock, sink: SignalSink) {
      session ??= openFaceSession(settings, parts, names, clock, sink);
      await session.settled;
    },
    async stop() {
      const closing = session;
      session = null;
      closing?.close();
    },
    calibrate(length = USUAL_CALIBRATION, person) {
      if (typeof length !== 'number' || !(length >= SHORTEST_CALIBRATION && length <= LONGEST_CALIBRATION)) {
        throw new AttuneError('bad-input', `Expected a calibration of ${SHORTEST_CALIBRATION} to ${LONGEST_CALIBRATION} seconds, but got ${String(length)}. Correct it or leave it out.`);
      }
      session?.calibrate(length, person ?? null);
    },
    reset() {
      session?.reset();
    },
  };
}
