import { AttuneError, BLENDSHAPES, EMOTIONS } from '../../core/index.ts';
import { createDenseLayer, type DenseLayer } from '../nets/dense.ts';
import { type Net, tensorOf } from '../nets/net-file.ts';
import { CROP_SIZE, cropFace, type LandmarkRow, type Pixels } from './face-crop.ts';
import type { PictureSize } from './face-geometry.ts';
import { faceShape, LOWER_SHAPE, SHAPE_LENGTH } from './face-shape.ts';
import { headPose, type Rotation } from './head-pose.ts';
import { CELL_CHANNELS, CELLS, orientedEdges } from './oriented-edges.ts';

/** One face as the head looks at it. */
export interface HeadInput {
  /** 478 landmarks: x, y and z of each in a row, as shares of the picture's width and height. */
  readonly landmarks: LandmarkRow;
  readonly size: PictureSize;
  /** From the head's axes to the camera's, see head-pose.ts. */
  readonly rotation: Rotation;
  /** One score for each of {@link BLENDSHAPES}. */
  readonly blendshapes: ArrayLike<number>;
  readonly pixels: Pixels;
}

/** Scores before the softmax, one for each of {@link EMOTIONS}, already calibrated. */
export interface HeadScores {
  readonly whole: Float32Array;
  /** Of eyes, brows and nose alone: what can be told while the mouth speaks or is hidden. */
  readonly upper: Float32Array;
}

/** A small net that tells which emotion a face appears to show, as people who look at pictures do. */
export interface ExpressionHead {
  read(face: HeadInput): HeadScores;
  /** The scores of people's resting faces. */
  readonly neutral: HeadScores;
  /** How much of a player's own departure from {@link neutral} is taken out, in [0, 1]. */
  readonly baselineShare: number;
}

/** Shape, blendshapes and pose of a face, in a row. */
export const FEATURES = SHAPE_LENGTH + BLENDSHAPES.length + 3;
/** The sizes of the head's layers; models/face/head-graph.ts trains the same. */
export const HEAD = { edges: 32, quarters: 64, regions: 96, look: 96, upperLook: 64, shape: 96, upperShape: 64, whole: 64, upper: 32 } as const;

/** Features beyond this many standard deviations are held back: a broken look must not shout. */
export const LARGEST_FEATURE = 4;

const HALF = CELLS / 2;
const QUARTER_COLUMNS = CELLS / 2;
const QUARTER_ROWS = HALF / 2;
const REGION_COLUMNS = 3;

/** For each feature, whether the mouth and what it moves decide it. */
export const LOWER_FEATURE: readonly boolean[] = [
  ...LOWER_SHAPE, ...BLENDSHAPES.map((name) => /^(mouth|jaw|cheekPuff)/.test(name)), false, false, false,
];

/** Puts what the landmarks tell in one row of {@link FEATURES} numbers, not yet standardised. */
export function faceFeatures({ landmarks, size, rotation, blendshapes }: Omit<HeadInput, 'pixels'>, into: Float32Array): void {
  faceShape(landmarks, size, rotation, into);
  for (let i = 0; i < BLENDSHAPES.length; i += 1) into[SHAPE_LENGTH + i] = blendshapes[i] ?? 0;
  const { yaw, pitch, roll } = headPose(rotation);
  into[FEATURES - 3] = yaw;
  into[FEATURES - 2] = pitch;
  into[FEATURES - 1] = roll;
}

/**
 * Makes a head of the weights in models/face/net.json or models/face-open/net.json.
 *
 * The upper and the lower half of the face are convolved apart, so that the upper half's view owes
 * nothing to the mouth and costs next to nothing more.
 *
 * @throws {AttuneError} `asset-wrong` when the weights are of another shape
 */
