import { openAccessors } from './accessors.ts';
import { openBuffers } from './buffers.ts';
import { openContainer } from './container.ts';
import { objectOf, openDocument } from './document.ts';
import { checkExtensions } from './extensions.ts';
import { createFindings, type Finding } from './findings.ts';
import { checkImages } from './images.ts';
import { fillLimits, type PreflightLimits } from './limits.ts';
import { readJson } from './read-json.ts';
import type { ReadBeside } from './read-uri.ts';
import { checkAnimations, checkInstances, checkMeshes, checkNodes, checkSkins } from './scene.ts';
import { checkVrm0 } from './vrm/check-vrm-0.ts';
import { checkVrm1 } from './vrm/check-vrm-1.ts';
import { type FileCredits, readCredits } from './vrm/credits.ts';

/** What a file may hold, and whether it may name others beside it. */
export interface PreflightOptions {
  readonly limits?: Partial<PreflightLimits>;
  /** Allows files beside a .gltf, and reads them; without it they are refused. */
  readonly readBeside?: ReadBeside;
}

/** What kind of file it is, as its own JSON says. */
export type FileKind = 'VRM 1.0' | 'VRM 0.x' | 'VRM animation' | 'glTF';

/** What is known of a file without showing it. */
export interface PreflightReport {
  readonly verdict: 'accepted' | 'refused';
  /** Null for what is not even a container with JSON. */
  readonly kind: FileKind | null;
  /** Why it is refused; empty where it is accepted. At most twenty. */
  readonly reasons: readonly Finding[];
  /** What is odd and does no harm. */
  readonly notes: readonly Finding[];
  /** Null for what is no avatar. */
  readonly credits: FileCredits | null;
  /** Memory that showing it takes, by estimate, in bytes; 0 where that is not known. */
  readonly memoryBytes: number;
}

/** With its mipmaps, a texture of four bytes a pixel takes a third more. */
const BYTES_PER_PIXEL = 16 / 3;

/**
 * Judges an untrusted VRM, GLB or glTF file by what could harm whoever shows it: more memory or time than a budget, requests, and
 * structures on which readers fail. Decodes nothing, runs nothing, fetches nothing.
 *
 * Its time is bounded by the limits, and linear in the file's size.
 *
 * @throws {AttuneError} `bad-input` for limits that are none
 */
export function preflight(bytes: Uint8Array, { limits, readBeside }: PreflightOptions = {}): PreflightReport {
  const findings = createFindings(fillLimits(limits));
  const { reasons, notes } = findings;
  const report = (known: Partial<PreflightReport> = {}): PreflightReport => ({ verdict: reasons.length === 0 ? 'accepted' : 'refused', kind: null, reasons, notes, credits: null, memoryBytes: 0, ...known });

  if (!findings.within('fileBytes', bytes.length, '')) return report();
  const container = openContainer(bytes, findings);
  const json = container && readJson(container.json, findings);
  if (!json) return report();
  const document = openDocument(json, findings);
  const extensions = objectOf(json['extensions']);
  const known = { kind: kindOf(extensions), credits: readCredits(extensions) };
  const version = objectOf(json['asset'])['version'];
  if (typeof version !== 'string' || !/^2\.\d+$/.test(version)) findings.refuse('json', '/asset/version', `Expected glTF 2, but found ${JSON.stringify(version)?.slice(0, 40)}.`);
  checkExtensions(document, findings);
  findings.within('accessors', document.list('accessors').length, '/accessors');
  // What follows would complain of every part that a missing decoder leaves empty.
  if (reasons.length > 0) return report(known);

  const buffers = openBuffers(document, container.binary, readBeside, findings);
  const accessors = openAccessors(document, buffers, findings);
  checkNodes(document, findings);
  const pixels = checkImages(document, buffers, readBeside, findings);
  const morphBytes = checkMeshes(document, accessors, findings);
  checkSkins(document, accessors, findings);
  checkInstances(document, accessors);
  checkAnimations(document, accessors, findings);
  if (known.kind === 'VRM 1.0') checkVrm1(objectOf(extensions['VRMC_vrm']), document, findings);
  if (known.kind === 'VRM 0.x') checkVrm0(objectOf(extensions['VRM']), document, findings);
  // The file, the reader's copies of its parts, the graphics card's own, pictures and morph targets.
  const memoryBytes = Math.round(bytes.length * 2 + buffers.decoded + accessors.size() * 2 + morphBytes + pixels * BYTES_PER_PIXEL);
  findings.within('memoryBytes', memoryBytes, '');
  return report({ ...known, memoryBytes });
}

function kindOf(extensions: ReturnType<typeof objectOf>): FileKind {
  if (extensions['VRMC_vrm'] !== undefined) return 'VRM 1.0';
  if (extensions['VRM'] !== undefined) return 'VRM 0.x';
  return extensions['VRMC_vrm_animation'] === undefined ? 'glTF' : 'VRM animation';
}
