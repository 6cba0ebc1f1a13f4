import { isObject, type Json, type JsonObject } from './document.ts';
import type { Findings } from './findings.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/** Reads JSON only once its size, depth and number of values are known to be harmless. @returns null where it is refused */
export function readJson(bytes: Uint8Array, findings: Findings): JsonObject | null {
  if (!findings.within('jsonBytes', bytes.length, '')) return null;
  const { depth, values } = measure(bytes);
  if (!findings.within('jsonDepth', depth, '') || !findings.within('jsonValues', values, '')) return null;
  let json: Json;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as Json;
  } catch (thrown) {
    findings.refuse('json', '', thrown instanceof SyntaxError ? `Expected JSON, but it can't be read: ${thrown.message.slice(0, 120)}.` : 'Expected text in UTF-8, but some bytes are none.');
    return null;
  }
  if (!isObject(json)) {
    findings.refuse('json', '', 'Expected an object, but the JSON is something else.');
    return null;
  }
  if (!isFiniteThroughout(json)) {
    findings.refuse('values', '', 'Expected finite numbers, but one in the JSON is too large for any reader.');
    return null;
  }
  return json;
}

/** Counts on the bytes themselves. What is no JSON at all may be miscounted; the parser refuses it. */
function measure(bytes: Uint8Array): { readonly depth: number; readonly values: number } {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at += 1; at < bytes.length && bytes[at] !== QUOTE; at += 1) if (bytes[at] === BACKSLASH) at += 1;
    } else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      values += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    else if (byte === COMMA) values += 1;
  }
  return { depth: deepest, values };
}

function isFiniteThroughout(json: Json): boolean {
  const left: (Json | undefined)[] = [json];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'number' && !Number.isFinite(value)) return false;
    if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) left.push(each);
  }
  return true;
}
