import { AttuneError, type FaceSignal, type Hertz, type Seconds, type Unit } from '../../core/index.ts';
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

/** One of several people before one camera. */
export interface PersonInView {
  /** Tells people of this visit apart, by place and time alone; whoever was gone for two seconds comes back as somebody else. */
  readonly id: string;
  /** Whether this is whom the agent follows. */
  readonly followed: boolean;
  /** Relative to this person's own resting face; not present while they are out of sight. */
  readonly signal: FaceSignal;
}

/** How a face source sees; everything may be left out. */
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
  /** How many people are followed, 1 to 4; 1 when left out. The agent talks with one of them; the others are told to `onPeople` alone. */
  readonly people?: number;
  /** Everybody who is followed, at each look; nobody when the source ends. Only with more than one of `people`. */
  readonly onPeople?: (people: readonly PersonInView[]) => void;
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
  readonly people: number;
  readonly onProgress: (share: Unit) => void;
  readonly onPreview: (stream: MediaStream | null) => void;
  readonly onStats: (stats: FaceStats) => void;
  readonly onPeople: (people: readonly PersonInView[]) => void;
  readonly onCalibration: (share: Unit | null) => void;
}

/** One less than MediaPipe looks for, so that it is seen when somebody is not followed. */
const MOST_PEOPLE = 4;

/**
 * Checks the options and fills in the defaults.
 *
 * @throws {AttuneError} `bad-input`
 */
export function faceSettings(options: FaceSourceOptions): FaceSettings {
  const { assets = DEFAULT_ASSETS, deviceId = null, stream = null, model = null, blendshapes, head, rate = 15, delegate = 'CPU', people = 1 } = options;
  for (const [name, value] of Object.entries({ assets, deviceId, model, blendshapes, head })) {
    if (value !== null && value !== undefined && (typeof value !== 'string' || value === '')) throw wrong(name, 'a string that is not empty', value);
  }
  if (typeof rate !== 'number' || !(rate >= 1 && rate <= 60)) throw wrong('rate', 'looks in a second between 1 and 60', rate);
  if (delegate !== 'CPU' && delegate !== 'GPU') throw wrong('delegate', '"CPU" or "GPU"', delegate);
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE) throw wrong('people', `a whole number from 1 to ${MOST_PEOPLE}`, people);
  if (stream !== null && typeof stream.getVideoTracks !== 'function') throw wrong('stream', 'a MediaStream', stream);
  if (stream !== null && deviceId !== null) throw new AttuneError('bad-input', 'Expected either stream or deviceId, but both were given. Leave one of them out.');
  const nothing = (): void => undefined;
  const listeners = { onProgress: options.onProgress ?? nothing, onPreview: options.onPreview ?? nothing, onStats: options.onStats ?? nothing, onPeople: options.onPeople ?? nothing, onCalibration: options.onCalibration ?? nothing };
  for (const [name, value] of Object.entries(listeners)) if (typeof value !== 'function') throw wrong(name, 'a function', value);
  return { assets, deviceId, stream, model, blendshapes, head, rate, delegate, people, ...listeners };
}

function wrong(name: string, expected: string, value: unknown): AttuneError {
  return new AttuneError('bad-input', `Expected the face source's ${name} to be ${expected}, but got ${JSON.stringify(value) ?? String(value)}. Correct it or leave it out.`);
}
