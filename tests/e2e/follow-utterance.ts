import type { Page } from 'playwright-core';
// Brings the type of window.attune.
import '../../scenes/playground/handle.ts';

declare global {
  interface Window {
    /** What the page made, kept by the spy below. */
    made?: { contexts: AudioContext[]; tracks: MediaStreamTrack[]; taps: AnalyserNode[] };
  }
}

/** Notes every AudioContext and every track, and listens in on all that goes to a loudspeaker. */
export async function spyOnSound(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: NonNullable<Window['made']> = { contexts: [], tracks: [], taps: [] };
    window.made = made;
    const Original = window.AudioContext;
    window.AudioContext = class extends Original {
      constructor(options?: AudioContextOptions) {
        super(options);
        made.contexts.push(this);
      }
    };
    const connect = AudioNode.prototype.connect;
    const taps = new Map<BaseAudioContext, AnalyserNode>();
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode | AudioParam, ...rest: number[]) {
      if (to instanceof AudioDestinationNode && to.context instanceof Original) {
        let tap = taps.get(to.context);
        if (!tap) {
          tap = new AnalyserNode(to.context, { fftSize: 32768 });
          // Without something that always sounds, even silence, the tap would keep what it heard last.
          const silence = new ConstantSourceNode(to.context, { offset: 0 });
          Reflect.apply(connect, silence, [tap]);
          silence.start();
          taps.set(to.context, tap);
          made.taps.push(tap);
        }
        Reflect.apply(connect, this, [tap]);
      }
      return Reflect.apply(connect, this, [to, ...rest]);
    } as typeof connect;
    const original = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await original(constraints);
      made.tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

export interface Utterance {
  readonly rms: number;
  /** On the audio clock: when the sound begins, and between which moments the mouth first opened. */
  readonly sound: number;
  readonly mouth: readonly [number, number];
  /** How often the mouth opened, closed or no wider than half of what it had been before. */
  readonly openings: number;
}

/** Follows one utterance from silence to silence, sound and mouth on the audio clock. */
export function followUtterance(page: Page): Promise<Utterance> {
  return page.evaluate(async () => {
    const threshold = 0.01;
    let sound: number | null = null;
    let mouth: [number, number] | null = null;
    let closedAt = 0;
    let openings = 0;
    let open = false;
    let [widest, least] = [0, 0];
    let sum = 0;
    let count = 0;
    const patience = performance.now() + 60_000;
    let spoken = false;
    while (performance.now() < patience) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const attune = window.attune;
      const context = attune?.audio.context;
      const tap = window.made?.taps.find((each) => each.context === context);
      if (!attune || !context || !tap) continue;
      const samples = new Float32Array(tap.fftSize);
      const end = context.currentTime;
      const frame = attune.frame();
      tap.getFloatTimeDomainData(samples);
      const heard = end - context.outputLatency;
      const opening = Object.entries(frame.mouth).reduce((total, [viseme, weight]) => total + (viseme === 'sil' || viseme === 'PP' ? 0 : weight), 0);
      if (opening > 0.05) mouth ??= [closedAt, heard];
      else closedAt = heard;
      if (!open && opening > Math.max(0.05, 1.5 * least)) {
        openings += 1;
        open = true;
        widest = 0;
      } else if (open && opening < widest / 2) {
        open = false;
        least = opening;
      }
      widest = Math.max(widest, opening);
      least = Math.min(least, opening);
      if (sound === null) {
        const first = samples.findIndex((sample) => Math.abs(sample) > threshold);
        if (first >= 0) sound = end - (samples.length - first) / context.sampleRate;
      } else {
        for (const sample of samples.subarray(-2048)) sum += sample * sample;
        count += 2048;
      }
      spoken ||= frame.speaking;
      if (spoken && !frame.speaking) break;
    }
    return { rms: Math.sqrt(sum / Math.max(1, count)), sound: sound ?? Number.NaN, mouth: mouth ?? [Number.NaN, Number.NaN], openings };
  });
}
