import { AttuneError } from 'attune';
import { type ContentFile, parseContent } from 'attune/dialogue';

/**
 * Fetches an operator's own files of dialogue from this server.
 *
 * @throws {AttuneError} `asset-missing` or `bad-input`, naming the file
 */
export function loadOwnContent(paths: readonly string[]): Promise<readonly ContentFile[]> {
  return Promise.all(paths.map(async (path) => {
    const response = await fetch(path);
    if (!response.ok) throw new AttuneError('asset-missing', `Expected a file of dialogue at ${path}, but the server answered ${response.status}. Put it there, or take it out of content.own.`);
    const data: unknown = await response.json().catch(() => {
      throw new AttuneError('bad-input', `Expected ${path} to be JSON, but it can't be read. Look for a comma or a quote that is missing or too many.`);
    });
    parseContent(data, path);
    return data as ContentFile;
  }));
}
