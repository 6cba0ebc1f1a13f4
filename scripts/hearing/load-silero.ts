import { readFileSync } from 'node:fs';
import { createSilero, type Silero } from '../../src/browser/voice/silero.ts';

const packages = new URL('../../node_modules/', import.meta.url);
const at = (path: string): URL => new URL(path, packages);

/** The speech detector as the browser's worker runs it, from the installed packages. */
export function loadSilero(): Promise<Silero> {
  return createSilero({
    model: readFileSync(at('@ricky0123/vad-web/dist/silero_vad_v5.onnx')),
    loader: at('onnxruntime-web/dist/ort-wasm-simd-threaded.mjs').href,
    binary: new Uint8Array(readFileSync(at('onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'))),
  });
}
