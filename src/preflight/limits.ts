import { AttuneError } from '../core/index.ts';

const MB = 1024 * 1024;

/** What one limit keeps: its default, and what it counts. */
interface Limit {
  readonly default: number;
  readonly about: string;
}

/**
 * How much an untrusted file may ask for. The defaults let every sample of Khronos and avatars of 100,000 triangles pass, and end far
 * below what makes a phone's browser give up.
 */
export const LIMITS = {
  fileBytes: { default: 64 * MB, about: 'bytes of the file, and of each file beside it' },
  jsonBytes: { default: 32 * MB, about: 'bytes of its JSON; a .gltf holds its buffers there' },
  jsonDepth: { default: 64, about: 'arrays and objects within each other' },
  jsonValues: { default: 1_000_000, about: 'values in the JSON, keys not counted' },
  nodes: { default: 50_000, about: 'nodes' },
  nodeDepth: { default: 512, about: 'nodes below each other' },
  accessors: { default: 50_000, about: 'accessors' },
  elementBytes: { default: 128 * MB, about: 'bytes of all accessors in use, as they lie in memory' },
  vertices: { default: 4_000_000, about: 'vertices of one mesh primitive' },
  morphTargets: { default: 1024, about: 'morph targets of one primitive' },
  joints: { default: 2048, about: 'joints of one skin' },
  images: { default: 512, about: 'images' },
  imageSide: { default: 8192, about: 'pixels along one side of an image' },
  pixels: { default: 192 * MB, about: 'pixels of all images' },
  animationSeconds: { default: 3600, about: 'seconds of one animation' },
  springJoints: { default: 4096, about: 'joints of all springs, that each frame must move' },
  memoryBytes: { default: 1536 * MB, about: 'bytes of memory, of processor and graphics card together, by estimate' },
} as const satisfies Readonly<Record<string, Limit>>;

/** The name of one of the limits, such as `memoryBytes`; docs/preflight.md lists them with their values. */
export type LimitName = keyof typeof LIMITS;
/** The most of everything that a file may hold, each a number from 0 up; docs/preflight.md tells what each counts. */
export type PreflightLimits = Readonly<Record<LimitName, number>>;

/** @throws {AttuneError} `bad-input` for a limit that isn't one */
export function fillLimits(given: Partial<PreflightLimits> = {}): PreflightLimits {
  const limits = Object.fromEntries(Object.entries(LIMITS).map(([name, limit]) => [name, limit.default])) as Record<LimitName, number>;
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(LIMITS, name)) throw new AttuneError('bad-input', `Expected limits of preflight (${Object.keys(LIMITS).join(', ')}), but got "${name}".`);
    if (!(value >= 0)) throw new AttuneError('bad-input', `Expected the limit ${name} to be a number from 0 up, but got ${String(value)}.`);
    limits[name as LimitName] = value;
  }
  return limits;
}
