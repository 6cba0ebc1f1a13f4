import { type Json, type JsonObject, objectOf, stringsOf } from '../document.ts';

/** What an avatar's file says about itself. Text of strangers: show it as text only. */
export interface FileCredits {
  readonly name: string;
  readonly authors: readonly string[];
  /** The licence's address or name; null when the file states none. */
  readonly licence: string | null;
  /** Who may use it, as the file says; null when it doesn't. */
  readonly allowed: string | null;
}

const LONGEST = 200;

/** @param extensions those of the whole document. @returns null for a file that is no avatar */
export function readCredits(extensions: JsonObject): FileCredits | null {
  if (extensions['VRMC_vrm'] !== undefined) {
    const meta = objectOf(objectOf(extensions['VRMC_vrm'])['meta']);
    return { name: text(meta['name']) ?? '', authors: stringsOf(meta['authors']).slice(0, 20).map(short), licence: text(meta['otherLicenseUrl']) ?? text(meta['licenseUrl']), allowed: text(meta['avatarPermission']) };
  }
  if (extensions['VRM'] === undefined) return null;
  const meta = objectOf(objectOf(extensions['VRM'])['meta']);
  const author = text(meta['author']);
  return { name: text(meta['title']) ?? '', authors: author === null ? [] : [author], licence: text(meta['otherLicenseUrl']) ?? text(meta['licenseName']), allowed: text(meta['allowedUserName']) };
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? short(value) : null;
}

/** Without the control characters that could rewrite a terminal. */
function short(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, LONGEST);
}
