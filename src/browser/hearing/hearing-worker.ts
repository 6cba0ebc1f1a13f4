import { asProblem } from '../../core/index.ts';
import { fetchAsset } from '../assets.ts';
import { showLife } from '../supervise/show-life.ts';
import { type HearingAssets, type HearingCommand, type HearingReply, MOONSHINE } from './hearing-protocol.ts';
import { createMoonshine, type Moonshine } from './moonshine.ts';
import { createTranscriber, type Transcriber } from './transcriber.ts';

// The part of DedicatedWorkerGlobalScope used here, which TypeScript's DOM library lacks.
interface WorkerScope {
  addEventListener(type: 'message', listener: (message: MessageEvent<HearingCommand>) => void): void;
  postMessage(reply: HearingReply, transfer: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;
const tell = (reply: HearingReply): void => scope.postMessage(reply, []);

/** Sizes of the parts, so that progress is even before their lengths are known. */
const SHARES = { encoder: 0.2, decoder: 0.51, vocabulary: 0.01, binary: 0.28 };
type Part = keyof typeof SHARES;

let transcriber: Transcriber | null = null;

async function loadMoonshine(assets: HearingAssets): Promise<Moonshine> {
  const loaded: Record<Part, number> = { encoder: 0, decoder: 0, vocabulary: 0, binary: 0 };
  const fetchPart = (part: Part): Promise<Uint8Array<ArrayBuffer>> => fetchAsset(assets[part], (share) => {
    loaded[part] = share;
    const whole = (Object.keys(SHARES) as Part[]).reduce((sum, each) => sum + loaded[each] * SHARES[each], 0);
    // The whole is told once the model has also started.
    tell({ type: 'progress', share: 0.95 * whole });
  });
  const [encoder, decoder, vocabulary, binary] = await Promise.all([
    fetchPart('encoder'), fetchPart('decoder'), fetchPart('vocabulary'), fetchPart('binary'),
    // The runtime imports its loader by itself; asking for it here gives a missing one a clear sentence.
    fetchAsset(assets.loader),
  ]);
  return createMoonshine({ encoder, decoder, vocabulary, binary, loader: assets.loader });
}

async function load(assets: HearingAssets): Promise<void> {
  try {
    const { transcribe } = await loadMoonshine(assets);
    transcriber = createTranscriber({
      ...MOONSHINE, transcribe, partials: true,
      words: (words) => tell({ type: 'words', words }),
      failed: (thrown) => tellProblem(thrown, 'A sentence could not be made out'),
      now: () => performance.now() / 1000,
    });
    tell({ type: 'ready' });
  } catch (thrown) {
    tellProblem(thrown, 'Expected Moonshine and its runtime among the assets, but they did not start; run "attune assets --out FOLDER" again');
  }
}

function tellProblem(thrown: unknown, context: string): void {
  const { code, message } = asProblem(thrown, 'asset-wrong', context);
  tell({ type: 'problem', code, message });
}

showLife();
scope.addEventListener('message', ({ data }) => {
  switch (data.type) {
    case 'load': return void load(data.assets);
    case 'begin': return transcriber?.begin(data.speech);
    case 'push': return transcriber?.push(data.samples);
    case 'pause': return transcriber?.pause(data.silence);
    case 'end': return transcriber?.end(data.silence);
    case 'cancel': return transcriber?.cancel();
  }
});
