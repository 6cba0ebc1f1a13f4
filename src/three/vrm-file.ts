import { AttuneError } from '../core/index.ts';

const HEADER = 12;
const CHUNK_HEADER = 8;
const GLTF_MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;

/**
 * Looks at the outside of a file before any parser does, so that a wrong file gets a sentence of its own.
 *
 * @param place where the file came from, for the message
 * @throws {AttuneError} `avatar-unreadable`
 */
export function checkVrmFile(bytes: ArrayBuffer, place: string): void {
  const wrong = (what: string, remedy: string): AttuneError =>
    new AttuneError('avatar-unreadable', `Expected a VRM avatar at ${place}, but ${what}. ${remedy}`);
  if (bytes.byteLength === 0) throw wrong('the file is empty', 'Copy or download it again.');
  const view = new DataView(bytes);
  if (bytes.byteLength < 4 || view.getUint32(0, true) !== GLTF_MAGIC) {
    const start = new TextDecoder().decode(bytes.slice(0, 16)).trimStart();
    if (start.startsWith('<')) throw wrong('an HTML page came', 'Check the path: many servers answer a missing file with a page.');
    if (start.startsWith('{')) throw wrong('JSON came', 'Export the model as one binary .vrm file, not as .gltf.');
    if (start.startsWith('version https://git-lfs')) throw wrong('a Git LFS pointer came', 'Run "git lfs pull" and serve the real file.');
    throw wrong(`the file begins with ${JSON.stringify(start.slice(0, 8))} and not with "glTF"`, 'Choose a .vrm file as an avatar editor exports it.');
  }
  const promised = bytes.byteLength < HEADER ? HEADER : view.getUint32(8, true);
  if (bytes.byteLength < promised) {
    throw wrong(`the file is cut off: ${bytes.byteLength} of ${promised} bytes came`, 'Copy or download it again.');
  }
  const version = view.getUint32(4, true);
  if (version !== 2) throw wrong(`the file is glTF ${version}`, 'Export the avatar as VRM 1.0, which is glTF 2.');
  if (!extensionsUsed(bytes, view).some((name) => name === 'VRMC_vrm' || name === 'VRM')) {
    throw wrong('the file is a plain GLB model without a VRM humanoid', 'Give it one in an avatar editor and export it as VRM 1.0.');
  }
}

/** The extensions that a GLB file declares; none when its JSON cannot be read, which the parser then tells. */
function extensionsUsed(bytes: ArrayBuffer, view: DataView): readonly string[] {
  const start = HEADER + CHUNK_HEADER;
  const length = bytes.byteLength < start ? 0 : view.getUint32(HEADER, true);
  if (length === 0 || view.getUint32(HEADER + 4, true) !== JSON_CHUNK) return [];
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes.slice(start, start + length))) as { extensions?: object; extensionsUsed?: unknown };
    const used = Array.isArray(json.extensionsUsed) ? (json.extensionsUsed as string[]) : [];
    return [...used, ...Object.keys(json.extensions ?? {})];
  } catch {
    return ['VRM'];
  }
}
