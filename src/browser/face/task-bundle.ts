const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;

/**
 * Takes one file out of a MediaPipe bundle (.task): a zip whose entries are stored, not compressed.
 *
 * @returns null when the bundle has no such entry, or is no such bundle
 */
export function bundleEntry(bundle: Uint8Array, name: string): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const [count, first] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  for (let entry = 0, at = first; entry < count && at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY; entry += 1) {
    const [method, length] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const header = view.getUint32(at + 42, true);
    if (text(bundle, at + 46, nameLength) === name) {
      // The header in front of the file has lengths of its own: its extra field pads the file to an alignment.
      const begin = method === STORED && header + 30 <= view.byteLength ? header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true) : Infinity;
      return begin + length <= bundle.length ? bundle.slice(begin, begin + length) : null;
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  return null;
}

/** Where the end of the directory begins: a comment of up to 65535 bytes may follow it. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return new TextDecoder().decode(bytes.subarray(from, from + length));
}
