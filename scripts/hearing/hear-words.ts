import type { Seconds } from '../../src/index.ts';
import { createTranscriber, type Transcribe } from '../../src/browser/hearing/transcriber.ts';
import type { Transcript } from '../../src/browser/hearing/transcript.ts';
import { createDetectorGain } from '../../src/browser/voice/detector-gain.ts';
import { createEchoCanceller } from '../../src/browser/voice/echo/echo-canceller.ts';
import type { Silero } from '../../src/browser/voice/silero.ts';
import { createSpeechSound } from '../../src/browser/voice/speech-sound.ts';
import { createVoiceAnalyser } from '../../src/browser/voice/voice-analyser.ts';
import { FRAME, FRAME_DURATION, RATE } from '../../src/browser/voice/voice-frame.ts';

/** What was made out of one stretch of speech. */
export interface HeardSpeech extends Transcript {
  readonly from: Seconds;
  readonly to: Seconds;
}

export interface HeardRecording {
  readonly speeches: readonly HeardSpeech[];
  /** Seconds of sound handed to the recogniser, and the time that it took for them. */
  readonly sound: Seconds;
  readonly taken: Seconds;
}

/** Hears the words of a recording at 16 kHz as voice worker and hearing worker do together, but as fast as it can. */
export async function hearWords(silero: Silero, transcribe: Transcribe, microphone: Float32Array): Promise<HeardRecording> {
  const canceller = createEchoCanceller();
  const gain = createDetectorGain();
  const analyser = createVoiceAnalyser();
  const speech = createSpeechSound();
  const silent = new Float32Array(FRAME);
  const speeches: HeardSpeech[] = [];
  const edges: { from: Seconds; to: Seconds }[] = [];
  let [sound, taken] = [0, 0];
  let answered = (): void => undefined;
  let failure: unknown = null;
  const transcriber = createTranscriber({
    source: 'moonshine', language: 'en', partials: false, now: () => performance.now() / 1000,
    async transcribe(samples, wanted, final) {
      const began = performance.now();
      const transcript = await transcribe(samples, wanted, final);
      sound += samples.length / RATE;
      taken += (performance.now() - began) / 1000;
      return transcript;
    },
    failed: (thrown) => (failure = thrown),
    words({ text, confidence }) {
      speeches.push({ ...edges[speeches.length]!, text, confidence });
      answered();
    },
  });
  silero.reset();
  for (let i = 0; i + FRAME <= microphone.length; i += FRAME) {
    const at = i / RATE;
    const block = microphone.subarray(i, i + FRAME);
    const { samples, level } = canceller.push(block, silent);
    const { boundary } = analyser.push(samples, at, await silero.probability(gain.apply(samples, block)), level);
    const part = speech.push(samples, at, boundary);
    if (boundary?.type === 'speech-start') {
      edges.push({ from: boundary.at, to: Number.POSITIVE_INFINITY });
      transcriber.begin({ id: `${edges.length}`, at: boundary.at });
    }
    if (part) transcriber.push(part);
    if (boundary?.type === 'speech-end') {
      edges.at(-1)!.to = boundary.at;
      const whole = new Promise<void>((resolve) => (answered = resolve));
      transcriber.end(at + FRAME_DURATION - boundary.at);
      await whole;
    }
  }
  if (failure) throw failure as Error;
  return { speeches, sound, taken };
}
