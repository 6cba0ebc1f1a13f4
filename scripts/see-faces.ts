import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type * as TasksVision from '@mediapipe/tasks-vision';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_FLAGS, ensureBrowser } from './find-browser.ts';

/** A picture in memory: four bytes (red, green, blue, opacity) for each pixel, row by row. */
export interface Picture {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
}

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

/** Faces that the tracker itself is surer of than this are looked at; see face-worker's own setting. */
export const DETECTION_CONFIDENCE = 0.3;

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
  const executablePath = ensureBrowser();
  if (executablePath === null) throw new Error('Expected a Chromium, Chrome or Edge on this machine, but found none. Install one, or name it in CHROME_PATH.');
  const seen: (SeenFace | null)[] = Array.from({ length: count }, () => null);
  const server = await servePictures(pictureAt, options.task);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    // A context of its own is a process of its own, and so a core of its own.
    const page = await (await browser.newContext()).newPage();
    // tsx wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (f) => f');
    await page.goto(address);
    await page.evaluate(prepareLab, { confidence: DETECTION_CONFIDENCE, blendshapes: options.blendshapes });
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
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function servePictures(pictureAt: (index: number) => Promise<Picture>, task: Uint8Array): Promise<Server> {
  const vision = dirname(createRequire(import.meta.url).resolve('@mediapipe/tasks-vision'));
  const answer = async (path: string): Promise<{ type: string; body: Uint8Array; size?: string }> => {
    const [, kind = '', ...rest] = path.split('/');
    if (kind === 'picture') {
      const { rgba, width, height } = await pictureAt(Number(rest[0]));
      return { type: 'application/octet-stream', body: rgba, size: `${width} ${height}` };
    }
    if (kind === 'task') return { type: 'application/octet-stream', body: task };
    if (kind !== 'vision') return { type: 'text/html', body: Buffer.from('<!doctype html><title>faces</title>') };
    const type = path.endsWith('js') ? 'text/javascript' : path.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
    return { type, body: await readFile(join(vision, ...rest)) };
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '/').then(({ type, body, size }) => {
      response.writeHead(200, { 'Content-Type': type, ...(size === undefined ? {} : { 'X-Size': size }) }).end(body);
    }, (thrown: unknown) => response.writeHead(500).end(String(thrown)));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return server;
}

interface Lab {
  look(index: number): Promise<Told>;
}
declare const lab: Lab;

async function lookAt(page: Page, from: number, to: number): Promise<Told[]> {
  return page.evaluate(async ([first, last]) => {
    const told: Told[] = [];
    for (let index = first; index < last; index += 1) told.push(await lab.look(index));
    return told;
  }, [from, to] as const);
}

/** Runs inside the page, so it can use nothing of this file. */
async function prepareLab({ confidence, blendshapes }: { confidence: number; blendshapes: boolean }): Promise<void> {
  const address = '/vision/vision_bundle.mjs';
  const { FaceLandmarker, FilesetResolver } = (await import(address)) as typeof TasksVision;
  const landmarker = await FaceLandmarker.createFromOptions(await FilesetResolver.forVisionTasks('/vision/wasm'), {
    baseOptions: { modelAssetPath: '/task', delegate: 'CPU' }, runningMode: 'IMAGE', numFaces: 1,
    minFaceDetectionConfidence: confidence, minFacePresenceConfidence: confidence,
    outputFacialTransformationMatrixes: true, outputFaceBlendshapes: blendshapes,
  });
  const made: Lab = {
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
  Object.assign(globalThis, { lab: made });
}
