import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as TasksVision from '@mediapipe/tasks-vision';
import { chromium } from 'playwright-core';
import type { Landmark, PictureSize } from '../src/browser/face/face-geometry.ts';
import { PATCH_SIZE, patchBox, type PatchBox } from '../src/browser/face/face-patch.ts';
import type { FaceTransform } from '../src/browser/face/head-pose.ts';
import { BROWSER_FLAGS, findBrowser } from './find-browser.ts';

/** A face as found in one picture, and the small grey patch around it. */
export interface FoundFace {
  readonly landmarks: readonly Landmark[];
  readonly transform: FaceTransform;
  readonly box: PatchBox;
  readonly grey: Uint8Array;
}

/** One picture as it is, and for some of them out of focus and with a skin-coloured patch over the mouth. */
export type SeenPicture = Readonly<Record<'plain' | 'blurred' | 'covered', FoundFace | null>>;

/** Every picture is fitted into this frame, on grey. */
export const PICTURE: PictureSize = { width: 640, height: 480 };

/** Impairing a picture triples its time. */
const IMPAIRED_EVERY = 8;

interface Lab {
  draw(index: number, filter: string): Promise<void>;
  cover(mouth: Landmark, cheek: Landmark, side: number): void;
  detect(): { landmarks: Landmark[]; transform: number[] } | null;
  patch(box: PatchBox): number[];
}
declare const lab: Lab;

/**
 * Runs FaceLandmarker in IMAGE mode over pictures in headless Chromium.
 *
 * @param task path of a face_landmarker.task
 */
export async function* seePictures(task: string, paths: readonly string[]): AsyncGenerator<SeenPicture> {
  const vision = dirname(createRequire(import.meta.url).resolve('@mediapipe/tasks-vision'));
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('Expected a Chromium, Chrome or Edge on this machine, but found none. Install one, or name it in CHROME_PATH.');
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  try {
    const page = await browser.newPage();
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const [, kind, ...rest] = pathname.split('/');
      const file = kind === 'vision' ? join(vision, ...rest) : kind === 'task' ? task : kind === 'picture' ? paths[Number(rest[0])] : undefined;
      const contentType = pathname.endsWith('js') ? 'text/javascript' : pathname.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
      await route.fulfill(file === undefined ? { contentType: 'text/html', body: '<!doctype html><title>faces</title>' } : { contentType, body: await readFile(file) });
    });
    // tsx wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (f) => f');
    await page.goto('http://localhost/');
    await page.evaluate(prepareLab, { ...PICTURE, patchSize: PATCH_SIZE });

    const find = async (): Promise<FoundFace | null> => {
      const found = await page.evaluate(() => lab.detect());
      if (!found) return null;
      const box = patchBox(found.landmarks, PICTURE);
      return { ...found, box, grey: Uint8Array.from(await page.evaluate((b) => lab.patch(b), box)) };
    };
    for (const index of paths.keys()) {
      await page.evaluate((i) => lab.draw(i, 'none'), index);
      const plain = await find();
      if (!plain || index % IMPAIRED_EVERY !== 0) {
        yield { plain, blurred: null, covered: null };
        continue;
      }
      const [mouth, cheek] = [plain.landmarks[13] as Landmark, plain.landmarks[205] as Landmark];
      await page.evaluate(([m, c, side]) => lab.cover(m, c, side), [mouth, cheek, plain.box.side] as const);
      const covered = await find();
      await page.evaluate(([i, side]) => lab.draw(i, `blur(${side / 40}px)`), [index, plain.box.side] as const);
      yield { plain, covered, blurred: await find() };
    }
  } finally {
    await browser.close();
  }
}

/** Runs inside the page, so it can use nothing of this file. */
async function prepareLab({ width, height, patchSize }: PictureSize & { patchSize: number }): Promise<void> {
  const address = '/vision/vision_bundle.mjs';
  const { FaceLandmarker, FilesetResolver } = (await import(address)) as typeof TasksVision;
  const landmarker = await FaceLandmarker.createFromOptions(await FilesetResolver.forVisionTasks('/vision/wasm'), {
    baseOptions: { modelAssetPath: '/task/face_landmarker.task', delegate: 'CPU' },
    runningMode: 'IMAGE', numFaces: 1, outputFacialTransformationMatrixes: true,
  });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  const small = new OffscreenCanvas(patchSize, patchSize).getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  const made: Lab = {
    async draw(index, filter) {
      const bitmap = await createImageBitmap(await (await fetch(`/picture/${index}`)).blob());
      const scale = Math.min(width / bitmap.width, height / bitmap.height);
      context.fillStyle = '#808080';
      context.fillRect(0, 0, width, height);
      context.filter = filter;
      context.drawImage(bitmap, (width - bitmap.width * scale) / 2, (height - bitmap.height * scale) / 2, bitmap.width * scale, bitmap.height * scale);
      context.filter = 'none';
      bitmap.close();
    },
    cover(mouth, cheek, side) {
      const [r, g, b] = context.getImageData(cheek.x * width, cheek.y * height, 1, 1).data;
      context.fillStyle = `rgb(${r} ${g} ${b})`;
      context.beginPath();
      context.ellipse(mouth.x * width, mouth.y * height, side * 0.27, side * 0.17, 0, 0, Math.PI * 2);
      context.fill();
    },
    detect() {
      const result = landmarker.detect(canvas);
      const landmarks = result.faceLandmarks[0]?.map(({ x, y, z }) => ({ x, y, z }));
      const transform = result.facialTransformationMatrixes[0]?.data;
      return landmarks && transform ? { landmarks, transform } : null;
    },
    patch({ x, y, side }) {
      small.drawImage(canvas, x, y, side, side, 0, 0, patchSize, patchSize);
      const { data } = small.getImageData(0, 0, patchSize, patchSize);
      return Array.from({ length: patchSize ** 2 }, (_, i) => Math.round(0.299 * (data[i * 4] ?? 0) + 0.587 * (data[i * 4 + 1] ?? 0) + 0.114 * (data[i * 4 + 2] ?? 0)));
    },
  };
  Object.assign(globalThis, { lab: made });
}
