import { asProblem, AttuneError, type Clock, createRelease, createRestarts, type Seconds, type SenseStatus, type SignalSink, type ToldPart } from '../../core/index.ts';
import { assetUrl } from '../assets.ts';
import { watchFlow, type WatchedFlow } from '../supervise/watch-flow.ts';
import { cameraEnded, cameraOf, onCameraReturn, openCamera, type Camera } from './camera.ts';
import type { FaceSettings } from './face-options.ts';
import { createFaceReporter, type FaceReporter } from './face-reporter.ts';
import { hostFaceWorker, type FaceWorkerHost } from './face-worker-host.ts';
import { startFrameFeed, type FrameFeed } from './frame-feed.ts';
import type { PersonNames } from './person-names.ts';

/** Even a camera in the dark gives a picture a second; a worker that hangs is noticed before. */
const STALLED: Seconds = 15;

/** What a face source tells of. */
export interface FaceParts {
  readonly camera: ToldPart;
  readonly face: ToldPart;
}

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
 * taken again when it returns, and a worker that broke down is started again.
 */
export function openFaceSession(settings: FaceSettings, { camera: device, face }: FaceParts, names: PersonNames, clock: Clock, sink: SignalSink): FaceSession {
  // Whatever began in an earlier phase finds another number here, and lets go of what it holds.
  let phase = 0;
  /** What belongs to this phase. The camera is let go of whatever a host's listener throws. */
  let held = createRelease(sink.problem);
  held.hold('Looking', stopLooking);
  let worker: FaceWorkerHost | null = null;
  let feed: FrameFeed | null = null;
  let reporter: FaceReporter | null = null;
  let flow: WatchedFlow | null = null;
  let liveSince = 0;
  const stalls = createRestarts();
  let calibrating = false;
  let stopWaiting = (): void => undefined;
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => { settle = resolve; });

  const status = (value: SenseStatus, problem: AttuneError | null = null): void =>
    sink.event({ type: 'sense', at: clock.now(), sense: 'face', status: value, problem: problem?.code ?? null });

  function tellCalibration(share: number | null): void {
    if (share === null && !calibrating) return;
    calibrating = share !== null;
    settings.onCalibration(share);
  }

  /** What belongs to one worker and not to the next. */
  function stopLooking(): void {
    feed?.stop();
    flow?.stop();
    const looked = reporter !== null;
    [feed, reporter, flow] = [null, null, null];
    if (calibrating) tellCalibration(null);
    if (looked && settings.people > 1) settings.onPeople([]);
  }

  function release(): void {
    phase += 1;
    worker = null;
    void held.end();
    held = createRelease(sink.problem);
    held.hold('Looking', stopLooking);
  }

  function take(opened: Camera): void {
    const { track } = opened;
    held.hold('The preview', () => settings.onPreview(null));
    held.hold('The camera', opened.release);
    held.hold('The watch over the camera', () => {
      track.removeEventListener('ended', lose);
      track.removeEventListener('mute', mute);
      track.removeEventListener('unmute', unmute);
    });
    track.addEventListener('ended', lose);
    track.addEventListener('mute', mute);
    track.addEventListener('unmute', unmute);
    settings.onPreview(opened.stream);
    if (track.muted) mute();
    else device.tell('running');
  }

  function fail(thrown: unknown): void {
    release();
    const problem = asProblem(thrown, 'worker-failed', 'The face could not be read');
    status(problem.code === 'permission-denied' ? 'refused' : 'failed', problem);
    sink.problem(problem);
    const mayReturn = settings.stream === null && ['device-ended', 'device-missing', 'device-busy'].includes(problem.code);
    if (face.vitals.condition === 'failed') device.tell('off');
    else device.tell(mayReturn ? 'degraded' : 'failed', problem);
    if (mayReturn) stopWaiting = onCameraReturn(settings.deviceId, comeBack);
    settle();
  }

  function lose(): void {
    fail(cameraEnded(settings.stream === null));
  }

  function comeBack(): void {
    device.tell('restarting');
    void begin();
  }

  /** The camera calls itself live, but no picture comes: it is opened anew. A host's own stream may rest as long as it likes. */
  function beginAnew(): void {
    const pause = stalls.broke(clock.now() - liveSince);
    const problem = new AttuneError('device-ended', `No picture has come from the camera for ${STALLED} s. ${pause === null ? 'It was opened anew often enough: choose another one.' : 'It is opened anew.'}`);
    if (pause === null) return fail(problem);
    release();
    device.tell('restarting', problem);
    void begin();
  }

  function mute(): void {
    const problem = new AttuneError('device-busy', 'The camera is covered by its own switch or muted by the system, so nothing is seen. Unmute it, and the face is read again.');
    status('failed', problem);
    sink.problem(problem);
    device.tell('degraded', problem);
  }

  function unmute(): void {
    device.tell('running');
    if (reporter) status('live');
  }

  async function begin(): Promise<void> {
    phase += 1;
    const mine = phase;
    status('starting');
    if (device.vitals.condition !== 'restarting') device.tell('starting');
    try {
      const opened = settings.stream ? cameraOf(settings.stream) : await openCamera(settings.deviceId);
      if (phase !== mine) return opened.release();
      take(opened);
      look(opened);
    } catch (thrown) {
      if (phase === mine) fail(thrown);
    }
  }

  function modelUrl(chosen: string | null | undefined, id: string): string | null {
    return chosen === undefined ? assetUrl(settings.assets, `models/${id}.json`) : chosen && pageUrl(chosen);
  }

  function look(source: Camera): void {
    const load = {
      type: 'load', rate: settings.rate, delegate: settings.delegate, people: settings.people,
      assets: {
        model: settings.model === null ? assetUrl(settings.assets, 'face/face_landmarker.task') : pageUrl(settings.model),
        loader: assetUrl(settings.assets, 'face/vision_wasm_module_internal.js'),
        wasm: assetUrl(settings.assets, 'face/vision_wasm_module_internal.wasm'),
        blendshapes: modelUrl(settings.blendshapes, 'blendshapes'),
        head: modelUrl(settings.head, 'face'),
      },
    } as const;
    const host = hostFaceWorker(face, load, {
      progress: settings.onProgress,
      calibration: tellCalibration,
      notice: sink.problem,
      ready(lacks) {
        names.begin();
        try {
          feed = startFrameFeed(source, settings.rate, (request, transfer) => host.send(request, transfer), fail);
        } catch (thrown) {
          return fail(thrown);
        }
        reporter = createFaceReporter(clock, sink, { path: feed.path, lacks }, settings, names.nameOf);
        liveSince = clock.now();
        if (settings.stream === null) flow = watchFlow(clock, STALLED, () => !document.hidden && !source.track.muted, beginAnew);
        if (!source.track.muted) status('live');
        settle();
      },
      seen: (seen) => {
        if (!feed || !reporter) return;
        flow?.came();
        reporter.report(seen.seen, seen.captured, feed.answered(seen.stats));
      },
      // A host that stops its own track fires no event on it; the worker's stream tells.
      ended: () => source.track.readyState === 'ended' && lose(),
      restart(problem) {
        stopLooking();
        status('starting', problem);
      },
      fail,
    });
    worker = host;
    held.hold('The face worker', host.end);
  }

  void begin();
  return {
    settled,
    calibrate(length, person) {
      if (reporter === null) return;
      worker?.send({ type: 'calibrate', length, person: person === null ? null : names.countOf(person) });
      tellCalibration(0);
    },
    reset: () => worker?.send({ type: 'reset' }),
    close() {
      stopWaiting();
      release();
      for (const part of [device, face]) part.tell('off');
      status('off');
      settle();
    },
  };
}

function pageUrl(url: string): string {
  return new URL(url, document.baseURI).href;
}
