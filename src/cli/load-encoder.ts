import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSentenceEncoder } from '../browser/text/encoder/sentence-encoder.ts';
import type { PieceEncoder } from '../browser/text/encoder/embedding.ts';
import { UsageError } from './usage-error.ts';

/** The sentence encoder out of a folder that `attune assets` made. @throws {UsageError} where it is not there */
export async function loadEncoder(assets: string): Promise<PieceEncoder> {
  const at = (path: string): string => resolve(join(assets, path));
  const read = (path: string): Promise<Uint8Array> => readFile(at(path)).catch(() => {
    throw new UsageError(`Expected ${at(path)}, as \`attune assets\` makes it, but it is not there. Name its folder with --assets, or read by words alone with --size light.`);
  });
  const [model, vocabulary, binary] = await Promise.all([read('text/sentence-encoder.onnx'), read('text/vocabulary.json'), read('voice/ort/ort-wasm-simd-threaded.wasm')]);
  return createSentenceEncoder({ model, binary: Uint8Array.from(binary), vocabulary: new TextDecoder().decode(vocabulary), loader: pathToFileURL(at('voice/ort/ort-wasm-simd-threaded.mjs')).href });
}
