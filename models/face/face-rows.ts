import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CROP_SIZE, cropFace } from '../../src/browser/face/face-crop.ts';
import { FEATURES, faceFeatures } from '../../src/browser/face/expression-head.ts';
import type { PictureSize } from '../../src/browser/face/face-geometry.ts';
import { mirrorShape, SHAPE_LENGTH } from '../../src/browser/face/face-shape.ts';
import { headRotation } from '../../src/browser/face/head-pose.ts';
import { CELL_CHANNELS, CELLS, orientedEdges } from '../../src/browser/face/oriented-edges.ts';
import { BLENDSHAPES, EMOTIONS } from '../../src/index.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';
import { cacheFile, facesOf, pictureKey } from '../../scripts/faces/faces-of.ts';
import { frameOf, framePicture } from '../../scripts/faces/frame-picture.ts';
import { type LabelledFaces, type LabelledPicture } from '../../scripts/faces/labelled-faces.ts';
import { showProgress } from '../../src/learn/progress.ts';
import { ROOT } from '../../scripts/run.ts';
import type { SeenFace } from '../../scripts/see-faces.ts';

/** How many numbers the head takes from a picture's pixels. */
export const LOOK = CELLS * CELLS * CELL_CHANNELS;

/** A picture with a face, as the head learns from it. */
export interface FaceRow {
  readonly picture: LabelledPicture;
  /** The picture as it is, then mirrored, then (for learning) a little moved, turned and resized, each second one mirrored. */
  readonly looks: readonly Uint8Array[];
  /** Raw features of the face and of its mirror image. */
  readonly features: readonly [plain: Float32Array, mirrored: Float32Array];
}

/** The rows of a folder, one for each of its pictures; null where no face was found. */
export type FaceRows = readonly (FaceRow | null)[];

const VARIANTS = 6;
/** Looks are kept as bytes: about a hundredth of their spread. */
const [STEPS, MIDDLE] = [80, 80];

/** Turns the bytes of a look back into numbers. */
export function unpackLook(bytes: Uint8Array, into: Float32Array, at: number): void {
  for (let i = 0; i < LOOK; i += 1) into[at + i] = (bytes[i]! - MIDDLE) / STEPS;
}

/** Scores the blendshapes of a face. */
export type BlendshapeScorer = (face: SeenFace, size: PictureSize) => ArrayLike<number>;

/** The official net's scores, which the student's only approach: what the head learns from. */
export const byTeacher: BlendshapeScorer = ({ blendshapes }) => blendshapes;

/**
 * Finds and measures every face of a folder; kept in build/learn for the next run.
 *
 * @param purpose whether looks are varied for learning
 */
export async function faceRows(data: LabelledFaces, purpose: 'learn' | 'measure', scorer: BlendshapeScorer): Promise<FaceRows> {
  const { pictures, faces, remarks } = await facesOf(data, { blendshapes: scorer === byTeacher });
  for (const remark of remarks) console.error(remark);
  const count = purpose === 'measure' ? 1 : VARIANTS;
  const looks = await looksOf(data.name, pictures, faces, count);
  const raw = new Float32Array(FEATURES);
  const rows: (FaceRow | null)[] = [];
  for (const [index, picture] of pictures.entries()) {
    const face = faces[index];
    if (!face) {
      rows.push(null);
      continue;
    }
    const size = await frameOf(await picture.bytes());
    faceFeatures({ landmarks: face.landmarks, size, rotation: headRotation([...face.transform]), blendshapes: scorer(face, size) }, raw);
    const mine = Array.from({ length: count }, (_, v) => looks.subarray((index * count + v) * LOOK, (index * count + v + 1) * LOOK));
    rows.push({ picture, looks: mine, features: [raw.slice(), mirrorFeatures(raw)] });
  }
  return rows;
}

const MIRRORED_BLENDSHAPE = BLENDSHAPES.map((name) => BLENDSHAPES.indexOf(
  (name.endsWith('Left') ? name.replace(/Left$/, 'Right') : name.replace(/Right$/, 'Left')) as (typeof BLENDSHAPES)[number],
));

