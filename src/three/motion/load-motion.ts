import type { VRMAnimation } from '@pixiv/three-vrm-animation';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { AttuneError, type Seconds } from '../../core/index.ts';
import { fetchFile } from '../fetch-file.ts';
import { judgeStranger, type StrangerOptions } from '../judge-stranger.ts';
import { checkFile, MOTION_FILE } from '../vrm-file.ts';

/** A motion for any avatar, out of a `.vrma` file: bones, and with them expressions and gaze if it has them. */
export interface Motion {
  readonly duration: Seconds;
  readonly animation: VRMAnimation;
}

/** How a motion's file is judged before it is played. */
export type LoadMotionOptions = StrangerOptions;

/**
 * Loads a VRM animation. Needs the package @pixiv/three-vrm-animation, which is loaded only then.
 *
 * @param source where the `.vrma` file lies, or its bytes
 * @throws {AttuneError} `asset-missing`, `asset-wrong`, `unsupported` without the package, or `worker-failed` where nothing can judge it
 */
export async function loadMotion(source: string | URL | ArrayBuffer, options: LoadMotionOptions = {}): Promise<Motion> {
  const { signal } = options;
  const place = source instanceof ArrayBuffer ? 'the given bytes' : String(source);
  const bytes = source instanceof ArrayBuffer ? source : await fetchFile(place, MOTION_FILE, undefined, signal);
  checkFile(bytes, place, MOTION_FILE);
  const { VRMAnimationLoaderPlugin } = await import('@pixiv/three-vrm-animation').catch((thrown: unknown) => {
    throw new AttuneError('unsupported', 'Expected the package @pixiv/three-vrm-animation to play motions, but it could not be loaded. Run "npm install @pixiv/three-vrm-animation".', thrown);
  });
  const unreadable = (detail: string, thrown?: unknown): AttuneError =>
    new AttuneError('asset-wrong', `Expected a VRM animation at ${place}, but it could not be read (${detail}). Export it again, as .vrma.`, thrown);
  const harm = await judgeStranger(bytes, source, options);
  if (harm !== null) throw unreadable(harm);
  const loader = new GLTFLoader().register((parser) => new VRMAnimationLoaderPlugin(parser));
  const gltf = await loader.parseAsync(bytes, '').catch((thrown: unknown) => {
    throw unreadable(thrown instanceof Error ? thrown.message : String(thrown), thrown);
  });
  signal?.throwIfAborted();
  const animation = (gltf.userData['vrmAnimations'] as VRMAnimation[] | undefined)?.[0];
  if (!animation || !(animation.duration > 0)) throw unreadable('it holds no movement');
  return { duration: animation.duration, animation };
}
