import { env, InferenceSession } from 'onnxruntime-web/wasm';

/** What onnxruntime-web runs with: its loader (a URL) and its WebAssembly. */
export interface OnnxRuntime {
  readonly loader: string;
  readonly binary: Uint8Array<ArrayBuffer>;
}

/**
 * Starts a network on one thread, inside the calling worker. Nothing is fetched but the loader.
 *
 * @param model the bytes of an ONNX file
 * @throws {Error} when the runtime or the model does not start
 */
export function startOnnx(model: Uint8Array, { loader, binary }: OnnxRuntime): Promise<InferenceSession> {
  env.wasm.numThreads = 1;
  env.wasm.proxy = false;
  env.wasm.wasmPaths = { mjs: loader };
  env.wasm.wasmBinary = binary;
  env.logLevel = 'error';
  return InferenceSession.create(model, { executionProviders: ['wasm'] });
}
