import type { Seconds, Unit } from '../../src/index.ts';
import { createDetectorGain } from '../../src/browser/voice/detector-gain.ts';
import { createEchoCanceller } from '../../src/browser/voice/echo/echo-canceller.ts';
import type { Silero } from '../../src/browser/voice/silero.ts';
import type { SpeechBoundary } from '../../src/browser/voice/voice-activity.ts';
import { createVoiceAnalyser } from '../../src/browser/voice/voice-analyser.ts';
import { FRAME, RATE } from '../../src/browser/voice/voice-frame.ts';
import type { VoiceReader } from '../../src/browser/voice/voice-reader.ts';

/** What was heard in a recording. */
export interface Listening {
  readonly boundaries: readonly SpeechBoundary[];
  /** When each start of speech was noticed, which is after its onset. */
  readonly noticed: readonly Seconds[];
  /** When a model's first reading of how it is said was there; null when there was none. */
  readonly read: Seconds | null;
  /** Median of the milliseconds that the echo canceller took for a frame in which the agent sounded; 0 without such frames. */
  readonly cancelling: number;
  /** Share of those frames in which only the agent was believed to speak, come what may. */
  readonly half: Unit;
}

/** The middle of the values; null when there is none. */
export function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
}

/**
 * Hears a microphone's sound, and what the agent sounded meanwhile, as the voice worker does; both at 16 kHz.
 *
 * @param reader reads how it is said
 */
export async function listen(silero: Silero, microphone: Float32Array, reference: Float32Array, reader?: VoiceReader): Promise<Listening> {
  const canceller = createEchoCanceller();
  const gain = createDetectorGain();
  const analyser = createVoiceAnalyser();
  const boundaries: SpeechBoundary[] = [];
  const noticed: Seconds[] = [];
  const costs: number[] = [];
  let half = 0;
  let read: Seconds | null = null;
  silero.reset();
  if (reader) {
    reader.reset();
    analyser.readBy(reader);
  }
  for (let i = 0; i + FRAME <= microphone.length; i += FRAME) {
    const began = performance.now();
    const { samples, level, agent } = canceller.push(microphone.subarray(i, i + FRAME), reference.subarray(i, i + FRAME));
    if (agent) costs.push(performance.now() - began);
    if (agent === 'half-duplex') half += 1;
    const { boundary, figures } = analyser.push(samples, i / RATE, await silero.probability(gain.apply(samples, microphone.subarray(i, i + FRAME))), level);
    if (figures?.expression) read ??= (i + FRAME) / RATE;
    if (boundary) boundaries.push(boundary);
    if (boundary?.type === 'speech-start') noticed.push((i + FRAME) / RATE);
  }
  return { boundaries, noticed, read, cancelling: median(costs) ?? 0, half: half / Math.max(1, costs.length) };
}
