import type { Rollup } from 'vite';

/**
 * All files of a build that a page can reach, however it names them: what it fetches by itself, and what comes only when it is wanted.
 *
 * @param isLeftOut files that are named and yet not reached
 */
export function reachedFiles(bundle: Rollup.OutputBundle, page: string, isLeftOut: (name: string) => boolean): { readonly names: ReadonlySet<string>; readonly contents: ReadonlyMap<string, string | Uint8Array> } {
  const contents = new Map(Object.values(bundle).map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
  const names = new Set([page]);
  // A set grows while it is walked, so what is reached is looked through, too.
  for (const name of names) {
    const content = contents.get(name);
    if (typeof content !== 'string' && !/\.(js|mjs|css|html|webmanifest)$/.test(name)) continue;
    const text = typeof content === 'string' ? content : Buffer.from(content ?? '').toString('utf8');
    for (const other of contents.keys()) if (text.includes(other.split('/').at(-1) ?? other) && !isLeftOut(other)) names.add(other);
  }
  return { names, contents };
}
