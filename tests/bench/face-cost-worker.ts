import { FaceLandmarker } from '@mediapipe/tasks-vision';
import { openFaceLooker } from '../../src/browser/face/face-looker.ts';
import type { FaceAssets } from '../../src/browser/face/face-messages.ts';
import { headRotation } from '../../src/browser/face/head-pose.ts';
import { loadFaceModels } from '../../src/browser/face/load-face-models.ts';

/** Milliseconds; null for a model that is not there. */
export interface FaceCost {
  readonly bare: number;
  readonly whole: number;
  readonly student: number | null;
  readonly head: number | null;
  readonly lacks: readonly string[];
}

/** Looks at each side in turn, so that whatever else the machine does weighs on both alike. */
const ROUNDS = 20;
/** A look at 15 Hz, in milliseconds. */
const PERIOD = 1000 / 15;
/** So many calls of a net are timed as one: the clock is coarse. */
const BATCH = 50;

const scope = self as unknown as { postMessage(told: FaceCost | string, transfer: Transferable[]): void };

self.addEventListener('message', ({ data }: MessageEvent<{ frames: ImageData[]; base: string }>) => {
  measure(data.frames, data.base).then((cost) => scope.postMessage(cost, []), (thrown: unknown) => scope.postMessage(String(thrown), []));
});

async function measure(frames: readonly ImageData[], base: string): Promise<FaceCost> {
  const assets: FaceAssets = {
    model: `${base}face/face_landmarker.task`, loader: `${base}face/vision_wasm_module_internal.js`, wasm: `${base}face/vision_wasm_module_internal.wasm`,
    blendshapes: `${base}models/blendshapes.json`, head: `${base}models/face.json`,
  };
  const nothing = (): void => undefined;
  const looker = await openFaceLooker(assets, { delegate: 'CPU', people: 1 }, { progress: nothing, calibration: nothing, notice: nothing });
  const bare = await FaceLandmarker.createFromOptions({ wasmLoaderPath: `${assets.loader}#bare`, wasmBinaryPath: assets.wasm }, {
    baseOptions: { modelAssetPath: assets.model, delegate: 'CPU' }, runningMode: 'VIDEO', numFaces: 1, outputFacialTransformationMatrixes: true,
  });

  let now = performance.timeOrigin + performance.now();
  // The looker takes its time to find that the face is alone; what follows is the steady state.
  for (let i = 0; i < 10 * 15; i += 1) {
    looker.look(frames[i % frames.length]!, (now += PERIOD));
    // What it loads behind the player's back goes on in between.
    await new Promise((resolve) => { setTimeout(resolve, 30); });
  }
  const times: Record<'bare' | 'whole', number[]> = { bare: [], whole: [] };
  let [stamp, missed] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const frame of frames) {
      times.bare.push(timed(() => bare.detectForVideo(frame, (stamp += PERIOD))));
      times.whole.push(timed(() => {
        if (!looker.look(frame, (now += PERIOD)).observation.present) missed += 1;
      }));
    }
  }

  if (missed > 0) throw new Error(`Expected a face in every look, but ${missed} of ${times.whole.length} found none.`);

  const { student, head } = await loadFaceModels(assets, nothing);
  const picture = frames[0]!;
  const found = bare.detectForVideo(picture, (stamp += PERIOD));
  const [landmarks, transform] = [found.faceLandmarks[0], found.facialTransformationMatrixes[0]?.data];
  if (!landmarks || !transform) throw new Error('Expected a face in the film, but there is none.');
  const row = Float32Array.from(landmarks.flatMap(({ x, y, z }) => [x, y, z]));
  const blendshapes = student?.score(row, picture) ?? new Float32Array(52);
  const each = (run: () => unknown): number => median(Array.from({ length: 20 }, () => timed(() => {
    for (let i = 0; i < BATCH; i += 1) run();
  }) / BATCH));
  return {
    // Means, since the look around now and then is part of what a look costs.
    bare: mean(times.bare), whole: mean(times.whole),
    student: student && each(() => student.score(row, picture)),
    head: head && each(() => head.read({ landmarks: row, size: picture, rotation: headRotation(transform), blendshapes, pixels: picture })),
    lacks: looker.lacks,
  };
}

function timed(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
