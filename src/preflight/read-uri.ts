import type { Json } from './document.ts';
import type { Findings } from './findings.ts';

/** Brings the bytes of a file beside the checked one; null where there is none. Must not look anywhere else. */
export type ReadBeside = (path: string) => Uint8Array | null;

const DATA = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[\w.+-]+=[^;,]*)*)(;base64)?,/i;
/** A path within the folder: no scheme, no root, no way up, no query. */
const BESIDE = /^(?![./\\])(?:[^\\:?#\0/]+\/)*[^\\:?#\0/]+$/;

/**
 * The bytes behind a URI. Only data URIs, and files beside the checked one where the caller reads them, are ever followed.
 *
 * @returns null where it is refused
 */
export function readUri(uri: Json, at: string, readBeside: ReadBeside | undefined, findings: Findings): Uint8Array | null {
  const refuse = (message: string): null => {
    findings.refuse('uri', at, message);
    return null;
  };
  if (typeof uri !== 'string') return refuse('Expected a URI as text, but found something else.');
  if (/^data:/i.test(uri)) {
    const head = DATA.exec(uri.slice(0, 512));
    if (!head) return refuse('Expected a data URI with a media type and data, but its beginning is another.');
    const payload = uri.slice(head[0].length);
    const bytes = head[3] === undefined ? fromPercents(payload) : fromBase64(payload);
    return bytes ?? refuse(`Expected ${head[3] === undefined ? 'characters and %-escapes' : 'base64'} in the data URI, but found something else.`);
  }
  const shown = JSON.stringify(uri.slice(0, 60));
  let path: string;
  try {
    path = decodeURIComponent(uri);
  } catch {
    return refuse(`Expected a URI, but ${shown} has broken escapes.`);
  }
  if (!BESIDE.test(path) || path.split('/').includes('..')) return refuse(`Expected data inside the file, but it points to ${shown}. Nothing is fetched; export it as one file.`);
  if (!readBeside) return refuse(`Expected one whole file, but it wants ${shown} beside it. Export it as .vrm or .glb, or allow files beside it.`);
  return readBeside(path) ?? refuse(`Expected the file ${shown} beside it, but it isn't there, isn't a plain file or is too large.`);
}

const VALUES = new Int8Array(128).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((character, value) => VALUES[character.charCodeAt(0)] = value);

/** Decodes straight into bytes, as the text may be tens of megabytes long. */
function fromBase64(text: string): Uint8Array | null {
  let length = text.length;
  while (length > text.length - 2 && text.charCodeAt(length - 1) === 0x3d) length -= 1;
  if (length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let gathered = 0;
  let bits = 0;
  let to = 0;
  for (let from = 0; from < length; from += 1) {
    const value = VALUES[text.charCodeAt(from)] ?? -1;
    if (value < 0) return null;
    gathered = ((gathered << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[to] = gathered >> bits;
      to += 1;
    }
  }
  return bytes;
}

function fromPercents(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const escaped = code === 0x25 ? text.slice(at + 1, at + 3) : null;
    if (code > 127 || (escaped !== null && !/^[\da-f]{2}$/i.test(escaped))) return null;
    bytes.push(escaped === null ? code : Number.parseInt(escaped, 16));
    if (escaped !== null) at += 2;
  }
  return Uint8Array.from(bytes);
}
