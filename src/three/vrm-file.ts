import { AttuneError, type ProblemCode } from '../core/index.ts';

const HEADER = 12;
const CHUNK_HEADER = 8;
const GLTF_MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;

/** What a file should be, for checks and messages. */
export interface FileKind {
  readonly name: string;
  readonly suffix: string;
  readonly maker: string;
  /** The glTF extensions that make it one. */
  readonly extensions: readonly string[];
  /** What a file without them is, and how it becomes one. */
  readonly otherwise: readonly [what: string, remedy: string];
  /** The problem of a file that is not one, and of one that is not there. */
  readonly codes: { readonly wrong: ProblemCode; readonly missing: ProblemCode };
  /** How such a file may be had when it is not there. */
  readonly source: string;
}

export const AVATAR_FILE: FileKind = {
  name: 'a VRM avatar', suffix: '.vrm', maker: 'an avatar editor', extensions: ['VRMC_vrm', 'VRM'],
  otherwise: ['the file is a plain GLB model without a VRM humanoid', 'Give it one in an avatar editor and export it as VRM 1.0.'],
  codes: { wrong: 'avatar-unreadable', missing: 'avatar-unreadable' },
  source: 'Check the path, or run "attune assets --out FOLDER" and serve that folder.',
};

export const MOTION_FILE: FileKind = {
  name: 'a VRM animation', suffix: '.vrma', maker: 'a motion editor', extensions: ['VRMC_vrm_animation'],
  otherwise: ['the file holds no VRM animation', 'Export the motion as .vrma.'],
  codes: { wrong: 'asset-wrong', missing: 'asset-missing' },
  source: 'Check the path.',
};

/**
 * Looks at the outside of a file before any parser does, so that a wrong file gets a sentence of its own.
 *
 * @param place where the file came from, for the message
 * @throws {AttuneError} the kind's own problem
 */
export function checkFile(bytes: ArrayBuffer, place: string, kind: FileKind): void {
  const wrong = (what: string, remedy: string): AttuneError =>
    new AttuneError(kind.codes.wrong, `Expected ${kind.name} at ${place}, but ${what}. ${remedy}`);
  if (bytes.byteLength === 0) throw wrong('the file is empty', 'Copy or download it again.');
  const view = new DataView(bytes);
  if (bytes.byteLength < 4 || view.getUint32(0, true) !== GLTF_MAGIC) {
    const start = new TextDecoder().decode(bytes.slice(0, 16)).trimStart();
    if (start.startsWith('<')) throw wrong('an HTML page came', 'Check the path: many servers answer a missing file with a page.');
    if (start.startsWith('{')) throw wrong('JSON came', `Export it as one binary ${kind.suffix} file, not as .gltf.`);
    if (start.startsWith('version https://git-lfs')) throw wrong('a Git LFS pointer came', 'Run "git lfs pull" and serve the real file.');
    throw wrong(`the file begins with ${JSON.stringify(start.slice(0, 8))} and not with "glTF"`, `Choose a ${kind.suffix} file as ${kind.maker} exports it.`);
  }
  const promised = bytes.byteLength < HEADER ? HEADER : view.getUint32(8, true);
  if (bytes.byteLength < promised) {
    throw wrong(`the file is cut off: ${bytes.byteLength} of ${promised} bytes came`, 'Copy or download it again.');
  }
  const version = view.getUint32(4, true);
  if (version !== 2) throw wrong(`the file is glTF ${version}`, `Export it as ${kind.suffix} of VRM 1.0, which is glTF 2.`);
  const used = extensionsUsed(bytes, view);
  if (used && !used.some((name) => kind.extensions.includes(name))) throw wrong(...kind.otherwise);
}

/** The extensions that a GLB file declares; null when its JSON cannot be read, which the parser then tells. */
function extensionsUsed(bytes: ArrayBuffer, view: DataView): readonly string[] | null {
  const start = HEADER + CHUNK_HEADER;
  const length = bytes.byteLength < start ? 0 : view.getUint32(HEADER, true);
  if (length === 0 || view.getUint32(HEADER + 4, true) !== JSON_CHUNK) return [];
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes.slice(start, start + length))) as { extensions?: object; extensionsUsed?: unknown };
    const used = Array.isArray(json.extensionsUsed) ? (json.extensionsUsed as string[]) : [];
    return [...used, ...Object.keys(json.extensions ?? {})];
  } catch {
    return null;
  }
}
