import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { Decibels, Unit } from '../../core/index.ts';
import { measureLevel } from '../voice/level.ts';
import { RATE } from '../voice/voice-frame.ts';
import { sureness } from './sureness.ts';
import { END, findLoop, parseVocabulary, START } from './tokens.ts';
import type { Transcript } from './transcript.ts';

/** Moonshine tiny, English: an encoder of sound and a decoder that writes one token after another. */
export interface Moonshine {
  /**
   * Makes out the words of up to about 30 s of sound at 16 kHz. Calls must not overlap.
   *
   * @param wanted asked between steps; once it says no, the work is given up
   * @returns null when it was given up
   */
  transcribe(samples: Float32Array, wanted?: () => boolean): Promise<Transcript | null>;
  release(): Promise<void>;
}

/** Weights, vocabulary, and the runtime's loader (a URL) and binary. */
export interface MoonshineParts {
  readonly encoder: Uint8Array;
  readonly decoder: Uint8Array;
  readonly vocabulary: Uint8Array;
  readonly loader: string;
  readonly binary: Uint8Array<ArrayBuffer>;
}

/** Layers of the decoder, heads in each, and numbers in a head. */
const LAYERS = 6;
const HEADS = 8;
const SIZE = 36;
/** Nobody says more tokens in a second; what writes more has lost the thread (Jeffries et al. 2024). */
const TOKENS_PER_SECOND = 6.5;
/** The encoder has nothing to convolve in less. */
const SHORTEST = 0.1 * RATE;
/** Below the noise of any microphone: nobody speaks. */
const SILENT: Decibels = -70;
/**
 * Of noises the model is at least so sure that they hold no words. What it only suspects to be none was found to be speech by
 * others, so it must say what it would be; that is then doubtful enough to be asked for again.
 */
const SURELY_NONE: Unit = 0.9;

/**
 * Starts the model on one thread and warms it up. Nothing is fetched but the runtime's loader.
 *
 * @throws {Error} when the runtime or the model does not start
 */
export async function createMoonshine(parts: MoonshineParts): Promise<Moonshine> {
  env.wasm.numThreads = 1;
  env.wasm.proxy = false;
  env.wasm.wasmPaths = { mjs: parts.loader };
  env.wasm.wasmBinary = parts.binary;
  env.logLevel = 'error';
  const say = parseVocabulary(parts.vocabulary);
  const encoder = await InferenceSession.create(parts.encoder, { executionProviders: ['wasm'] });
  const decoder = await InferenceSession.create(parts.decoder, { executionProviders: ['wasm'] });

  async function transcribe(samples: Float32Array, wanted: () => boolean = () => true): Promise<Transcript | null> {
    if (samples.length < SHORTEST || measureLevel(samples) < SILENT) return { text: '', confidence: 1 };
    const most = Math.ceil((samples.length / RATE) * TOKENS_PER_SECOND);
    const { last_hidden_state: sound } = await encoder.run({ input_values: new Tensor('float32', samples, [1, samples.length]) });
    let memory = blankMemory();
    const tokens: number[] = [];
    const chances: number[] = [];
    let looped = false;
    for (let token = START; tokens.length < most && !looped;) {
      if (!wanted()) return null;
      const first = tokens.length === 0;
      const input = new Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]);
      const written = await decoder.run({ input_ids: input, encoder_hidden_states: sound!, use_cache_branch: new Tensor('bool', [!first]), ...memory });
      memory = remember(memory, written, first);
      const logits = written['logits']!.data as Float32Array;
      let { best, chance } = likeliest(logits, null);
      if (first && best === END && chance < SURELY_NONE) ({ best, chance } = likeliest(logits, END));
      chances.push(chance);
      if (best === END) break;
      tokens.push(best);
      token = best;
      const kept = findLoop(tokens);
      looped = kept !== null;
      if (kept !== null) tokens.length = kept;
    }
    return { text: say(tokens), confidence: sureness(chances, looped || tokens.length >= most) };
  }

  await transcribe(Float32Array.from({ length: RATE }, (_, i) => 0.1 * Math.sin(i / 9)));
  return {
    transcribe,
    async release() {
      await Promise.all([encoder.release(), decoder.release()]);
    },
  };
}

type Memory = Readonly<Record<string, Tensor>>;

/** Keys and values of attention: those of the decoder grow, those of the sound are made once. */
function blankMemory(): Memory {
  const names = Array.from({ length: LAYERS }, (_, layer) => ['decoder', 'encoder'].flatMap((side) => ['key', 'value'].map((part) => `past_key_values.${layer}.${side}.${part}`))).flat();
  return Object.fromEntries(names.map((name) => [name, new Tensor('float32', new Float32Array(0), [0, HEADS, 1, SIZE])]));
}

function remember(memory: Memory, written: Readonly<Record<string, Tensor>>, first: boolean): Memory {
  const present = (name: string): Tensor => written[name.replace('past_key_values', 'present')]!;
  return Object.fromEntries(Object.entries(memory).map(([name, past]) => [name, first || name.includes('decoder') ? present(name) : past]));
}

/** The likeliest token but for `without`, which is not the first, and its chance among all. */
function likeliest(logits: Float32Array, without: number | null): { best: number; chance: Unit } {
  let best = 0;
  for (let i = 1; i < logits.length; i += 1) if (i !== without && logits[i]! > logits[best]!) best = i;
  let sum = 0;
  for (let i = 0; i < logits.length; i += 1) sum += Math.exp(logits[i]! - logits[best]!);
  return { best, chance: 1 / sum };
}
