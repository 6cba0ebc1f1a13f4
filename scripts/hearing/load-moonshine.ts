import { readFileSync } from 'node:fs';
import { createMoonshine, type Moonshine } from '../../src/browser/hearing/moonshine.ts';
import { extractVocabulary } from '../../src/cli/assets/vocabulary.ts';

const packages = new URL('../../node_modules/', import.meta.url);
const at = (path: string): URL => new URL(path, packages);

/** The recogniser as the browser's worker runs it, from the installed packages. */
export function loadMoonshine(): Promise<Moonshine> {
  return createMoonshine({
    encoder: readFileSync(at('@moonshine-ai/moonshine-js/dist/model/tiny/quantized/encoder_model.onnx')),
    decoder: readFileSync(at('@moonshine-ai/moonshine-js/dist/model/tiny/quantized/decoder_model_merged.onnx')),
    vocabulary: extractVocabulary(readFileSync(at('llama-tokenizer-js/llama-tokenizer.js'))),
    loader: at('onnxruntime-web/dist/ort-wasm-simd-threaded.mjs').href,
    binary: new Uint8Array(readFileSync(at('onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'))),
  });
}
