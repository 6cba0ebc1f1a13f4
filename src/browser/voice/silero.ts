import { Tensor } from 'onnxruntime-web/wasm';
import type { Unit } from '../../core/index.ts';
import { type OnnxRuntime, startOnnx } from '../nets/onnx-session.ts';
import { FRAME, RATE } from './voice-frame.ts';

/** Silero VAD, version 5: how likely each frame of 32 ms at 16 kHz is speech. */
export interface Silero {
  /** Hears the next {@link FRAME} samples; calls must not overlap. */
  probability(samples: Float32Array): Promise<Unit>;
  /** Forgets what was heard. */
  reset(): void;
}

/** What the network is made from: its weights and the runtime. */
export interface SileroParts extends OnnxRuntime {
  readonly model: Uint8Array;
}

/** Samples of the previous frame that version 5 wants in front of each frame. */
const CONTEXT = 64;

/**
 * Starts the network on one thread, inside the calling worker, and runs it once so that the first
 * real frame is not late. Nothing is fetched but the loader.
 *
 * @throws {Error} when the runtime or the model does not start
 */
export async function createSilero(parts: SileroParts): Promise<Silero> {
  const session = await startOnnx(parts.model, parts);

  const rate = new Tensor('int64', BigInt64Array.of(BigInt(RATE)), []);
  const input = new Float32Array(CONTEXT + FRAME);
  const blank = (): Tensor => new Tensor('float32', new Float32Array(2 * 128), [2, 1, 128]);
  let state = blank();

  const silero: Silero = {
    async probability(samples) {
      input.copyWithin(0, FRAME);
      input.set(samples, CONTEXT);
      const result = await session.run({ input: new Tensor('float32', input, [1, input.length]), state, sr: rate });
      state = result['stateN']!;
      return Number(result['output']!.data[0]);
    },
    reset() {
      input.fill(0);
      state = blank();
    },
  };
  await silero.probability(new Float32Array(FRAME));
  silero.reset();
  return silero;
}
