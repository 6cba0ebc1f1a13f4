import type { AssetManifest } from './asset-manifest.ts';
import { findPackage, ownFolder } from './find-package.ts';

/**
 * Finds the named packages, each in its pinned version.
 *
 * @param from where a program's own packages are looked for first; attune's come after.
 * @returns the folder of each package, by name.
 * @throws one error for all that are missing, or else one for all of another version.
 */
export function findPinnedPackages(
  manifest: AssetManifest,
  names: readonly string[],
  from: string,
): Map<string, string> {
  const folders = new Map<string, string>();
  const missing: string[] = [];
  const mismatched: { pin: string; text: string }[] = [];

  for (const name of names) {
    const pinned = manifest.packages[name];
    if (pinned === undefined) {
      throw new Error(`Expected the asset manifest to pin ${name}, but it has no such package; add it to "packages".`);
    }
    const pin = `${name}@${pinned.version}`;
    const found = findPackage(name, pinned.own ? [ownFolder, from] : [from, ownFolder]);
    if (found === null) missing.push(pin);
    else if (found.version !== pinned.version) {
      mismatched.push({ pin, text: `${name} ${pinned.version}, but ${found.version} is installed in ${found.folder}` });
    } else folders.set(name, found.folder);
  }

  if (missing.length > 0) {
    const what = missing.length === 1 ? 'a package that is' : 'packages that are';
    throw new Error(`The assets are made from ${what} not installed; run: npm install --save-exact ${missing.join(' ')}`);
  }
  if (mismatched.length > 0) {
    throw new Error(
      `Expected ${mismatched.map(({ text }) => text).join(', and ')}; run: npm install --save-exact ${mismatched.map(({ pin }) => pin).join(' ')}`,
    );
  }
  return folders;
}