export function createExpressionHead(net: Net): ExpressionHead {
  const layer = (name: string, inputs: number, outputs: number, relu = true): DenseLayer =>
    createDenseLayer(tensorOf(net, `${name}/kernel`, [inputs, outputs]), tensorOf(net, `${name}/bias`, [outputs]), relu);
  const layers = {
    edges: layer('edges', 9 * CELL_CHANNELS, HEAD.edges),
    quarters: layer('quarters', 4 * HEAD.edges, HEAD.quarters),
    regions: layer('regions', 6 * HEAD.quarters, HEAD.regions),
    look: layer('look', 2 * REGION_COLUMNS * HEAD.regions, HEAD.look),
    upperLook: layer('upper-look', REGION_COLUMNS * HEAD.regions, HEAD.upperLook),
    shape: layer('shape', FEATURES, HEAD.shape),
    upperShape: layer('upper-shape', FEATURES, HEAD.upperShape),
    whole: layer('whole', HEAD.look + HEAD.shape, HEAD.whole),
    wholeScores: layer('whole-scores', HEAD.whole, EMOTIONS.length, false),
    upper: layer('upper', HEAD.upperLook + HEAD.upperShape, HEAD.upper),
    upperScores: layer('upper-scores', HEAD.upper, EMOTIONS.length, false),
  };
  const centre = tensorOf(net, 'centre', [FEATURES]);
  const scale = tensorOf(net, 'scale', [FEATURES]);
  const neutral = { whole: tensorOf(net, 'neutral/whole', [EMOTIONS.length]), upper: tensorOf(net, 'neutral/upper', [EMOTIONS.length]) };
  const { baselineShare } = net.settings;
  if (typeof baselineShare !== 'number' || !(baselineShare >= 0 && baselineShare <= 1)) {
    throw new AttuneError('asset-wrong', `Expected the model "${net.model}" to have a setting "baselineShare" in [0, 1], but it is ${JSON.stringify(baselineShare)}. Use the weights that belong to this version of attune.`);
  }

  const crop = new Float32Array(CROP_SIZE * CROP_SIZE);
  const cells = new Float32Array(CELLS * CELLS * CELL_CHANNELS);
  const edges = new Float32Array(CELLS * CELLS * HEAD.edges);
  const quarters = new Float32Array(QUARTER_COLUMNS * 2 * QUARTER_ROWS * HEAD.quarters);
  const regions = new Float32Array(2 * REGION_COLUMNS * HEAD.regions);
  const upperRegions = regions.subarray(0, REGION_COLUMNS * HEAD.regions);
  const features = new Float32Array(FEATURES);
  const upperFeatures = new Float32Array(FEATURES);
  const seen = new Float32Array(HEAD.look + HEAD.shape);
  const upperSeen = new Float32Array(HEAD.upperLook + HEAD.upperShape);
  const hidden = new Float32Array(HEAD.whole);
  const upperHidden = new Float32Array(HEAD.upper);

  function look(pixels: Pixels, landmarks: LandmarkRow): void {
    cropFace(pixels, landmarks, crop);
    orientedEdges(crop, cells);
    convolve(cells, layers.edges, edges);
    merge({ from: edges, columns: CELLS, channels: HEAD.edges, high: 2, wide: 2 }, layers.quarters, quarters);
    merge({ from: quarters, columns: QUARTER_COLUMNS, channels: HEAD.quarters, high: QUARTER_ROWS, wide: 2 }, layers.regions, regions);
    layers.look.run(regions, seen);
    layers.upperLook.run(upperRegions, upperSeen);
  }

  function shape(face: HeadInput): void {
    faceFeatures(face, features);
    for (let i = 0; i < FEATURES; i += 1) {
      const value = Math.min(LARGEST_FEATURE, Math.max(-LARGEST_FEATURE, (features[i]! - centre[i]!) * scale[i]!));
      features[i] = value;
      upperFeatures[i] = LOWER_FEATURE[i] ? 0 : value;
    }
    layers.shape.run(features, seen.subarray(HEAD.look));
    layers.upperShape.run(upperFeatures, upperSeen.subarray(HEAD.upperLook));
  }

  return {
    neutral,
    baselineShare,
    read(face) {
      look(face.pixels, face.landmarks);
      shape(face);
      const scores = { whole: new Float32Array(EMOTIONS.length), upper: new Float32Array(EMOTIONS.length) };
      layers.whole.run(seen, hidden);
      layers.wholeScores.run(hidden, scores.whole);
      layers.upper.run(upperSeen, upperHidden);
      layers.upperScores.run(upperHidden, scores.upper);
      return scores;
    },
  };
}

const patch = new Float32Array(9 * CELL_CHANNELS);

/** A 3 by 3 convolution of the cells, upper and lower half apart, with nothing beyond a half's borders. */
function convolve(cells: Float32Array, layer: DenseLayer, into: Float32Array): void {
  for (let y = 0; y < CELLS; y += 1) {
    const [top, bottom] = y < HALF ? [0, HALF] : [HALF, CELLS];
    for (let x = 0; x < CELLS; x += 1) {
      for (let near = 0; near < 9; near += 1) {
        const row = y + Math.floor(near / 3) - 1;
        const column = x + (near % 3) - 1;
        const at = near * CELL_CHANNELS;
        if (row < top || row >= bottom || column < 0 || column >= CELLS) patch.fill(0, at, at + CELL_CHANNELS);
        else for (let i = 0; i < CELL_CHANNELS; i += 1) patch[at + i] = cells[(row * CELLS + column) * CELL_CHANNELS + i]!;
      }
      layer.run(patch, into.subarray((y * CELLS + x) * layer.outputs));
    }
  }
}

interface Grid {
  readonly from: Float32Array;
  readonly columns: number;
  readonly channels: number;
  /** How many rows and columns become one. */
  readonly high: number;
  readonly wide: number;
}

/** Joins neighbouring places of a grid into one. */
function merge({ from, columns, channels, high, wide }: Grid, layer: DenseLayer, into: Float32Array): void {
  const rows = from.length / columns / channels;
  const joined = new Float32Array(layer.inputs);
  let place = 0;
  for (let y = 0; y < rows; y += high) {
    for (let x = 0; x < columns; x += wide) {
      let at = 0;
      for (let row = y; row < y + high; row += 1) {
        for (let column = x; column < x + wide; column += 1) {
          const start = (row * columns + column) * channels;
          for (let i = 0; i < channels; i += 1) joined[at + i] = from[start + i]!;
          at += channels;
        }
      }
      layer.run(joined, into.subarray(place));
      place += layer.outputs;
    }
  }
}
