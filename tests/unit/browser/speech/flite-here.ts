import type { SentenceRequest } from '../../../../src/browser/speech/say-sentence.ts';
import type { FlitePhone } from '../../../../src/browser/speech/phones.ts';
import type { SpokenSentence } from '../../../../src/browser/speech/shape-sentence.ts';
import { stubWorkers } from './workers-here.ts';

/** Flite's workers, which say every sentence as one vowel. */
export function stubFliteWorkers(dies?: number): { readonly living: () => number } {
  return stubWorkers({ 'attune-speech': sayVowel }, dies);
}

function sayVowel({ text, sampleRate, lead, tail }: SentenceRequest): SpokenSentence {
  const length = text.length / 15;
  const total = lead + length + tail;
  const phones: { phone: FlitePhone; start: number; end: number }[] = [
    { phone: 'pau', start: 0, end: lead }, { phone: 'aa', start: lead, end: lead + length }, { phone: 'pau', start: lead + length, end: total },
  ];
  return { samples: new Float32Array(Math.round(total * sampleRate)), phones, loudness: new Float32Array(Math.ceil(total * 100)).fill(1) };
}
