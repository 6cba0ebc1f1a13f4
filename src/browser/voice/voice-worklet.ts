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

/** The agent's output, silent for an input that nothing is connected to. */
const REFERENCE = 1;

/** Mixes to mono, resamples to 16 kHz and hands blocks to the worker; itself it sounds silent. */
class VoiceProcessor extends AudioWorkletProcessor {
  /** The microphone's and the agent's, which advance alike. */
  private readonly resamplers = [createResampler(sampleRate, RATE), createResampler(sampleRate, RATE)] as const;
  private readonly scratch = [this.room(), this.room()] as const;
  private readonly mono = new Float32Array(QUANTUM);
  /** The microphone's frame, and behind it the agent's. */
  private readonly block = new Float32Array(2 * FRAME);
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
      this.free = Array.from({ length: BLOCKS }, () => new Float32Array(2 * FRAME));
      this.blocks.addEventListener('message', ({ data: { buffer } }: MessageEvent<Float32Array<ArrayBuffer>>) => this.free.push(new Float32Array(buffer)));
      this.blocks.start();
    });
    this.port.start();
  }

  process(inputs: Float32Array[][]): boolean {
    // Under load the context passes over quanta without a call; its time goes on, and so must ours.
    this.origin = this.origin === null ? currentFrame : this.origin + currentFrame - this.expected;
    this.expected = currentFrame + QUANTUM;
    const count = this.resample(inputs, 0);
    this.resample(inputs, REFERENCE);
    for (let i = 0; i < count; i += 1) {
      this.block[this.filled] = this.scratch[0][i]!;
      this.block[FRAME + this.filled] = this.scratch[REFERENCE][i]!;
      this.filled += 1;
      if (this.filled === FRAME) this.send();
    }
    return !this.ended;
  }

  private room(): Float32Array {
    return new Float32Array(this.resamplers[0].capacity(QUANTUM));
  }

  private resample(inputs: Float32Array[][], input: 0 | typeof REFERENCE): number {
    this.mix(inputs[input] ?? []);
    return this.resamplers[input].push(this.mono, this.scratch[input]);
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
    const sound = this.free.pop();
    if (!sound) {
      this.dropped += 1;
      return;
    }
    sound.set(this.block);
    const block: VoiceBlock = { samples: sound.subarray(0, FRAME), reference: sound.subarray(FRAME), at, dropped: this.dropped };
    this.blocks.postMessage(block, [sound.buffer]);
  }
}

registerProcessor(WORKLET_NAME, VoiceProcessor);
