import { asProblem, type AttuneError, type Clock, type Seconds, type SenseStatus, type SignalSink } from '../../core/index.ts';
import { assetUrl } from '../assets.ts';
import { cameraEnded, cameraOf, onCameraReturn, openCamera, type Camera } from './camera.ts';
import type { FaceSettings } from './face-options.ts';
import { createFaceReporter, type FaceReporter } from './face-reporter.ts';
import { startFrameFeed, type FrameFeed } from './frame-feed.ts';
import type { PersonNames } from './person-names.ts';
import { startWorker, type WorkerClient } from './worker-client.ts';

/** Waits before the worker is started again, one for each time that it may break down. */
const RESTARTS: readonly Seconds[] = [0.5, 1, 2];

/** One run of the face source, from its start to its stop. */
export interface FaceSession {
  /** Resolves when live, or when the attempt has failed and was reported, or when closed. */
  readonly settled: Promise<void>;
  calibrate(length: Seconds, person: string | null): void;
  reset(): void;
  close(): void;
}

/**
 * Opens camera, worker and the way between them, and keeps them going: a camera that went away is
 * taken again when it returns, and a worker that broke down is restarted a few times.
 */
export function openFaceSession(settings: FaceSettings, names: PersonNames, clock: Clock, sink: SignalSink): FaceSession {
  // Whatever began in an earlier phase finds another number here, and lets go of what it holds.
  let phase = 0;
  let breakdowns = 0;
  let camera: Camera | null = null;
  let worker: WorkerClient | null = null;
  let feed: FrameFeed | null = null;
  let reporter: FaceReporter | null = null;
  let calibrating = false;
  let stopWaiting = (): void => undefined;

  const status = (value: SenseStatus, problem: AttuneError | null = null): void =>
    sink.event({ type: 'sense', at: clock.now(), sense: 'face', status: value, problem: problem?.code ?? null });

  function tellCalibration(share: number | null): void {
    if (share === null && !calibrating) return;
    calibrating = share !== null;
    settings.onCalibration(share);
  }

  function releaseWorker(): void {
    if (calibrating) tellCalibration(null);
    if (reporter && settings.people > 1) settings.onPeople([]);
    feed?.stop();
    worker?.terminate();
    [feed, worker, reporter] = [null, null, null];
  }

  function release(): void {
    phase += 1;
    releaseWorker();
    if (!camera) return;
    camera.track.removeEventListener('ended', lose);
    camera.release();
    camera = null;
    settings.onPreview(null);
  }

  function fail(thrown: unknown): void {
    release();
    const problem = asProblem(thrown, 'worker-failed', 'The face could not be read');
    status(problem.code === 'permission-denied' ? 'refused' : 'failed', problem);
    sink.problem(problem);
    const mayReturn = settings.stream === null && ['device-ended', 'device-missing', 'device-busy'].includes(problem.code);
    if (mayReturn) stopWaiting = onCameraReturn(settings.deviceId, () => void begin());
  }

  function lose(): void {
    fail(cameraEnded(settings.stream === null));
  }

  async function begin(): Promise<void> {
    phase += 1;
    const mine = phase;
    breakdowns = 0;
    status('starting');
    try {
      const opened = settings.stream ? cameraOf(settings.stream) : await openCamera(settings.deviceId);
      if (phase !== mine) return opened.release();
      camera = opened;
      camera.track.addEventListener('ended', lose);
      settings.onPreview(camera.stream);
      await look(camera);
    } catch (thrown) {
      if (phase === mine) fail(thrown);
    }
  }

  /** Starts the worker, and starts it anew while it breaks down. */
  async function look(source: Camera, broken: AttuneError | null = null): Promise<void> {
    const mine = phase;
    for (let problem = broken; ;) {
      if (problem) {
        releaseWorker();
        const pause = RESTARTS[breakdowns];
        if (problem.code !== 'worker-failed' || pause === undefined) return fail(problem);
        breakdowns += 1;
        status('starting', problem);
        await new Promise((resolve) => { setTimeout(resolve, pause * 1000); });
        if (phase !== mine) return;
      }
      try {
        return await startLooking(source);
      } catch (thrown) {
        if (phase !== mine) return;
        problem = asProblem(thrown, 'worker-failed', 'The face worker failed');
      }
    }
  }

  function modelUrl(chosen: string | null | undefined, id: string): string | null {
    return chosen === undefined ? assetUrl(settings.assets, `models/${id}.json`) : chosen && pageUrl(chosen);
  }

  async function startLooking(source: Camera): Promise<void> {
    names.begin();
    const client = startWorker({
      type: 'load', rate: settings.rate, delegate: settings.delegate, people: settings.people,
      assets: {
        model: settings.model === null ? assetUrl(settings.assets, 'face/face_landmarker.task') : pageUrl(settings.model),
        loader: assetUrl(settings.assets, 'face/vision_wasm_module_internal.js'),
        wasm: assetUrl(settings.assets, 'face/vision_wasm_module_internal.wasm'),
        blendshapes: modelUrl(settings.blendshapes, 'blendshapes'),
        head: modelUrl(settings.head, 'face'),
      },
    }, {
      progress: settings.onProgress,
      calibration: tellCalibration,
      notice: sink.problem,
      seen: (seen) => {
        if (!feed || !reporter) return;
        reporter.report(seen.seen, seen.captured, feed.answered(seen.stats));
      },
      // A host that stops its own track fires no event on it; the worker's stream tells.
      ended: () => source.track.readyState === 'ended' && lose(),
      failed: (problem) => void look(source, problem),
    });
    worker = client;
    const lacks = await client.ready;
    if (worker !== client) return;
    feed = startFrameFeed(source, settings.rate, (request, transfer) => client.send(request, transfer), fail);
    reporter = createFaceReporter(clock, sink, { path: feed.path, lacks }, settings, names.nameOf);
    status('live');
  }

  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => { close = resolve; });
  return {
    settled: Promise.race([begin(), closed]),
    calibrate(length, person) {
      if (reporter === null) return;
      worker?.send({ type: 'calibrate', length, person: person === null ? null : names.countOf(person) });
      tellCalibration(0);
    },
    reset: () => worker?.send({ type: 'reset' }),
    close() {
      stopWaiting();
      release();
      status('off');
      close();
    },
  };
}

function pageUrl(url: string): string {
  return new URL(url, document.baseURI).href;
}
