import type { AvatarLack, VrmDriver } from 'attune/three';
import type { Mesh } from 'three';
import type { AvatarChoice, Character } from './avatar-choice.ts';

/** What the label beside an avatar tells. */
export interface ShownAvatar {
  /** Null for an avatar from elsewhere. */
  readonly character: Character | null;
  readonly name: string;
  readonly authors: readonly string[];
  /** The licence's URL or name; null when the file states none. */
  readonly licence: string | null;
  readonly version: '0.x' | '1.0';
  readonly triangles: number;
  readonly lacks: readonly AvatarLack[];
}

export function readLabel({ avatar: { credits, version, lacks }, object }: VrmDriver, { title, character }: AvatarChoice): ShownAvatar {
  let triangles = 0;
  object.traverse((each) => {
    const { isMesh, geometry } = each as Partial<Mesh>;
    if (isMesh && geometry) triangles += (geometry.index ?? geometry.getAttribute('position')).count / 3;
  });
  return { character, name: credits.name || title, authors: credits.authors.filter(Boolean), licence: credits.licence, version, triangles, lacks };
}

const LICENCES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/creativecommons\.org\/publicdomain\/zero\/1\.0|^CC0(-1\.0)?$/i, 'CC0 1.0'],
  [/creativecommons\.org\/licenses\/by\/4\.0/i, 'CC BY 4.0'],
  [/vrm\.dev\/licenses\/1\.0/i, 'VRM Public License 1.0'],
];

/** A licence as people call it, and where to read it when that is an address. */
export function nameLicence(licence: string): { readonly name: string; readonly href: string | null } {
  const known = LICENCES.find(([pattern]) => pattern.test(licence))?.[1];
  return { name: known ?? licence, href: /^https?:\/\//i.test(licence) ? licence : null };
}
