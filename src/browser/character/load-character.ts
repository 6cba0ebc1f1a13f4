import { AttuneError, type Character, parseCharacter } from '../../core/index.ts';
import { assetUrl, DEFAULT_ASSETS, fetchAsset } from '../assets.ts';

/** Which character is fetched, and from where. */
export interface CharacterOptions {
  /** Which of the characters among the assets: `mira`, `emil` or `pip`. */
  readonly id?: string;
  /** Base URL of the prepared assets; `./attune/` beside the page by default. */
  readonly assets?: string;
  /** URL of a file of your own, instead of one of the assets. */
  readonly url?: string;
}

/**
 * Fetches who the agent is, for {@link AgentOptions.character}.
 *
 * @throws {AttuneError} `asset-missing` or `asset-wrong` when there is no such file; `bad-input` when it is no character, naming the field
 */
export async function loadCharacter({ id = 'mira', assets = DEFAULT_ASSETS, url }: CharacterOptions = {}): Promise<Character> {
  const place = url === undefined ? assetUrl(assets, `avatars/${id}/character.json`) : new URL(url, document.baseURI).href;
  const text = new TextDecoder().decode(await fetchAsset(place));
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (thrown) {
    throw new AttuneError('bad-input', `Expected a character at ${place}, but it is no JSON (${(thrown as Error).message}). Correct the file.`, thrown);
  }
  return parseCharacter(data);
}
