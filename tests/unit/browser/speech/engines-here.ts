import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { type Espeak, type EspeakEvent, type EspeakRequest, sayByEspeak } from '../../../../src/browser/speech/espeak/espeak.ts';
import { type Kokoro, KOKORO_RATE, type KokoroRequest, sayByKokoro } from '../../../../src/browser/speech/kokoro/kokoro.ts';

const wave = (seconds: number, rate: number): Float32Array<ArrayBuffer> => Float32Array.from({ length: Math.round(seconds * rate) }, (_, i) => 0.3 * Math.sin((2 * Math.PI * 150 * i) / rate) * (1 + Math.sin((2 * Math.PI * 700 * i) / rate)));

/** eSpeak NG's manners: sound in chunks of its own memory, phonemes in IPA with milliseconds, an empty one for a pause. */
export function createEspeakHere(): Espeak & { readonly voices: string[] } {
  const rate = 22_050;
  const memory = new ArrayBuffer(8192);
  const voices: string[] = [];
  return {
    voices,
    get_samplerate: () => rate,
    set_voice: (name) => voices.push(name),
    set_rate: () => 0, set_pitch: () => 0, set_range: () => 0,
    synthesize(text, take) {
      const phonemes = [...text].filter((each) => /\p{L}/u.test(each)).map((_, i) => ['m', 'ˈɑː', 's', 'oʊ'][i % 4]!);
      const events: EspeakEvent[] = phonemes.map((id, i) => ({ type: 'phoneme', id, audio_position: 100 * i }));
      const seconds = phonemes.length * 0.1 + 0.1;
      const sound = Int16Array.from(wave(seconds, rate), (sample) => sample * 32_767);
      take(null, [{ type: 'samplerate', audio_position: 0 }, { type: 'sentence', id: 1, audio_position: 0 }]);
      for (let at = 0; at < sound.length; at += memory.byteLength / 2) {
        const chunk = sound.subarray(at, at + memory.byteLength / 2);
        new Int16Array(memory).set(chunk);
        take(memory.slice(0, chunk.byteLength), at === 0 ? events : []);
        new Int16Array(memory).fill(0);
      }
      take(null, [{ type: 'phoneme', id: '', audio_position: 1000 * (seconds - 0.1) }, { type: 'end', audio_position: 1000 * seconds }]);
    },
  };
}

export const sayEspeakHere = (request: EspeakRequest) => sayByEspeak(createEspeakHere(), request);

/** Kokoro's manners: every phoneme 0.1 s, with or without telling so. */
export function createKokoroHere(tellsDurations: boolean): Kokoro & { readonly asked: { tokens: number; style: number; speed: number }[] } {
  const asked: { tokens: number; style: number; speed: number }[] = [];
  return {
    asked,
    vocabulary: new Map([...' mɑsOˈ.'].map((phoneme, i) => [phoneme, i + 1])),
    styles: Float32Array.from({ length: 510 * 256 }, (_, i) => Math.floor(i / 256)),
    session: {
      async run(tokens, style, speed) {
        asked.push({ tokens: tokens.length, style: style[0]!, speed });
        return { waveform: wave(tokens.length * 0.1, KOKORO_RATE), durations: tellsDurations ? BigInt64Array.from(tokens, () => 4n) : null };
      },
    },
  };
}

export const sayKokoroHere = (tellsDurations: boolean) => (request: KokoroRequest) => sayByKokoro(createKokoroHere(tellsDurations), request);

/** A server that speaks OpenAI's API: 0.06 s for each character, in pieces of odd lengths as networks cut them. Also serves the mouth's net. */
export function stubSpeechServer(respond: (body: { input: string }) => Response | null = () => null): { readonly asked: { url: string; body: Record<string, unknown>; headers: Record<string, string> }[] } {
  const asked: { url: string; body: Record<string, unknown>; headers: Record<string, string> }[] = [];
  vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (url.endsWith('models/mouth.json')) return new Response(readFileSync(new URL('../../../../models/mouth/net.json', import.meta.url)));
    const body = JSON.parse(String(init.body)) as { input: string };
    asked.push({ url, body, headers: init.headers as Record<string, string> });
    await new Promise((resolve) => setTimeout(resolve, 30));
    init.signal?.throwIfAborted();
    return respond(body) ?? new Response(streamOf(body.input, init.signal ?? null));
  });
  return { asked };
}

function streamOf(text: string, signal: AbortSignal | null): ReadableStream<Uint8Array> {
  const bytes = new Uint8Array(Int16Array.from(wave(text.length * 0.06, 24_000), (sample) => sample * 32_767).buffer);
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (signal?.aborted) return controller.error(signal.reason);
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + 4097));
      at += 4097;
    },
  });
}
