import { AttuneError, type Hertz, type Seconds, type Unit } from '../../core/index.ts';
import { DEFAULT_ASSETS } from '../assets.ts';
import type { FaceJudgement } from './face-models.ts';
import type { FramePath } from './frame-feed.ts';

/** How perception of the face is doing; sent about once a second. */
export interface FaceStats {
  /** Looks in the last second. */
  readonly rate: Hertz;
  /** Running mean of MediaPipe's time for one look. */
  readonly inference: Seconds;
  /** Mean time from capture to signal in the last second. */
  readonly latency: Seconds;
  /** Looks that fell due while another still ran, since the source went live. */
  readonly dropped: number;
  /** Faces in the newest look, the player's and those of others. */
  readonly faces: number;
  readonly path: FramePath;
  /** What can't be judged, because no model for it is loaded. */
  readonly lacks: readonly FaceJudgement[];
}

export interface FaceSourceOptions {
  /** Base URL of the folder that `attune assets` made. */
  readonly assets?: string;
  /** The camera to open, as `enumerateDevices` names it; the browser's choice when left out. */
  readonly deviceId?: string;
  /** A stream that the game already has, instead of opening a camera. Its tracks are never stopped here. */
  readonly stream?: MediaStream;
  /** URL of an operator's own face_landmarker.task; one with a blendshape net needs no student. */
  readonly model?: string;
  /** URL of the blendshape student's weights, null for none; `models/blendshapes.json` among the assets when left out. */
  readonly blendshapes?: string | null;
  /** URL of the expression head's weights, null for none; `models/face.json` among the assets when left out. */
  readonly head?: string | null;
  /** Looks in a second, in [1, 60]; fewer happen when the device is slow. */
  readonly rate?: Hertz;
  /** Where MediaPipe computes. The processor is the default: software GPUs are ten times slower. */
  readonly delegate?: 'CPU' | 'GPU';
  /** Share of the start-up that is done. */
  readonly onProgress?: (share: Unit) => void;
  /** The camera's picture for the player to see, and null when it ends. */
  readonly onPreview?: (stream: MediaStream | null) => void;
  readonly onStats?: (stats: FaceStats) => void;
  /** Share of the calibration that is done, 1 once when it has succeeded, and null when it has ended. */
  readonly onCalibration?: (share: Unit | null) => void;
}

export interface FaceSettings {
  readonly assets: string;
  readonly deviceId: string | null;
  readonly stream: MediaStream | null;
  readonly model: string | null;
  /** undefined is the one among the assets, null none. */
  readonly blendshapes: string | null | undefined;
  readonly head: string | null | undefined;
  readonly rate: Hertz;
  readonly delegate: 'CPU' | 'GPU';
  readonly onProgress: (share: Unit) => void;
  readonly onPreview: (stream: MediaStream | null) => void;
  readonly onStats: (stats: FaceStats) => void;
  readonly onCalibration: (share: Unit | null) => void;
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {AttuneError} `bad-input`
 */
export function faceSettings(options: FaceSourceOptions): FaceSettings {
  const { assets = DEFAULT_ASSETS, deviceId = null, stream = null, model = null, blendshapes, head, rate = 15, delegate = 'CPU' } = options;
  for (const [name, value] of Object.entries({ assets, deviceId, model, blendshapes, head })) {
    if (value !== null && value !== undefined && (typeof value !== 'string' || value === '')) throw wrong(name, 'a string that is not empty', value);
  }
  if (typeof rate !== 'number' || !(rate >= 1 && rate <= 60)) throw wrong('rate', 'looks in a second between 1 and 60', rate);
  if (delegate !== 'CPU' && delegate !== 'GPU') throw wrong('delegate', '"CPU" or "GPU"', delegate);
  if (stream !== null && typeof stream.getVideoTracks !== 'function') throw wrong('stream', 'a MediaStream', stream);
  if (stream !== null && deviceId !== null) throw new AttuneError('bad-input', 'Expected either stream or deviceId, but both were given. Leave one of them out.');
  const nothing = (): void => undefined;
  const listeners = { onProgress: options.onProgress ?? nothing, onPreview: options.onPreview ?? nothing, onStats: options.onStats ?? nothing, onCalibration: options.onCalibration ?? nothing };
  for (const [name, value] of Object.entries(listeners)) if (typeof value !== 'function') throw wrong(name, 'a function', value);
  return { assets, deviceId, stream, model, blendshapes, head, rate, delegate, ...listeners };
}

function wrong(name: string, expected: string, value: unknown): AttuneError {
  return new AttuneError('bad-input', `Expected the face source's ${name} to be ${expected}, but got ${JSON.stringify(value) ?? String(value)}. Correct it or leave it out.`);
}
