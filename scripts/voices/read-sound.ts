import { FLACDecoder } from '@wasm-audio-decoders/flac';
import { MPEGDecoder } from 'mpg123-decoder';
import { OggOpusDecoder } from 'ogg-opus-decoder';
import { createResampler } from '../../src/browser/voice/resampler.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import { type Decoded, parseWave } from './parse-wave.ts';

interface Decoder {
  readonly ready: Promise<void>;
  reset(): Promise<void>;
  decode(bytes: Uint8Array): Promise<{ channelData: Float32Array[]; sampleRate: number }>;
}

const decoders = new Map<string, Decoder>();

/**
 * Reads a recording as mono samples in [-1, 1] at 16 kHz. FLAC, Ogg Opus, MP3 and PCM WAVE are understood, told by
 * their first bytes and not by their names. Read one after the other: each kind has one decoder.
 *
 * @throws {Error} when the bytes are something else, or broken
 */
export async function readSound(bytes: Uint8Array): Promise<Float32Array> {
  const { channels, rate } = await decode(bytes);
  const length = channels[0]?.length ?? 0;
  if (length === 0) throw new Error(`Expected a recording, but it holds no samples. Leave the file out, or export it again.`);
  const mono = channels.length === 1 ? channels[0]! : Float32Array.from({ length }, (_, i) => channels.reduce((sum, channel) => sum + channel[i]!, 0) / channels.length);
  if (rate === RATE) return mono;
  const resampler = createResampler(rate, RATE);
  const padded = new Float32Array(length + Math.ceil(resampler.delay));
  padded.set(mono);
  const output = new Float32Array(resampler.capacity(padded.length));
  return output.slice(0, Math.min(resampler.push(padded, output), Math.ceil((length * RATE) / rate)));
}

async function decode(bytes: Uint8Array): Promise<Decoded> {
  const tag = String.fromCharCode(...bytes.subarray(0, 4));
  if (tag === 'RIFF') return parseWave(bytes);
  const kind = tag === 'fLaC' ? 'FLAC' : tag === 'OggS' ? 'Opus' : tag.startsWith('ID3') || (bytes[0] === 0xff && (bytes[1]! & 0xe0) === 0xe0) ? 'MP3' : null;
  if (kind === null) throw new Error(`Expected FLAC, Ogg Opus, MP3 or PCM WAVE, but the file begins with "${tag.replaceAll(/[^ -~]/g, '?')}". Convert it first.`);
  const decoder = await decoderOf(kind);
  await decoder.reset();
  const { channelData, sampleRate } = await decoder.decode(bytes);
  return { channels: channelData.map((channel) => channel.slice()), rate: sampleRate };
}

async function decoderOf(kind: 'FLAC' | 'Opus' | 'MP3'): Promise<Decoder> {
  const known = decoders.get(kind);
  if (known) return known;
  const made = kind === 'FLAC' ? wholeFile(new FLACDecoder()) : kind === 'Opus' ? wholeFile(new OggOpusDecoder()) : (new MPEGDecoder() as unknown as Decoder);
  await made.ready;
  decoders.set(kind, made);
  return made;
}

/** These two decode streams, and a whole file by another name. */
function wholeFile(decoder: FLACDecoder | OggOpusDecoder): Decoder {
  return { ready: decoder.ready, reset: () => decoder.reset() as Promise<void>, decode: (bytes) => decoder.decodeFile(bytes) };
}
