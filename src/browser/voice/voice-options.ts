import { AttuneError, type SpeechRecognizer, type Unit } from '../../core/index.ts';
import { assetUrl, DEFAULT_ASSETS } from '../assets.ts';
import type { AudioHub } from '../audio.ts';
import type { VoiceAssets, VoiceStats } from './voice-protocol.ts';

/** The browser's own treatment of the microphone; each is on unless turned off. */
export interface VoiceConstraints {
  readonly echoCancellation?: boolean;
  readonly noiseSuppression?: boolean;
  readonly autoGainControl?: boolean;
}

/** How a voice source hears; only the page's audio hub must be given. */
export interface VoiceSourceOptions {
  /** Whose context hears; it is opened but never closed here. */
  readonly audio: AudioHub;
  /** Base URL of the prepared assets; `./attune/` beside the page by default. */
  readonly assets?: string;
  /** Which microphone, as `enumerateDevices` names it; the system's own choice by default. */
  readonly deviceId?: string;
  /** A stream to hear instead of a microphone. It stays its owner's: its tracks are not stopped. */
  readonly stream?: MediaStream;
  readonly constraints?: VoiceConstraints;
  /** URL of the weights of the voice head; `models/voice.json` among the assets by default, null for none. */
  readonly head?: string | null;
  /** Makes out the player's words; it is opened once the microphone was allowed. None by default; see {@link VoiceSource.listenWith}. */
  readonly recognizer?: SpeechRecognizer;
  /** Share of the recogniser that is loaded, in [0, 1]; 1 when it hears, null when there is none or it failed. */
  readonly onRecognizer?: (share: Unit | null) => void;
  /** Share of the detector's 13 MB that has arrived, in [0, 1]. */
  readonly onProgress?: (share: Unit) => void;
  /** How the pipeline is doing, about 15 times a second. */
  readonly onStats?: (stats: VoiceStats) => void;
}

/** Options that were checked, with their defaults. */
export interface VoiceSettings {
  readonly audio: AudioHub;
  readonly assets: VoiceAssets;
  readonly stream: MediaStream | null;
  readonly deviceId: string | null;
  readonly constraints: MediaTrackConstraints;
  readonly recognizer: SpeechRecognizer | null;
  readonly onRecognizer: (share: Unit | null) => void;
  readonly onProgress: (share: Unit) => void;
  readonly onStats: (stats: VoiceStats) => void;
}

/**
 * Checks the options and fills in what is missing.
 *
 * @throws {AttuneError} `bad-input` naming the option, what was expected and what came
 */
export function readVoiceOptions(options: VoiceSourceOptions): VoiceSettings {
  const { audio, assets = DEFAULT_ASSETS, deviceId, stream, constraints = {}, head, recognizer, onRecognizer, onProgress, onStats } = options;
  expect(typeof audio?.open === 'function', 'audio', 'an audio hub; make one with createAudioHub()', audio);
  expect(typeof assets === 'string' && assets !== '', 'assets', 'the URL of the folder that "attune assets" made', assets);
  expect(deviceId === undefined || (typeof deviceId === 'string' && deviceId !== ''), 'deviceId', 'the deviceId of a microphone; leave it out for the default one', deviceId);
  expect(stream === undefined || (typeof stream?.getAudioTracks === 'function' && stream.getAudioTracks().length > 0), 'stream', 'a MediaStream with an audio track', stream);
  expect(stream === undefined || deviceId === undefined, 'deviceId', 'either a deviceId or a stream, not both; leave one out', deviceId);
  expect(head === undefined || head === null || (typeof head === 'string' && head !== ''), 'head', 'the URL of a net.json, or null for none', head);
  for (const [name, value] of Object.entries(constraints)) {
    const known = ['echoCancellation', 'noiseSuppression', 'autoGainControl'].includes(name);
    expect(known && typeof value === 'boolean', `constraints.${name}`, 'echoCancellation, noiseSuppression or autoGainControl, each true or false', value);
  }
  expect(recognizer === undefined || typeof recognizer?.begin === 'function', 'recognizer', 'a speech recognizer, such as createMoonshineRecognizer() makes', recognizer);
  expect(onRecognizer === undefined || typeof onRecognizer === 'function', 'onRecognizer', 'a function', onRecognizer);
  expect(onProgress === undefined || typeof onProgress === 'function', 'onProgress', 'a function', onProgress);
  expect(onStats === undefined || typeof onStats === 'function', 'onStats', 'a function', onStats);
  return {
    audio,
    assets: {
      model: assetUrl(assets, 'voice/silero_vad_v5.onnx'),
      loader: assetUrl(assets, 'voice/ort/ort-wasm-simd-threaded.mjs'),
      binary: assetUrl(assets, 'voice/ort/ort-wasm-simd-threaded.wasm'),
      head: head === null ? null : head === undefined ? assetUrl(assets, 'models/voice.json') : new URL(head, document.baseURI).href,
    },
    stream: stream ?? null,
    deviceId: deviceId ?? null,
    constraints: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...constraints },
    recognizer: recognizer ?? null,
    onRecognizer: onRecognizer ?? (() => undefined),
    onProgress: onProgress ?? (() => undefined),
    onStats: onStats ?? (() => undefined),
  };
}

function expect(holds: boolean, name: string, wanted: string, got: unknown): void {
  if (!holds) throw new AttuneError('bad-input', `Expected the voice option "${name}" to be ${wanted}; got ${typeof got === 'string' ? JSON.stringify(got) : String(got)}.`);
}
