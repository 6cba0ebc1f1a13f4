/** A stretch of sound, on the audio clock. */
export interface Burst {
  readonly from: number;
  to: number;
}

/** Watches when something sounds. */
export interface SoundWatch {
  /** All that has sounded so far; the last one may still go on. */
  readonly bursts: readonly Burst[];
  stop(): void;
}

/** Samples that are looked at together: 2.7 ms at 48 kHz. */
const BLOCK = 128;

/**
 * Looks at the sound of a node, block by block. A page that stalls for more than 0.6 s misses some.
 *
 * @param loud peak from which a block sounds
 * @param gap silence, in seconds, that parts two bursts
 */
export function watchSound(node: AudioNode, loud: number, gap: number): SoundWatch {
  const { context } = node;
  const tap = new AnalyserNode(context, { fftSize: 32768 });
  const silence = new ConstantSourceNode(context, { offset: 0 });
  silence.connect(tap);
  silence.start();
  node.connect(tap);
  const samples = new Float32Array(tap.fftSize);
  const bursts: Burst[] = [];
  let seen = context.currentTime;
  const look = (): void => {
    const now = context.currentTime;
    tap.getFloatTimeDomainData(samples);
    const fresh = Math.min(samples.length, Math.floor(((now - seen) * context.sampleRate) / BLOCK) * BLOCK);
    for (let i = samples.length - fresh; i < samples.length; i += BLOCK) {
      const at = now - (samples.length - i) / context.sampleRate;
      if (!samples.subarray(i, i + BLOCK).some((sample) => Math.abs(sample) >= loud)) continue;
      const last = bursts.at(-1);
      const to = at + BLOCK / context.sampleRate;
      if (last && at - last.to <= gap) last.to = to;
      else bursts.push({ from: at, to });
    }
    if (fresh > 0) seen = now;
  };
  const timer = setInterval(look, 10);
  return {
    bursts,
    stop() {
      clearInterval(timer);
      silence.stop();
      node.disconnect(tap);
    },
  };
}
