import type * as FaceApi from '@vladmandic/face-api';
import type { Human } from '@vladmandic/human';
import type { Page } from 'playwright-core';

/**
 * The ways to ask a peer: with a detector in the frame in which our own looks too, or in the picture
 * without a frame, or given the picture itself as the face.
 */
export const PEER_WAYS = [
  'face-api, SSD detector', 'face-api, tiny detector', 'face-api, given the picture',
  'human', 'human, without its mesh', 'human, without a frame',
] as const;
export type PeerWay = (typeof PEER_WAYS)[number];

/**
 * The way that suits each peer best, by accuracy and macro-F1 on the held tenth of FER+ Train, as
 * "npm run evaluate -- face-peers" prints them: 0.675 and 0.538 for face-api (0.661 and 0.516 when
 * given the picture), 0.606 and 0.461 for human (0.567 and 0.446 with its mesh).
 */
export const BEST_WAYS = { '@vladmandic/face-api': 'face-api, tiny detector', '@vladmandic/human': 'human, without its mesh' } as const satisfies Readonly<Record<string, PeerWay>>;

/** What a peer says, in its own words; null where it found no face. */
export interface PeerSaid {
  readonly scores: Readonly<Record<string, number>> | null;
  readonly milliseconds: number;
}

/** The kinds of picture that a page asks for: /picture/INDEX/KIND. */
export type PictureKind = 'framed' | 'bare';

interface PeersOfPage {
  read(index: number, way: PeerWay): Promise<PeerSaid>;
}
declare const peers: PeersOfPage;

/** Loads both peers into a page of a lab that serves the folders "face-api", "human" and "wasm". */
export async function preparePeers(page: Page): Promise<void> {
  await page.evaluate(prepare);
}

/** Asks in a page that {@link preparePeers} has made ready. */
export function askPeers(page: Page, index: number, ways: readonly PeerWay[]): Promise<PeerSaid[]> {
  return page.evaluate(async ([which, asked]) => {
    const said: PeerSaid[] = [];
    for (const way of asked) said.push(await peers.read(which, way));
    return said;
  }, [index, ways] as const);
}

/** Runs inside the page, so it can use nothing of this file. */
async function prepare(): Promise<void> {
  const addresses = { api: '/face-api/dist/face-api.esm.js', human: '/human/dist/human.esm.js' };
  const api = (await import(addresses.api)) as typeof FaceApi;
  const { default: HumanReader } = (await import(addresses.human)) as { default: typeof Human };
  const tf = api.tf as unknown as { setBackend(name: string): Promise<boolean>; ready(): Promise<void>; setWasmPaths(folder: string): void };
  // In software, WebGL takes seconds for what WebAssembly does in a tenth of one.
  tf.setWasmPaths('/wasm/');
  await tf.setBackend('wasm');
  await tf.ready();
  await Promise.all([api.nets.ssdMobilenetv1, api.nets.tinyFaceDetector, api.nets.faceLandmark68Net, api.nets.faceExpressionNet].map((net) => net.loadFromUri('/face-api/model')));
  const off = { enabled: false };
  const human = new HumanReader({
    backend: 'wasm', wasmPath: '/wasm/', modelBasePath: '/human/models/', cacheSensitivity: 0, debug: false,
    face: {
      enabled: true, detector: { minConfidence: 0.1, maxDetected: 1, skipTime: 0 }, emotion: { enabled: true, minConfidence: 0, skipTime: 0 }, mesh: { enabled: true },
      // Every picture is another one: nothing is kept from the one before.
      iris: off, description: off, antispoof: off, liveness: off,
    },
    body: off, hand: off, object: off, gesture: off, segmentation: off, filter: { enabled: false },
  });
  await human.load();
  const draw = async (index: number, kind: PictureKind): Promise<HTMLCanvasElement> => {
    const response = await fetch(`/picture/${index}/${kind}`);
    if (!response.ok) throw new Error(await response.text());
    const [width = 0, height = 0] = (response.headers.get('X-Size') ?? '').split(' ').map(Number);
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(await response.arrayBuffer()), width, height), 0, 0);
    return canvas;
  };
  type Reader = (canvas: HTMLCanvasElement) => Promise<PeerSaid['scores']>;
  const byApi = (detector: FaceApi.SsdMobilenetv1Options | FaceApi.TinyFaceDetectorOptions): Reader => async (canvas) => {
    const seen = await api.detectSingleFace(canvas, detector).withFaceLandmarks().withFaceExpressions();
    return seen ? { ...seen.expressions } as unknown as Record<string, number> : null;
  };
  const byHuman = (mesh: boolean): Reader => async (canvas) => {
    const { face } = await human.detect(canvas, { face: { mesh: { enabled: mesh } } });
    const emotions = face[0]?.emotion;
    return emotions ? Object.fromEntries(emotions.map(({ emotion, score }) => [emotion, score])) : null;
  };
  const ways: Record<PeerWay, [PictureKind, Reader]> = {
    'face-api, SSD detector': ['framed', byApi(new api.SsdMobilenetv1Options({ minConfidence: 0.1 }))],
    'face-api, tiny detector': ['framed', byApi(new api.TinyFaceDetectorOptions({ inputSize: 160, scoreThreshold: 0.1 }))],
    'face-api, given the picture': ['bare', async (canvas) => ({ ...await api.nets.faceExpressionNet.predictExpressions(canvas) as object }) as Record<string, number>],
    human: ['framed', byHuman(true)],
    'human, without its mesh': ['framed', byHuman(false)],
    'human, without a frame': ['bare', byHuman(true)],
  };
  const made: PeersOfPage = {
    async read(index, way) {
      const [kind, reader] = ways[way];
      const canvas = await draw(index, kind);
      const began = performance.now();
      const scores = await reader(canvas);
      return { scores, milliseconds: performance.now() - began };
    },
  };
  Object.assign(globalThis, { peers: made });
}
