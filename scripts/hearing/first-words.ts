import type { Seconds } from '../../src/index.ts';
import { createTranscriber, type Transcribe } from '../../src/browser/hearing/transcriber.ts';
import { createEchoCanceller } from '../../src/browser/voice/echo/echo-canceller.ts';
import { createDetectorGain } from '../../src/browser/voice/detector-gain.ts';
import type { Silero } from '../../src/browser/voice/silero.ts';
import { createSpeechSound } from '../../src/browser/voice/speech-sound.ts';
import { isOpenClause } from '../../src/browser/voice/turn/open-clause.ts';
import type { Ending } from '../../src/browser/voice/turn/phrase-ending.ts';
import { turnPatience } from '../../src/browser/voice/turn/turn-patience.ts';
import { createVoiceAnalyser } from '../../src/browser/voice/voice-analyser.ts';
import { FRAME, FRAME_DURATION, RATE } from '../../src/browser/voice/voice-frame.ts';

/** When words were known, after the onset and after the end of the speech. */
export interface FirstWords {
  readonly first: Seconds | null;
  readonly final: Seconds | null;
}

/** Hears a recording of one sentence at the pace at which it was spoken, as the browser would, but on a single thread. */
export async function timeFirstWords(silero: Silero, transcribe: Transcribe, microphone: Float32Array): Promise<FirstWords> {
  const canceller = createEchoCanceller();
  const gain = createDetectorGain();
  const analyser = createVoiceAnalyser();
  const speech = createSpeechSound();
  const silent = new Float32Array(FRAME);
  const began = performance.now() / 1000;
  const now = (): Seconds => performance.now() / 1000 - began;
  let onset: Seconds | null = null;
  let end: Seconds | null = null;
  let ending: Ending = 'unknown';
  const known: { first: Seconds | null; final: Seconds | null } = { first: null, final: null };
  const transcriber = createTranscriber({
    source: 'moonshine', language: 'en', partials: true, transcribe, now,
    failed: (thrown) => {
      throw thrown;
    },
    words(words) {
      if (words.text !== '') known.first ??= now() - onset!;
      if (words.paused) analyser.wait(turnPatience({ ending, open: isOpenClause(words.text, 'en'), looking: null }));
      if (words.final) known.final ??= now() - end!;
    },
  });
  silero.reset();
  for (let i = 0; i + FRAME <= microphone.length && known.final === null; i += FRAME) {
    const at = i / RATE;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, (at + FRAME_DURATION - now()) * 1000)));
    const block = microphone.subarray(i, i + FRAME);
    const { samples, level } = canceller.push(block, silent);
    const { boundary, signs } = analyser.push(samples, at, await silero.probability(gain.apply(samples, block)), level);
    const part = speech.push(samples, at, boundary);
    if (boundary?.type === 'speech-start') {
      onset ??= boundary.at;
      transcriber.begin({ id: '1', at: boundary.at });
    }
    if (part) transcriber.push(part);
    for (const sign of signs) {
      if (sign.type !== 'pause') continue;
      const rest = speech.flush();
      if (rest) transcriber.push(rest);
      transcriber.pause(at + FRAME_DURATION - sign.at);
      ending = sign.ending;
    }
    if (boundary?.type === 'speech-end') {
      end ??= boundary.at;
      transcriber.end(at + FRAME_DURATION - boundary.at);
    }
  }
  // The last words may still be on their way when the recording is over.
  const patience = end === null ? 0 : 100;
  for (let waited = 0; known.final === null && waited < patience; waited += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  return known;
}
