import { asProblem } from '../../core/index.ts';
import { showLife } from '../supervise/show-life.ts';
import { createCaptureClock } from './capture-time.ts';
import { openFaceLooker, type FaceLooker } from './face-looker.ts';
import { sharedNow, type FaceReply, type FaceRequest, type SharedTime } from './face-messages.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { createPixelReader } from './pixels.ts';

/** The part of a worker's global scope that is used; the DOM's own types describe a window. */
interface WorkerScope {
  postMessage(reply: FaceReply, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (message: MessageEvent<FaceRequest>) => void): void;
}

const scope = self as unknown as WorkerScope;
const tell = (reply: FaceReply): void => scope.postMessage(reply, []);
const reader = createPixelReader();
let looker: FaceLooker | null = null;
let pacer: Pacer = createPacer(1);

showLife();
scope.addEventListener('message', ({ data }) => {
  switch (data.type) {
    case 'load': return void load(data);
    case 'watch': return void watch(data.frames);
    case 'calibrate': return looker?.calibrate(data.length, data.person);
    case 'reset': return looker?.reset();
    case 'look':
      look(() => reader.fromBitmap(data.bitmap), data.captured);
      return data.bitmap.close();
  }
});

async function load({ assets, rate, delegate, people }: Extract<FaceRequest, { type: 'load' }>): Promise<void> {
  try {
    pacer = createPacer(rate);
    looker = await openFaceLooker(assets, { delegate, people }, {
      progress: (share) => tell({ type: 'progress', share }),
      calibration: (share) => tell({ type: 'calibration', share }),
      notice: ({ code, message }) => tell({ type: 'notice', code, message }),
    });
    tell({ type: 'ready', lacks: looker.lacks });
  } catch (thrown) {
    fail(thrown);
  }
}

/** Looks at the newest frame whenever a look is due; the stream keeps only one and drops the rest. */
async function watch(frames: ReadableStream<VideoFrame>): Promise<void> {
  const stream = frames.getReader();
  const clock = createCaptureClock();
  try {
    for (;;) {
      const { done, value: frame } = await stream.read();
      if (done) break;
      const arrived = sharedNow();
      const captured = clock.captured(frame.timestamp, arrived);
      if (pacer.due(arrived / 1000)) {
        const pixels = await reader.fromFrame(frame);
        look(() => pixels, captured);
      }
      frame.close();
    }
    tell({ type: 'ended' });
  } catch (thrown) {
    fail(thrown);
  }
}

function look(picture: () => ImageData, captured: SharedTime): void {
  if (!looker) return;
  const began = sharedNow();
  try {
    const seen = looker.look(picture(), captured);
    pacer.looked(began / 1000, sharedNow() / 1000);
    tell({ type: 'seen', seen, captured, stats: { rate: pacer.rate, inference: pacer.duration, dropped: pacer.dropped } });
  } catch (thrown) {
    fail(thrown);
  }
}

function fail(thrown: unknown): void {
  const { code, message } = asProblem(thrown, 'worker-failed', 'The face worker stopped');
  tell({ type: 'problem', code, message });
}
