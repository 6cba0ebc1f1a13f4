import type { Page } from 'playwright-core';
import { bestLag, type Lag } from '../../scripts/lip-sync/best-lag.ts';
// Bring the types of window.attune and window.attuneSpeech.
import '../../scenes/playground/handle.ts';
import '../../scenes/speech/handle.ts';
import './follow-utterance.ts';

const HOP = 0.01;

/** Mouth and sound of one utterance, every {@link HOP} of the audio clock. */
interface Followed {
  readonly opening: readonly number[];
  readonly loudness: readonly number[];
  /** How often the mouth was looked at, in times a second. */
  readonly looks: number;
}

/** Follows the next utterance that is not `other`, `seconds` of it at most; needs spyOnSound. */
export async function followMouth(page: Page, other: string | null = null, seconds = 8): Promise<Lag & { readonly looks: number }> {
  const { opening, loudness, looks } = await page.evaluate(record, [HOP, seconds, other] as const);
  return { ...bestLag(opening, loudness, HOP), looks };
}

/** Runs in the page. */
async function record([hop, seconds, other]: readonly [number, number, string | null]): Promise<Followed> {
  const mouths: [number, number][] = [];
  const energies = new Map<number, number>();
  const patience = performance.now() + 60_000;
  let begun: number | null = null;
  while (performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    const handle = window.attune ?? window.attuneSpeech;
    const context = handle?.audio.context;
    const tap = window.made?.taps.find((each) => each.context === context);
    if (!handle || !context || !tap) continue;
    const samples = new Float32Array(tap.fftSize);
    const end = context.currentTime;
    const frame = handle.frame();
    const { mouth } = frame;
    const speaking = frame.speaking && window.attune?.agent.state.conversation.utterance?.id !== other;
    tap.getFloatTimeDomainData(samples);
    const heard = end - context.outputLatency;
    if (speaking) begun ??= heard;
    if (begun === null) continue;
    mouths.push([heard, mouth.aa + 0.7 * mouth.E + 0.8 * mouth.oh + 0.5 * mouth.ih + 0.4 * mouth.ou + 0.25 * (mouth.RR + mouth.DD + mouth.nn + mouth.kk + mouth.CH + mouth.SS + mouth.TH)]);
    // All bins that lie in what the tap still remembers.
    const first = Math.ceil((end - samples.length / context.sampleRate) / hop);
    for (let bin = Math.max(first, Math.floor(begun / hop)); (bin + 1) * hop < end; bin += 1) {
      if (energies.has(bin)) continue;
      const from = samples.length - Math.round((end - bin * hop) * context.sampleRate);
      const block = samples.subarray(from, from + Math.round(hop * context.sampleRate));
      energies.set(bin, Math.sqrt(block.reduce((sum, sample) => sum + sample * sample, 0) / block.length));
    }
    if (!speaking || heard > begun + seconds) break;
  }
  const bins = [...energies.keys()].sort((a, b) => a - b);
  let at = 0;
  const opening = bins.map((bin) => {
    const time = (bin + 0.5) * hop;
    while (at < mouths.length - 2 && mouths[at + 1]![0] < time) at += 1;
    const [[t0, before], [t1, after]] = [mouths[at] ?? [0, 0], mouths[at + 1] ?? [1, 0]];
    return before + (after - before) * Math.min(1, Math.max(0, (time - t0) / (t1 - t0)));
  });
  return { opening, loudness: bins.map((bin) => energies.get(bin) ?? 0), looks: mouths.length / (mouths.at(-1)![0] - mouths[0]![0]) };
}
