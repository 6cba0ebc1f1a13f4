import type { WebGLRenderer } from 'three';

/** How finely an avatar of Attune's own is made: `full` has an outline and about 30,000 triangles, `light` no outline and 12,000. */
export const DETAIL_LEVELS = ['full', 'light'] as const;
/** One of {@link DETAIL_LEVELS}. */
export type DetailLevel = (typeof DETAIL_LEVELS)[number];

/** What is known of the device that draws; null for what it does not tell. */
export interface DrawingDevice {
  /** In gigabytes, as browsers round it: from 0.25 to 8. */
  readonly memory: number | null;
  /** How many threads it runs at once. */
  readonly cores: number | null;
  /** Whether it draws for a headset, which means twice, and at least 72 times a second. */
  readonly headset: boolean;
  /** What draws, as WebGL names it. */
  readonly renderer: string | null;
}

const LITTLE_MEMORY = 2;
const FEW_CORES = 2;
/** Names of renderers that draw on the processor. */
const IN_SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Chooses the level that a device can draw. What is not known speaks for neither.
 *
 * @param wish what a player or a host chose; it is taken as it is
 */
export function chooseDetail({ memory, cores, headset, renderer }: DrawingDevice, wish: DetailLevel | null = null): DetailLevel {
  if (wish) return wish;
  const weak = headset || (memory !== null && memory <= LITTLE_MEMORY) || (cores !== null && cores <= FEW_CORES) || (renderer !== null && IN_SOFTWARE.test(renderer));
  return weak ? 'light' : 'full';
}

/** What the browser tells of this device. @param renderer the one that will draw; without it what draws is not known */
export function readDevice(renderer: Pick<WebGLRenderer, 'xr'> | WebGLRenderer | null = null): DrawingDevice {
  const { deviceMemory = null, hardwareConcurrency = null } = (globalThis.navigator ?? {}) as Partial<Navigator> & { readonly deviceMemory?: number };
  return { memory: deviceMemory, cores: hardwareConcurrency, headset: renderer?.xr.isPresenting ?? false, renderer: renderer && 'getContext' in renderer ? nameOf(renderer.getContext()) : null };
}

function nameOf(context: ReturnType<WebGLRenderer['getContext']>): string {
  const unmasked = context.getExtension('WEBGL_debug_renderer_info');
  return String(context.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : context.RENDERER));
}
