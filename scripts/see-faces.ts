import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as TasksVision from '@mediapipe/tasks-vision';
import type { Page } from 'playwright-core';
import { DETECTION_CONFIDENCE } from '../src/browser/face/population.ts';
import { openLab, type Picture } from './faces/lab.ts';

/** What FaceLandmarker finds in one picture. */
export interface SeenFace {
  /** 478 points of x, y and z, as shares of the picture's width and height. */
  readonly landmarks: Float32Array;
  /** The facial transformation matrix, 16 numbers column by column. */
  readonly transform: Float32Array;
  /** The scores of the bundle's own blendshape net in its order; empty when it has none. */
  readonly blendshapes: Float32Array;
}

export interface SeeOptions {
  /** The bytes of a face_landmarker.task. */
  readonly task: Uint8Array;
  /** Whether the bundle holds a blendshape net. */
  readonly blendshapes: boolean;
  /** Told of each picture as soon as it was looked at. */
  readonly onSeen?: (index: number, face: SeenFace | null) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

const PAGES = 2;
const BATCH = 16;

type Told = { landmarks: number[]; transform: number[]; blendshapes: number[] } | null;

/**
 * Runs FaceLandmarker over single pictures in headless Chromium, on all cores of a small machine.
 *
 * @param count how many pictures there are
 * @param pictureAt makes one of them, when it is its turn
 * @returns a face or null for each, in order
 */
export async function seeFaces(count: number, pictureAt: (index: number) => Promise<Picture>, options: SeeOptions): Promise<(SeenFace | null)[]> {
  const seen: (SeenFace | null)[] = Array.from({ length: count }, () => null);
  const vision = dirname(createRequire(import.meta.url).resolve('@mediapipe/tasks-vision'));
  const lab = await openLab({ folders: { vision }, files: { 'face.task': options.task }, pictureAt: (asked) => pictureAt(Number(asked)) });
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const page = await lab.openPage();
    await page.evaluate(prepare, { confidence: DETECTION_CONFIDENCE, blendshapes: options.blendshapes });
    while (next < count) {
      const from = next;
      next = Math.min(count, from + BATCH);
      const told = await lookAt(page, from, next);
      told.forEach((face, offset) => {
        const found = face && { landmarks: Float32Array.from(face.landmarks), transform: Float32Array.from(face.transform), blendshapes: Float32Array.from(face.blendshapes) };
        seen[from + offset] = found;
        options.onSeen?.(from + offset, found);
      });
      done += told.length;
      options.onProgress?.(done, count);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(PAGES, Math.ceil(count / BATCH)) }, work));
    return seen;
  } finally {
    await lab.close();
  }
}

interface FacesOfPage {
  look(index: number): Promise<Told>;
}
declare const faces: FacesOfPage;

async function lookAt(page: Page, from: number, to: number): Promise<Told[]> {
  return page.evaluate(async ([first, last]) => {
    const told: Told[] = [];
    for (let index = first; index < last; index += 1) told.push(await faces.look(index));
    return told;
  }, [from, to] as const);
}

/** Runs inside the page, so it can use nothing of this file. */
async function prepare({ confidence, blendshapes }: { confidence: number; blendshapes: boolean }): Promise<void> {
  const address = '/vision/vision_bundle.mjs';
  const { FaceLandmarker, FilesetResolver } = (await import(address)) as typeof TasksVision;
  const landmarker = await FaceLandmarker.createFromOptions(await FilesetResolver.forVisionTasks('/vision/wasm'), {
    baseOptions: { modelAssetPath: '/face.task', delegate: 'CPU' }, runningMode: 'IMAGE', numFaces: 1,
    minFaceDetectionConfidence: confidence, minFacePresenceConfidence: confidence,
    outputFacialTransformationMatrixes: true, outputFaceBlendshapes: blendshapes,
  });
  const made: FacesOfPage = {
    async look(index) {
      const response = await fetch(`/picture/${index}`);
      if (!response.ok) throw new Error(await response.text());
      const [width = 0, height = 0] = (response.headers.get('X-Size') ?? '').split(' ').map(Number);
      const result = landmarker.detect(new ImageData(new Uint8ClampedArray(await response.arrayBuffer()), width, height));
      const landmarks = result.faceLandmarks[0]?.flatMap(({ x, y, z }) => [x, y, z]);
      const transform = result.facialTransformationMatrixes[0]?.data;
      return landmarks && transform ? { landmarks, transform, blendshapes: result.faceBlendshapes[0]?.categories.map(({ score }) => score) ?? [] } : null;
    },
  };
  Object.assign(globalThis, { faces: made });
}
