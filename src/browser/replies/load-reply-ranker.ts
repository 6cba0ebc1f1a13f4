import { assetUrl, DEFAULT_ASSETS, fetchAsset } from '../assets.ts';
import { parseNet } from '../nets/net-file.ts';
import { createReplyRanker, type ReplyRanker } from './reply-ranker.ts';

/** Where the weights of the ranker lie. */
export interface ReplyRankerOptions {
  /** Base URL of the prepared assets; `./attune/` beside the page by default. */
  readonly assets?: string;
  /** URL of the weights; `models/replies.json` among the assets by default. */
  readonly url?: string;
}

/**
 * Fetches what ranks candidate replies by how empathetic people would find them. English and Chinese.
 *
 * @throws {AttuneError} `asset-missing` or `asset-wrong`
 */
export async function loadReplyRanker({ assets = DEFAULT_ASSETS, url }: ReplyRankerOptions = {}): Promise<ReplyRanker> {
  const weights = await fetchAsset(url === undefined ? assetUrl(assets, 'models/replies.json') : new URL(url, document.baseURI).href);
  return createReplyRanker(parseNet(new TextDecoder().decode(weights), 'replies'));
}