function mirrorFeatures(raw: Float32Array): Float32Array {
  const mirrored = raw.slice();
  mirrored.set(mirrorShape(raw.subarray(0, SHAPE_LENGTH)));
  MIRRORED_BLENDSHAPE.forEach((from, i) => { mirrored[SHAPE_LENGTH + i] = raw[SHAPE_LENGTH + from]!; });
  // Yaw and roll change sign, pitch stays.
  mirrored[FEATURES - 3] = -raw[FEATURES - 3]!;
  mirrored[FEATURES - 1] = -raw[FEATURES - 1]!;
  return mirrored;
}

async function looksOf(name: string, pictures: readonly LabelledPicture[], faces: readonly (SeenFace | null)[], count: number): Promise<Uint8Array> {
  const hash = createHash('sha256');
  for (const file of ['face-crop.ts', 'oriented-edges.ts']) hash.update(readFileSync(join(ROOT, 'src/browser/face', file)));
  for (const picture of pictures) hash.update(pictureKey(await picture.bytes()));
  const path = cacheFile(`${name}-${count}-${hash.digest('hex').slice(0, 8)}.looks`);
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  const looks = new Uint8Array(pictures.length * count * LOOK);
  const crop = new Float32Array(CROP_SIZE * CROP_SIZE);
  const look = new Float32Array(LOOK);
  const random = createRandom(1);
  const progress = showProgress(`Looks of ${name}`, pictures.length);
  for (const [index, picture] of pictures.entries()) {
    const face = faces[index];
    if (!face) continue;
    const { rgba, width, height } = await framePicture(await picture.bytes());
    for (let v = 0; v < count; v += 1) {
      cropFace({ data: rgba, width, height }, v < 2 ? face.landmarks : jitter(face.landmarks, { width, height }, random), crop);
      orientedEdges(v % 2 === 0 ? crop : mirrorCrop(crop), look);
      const at = (index * count + v) * LOOK;
      for (let i = 0; i < LOOK; i += 1) looks[at + i] = Math.max(0, Math.min(255, Math.round(look[i]! * STEPS + MIDDLE)));
    }
    if (index % 50 === 0) progress.update(index, '');
  }
  progress.stop();
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, looks);
  return looks;
}

const [RIGHT_EYE, LEFT_EYE, BETWEEN] = [33, 263, 168];

/** Landmarks turned, resized and moved by about what a tracker is unsure of, so that the crop is. */
function jitter(landmarks: Float32Array, { width, height }: PictureSize, random: Random): Float32Array {
  const at = (index: number, axis: 0 | 1): number => landmarks[index * 3 + axis]! * (axis === 0 ? width : height);
  const reach = Math.hypot(at(LEFT_EYE, 0) - at(RIGHT_EYE, 0), at(LEFT_EYE, 1) - at(RIGHT_EYE, 1));
  const [angle, scale] = [0.06 * random.normal(), Math.exp(0.05 * random.normal())];
  const [dx, dy] = [0.04 * reach * random.normal(), 0.04 * reach * random.normal()];
  const moved = landmarks.slice();
  for (let i = 0; i < landmarks.length / 3; i += 1) {
    const [x, y] = [at(i, 0) - at(BETWEEN, 0), at(i, 1) - at(BETWEEN, 1)];
    moved[i * 3] = (at(BETWEEN, 0) + dx + scale * (x * Math.cos(angle) - y * Math.sin(angle))) / width;
    moved[i * 3 + 1] = (at(BETWEEN, 1) + dy + scale * (x * Math.sin(angle) + y * Math.cos(angle))) / height;
    moved[i * 3 + 2] = landmarks[i * 3 + 2]! * scale;
  }
  return moved;
}

function mirrorCrop(crop: Float32Array): Float32Array {
  return Float32Array.from(crop, (_, i) => crop[i - (i % CROP_SIZE) + CROP_SIZE - 1 - (i % CROP_SIZE)]!);
}

/** How many raters saw each emotion, as shares; a single vote among others counts as a slip (Barsoum et al. 2016). */
export function targetOf({ votes, label }: LabelledPicture): Float64Array | null {
  if (votes) {
    const kept = votes.map((count) => (count > 1 ? count : 0));
    const sum = kept.reduce((total, count) => total + count, 0);
    return sum > 0 ? kept.map((count) => count / sum) : null;
  }
  if (label === null) return null;
  // One rater's word is taken for less than certain.
  const doubt = 0.15;
  return Float64Array.from(EMOTIONS, (emotion) => (emotion === label ? 1 - doubt : 0) + doubt / EMOTIONS.length);
}
