import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AttuneError } from '../../../../src/core/index.ts';
import { readVoiceOptions, type VoiceSourceOptions } from '../../../../src/browser/voice/voice-options.ts';

const audio = { open: () => Promise.reject(new Error('unused')), context: null, output: null, close: () => Promise.resolve(), soundOutside: () => () => undefined, watchOutside: () => () => undefined, hold: () => () => undefined };
const read = (options: object): ReturnType<typeof readVoiceOptions> => readVoiceOptions({ audio, ...options } as VoiceSourceOptions);
const stream = { getAudioTracks: () => [{}] };

describe('voice options', () => {
  beforeEach(() => {
    vi.stubGlobal('document', { baseURI: 'https://game.example/play/' });
    return () => vi.unstubAllGlobals();
  });

  it('hang every asset on the one base, on the page\'s own origin unless told otherwise', () => {
    expect(read({}).assets.model).toBe('https://game.example/play/attune/voice/silero_vad_v5.onnx');
    expect(read({ assets: '/heavy' }).assets.binary).toBe('https://game.example/heavy/voice/ort/ort-wasm-simd-threaded.wasm');
  });

  it('take the voice head from the assets, from a URL of its own, or not at all', () => {
    expect(read({}).assets.head).toBe('https://game.example/play/attune/models/voice.json');
    expect(read({ head: '../mine.json' }).assets.head).toBe('https://game.example/mine.json');
    expect(read({ head: null }).assets.head).toBeNull();
  });

  it('leave the browser\'s treatment of the microphone on, but for what is turned off', () => {
    expect(read({ constraints: { echoCancellation: false } }).constraints).toEqual({ echoCancellation: false, noiseSuppression: true, autoGainControl: true });
  });

  it.each([
    [{ audio: undefined }, '"audio" to be an audio hub'],
    [{ assets: '' }, '"assets" to be the URL of the folder'],
    [{ deviceId: 7 }, '"deviceId" to be the deviceId of a microphone; leave it out for the default one; got 7'],
    [{ stream: { getAudioTracks: () => [] } }, '"stream" to be a MediaStream with an audio track'],
    [{ stream, deviceId: 'x' }, 'either a deviceId or a stream, not both'],
    [{ constraints: { echoCancellation: 'no' } }, '"constraints.echoCancellation"'],
    [{ constraints: { volume: true } }, '"constraints.volume"'],
    [{ head: '' }, '"head" to be the URL of a net.json, or null for none; got ""'],
    [{ onStats: 1 }, '"onStats" to be a function; got 1'],
  ])('name what is wrong with %o', (options, sentence) => {
    expect(() => read(options)).toThrow(AttuneError);
    expect(() => read(options)).toThrow(sentence);
  });
});
