import { asProblem, type Unit } from '../../core/index.ts';
import { fetchAsset } from '../assets.ts';
import { createDetectorGain } from './detector-gain.ts';
import { createEchoCanceller } from './echo/echo-canceller.ts';
import { parseNet } from '../nets/net-file.ts';
import { showLife } from '../supervise/show-life.ts';
import { createSilero, type Silero } from './silero.ts';
import { createVoiceAnalyser } from './voice-analyser.ts';
import { FRAME_DURATION } from './voice-frame.ts';
import { createVoiceReader } from './voice-reader.ts';
import { createSpeechSound, type SpeechSound } from './speech-sound.ts';
import type { VoiceAssets, VoiceBlock, VoiceCommand, VoiceReport } from './voice-protocol.ts';

// The part of DedicatedWorkerGlobalScope used here, which TypeScript's DOM library lacks.
interface WorkerScope {
  addEventListener(type: 'message', listener: (message: MessageEvent<VoiceCommand>) => void): void;
  postMessage(report: VoiceReport, transfer: Transferable[]): void;
  reportError(error: unknown): void;
}
const scope = globalThis as unknown as WorkerScope;
const tell = (report: VoiceReport): void => scope.postMessage(report, []);
const tellSound = (samples: Float32Array<ArrayBuffer>): void => scope.postMessage({ type: 'sound', samples }, [samples.buffer]);

/** With this many frames waiting (0.26 s) the detector hears only every second one. */
const BEHIND = 8;
/** Weight of the newest frame in the running real-time factor. */
const NEWEST = 0.05;

const canceller = createEchoCanceller();
const gain = createDetectorGain();
const analyser = createVoiceAnalyser();
/** Null while nobody makes out words: then no sound is kept beyond its frame. */
let speech: SpeechSound | null = null;
let silero: Silero | null = null;
let probability: Unit | null = null;
let blocks: MessagePort | null = null;
let busy = false;
let resets = false;
let frames = 0;
let realTimeFactor = 0;
/** The most in a frame since the last report, so that none between two reports goes unseen. */
let mostClipped: Unit = 0;
const waiting: VoiceBlock[] = [];

/** Sizes of the parts, so that progress is even before their lengths are known. */
const SHARES = { model: 0.17, binary: 0.83 };

async function loadSilero(assets: VoiceAssets): Promise<Silero> {
  const loaded = { model: 0, binary: 0 };
  const fetchPart = async (part: keyof typeof SHARES): Promise<Uint8Array<ArrayBuffer>> =>
    fetchAsset(assets[part], (share) => {
      loaded[part] = share;
      tell({ type: 'progress', share: loaded.model * SHARES.model + loaded.binary * SHARES.binary });
    });
  // The runtime imports its loader by itself; asking for it here gives a missing one a clear sentence.
  const [model, binary] = await Promise.all([fetchPart('model'), fetchPart('binary'), fetchAsset(assets.loader)]);
  return createSilero({ model, binary, loader: assets.loader });
}

/** Loads the model that reads the tone; without it, the page is told and the hearing goes on. */
async function loadHead(url: string | null): Promise<void> {
  if (url === null) return;
  try {
    analyser.readBy(createVoiceReader(parseNet(new TextDecoder().decode(await fetchAsset(url)), 'voice')));
  } catch (thrown) {
    const { message } = asProblem(thrown, 'model-missing', 'The model of the voice could not be used');
    tell({ type: 'notice', problem: { code: 'model-missing', message: `${message} Until then the voice is read by loudness and pitch alone.` } });
  }
}

/** The detector has failed: energy alone goes on, and the page is told. */
function degrade(thrown: unknown): void {
  silero = null;
  probability = null;
  const { code, message } = asProblem(thrown, 'asset-wrong', 'The speech detector could not run, so the voice is found by loudness alone');
  tell({ type: 'ready', problem: { code, message } });
}

async function hear(block: VoiceBlock): Promise<void> {
  const began = performance.now();
  const { samples, level: own, agent } = canceller.push(block.samples, block.reference);
  if (silero && !(waiting.length > BEHIND && frames % 2 === 1)) {
    try {
      probability = await silero.probability(gain.apply(samples, block.samples));
    } catch (thrown) {
      degrade(thrown);
    }
  }
  const { boundary, signs, figures, level, noiseFloor, pitch, clipped } = analyser.push(samples, block.at, probability, own);
  const at = block.at + FRAME_DURATION;
  const source = silero ? 'silero' : 'energy';
  const sound = speech?.push(samples, block.at, boundary) ?? null;
  blocks?.postMessage(block.samples, [block.samples.buffer]);
  frames += 1;
  mostClipped = Math.max(mostClipped, clipped);
  const factor = (performance.now() - began) / 1000 / FRAME_DURATION;
  realTimeFactor += (factor - realTimeFactor) * NEWEST;
  if (frames % 2 === 0) {
    tell({ type: 'stats', at, stats: { frames, dropped: block.dropped, realTimeFactor, noiseFloor, level, probability, pitch, clipped: mostClipped, duplex: agent } });
    mostClipped = 0;
  }
  // The last figures of a speech belong to it, so they are told before its end.
  if (figures) tell({ type: 'figures', at, source, figures });
  if (sound && boundary?.type === 'speech-end') tellSound(sound);
  if (boundary) tell({ type: 'boundary', at, boundary });
  if (sound && boundary?.type !== 'speech-end') tellSound(sound);
  for (const sign of signs) {
    // A recogniser that hears of the pause must have all that was said before it.
    const rest = sign.type === 'pause' ? (speech?.flush() ?? null) : null;
    if (rest) tellSound(rest);
    tell({ type: 'turn', at, sign });
  }
}

/** One frame after another, since the detector remembers. */
async function hearWaiting(): Promise<void> {
  if (busy) return;
  busy = true;
  for (let block = waiting.shift(); block; block = waiting.shift()) {
    if (resets) {
      canceller.reset();
      gain.reset();
      analyser.reset();
      speech?.reset();
      silero?.reset();
      resets = false;
    }
    await hear(block);
  }
  busy = false;
}

showLife();
scope.addEventListener('message', async ({ data: command }) => {
  if (command.type === 'reset') {
    resets = true;
    return;
  }
  if (command.type === 'patience') return analyser.wait(command.seconds);
  if (command.type === 'words') {
    speech = command.wanted ? createSpeechSound() : null;
    return;
  }
  blocks = command.blocks;
  blocks.addEventListener('message', ({ data: block }: MessageEvent<VoiceBlock>) => {
    waiting.push(block);
    // A worker swallows rejections; reported, they reach the page as a crash and the worker is replaced.
    hearWaiting().catch((thrown: unknown) => scope.reportError(thrown));
  });
  blocks.start();
  void loadHead(command.assets.head);
  try {
    silero = await loadSilero(command.assets);
    tell({ type: 'ready', problem: null });
  } catch (thrown) {
    degrade(thrown);
  }
});
