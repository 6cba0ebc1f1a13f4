import type { Seconds, SpeechRequest } from '../../core/index.ts';
import { cleanText } from './clean-text.ts';
import type { FliteEngine } from './flite-engine.ts';
import { coarticulate } from './mouth/coarticulate.ts';
import { shapeFlitePhones } from './mouth/flite-shapes.ts';
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

/** A text said by Flite, sentence by sentence; null where nothing in it can be said in English. */
export function reciteByFlite({ text, tone }: SpeechRequest, engine: FliteEngine, voice: FliteVoice): Recital | null {
  const sentences = splitSentences(cleanText(text));
  if (sentences.length === 0) return null;
  const { pauses } = toneToProsody(tone, voice);
  const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  return {
    prepare: () => engine.prepare(),
    async *pieces(sampleRate) {
      let said = 0;
      for (const [index, sentence] of sentences.entries()) {
        const last = index === sentences.length - 1;
        const { samples, phones, loudness } = await engine.say({
          text: sentence, voice, tone, sampleRate,
          lead: index === 0 ? FIRST_LEAD : LEAD,
          tail: last ? LAST_TAIL : /[.!?]["')]*$/.test(sentence) ? pauses * SENTENCE_TAIL : CLAUSE_TAIL,
        });
        said += sentence.length;
        yield { samples, track: coarticulate(shapeFlitePhones(phones), loudness), said: said / length };
      }
    },
  };
}
