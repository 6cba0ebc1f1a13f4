import type { EmotionFuser } from '../../core/index.ts';
import { assetUrl, DEFAULT_ASSETS, fetchAsset } from '../assets.ts';
import { parseNet } from '../nets/net-file.ts';
import { createFusionNet } from './fusion-net.ts';

/** Where the weights of the fusion net lie. */
export interface FusionNetOptions {
  /** Base URL of the prepared assets; `./attune/` beside the page by default. */
  readonly assets?: string;
  /** URL of the weights; `models/fusion.json` among the assets by default. */
  readonly url?: string;
}

/**
 * Fetches the net that brings face and voice together.
 *
 * @throws {AttuneError} `asset-missing` or `asset-wrong`; without the net, face and voice are fused by their trust
 */
export async function loadFusionNet({ assets = DEFAULT_ASSETS, url }: FusionNetOptions = {}): Promise<EmotionFuser> {
  const weights = await fetchAsset(url === undefined ? assetUrl(assets, 'models/fusion.json') : new URL(url, document.baseURI).href);
  return createFusionNet(parseNet(new TextDecoder().decode(weights), 'fusion'));
}
