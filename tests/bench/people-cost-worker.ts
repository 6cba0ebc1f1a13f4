import { openFaceLooker } from '../../src/browser/face/face-looker.ts';

/** What looks at a scene cost, in milliseconds. */
export interface PeopleCost {
  /** How many may be followed. */
  readonly people: number;
  /** How many were found, as a mean. */
  readonly found: number;
  readonly median: number;
  readonly mean: number;
}

export interface PeopleCostRequest {
  /** Films, each of another number of faces. */
  readonly scenes: readonly (readonly ImageData[])[];
  readonly people: number;
  readonly base: string;
}

/** A look at 15 Hz, in milliseconds. */
const PERIOD = 1000 / 15;
/** So many looks of each scene are not timed: whoever is alone is only then looked at as one who is. */
const WARM_UP = 90;
const TIMED = 150;

const scope = self as unknown as { postMessage(told: readonly PeopleCost[] | string, transfer: Transferable[]): void };

self.addEventListener('message', ({ data }: MessageEvent<PeopleCostRequest>) => {
  measure(data).then((costs) => scope.postMessage(costs, []), (thrown: unknown) => scope.postMessage(String(thrown), []));
});

async function measure({ scenes, people, base }: PeopleCostRequest): Promise<PeopleCost[]> {
  const nothing = (): void => undefined;
  const looker = await openFaceLooker({
    model: `${base}face/face_landmarker.task`, loader: `${base}face/vision_wasm_module_internal.js`, wasm: `${base}face/vision_wasm_module_internal.wasm`,
    blendshapes: `${base}models/blendshapes.json`, head: `${base}models/face.json`,
  }, { delegate: 'CPU', people }, { progress: nothing, calibration: nothing, notice: nothing });
  let now = performance.timeOrigin + performance.now();
  const costs: PeopleCost[] = [];
  for (const scene of scenes) {
    const times: number[] = [];
    let found = 0;
    for (let look = 0; look < WARM_UP + TIMED; look += 1) {
      const begun = performance.now();
      const { observation } = looker.look(scene[look % scene.length]!, (now += PERIOD));
      if (look >= WARM_UP) {
        times.push(performance.now() - begun);
        found += observation.others + (observation.present ? 1 : 0);
      }
      // What it loads behind the player's back goes on in between.
      if (look < WARM_UP) await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
    costs.push({ people, found: found / TIMED, median: times.toSorted((a, b) => a - b)[TIMED >> 1]!, mean: times.reduce((sum, each) => sum + each, 0) / TIMED });
  }
  return costs;
}
