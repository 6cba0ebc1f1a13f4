import { type Document, type Json, objectOf, wholeOf } from './document.ts';
import type { Findings } from './findings.ts';
import { type ReadBeside, readUri } from './read-uri.ts';

/** The file's data, each part checked against what really came. */
export interface Buffers {
  /** Follows an index of a buffer view. @returns its bytes; null where there are none to be trusted, which was told */
  follow(index: Json | undefined, at: string): Uint8Array | null;
  /** Bytes that were decoded out of data URIs or read beside the file. */
  readonly decoded: number;
}

/** URIs are all judged at once; what nobody uses may otherwise be as it likes, as no reader looks at it. */
export function openBuffers(document: Document, binary: Uint8Array | null, readBeside: ReadBeside | undefined, findings: Findings): Buffers {
  let decoded = 0;
  const sources = document.list('buffers').map(({ uri }, index) => {
    // Only the first buffer may be the binary chunk; nothing else fills one without a URI.
    if (uri === undefined) return index === 0 ? binary : null;
    const bytes = readUri(uri, `/buffers/${index}/uri`, readBeside, findings);
    decoded += bytes?.length ?? 0;
    return bytes;
  });
  const known = new Map<number, Uint8Array | null>();

  function open(index: number, view: ReturnType<typeof objectOf>): Uint8Array | null {
    const at = `/bufferViews/${index}`;
    const refuse = (message: string): null => {
      findings.refuse('layout', at, message);
      return null;
    };
    const buffer = document.follow('buffers', view['buffer'] ?? null, `${at}/buffer`);
    if (!buffer) return null;
    const bytes = sources[view['buffer'] as number];
    if (!bytes) return refuse(`Expected data in buffer ${String(view['buffer'])}, but it has none.`);
    const whole = wholeOf(buffer['byteLength']);
    if (whole === null || whole > bytes.length) return refuse(`Expected the ${JSON.stringify(buffer['byteLength'])} bytes that buffer ${String(view['buffer'])} declares, but it has ${bytes.length}.`);
    const offset = wholeOf(view['byteOffset'], 0);
    const length = wholeOf(view['byteLength']);
    if (offset === null || length === null || length === 0) return refuse('Expected an offset and a length in whole bytes, but found something else.');
    if (offset + length > whole) return refuse(`Expected bytes ${offset} to ${offset + length} within the buffer, but it has ${whole}.`);
    return bytes.subarray(offset, offset + length);
  }

  return {
    decoded,
    follow(index, at) {
      const view = document.follow('bufferViews', index ?? null, at);
      if (!view) return null;
      const whole = index as number;
      let bytes = known.get(whole);
      if (bytes === undefined) known.set(whole, bytes = open(whole, view));
      return bytes;
    },
  };
}

/** The stride that a view declares; null for none. */
export function strideOf(document: Document, index: Json | undefined): number | null {
  return wholeOf(objectOf(document.list('bufferViews')[wholeOf(index) ?? -1])['byteStride']);
}
