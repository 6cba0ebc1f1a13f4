import type { Unit } from '../../core/index.ts';
import { type Net, parseNet } from '../nets/net-file.ts';
import type { PieceEncoder } from './encoder/embedding.ts';
import { type Glosser, parseGlosses } from './encoder/glosses.ts';
import { rememberEmbeddings } from './encoder/remember.ts';
import type { FullTextAssets } from './text-protocol.ts';

/** What the full size adds to the light one. */
export interface FullText {
  readonly net: Net;
  readonly dimensions: Net;
  readonly encoder: PieceEncoder;
  /** Makes Chinese readable to the encoder. */
  readonly gloss: Glosser;
}

export type FetchFile = (url: string, onProgress: (share: Unit) => void) => Promise<Uint8Array<ArrayBuffer>>;

/** Sizes of the parts, so that progress is even before their lengths are known. */
const SHARES: Readonly<Record<Exclude<keyof FullTextAssets, 'loader'>, number>> = { net: 0.03, dimensions: 0.03, glosses: 0.01, encoder: 0.52, vocabulary: 0.01, binary: 0.4 };

/**
 * Fetches the sentence encoder and the heads on it, and starts it on this thread.
 *
 * @throws {Error} when a part is missing or does not start
 */
export async function loadFull(assets: FullTextAssets, fetchFile: FetchFile, onProgress: (share: Unit) => void): Promise<FullText> {
  const loaded: Record<string, number> = {};
  const fetchPart = (part: keyof typeof SHARES): Promise<Uint8Array<ArrayBuffer>> => fetchFile(assets[part], (share) => {
    loaded[part] = share * SHARES[part];
    onProgress(Object.values(loaded).reduce((sum, each) => sum + each, 0));
  });
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const [net, dimensions, glosses, model, vocabulary, binary, { createSentenceEncoder }] = await Promise.all([
    fetchPart('net'), fetchPart('dimensions'), fetchPart('glosses'), fetchPart('encoder'), fetchPart('vocabulary'), fetchPart('binary'),
    // The runtime and the encoder's code come only where they are wanted.
    import('./encoder/sentence-encoder.ts'),
    // The runtime imports its loader by itself; asking for it here gives a missing one a clear sentence.
    fetchFile(assets.loader, () => undefined),
  ]);
  const encoder = await createSentenceEncoder({ model, vocabulary: text(vocabulary), binary, loader: assets.loader });
  return { net: parseNet(text(net), 'text-full'), dimensions: parseNet(text(dimensions), 'text-dimensions'), encoder: rememberEmbeddings(encoder), gloss: parseGlosses(text(glosses)) };
}
