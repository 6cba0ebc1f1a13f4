import type { Hertz, Seconds } from '../../core/index.ts';
import { cleanText } from './clean-text.ts';
import type { FliteEngine } from './flite-engine.ts';
import { coarticulate } from './mouth/coarticulate.ts';
import { shapeFlitePhones } from './mouth/flite-shapes.ts';
import type { VisemeTrack } from './mouth/viseme-track.ts';
import type { TimedPhone } from './phones.ts';
import { saySentences, type ToneAndText } from './recite-by-flite.ts';
import { LOUDNESS_HOP } from './shape-sentence.ts';
import { splitSentences } from './split-sentences.ts';
import type { FliteVoice } from './voices.ts';

/** A whole text as sound that is looked at or kept rather than played. */
export interface RenderedSpeech {
  /** Mono, in [-1, 1]. */
  readonly samples: Float32Array<ArrayBuffer>;
  readonly sampleRate: Hertz;
  /** In order and without gaps, in seconds from the first sample. */
  readonly phones: readonly TimedPhone[];
  readonly mouth: VisemeTrack;
}

/** Says a text to its end before anything is told of it; nothing sounds. Empty where nothing in it can be said in English. */
export async function renderSpeech({ text, tone }: ToneAndText, engine: FliteEngine, voice: FliteVoice, sampleRate: Hertz): Promise<RenderedSpeech> {
  const parts: Float32Array[] = [];
  const phones: TimedPhone[] = [];
  const loudness: number[] = [];
  let length = 0;
  for await (const sentence of saySentences(splitSentences(cleanText(text)), tone, engine, voice, sampleRate)) {
    const from: Seconds = length / sampleRate;
    phones.push(...sentence.phones.map(({ phone, start, end }) => ({ phone, start: start + from, end: end + from })));
    while (loudness.length < Math.round(from / LOUDNESS_HOP)) loudness.push(0);
    loudness.length = Math.round(from / LOUDNESS_HOP);
    for (const each of sentence.loudness) loudness.push(each);
    parts.push(sentence.samples);
    length += sentence.samples.length;
  }
  const samples = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { samples, sampleRate, phones, mouth: coarticulate(shapeFlitePhones(phones), Float32Array.from(loudness)) };
}
