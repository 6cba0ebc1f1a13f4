import { createResampler } from './resampler.ts';
import { FRAME, RATE } from './voice-frame.ts';
import { WORKLET_NAME, type VoiceBlock, type WorkletCommand } from './voice-protocol.ts';

// The audio worklet's own globals, which TypeScript's DOM library lacks.
declare const sampleRate: number;
declare const currentFrame: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Blocks in flight between worklet and worker: a second of sound. When all are out, sound is dropped. */
const BLOCKS = 32;
/** Samples in a render quantum, as the standard fixes it. */
const QUANTUM = 128;

/** Mixes to mono, resamples to 16 kHz and hands blocks to the worker; itself it sounds silent. */
class VoiceProcessor extends AudioWorkletProcessor {
  private readonly resampler = createResampler(sampleRate, RATE);
  private readonly scratch = new Float32Array(this.resampler.capacity(QUANTUM));
  private readonly mono = new Float32Array(QUANTUM);
  private readonly block = new Float32Array(FRAME);
  private filled = 0;
  /** Samples at 16 kHz made so far, and the context frame at which the first of them lies. */
  private made = 0;
  private origin: number | null = null;
  private expected = 0;
  private free: Float32Array<ArrayBuffer>[] = [];
  private blocks: MessagePort | null = null;
  private dropped = 0;
  private ended = false;

  constructor() {
    super();
    this.port.addEventListener('message', ({ data }: MessageEvent<WorkletCommand>) => {
      this.blocks?.close();
      this.blocks = null;
      if (data.type === 'end') {
        this.ended = true;
        return;
      }
      this.blocks = data.port;
      this.free = Array.from({ length: BLOCKS }, () => new Float32Array(FRAME));
      this.blocks.addEventListener('message', (message: MessageEvent<Float32Array<ArrayBuffer>>) => this.free.push(message.data));
      this.blocks.start();
    });
    this.port.start();
  }

  process(inputs: Float32Array[][]): boolean {
    // Under load the context passes over quanta without a call; its time goes on, and so must ours.
    this.origin = this.origin === null ? currentFrame : this.origin + currentFrame - this.expected;
    this.expected = currentFrame + QUANTUM;
    this.mix(inputs[0] ?? []);
    const count = this.resampler.push(this.mono, this.scratch);
    for (let i = 0; i < count; i += 1) {
      this.block[this.filled] = this.scratch[i]!;
      this.filled += 1;
      if (this.filled === FRAME) this.send();
    }
    return !this.ended;
  }

  /** The mean of the channels; silence while nothing is connected, so that time goes on. */
  private mix(channels: Float32Array[]): void {
    this.mono.fill(0);
    for (const channel of channels) {
      for (let i = 0; i < QUANTUM; i += 1) this.mono[i] = this.mono[i]! + channel[i]! / channels.length;
    }
  }

  private send(): void {
    const at = this.origin! / sampleRate + this.made / RATE;
    this.made += FRAME;
    this.filled = 0;
    if (!this.blocks) return;
    const samples = this.free.pop();
    if (!samples) {
      this.dropped += 1;
      return;
    }
    samples.set(this.block);
    this.blocks.postMessage({ samples, at, dropped: this.dropped } satisfies VoiceBlock, [samples.buffer]);
  }
}

registerProcessor(WORKLET_NAME, VoiceProcessor);
