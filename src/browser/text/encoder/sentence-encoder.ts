import { Tensor } from 'onnxruntime-web/wasm';
import { type OnnxRuntime, startOnnx } from '../../nets/onnx-session.ts';
import { EMBEDDING, type SentenceEncoder } from './embedding.ts';
import { createSentencePieces } from './sentence-pieces.ts';

/** Pieces of one run of the network: enough to keep it busy, few enough to let others have their turn. */
const RUN = 512;

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
export async function createSentenceEncoder(parts: SentenceEncoderParts): Promise<SentenceEncoder> {
  const pieces = createSentencePieces(parts.vocabulary);
  const session = await startOnnx(parts.model, parts);
  // The network runs one batch at a time.
  let turn: Promise<unknown> = Promise.resolve();

  async function run(rows: readonly number[], length: number, ids: readonly (readonly number[])[], into: Float32Array): Promise<void> {
    const tokens = new BigInt64Array(rows.length * length);
    rows.forEach((row, i) => ids[row]!.forEach((id, j) => (tokens[i * length + j] = BigInt(id))));
    const { embeddings } = await session.run({ tokens: new Tensor('int64', tokens, [rows.length, length]) });
    const values = embeddings!.data as Float32Array;
    rows.forEach((row, i) => into.set(values.subarray(i * EMBEDDING, (i + 1) * EMBEDDING), row * EMBEDDING));
    embeddings!.dispose();
  }

  async function encodeAll(texts: readonly string[]): Promise<Float32Array> {
    const ids = texts.map(pieces);
    const embeddings = new Float32Array(texts.length * EMBEDDING);
    const rowsOf = new Map<number, number[]>();
    ids.forEach(({ length }, row) => {
      if (length > 0) rowsOf.set(length, [...(rowsOf.get(length) ?? []), row]);
    });
    for (const [length, rows] of rowsOf) {
      const together = Math.max(1, Math.floor(RUN / length));
      for (let i = 0; i < rows.length; i += together) {
        await run(rows.slice(i, i + together), length, ids, embeddings);
        await aside();
      }
    }
    return embeddings;
  }

  return {
    encode(texts) {
      const result = turn.then(() => encodeAll(texts));
      turn = result.catch(() => {});
      return result;
    },
    async dispose() {
      await turn;
      await session.release();
    },
  };
}
