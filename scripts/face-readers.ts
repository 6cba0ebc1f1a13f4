import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as FaceApi from '@vladmandic/face-api';
import type { Human } from '@vladmandic/human';
import { chromium } from 'playwright-core';
import type { Emotion } from '../src/index.ts';
import { BROWSER_FLAGS, ensureBrowser } from './find-browser.ts';

/** Readers of emotion that know nothing of Attune; neither has a word for contempt. */
export const READERS = ['face-api', 'human'] as const;
export type Reader = (typeof READERS)[number];

/** The probability of each emotion that a reader knows. */
export type Scores = ReadonlyMap<Emotion, number>;

/** What each reader sees; null where it found no face. */
export type Reading = Readonly<Record<Reader, Scores | null>>;

/** The readers' own words. */
const EMOTION_OF: Readonly<Record<string, Emotion>> = {
  neutral: 'neutral', happy: 'happiness', sad: 'sadness', angry: 'anger', fearful: 'fear', fear: 'fear',
  disgusted: 'disgust', disgust: 'disgust', surprised: 'surprise', surprise: 'surprise',
};

interface Lab {
  read(picture: string): Promise<Record<Reader, Record<string, number> | null>>;
}
declare const lab: Lab;

/**
 * Lets @vladmandic/face-api and @vladmandic/human read PNG pictures in headless Chromium, offline.
 *
 * @param pictures each with one face, as data URLs
 */
export async function* readFaces(pictures: Iterable<string>): AsyncGenerator<Reading> {
  const require = createRequire(import.meta.url);
  const homes: Readonly<Record<string, string>> = {
    'face-api': dirname(dirname(require.resolve('@vladmandic/face-api'))),
    human: dirname(dirname(require.resolve('@vladmandic/human'))),
  };
  const executablePath = ensureBrowser();
  if (executablePath === null) throw new Error('Expected a Chromium, Chrome or Edge on this machine, but found none. Install one, or name it in CHROME_PATH.');
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  try {
    const page = await browser.newPage();
    await page.route('http://**/*', async (route) => {
      const [, kind = '', ...rest] = new URL(route.request().url()).pathname.split('/');
      const home = homes[kind];
      if (home === undefined) return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>faces</title>' });
      const contentType = rest.at(-1)?.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
      return route.fulfill({ contentType, body: await readFile(join(home, ...rest)) });
    });
    // tsx wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (f) => f');
    await page.goto('http://localhost/');
    await page.evaluate(prepareLab);
    for (const picture of pictures) {
      const said = await page.evaluate((each) => lab.read(each), picture);
      yield { 'face-api': scoresOf(said['face-api']), human: scoresOf(said.human) };
    }
  } finally {
    await browser.close();
  }
}

function scoresOf(said: Readonly<Record<string, number>> | null): Scores | null {
  return said && new Map(Object.entries(said).flatMap(([word, score]) => {
    const emotion = EMOTION_OF[word];
    return emotion === undefined ? [] : [[emotion, score]];
  }));
}

/** Runs inside the page, so it can use nothing of this file. */
async function prepareLab(): Promise<void> {
  const addresses = { api: '/face-api/dist/face-api.esm.js', human: '/human/dist/human.esm.js' };
  const api = (await import(addresses.api)) as typeof FaceApi;
  const { default: HumanReader } = (await import(addresses.human)) as { default: typeof Human };
  const tf = api.tf as unknown as { setBackend(name: string): Promise<boolean>; ready(): Promise<void> };
  await tf.setBackend('webgl');
  await tf.ready();
  await Promise.all([api.nets.ssdMobilenetv1, api.nets.faceLandmark68Net, api.nets.faceExpressionNet].map((net) => net.loadFromUri('/face-api/model')));
  const off = { enabled: false };
  const human = new HumanReader({
    backend: 'webgl', modelBasePath: '/human/models/', cacheSensitivity: 0, debug: false,
    face: { enabled: true, emotion: { enabled: true, minConfidence: 0 }, mesh: { enabled: true }, iris: off, description: off, antispoof: off, liveness: off },
    body: off, hand: off, object: off, gesture: off, segmentation: off, filter: { enabled: false },
  });
  await human.load();
  const made: Lab = {
    async read(picture) {
      const image = new Image();
      image.src = picture;
      await image.decode();
      const seen = await api.detectSingleFace(image, new api.SsdMobilenetv1Options({ minConfidence: 0.2 })).withFaceLandmarks().withFaceExpressions();
      const { face } = await human.detect(image);
      const emotions = face[0]?.emotion;
      return {
        'face-api': seen ? Object.fromEntries(seen.expressions.asSortedArray().map(({ expression, probability }) => [expression, probability])) : null,
        human: emotions ? Object.fromEntries(emotions.map(({ emotion, score }) => [emotion, score])) : null,
      };
    },
  };
  Object.assign(globalThis, { lab: made });
}
