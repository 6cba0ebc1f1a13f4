import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { Decibels, Unit } from '../../core/index.ts';
import { measureLevel } from '../voice/level.ts';
import { RATE } from '../voice/voice-frame.ts';
import { likeliest, searchBeams, type Step } from './beam-search.ts';
import { CLEAR, sureness } from './sureness.ts';
import { END, findLoop, parseVocabulary, START } from './tokens.ts';
import type { Transcript } from './transcript.ts';

/** Moonshine tiny, English: an encoder of sound and a decoder that writes one token after another. */
export interface Moonshine {
  /**
   * Makes out the words of up to about 30 s of sound at 16 kHz. Calls must not overlap.
   *
   * @param wanted asked between steps; once it says no, the work is given up
   * @param final whether to look longer for words that are not clear, by beam search
   * @returns null when it was given up
   */
  transcribe(samples: Float32Array, wanted?: () => boolean, final?: boolean): Promise<Transcript | null>;
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
/** Hypotheses that are followed where words are not clear. */
const BEAMS = 4;

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

  async function transcribe(samples: Float32Array, wanted: () => boolean = () => true, final = false): Promise<Transcript | null> {
    if (samples.length < SHORTEST || measureLevel(samples) < SILENT) return { text: '', confidence: 1 };
    const most = Math.ceil((samples.length / RATE) * TOKENS_PER_SECOND);
    const { last_hidden_state: sound } = await encoder.run({ input_values: new Tensor('float32', samples, [1, samples.length]) });
    const step: Step<Memory | null> = async (memory, token) => {
      const input = new Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]);
      const past = memory ?? blankMemory();
      const written = await decoder.run({ input_ids: input, encoder_hidden_states: sound!, use_cache_branch: new Tensor('bool', [memory !== null]), ...past });
      return { logits: written['logits']!.data as Float32Array, state: remember(past, written, memory === null) };
    };
    const greedy = await writeGreedily(step, most, wanted);
    if (!greedy) return null;
    const guess = { text: say(greedy.tokens), confidence: greedy.confidence };
    if (!final || guess.confidence >= CLEAR) return guess;
    const found = await searchBeams(step, null, { width: BEAMS, most, wanted });
    if (!wanted()) return null;
    const searched = found && { text: say(found.tokens), confidence: sureness(found.chances, false) };
    return searched && searched.confidence > guess.confidence ? searched : guess;
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

/** Takes the likeliest token each time; null when it was given up. */
async function writeGreedily(step: Step<Memory | null>, most: number, wanted: () => boolean): Promise<{ tokens: number[]; confidence: Unit } | null> {
  let memory: Memory | null = null;
  const tokens: number[] = [];
  const chances: Unit[] = [];
  let looped = false;
  while (tokens.length < most && !looped) {
    if (!wanted()) return null;
    const { logits, state } = await step(memory, tokens.at(-1) ?? START);
    let [best] = likeliest(logits, 1, null);
    if (!memory && best!.token === END && best!.chance < SURELY_NONE) [best] = likeliest(logits, 1, END);
    memory = state;
    chances.push(best!.chance);
    if (best!.token === END) break;
    tokens.push(best!.token);
    const kept = findLoop(tokens);
    looped = kept !== null;
    if (kept !== null) tokens.length = kept;
  }
  return { tokens, confidence: sureness(chances, looped || tokens.length >= most) };
}
