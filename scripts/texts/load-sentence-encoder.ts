import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assetManifest } from '../../src/cli/assets/asset-manifest.ts';
import { recipes } from '../../src/cli/assets/recipes.ts';
import type { PieceEncoder } from '../../src/browser/text/encoder/embedding.ts';
import { createSentenceEncoder } from '../../src/browser/text/encoder/sentence-encoder.ts';
import { ROOT } from '../run.ts';

const PACKAGES = join(ROOT, 'node_modules');
const MODEL = assetManifest.products.find(({ path }) => path === 'text/sentence-encoder.onnx')!;
const BUILT = join(ROOT, 'build/learn/texts', `sentence-encoder-${MODEL.sha256.slice(0, 8)}.onnx`);

/** Names the encoder's weights, for caches of what it gave. */
export const ENCODER = MODEL.sha256;

/** The encoder as the browser's worker runs it, from the installed packages. */
export function loadSentenceEncoder(): Promise<PieceEncoder> {
  const ort = join(PACKAGES, 'onnxruntime-web/dist/ort-wasm-simd-threaded');
  return createSentenceEncoder({
    model: readEncoderModel(),
    vocabulary: readVocabulary(),
    loader: `file://${ort}.mjs`,
    binary: new Uint8Array(readFileSync(`${ort}.wasm`)),
  });
}

export function readVocabulary(): string {
  return readFileSync(join(PACKAGES, MODEL.package, 'dist/vocab.json'), 'utf8');
}

/** The ONNX file, which takes two seconds to make, from build/learn where it is there. */
export function readEncoderModel(): Uint8Array {
  if (existsSync(BUILT)) return readFileSync(BUILT);
  const [first, ...more] = [MODEL.source, ...(MODEL.moreSources ?? [])].map((source) => readFileSync(join(PACKAGES, MODEL.package, source)));
  const made = recipes[MODEL.recipe!](first!, ...more);
  const hash = createHash('sha256').update(made).digest('hex');
  if (hash !== MODEL.sha256) throw new Error(`Expected ${MODEL.path} to have SHA-256 ${MODEL.sha256}, but it has ${hash}; bring manifest.json up to date.`);
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(`${BUILT}.${process.pid}`, made);
  renameSync(`${BUILT}.${process.pid}`, BUILT);
  return made;
}
