import { type Seconds, type Unit, unit } from '../../core/index.ts';

/** The sound of one utterance: pieces that follow each other without a gap. */
export interface Playback {
  /** Schedules a piece right after those before it, and tells when it starts on the context's clock. */
  add(samples: Float32Array<ArrayBuffer>): Seconds;
  /** When the last piece ends. */
  readonly end: Seconds;
  /** Resolves when at most this many pieces are still to end. */
  until(pieces: number): Promise<void>;
  /** Is so loud from now on, 1 as usual, within 50 ms. */
  duck(level: Unit): void;
  /** Is silent within 30 ms and lets go of every node. Harmless when repeated. */
  stop(): void;
}

/** A change of level within this neither clicks nor lags. */
const DUCK_FADE: Seconds = 0.03;
/** Short enough to feel immediate, long enough not to click. */
const CANCEL_FADE: Seconds = 0.015;
/**
 * Changes are scheduled this much ahead of `currentTime`: the device asks for several blocks at a
 * time, and a change that lies in the past when its block is computed is a click.
 */
const SCHEDULE_AHEAD: Seconds = 0.015;

/** Makes a playback into `destination`. Nothing sounds until a piece is added. */
export function createPlayback(context: AudioContext, destination: AudioNode): Playback {
  const gain = context.createGain();
  const loudness = context.createGain();
  gain.connect(loudness).connect(destination);
  /** The last change of level. */
  let change = { from: 1, to: 1, at: Number.NEGATIVE_INFINITY };
  const sources = new Set<AudioBufferSourceNode>();
  const waiting = new Set<() => void>();
  let end: Seconds = 0;
  let stopped = false;

  const release = (): void => {
    gain.disconnect();
    loudness.disconnect();
  };

  return {
    add(samples) {
      const buffer = context.createBuffer(1, Math.max(1, samples.length), context.sampleRate);
      buffer.copyToChannel(samples, 0);
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(gain);
      source.addEventListener('ended', () => {
        source.disconnect();
        sources.delete(source);
        if (stopped && sources.size === 0) release();
        for (const check of waiting) check();
      }, { once: true });
      const start = Math.max(end, context.currentTime + SCHEDULE_AHEAD);
      source.start(start);
      sources.add(source);
      end = start + buffer.duration;
      return start;
    },
    get end() {
      return end;
    },
    until(pieces) {
      return new Promise((resolve) => {
        const check = (): void => {
          if (sources.size > pieces) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
    },
    duck(level) {
      if (stopped || context.state === 'closed') return;
      const at = context.currentTime + SCHEDULE_AHEAD;
      // Where the last change will be by then; asking the node would tell where it is now.
      const from = change.from + (change.to - change.from) * unit((at - change.at) / DUCK_FADE);
      change = { from, to: level, at };
      loudness.gain.cancelScheduledValues(at);
      loudness.gain.setValueAtTime(from, at);
      loudness.gain.linearRampToValueAtTime(level, at + DUCK_FADE);
    },
    stop() {
      if (stopped) return;
      stopped = true;
      waiting.clear();
      if (context.state === 'closed' || sources.size === 0) return release();
      const from = context.currentTime + SCHEDULE_AHEAD;
      gain.gain.setValueAtTime(1, from);
      gain.gain.linearRampToValueAtTime(0, from + CANCEL_FADE);
      for (const source of sources) source.stop(from + CANCEL_FADE);
    },
  };
}
