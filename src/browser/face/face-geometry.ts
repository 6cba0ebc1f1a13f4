import type { Rotation } from './head-pose.ts';

/** A landmark as MediaPipe gives it: x and y as shares of the picture's width and height, y down, z as a share of its width, smaller nearer to the camera. */
export interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The picture's size in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * What the landmarks measure, in units of the face's own size, on a head turned back to look
 * straight at the camera. Raw: every face has its own resting values.
 */
export const FACE_MEASURES = [
  'mouthWidth', 'cornerHeight', 'cornerDepth', 'cornerToNose', 'browHeight', 'eyeOpening', 'mouthOpening',
] as const;
export type FaceMeasure = (typeof FACE_MEASURES)[number];
export type FaceMeasures = Readonly<Record<FaceMeasure, number>>;

type Point = readonly [x: number, y: number, z: number];

// Indices of the canonical face mesh. `right` and `left` are the player's own.
const EYE_OUTER = { right: 33, left: 263 } as const;
const EYE_INNER = { right: 133, left: 362 } as const;
const MOUTH_CORNER = { right: 61, left: 291 } as const;
const BROW_INNER = { right: [107, 55], left: [336, 285] } as const;
/** Pairs of upper and lower lid. */
const LIDS = { right: [[160, 144], [159, 145], [158, 153]], left: [[387, 373], [386, 374], [385, 380]] } as const;
const LIP = { upper: 13, lower: 14 } as const;
const SUBNASALE = 2;
/** Bone under thin skin, which no expression moves far: temples, bridge of the nose, eye corners. */
const RIGID = [33, 263, 133, 362, 168, 6, 127, 356, 234, 454] as const;

/** How many landmarks FaceLandmarker gives, irises included. */
export const LANDMARK_COUNT = 478;

/**
 * Measures a face.
 *
 * The same for a face that is nearer, shifted or turned, as far as the landmarks' depth is right.
 *
 * @param landmarks {@link LANDMARK_COUNT} points of one face
 * @param rotation from the head's axes to the camera's, see head-pose.ts
 */
export function measureFace(landmarks: readonly Landmark[], size: PictureSize, rotation: Rotation): FaceMeasures {
  if (landmarks.length < LANDMARK_COUNT) {
    throw new RangeError(`Expected ${LANDMARK_COUNT} face landmarks, but got ${landmarks.length}.`);
  }
  const raw = (index: number): Point => straighten(landmarks[index] as Landmark, size, rotation);
  const scale = spread(RIGID.map(raw));
  const point = (index: number): Point => {
    const [x, y, z] = raw(index);
    return [x / scale, y / scale, z / scale];
  };

  const eyeLine = mean([EYE_OUTER.right, EYE_INNER.right, EYE_INNER.left, EYE_OUTER.left].map((i) => point(i)[1]));
  const corners = middle(point(MOUTH_CORNER.right), point(MOUTH_CORNER.left));
  const lips = middle(point(LIP.upper), point(LIP.lower));
  const nose = point(SUBNASALE);
  const eyeOpening = (side: 'right' | 'left'): number =>
    mean(LIDS[side].map(([upper, lower]) => distance(point(upper), point(lower)))) / distance(point(EYE_OUTER[side]), point(EYE_INNER[side]));

  return {
    mouthWidth: distance(point(MOUTH_CORNER.right), point(MOUTH_CORNER.left)),
    cornerHeight: corners[1] - lips[1],
    cornerDepth: lips[2] - corners[2],
    cornerToNose: nose[1] - corners[1],
    browHeight: mean([...BROW_INNER.right, ...BROW_INNER.left].map((i) => point(i)[1])) - eyeLine,
    eyeOpening: (eyeOpening('right') + eyeOpening('left')) / 2,
    mouthOpening: distance(point(LIP.upper), point(LIP.lower)),
  };
}

/** A landmark in the head's own axes, in pixels: x to the picture's right, y up, z out of the face. */
function straighten({ x, y, z }: Landmark, { width, height }: PictureSize, r: Rotation): Point {
  const camera: Point = [x * width, -y * height, -z * width];
  const along = (column: number): number => camera.reduce((sum, value, row) => sum + value * (r[row * 3 + column] ?? 0), 0);
  return [along(0), along(1), along(2)];
}

/** Root mean square distance from the points' own centre: the size of a face. */
function spread(points: readonly Point[]): number {
  const centre = [0, 1, 2].map((axis) => mean(points.map((p) => p[axis as 0 | 1 | 2]))) as unknown as Point;
  return Math.sqrt(mean(points.map((p) => distance(p, centre) ** 2))) || 1;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
