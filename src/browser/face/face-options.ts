import { AttuneError, type Hertz, type Seconds, type Unit } from '../../core/index.ts';
import { DEFAULT_ASSETS } from '../assets.ts';
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
  /** Faces in the newest look: 0 or 1. */
  readonly faces: number;
  readonly path: FramePath;
}

export interface FaceSourceOptions {
  /** Base URL of the folder that `attune assets` made. */
  readonly assets?: string;
  /** The camera to open, as `enumerateDevices` names it; the browser's choice when left out. */
  readonly deviceId?: string;
  /** A stream that the game already has, instead of opening a camera. Its tracks are never stopped here. */
  readonly stream?: MediaStream;
  /** URL of an operator's own face_landmarker.task. */
  readonly model?: string;
  /** Looks in a second, in [1, 60]; fewer happen when the device is slow. */
  readonly rate?: Hertz;
  /** Where MediaPipe computes. The processor is the default: software GPUs are ten times slower. */
  readonly delegate?: 'CPU' | 'GPU';
  /** Share of the start-up that is done. */
  readonly onProgress?: (share: Unit) => void;
  /** The camera's picture for the player to see, and null when it ends. */
  readonly onPreview?: (stream: MediaStream | null) => void;
  readonly onStats?: (stats: FaceStats) => void;
}

export interface FaceSettings {
  readonly assets: string;
  readonly deviceId: string | null;
  readonly stream: MediaStream | null;
  readonly model: string | null;
  readonly rate: Hertz;
  readonly delegate: 'CPU' | 'GPU';
  readonly onProgress: (share: Unit) => void;
  readonly onPreview: (stream: MediaStream | null) => void;
  readonly onStats: (stats: FaceStats) => void;
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {AttuneError} `bad-input`
 */
export function faceSettings(options: FaceSourceOptions): FaceSettings {
  const { assets = DEFAULT_ASSETS, deviceId = null, stream = null, model = null, rate = 15, delegate = 'CPU' } = options;
  for (const [name, value] of Object.entries({ assets, deviceId, model })) {
    if (value !== null && (typeof value !== 'string' || value === '')) throw wrong(name, 'a string that is not empty', value);
  }
  if (typeof rate !== 'number' || !(rate >= 1 && rate <= 60)) throw wrong('rate', 'looks in a second between 1 and 60', rate);
  if (delegate !== 'CPU' && delegate !== 'GPU') throw wrong('delegate', '"CPU" or "GPU"', delegate);
  if (stream !== null && typeof stream.getVideoTracks !== 'function') throw wrong('stream', 'a MediaStream', stream);
  if (stream !== null && deviceId !== null) throw new AttuneError('bad-input', 'Expected either stream or deviceId, but both were given. Leave one of them out.');
  const nothing = (): void => undefined;
  const listeners = { onProgress: options.onProgress ?? nothing, onPreview: options.onPreview ?? nothing, onStats: options.onStats ?? nothing };
  for (const [name, value] of Object.entries(listeners)) if (typeof value !== 'function') throw wrong(name, 'a function', value);
  return { assets, deviceId, stream, model, rate, delegate, ...listeners };
}

function wrong(name: string, expected: string, value: unknown): AttuneError {
  return new AttuneError('bad-input', `Expected the face source's ${name} to be ${expected}, but got ${JSON.stringify(value) ?? String(value)}. Correct it or leave it out.`);
}
