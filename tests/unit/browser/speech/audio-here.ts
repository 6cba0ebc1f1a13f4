import type { AudioHub } from '../../../../src/browser/audio.ts';

/** Audio whose clock is performance.now(), so that vitest's fake timers move it. Sounds are kept by when they start and how they end. */
export interface AudioHere extends AudioHub {
  /** Sound that was scheduled: when, for how long, and when it was cut. */
  readonly sounds: readonly { readonly start: number; readonly end: number; stopped: number | null }[];
  /** Sources and gains that nobody let go of. */
  readonly connected: () => number;
}

const RATE = 48_000;

export function createAudioHere(): AudioHere {
  const sounds: { start: number; end: number; stopped: number | null }[] = [];
  const nodes = new Set<object>();
  const now = (): number => performance.now() / 1000;

  class Node extends EventTarget {
    connect<To>(to: To): To {
      nodes.add(this);
      return to;
    }

    disconnect(): void {
      nodes.delete(this);
    }
  }

  class Gain extends Node {
    readonly gain = { value: 1, cancelScheduledValues: () => undefined, setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined };
  }

  class Source extends Node {
    buffer: { readonly duration: number } | null = null;
    #sound: (typeof sounds)[number] | null = null;
    #timer: ReturnType<typeof setTimeout> | undefined;

    start(at: number): void {
      this.#sound = { start: at, end: at + this.buffer!.duration, stopped: null };
      sounds.push(this.#sound);
      this.#end(this.#sound.end);
    }

    stop(at: number): void {
      if (this.#sound) this.#sound.stopped = at;
      this.#end(at);
    }

    #end(at: number): void {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.dispatchEvent(new Event('ended')), Math.max(0, at - now()) * 1000);
    }
  }

  class Context extends EventTarget {
    state = 'running';
    readonly sampleRate = RATE;
    readonly outputLatency = 0.01;
    readonly destination = new Node();

    get currentTime(): number {
      return now();
    }

    createGain = (): Gain => new Gain();
    createBufferSource = (): Source => new Source();
    createBuffer = (_: number, length: number, rate: number) => ({ duration: length / rate, copyToChannel: () => undefined });
  }

  const context = new Context();
  return {
    sounds,
    connected: () => nodes.size,
    context: context as unknown as AudioContext,
    output: context.destination as unknown as AudioNode,
    open: async () => context as unknown as AudioContext,
    soundOutside: () => () => undefined,
    hold: () => () => undefined,
    watchOutside: () => () => undefined,
    close: async () => undefined,
  };
}
