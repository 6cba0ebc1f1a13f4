import type { Findings } from './findings.ts';

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;
const HEADER = 12;
const CHUNK_HEADER = 8;

/** The parts of a file, as views of it. */
export interface Container {
  readonly form: 'glb' | 'gltf';
  readonly json: Uint8Array;
  /** The binary chunk of a GLB; null where there is none. */
  readonly binary: Uint8Array | null;
}

/** Takes a file apart without copying. @returns null where it is none, which is then told */
export function openContainer(bytes: Uint8Array, findings: Findings): Container | null {
  const wrong = (message: string): null => {
    findings.refuse('container', '', message);
    return null;
  };
  if (bytes.length === 0) return wrong('Expected a glTF file, but it is empty.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== MAGIC) {
    const first = bytes.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
    return first === 0x7b ? { form: 'gltf', json: bytes, binary: null } : wrong(`Expected "glTF" or JSON at the beginning, but found ${describeStart(bytes)}.`);
  }
  if (bytes.length < HEADER) return wrong(`Expected a header of ${HEADER} bytes, but the file has ${bytes.length}.`);
  const version = view.getUint32(4, true);
  if (version !== 2) return wrong(`Expected glTF 2, but the header says version ${version}.`);
  const declared = view.getUint32(8, true);
  if (declared > bytes.length) return wrong(`Expected the ${declared} bytes that the header declares, but the file has ${bytes.length}. It is cut off.`);
  if (declared < bytes.length) findings.note('container', '', `${bytes.length - declared} bytes follow the end that the header declares; nobody reads them.`);

  let json: Uint8Array | null = null;
  let binary: Uint8Array | null = null;
  let at = HEADER;
  for (let index = 0; at < declared; index += 1) {
    if (at + CHUNK_HEADER > declared) return wrong(`Expected the header of chunk ${index} at byte ${at}, but the file ends at ${declared}.`);
    const length = view.getUint32(at, true);
    const type = view.getUint32(at + 4, true);
    const start = at + CHUNK_HEADER;
    if (start + length > declared) return wrong(`Expected chunk ${index} within the ${declared} bytes of the file, but it declares ${length} bytes from byte ${start} on.`);
    const chunk = bytes.subarray(start, start + length);
    if (index === 0 && type !== JSON_CHUNK) return wrong('Expected JSON as the first chunk, but found another.');
    // Readers differ in which of two they take, so one might be checked and the other shown.
    if (index > 0 && type === JSON_CHUNK) return wrong('Expected one JSON chunk, but found two.');
    if (type === BIN_CHUNK && index !== 1) return wrong('Expected one binary chunk, after the JSON, but found another.');
    if (type === JSON_CHUNK) json = chunk;
    else if (type === BIN_CHUNK) binary = chunk;
    at = start + length;
  }
  return json === null || json.length === 0 ? wrong('Expected a JSON chunk, but the file has none.') : { form: 'glb', json, binary };
}

function describeStart(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'a byte order mark, which glTF forbids';
  const start = new TextDecoder().decode(bytes.subarray(0, 24)).trimStart();
  if (start.startsWith('<')) return 'an HTML or XML page';
  if (start.startsWith('version https://git-lfs')) return 'a pointer of Git LFS';
  return JSON.stringify(start.slice(0, 8));
}
