import type { Hertz, Seconds, SpeechTone, Unit } from '../../core/index.ts';
import { cleanText } from './clean-text.ts';
import type { FliteEngine } from './flite-engine.ts';
import { coarticulate } from './mouth/coarticulate.ts';
import { shapeFlitePhones } from './mouth/flite-shapes.ts';
import type { SpokenSentence } from './shape-sentence.ts';
import { splitSentences } from './split-sentences.ts';
import { toneToProsody } from './tone-to-prosody.ts';
import type { Recital } from './utterance.ts';
import type { FliteVoice } from './voices.ts';

/** Silence kept around the sound: enough for the mouth to open ahead of it, and to breathe between sentences. */
const FIRST_LEAD: Seconds = 0.05;
const LEAD: Seconds = 0.1;
const SENTENCE_TAIL: Seconds = 0.25;
const CLAUSE_TAIL: Seconds = 0.08;
const LAST_TAIL: Seconds = 0.12;

export interface ToneAndText {
  readonly text: string;
  readonly tone: SpeechTone;
}

interface SaidSentence extends SpokenSentence {
  /** How much of the text is said by its end, by characters. */
  readonly said: Unit;
}

/** A text said by Flite, sentence by sentence; null where nothing in it can be said in English. */
export function reciteByFlite(asked: ToneAndText, engine: FliteEngine, voice: FliteVoice): Recital | null {
  const sentences = splitSentences(cleanText(asked.text));
  if (sentences.length === 0) return null;
  return {
    prepare: () => engine.prepare(),
    async *pieces(sampleRate) {
      for await (const { samples, phones, loudness, said } of saySentences(sentences, asked.tone, engine, voice, sampleRate)) {
        yield { samples, track: coarticulate(shapeFlitePhones(phones), loudness), said };
      }
    },
  };
}

/** Each sentence as it is asked for, with the silence that belongs around it. */
export async function* saySentences(sentences: readonly string[], tone: SpeechTone, engine: FliteEngine, voice: FliteVoice, sampleRate: Hertz): AsyncGenerator<SaidSentence> {
  const { pauses } = toneToProsody(tone, voice);
  const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  let said = 0;
  for (const [index, text] of sentences.entries()) {
    const last = index === sentences.length - 1;
    const sentence = await engine.say({
      text, voice, tone, sampleRate,
      breathes: index > 0 && /[.!?]/.test(sentences[index - 1]!.slice(-2)),
      lead: index === 0 ? FIRST_LEAD : LEAD,
      tail: last ? LAST_TAIL : /[.!?]["')]*$/.test(text) ? pauses * SENTENCE_TAIL : CLAUSE_TAIL,
    });
    said += text.length;
    yield { ...sentence, said: said / length };
  }
}
