import { Tensor } from 'onnxruntime-web/wasm';
import { type OnnxRuntime, startOnnx } from '../../nets/onnx-session.ts';
import { EMBEDDING, type Meaning, type PieceEncoder } from './embedding.ts';
import { createSentencePieces } from './sentence-pieces.ts';

/** Pieces of one run of the network: enough to keep it busy, few enough to let others have their turn. */
const RUN = 512;

type Output = 'embeddings' | 'pieces';

/** Lets messages in that came meanwhile: the runtime itself leaves the thread no gap. */
function aside(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve); });
}

/** What the encoder is made from: its ONNX file, the text of its vocabulary, and the runtime. */
export interface SentenceEncoderParts extends OnnxRuntime {
  readonly model: Uint8Array;
  readonly vocabulary: string;
}

/**
 * Starts the Universal Sentence Encoder Lite (Cer et al. 2018, arXiv 1803.11175), as `attune assets`
 * prepares it. It runs on the calling thread, so a page calls it in a worker.
 *
 * @throws {AttuneError} `asset-wrong` when the vocabulary is something else
 * @throws {Error} when the runtime or the model does not start
 */
export async function createSentenceEncoder(parts: SentenceEncoderParts): Promise<PieceEncoder> {
  const pieces = createSentencePieces(parts.vocabulary);
  const session = await startOnnx(parts.model, parts);
  // The network runs one batch at a time.
  let turn: Promise<unknown> = Promise.resolve();

  /** @param take does something with the numbers of each text that is not blank */
  async function runAll(texts: readonly string[], outputs: readonly Output[], take: (row: number, numbersOf: (output: Output) => Float32Array) => void): Promise<void> {
    const ids = texts.map(pieces);
    const rowsOf = new Map<number, number[]>();
    ids.forEach(({ length }, row) => {
      if (length > 0) rowsOf.set(length, [...(rowsOf.get(length) ?? []), row]);
    });
    for (const [length, rows] of rowsOf) {
      const together = Math.max(1, Math.floor(RUN / length));
      for (let i = 0; i < rows.length; i += together) {
        const some = rows.slice(i, i + together);
        const tokens = BigInt64Array.from(some.flatMap((row) => ids[row]!), BigInt);
        const results = await session.run({ tokens: new Tensor('int64', tokens, [some.length, length]) }, outputs);
        some.forEach((row, at) => take(row, (output) => {
          const values = results[output]!.data as Float32Array;
          const size = values.length / some.length;
          return values.subarray(at * size, (at + 1) * size);
        }));
        outputs.forEach((output) => results[output]!.dispose());
        await aside();
      }
    }
  }

  async function encodeAll(texts: readonly string[]): Promise<Float32Array> {
    const embeddings = new Float32Array(texts.length * EMBEDDING);
    await runAll(texts, ['embeddings'], (row, numbersOf) => embeddings.set(numbersOf('embeddings'), row * EMBEDDING));
    return embeddings;
  }

  async function readAll(texts: readonly string[]): Promise<Meaning[]> {
    const meanings = texts.map((): Meaning => ({ embedding: new Float32Array(EMBEDDING), pieces: new Float32Array() }));
    await runAll(texts, ['embeddings', 'pieces'], (row, numbersOf) => { meanings[row] = { embedding: numbersOf('embeddings').slice(), pieces: numbersOf('pieces').slice() }; });
    return meanings;
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  }

  return {
    encode: (texts) => inTurn(() => encodeAll(texts)),
    read: (texts) => inTurn(() => readAll(texts)),
    async dispose() {
      await turn;
      await session.release();
    },
  };
}
