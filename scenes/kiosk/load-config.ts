import { AttuneError } from 'attune';
import { type KioskConfig, parseKioskConfig } from 'attune/kiosk';

/** Where the configuration lies. */
export const settingsUrl = (search: string): URL => new URL(new URLSearchParams(search).get('config') ?? './kiosk.json', location.href);

/**
 * Reads the kiosk's configuration: `kiosk.json` beside the page, or the file of this server that `?config=` names.
 *
 * @throws {AttuneError} `asset-missing` where there is none, `bad-input` with a line for each fault
 */
export async function loadConfig(search: string): Promise<KioskConfig> {
  const url = settingsUrl(search);
  const name = url.pathname.split('/').at(-1) ?? 'kiosk.json';
  if (url.origin !== location.origin) throw new AttuneError('bad-input', `Expected a configuration on this server, but ?config= names ${url.origin}. Give a path, such as ?config=./kiosk.json.`);
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok) throw new AttuneError('asset-missing', `Expected a kiosk's configuration at ${url.pathname}, but the server answered ${response.status}. Put ${name} there; docs/kiosk.md has an example.`);
  let data: unknown;
  try {
    data = await response.json();
  } catch (thrown) {
    throw new AttuneError('bad-input', `Expected ${name} to be JSON, but it can't be read: ${thrown instanceof Error ? thrown.message : String(thrown)}. Look for a comma or a quote that is missing or too many.`);
  }
  return parseKioskConfig(data, name);
}
