import { type VRM, VRMExpressionMorphTargetBind, VRMLoaderPlugin, VRMUtils } from '@pixiv/three-vrm';
import { type Mesh, Vector3 } from 'three';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { AttuneError } from '../core/index.ts';
import type { Avatar, AvatarCredits } from './avatar.ts';
import { measureExpressions } from './face/expression-traits.ts';
import { fetchFile } from './fetch-file.ts';
import { findLacks } from './find-lacks.ts';
import { judgeStranger, type StrangerOptions } from './judge-stranger.ts';
import { measureBody } from './measure-body.ts';
import { AVATAR_FILE, checkFile } from './vrm-file.ts';

/** How an avatar's file is judged before it is shown, and who hears how much of it has arrived. */
export interface LoadAvatarOptions extends StrangerOptions {
  /** Called while the file arrives, with the share of it that has, in [0, 1]. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Loads a VRM 1.0 or 0.x avatar, turned to face +Z, with its meshes and skeletons merged.
 *
 * A file that may come from anybody is judged first, see {@link LoadAvatarOptions.preflight}.
 *
 * Touches nothing else: when it fails, whatever avatar a scene shows is still there and whole, so a
 * scene keeps it by replacing it only once the new one has loaded.
 *
 * @param source where the file lies, or the bytes of a file that the player chose
 * @throws {AttuneError} `avatar-unreadable`, naming what came instead and what to do; `worker-failed` where nothing can judge it
 */
export async function loadAvatar(source: string | URL | ArrayBuffer, options: LoadAvatarOptions = {}): Promise<Avatar> {
  const { onProgress, signal } = options;
  const place = source instanceof ArrayBuffer ? 'the given bytes' : String(source);
  const bytes = source instanceof ArrayBuffer ? source : await fetchFile(place, AVATAR_FILE, onProgress, signal);
  checkFile(bytes, place, AVATAR_FILE);
  const harm = await judgeStranger(bytes, source, options);
  if (harm !== null) throw unreadable(place, harm);
  const vrm = await parse(bytes, place);
  if (signal?.aborted) {
    VRMUtils.deepDispose(vrm.scene);
    throw signal.reason;
  }
  try {
    prepare(vrm);
    const expressions = measureExpressions(vrm);
    return {
      vrm, expressions,
      version: vrm.meta.metaVersion === '0' ? '0.x' : '1.0',
      credits: readCredits(vrm),
      eyeHeight: eyeHeight(vrm),
      ...measureBody(vrm),
      lacks: findLacks(vrm, expressions),
      dispose: () => VRMUtils.deepDispose(vrm.scene),
    };
  } catch (thrown) {
    VRMUtils.deepDispose(vrm.scene);
    throw unreadable(place, reasonOf(thrown), thrown);
  }
}

async function parse(bytes: ArrayBuffer, place: string): Promise<VRM> {
  const loader = new GLTFLoader().register((parser) => new VRMLoaderPlugin(parser));
  const gltf = await loader.parseAsync(bytes, '').catch((thrown: unknown) => {
    throw unreadable(place, reasonOf(thrown), thrown);
  });
  const vrm = gltf.userData['vrm'] as VRM | undefined;
  if (!vrm) {
    VRMUtils.deepDispose(gltf.scene);
    throw unreadable(place, 'its humanoid, bones or meta are missing');
  }
  return vrm;
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function unreadable(place: string, detail: string, thrown?: unknown): AttuneError {
  return new AttuneError('avatar-unreadable', `Expected a VRM avatar at ${place}, but it could not be read (${detail}). Export it again, as VRM 1.0.`, thrown);
}

function prepare(vrm: VRM): void {
  VRMUtils.removeUnnecessaryVertices(vrm.scene);
  if (combiningSavesMorphs(vrm)) VRMUtils.combineMorphs(vrm);
  VRMUtils.combineSkeletons(vrm.scene);
  VRMUtils.rotateVRM0(vrm);
  // A skinned mesh is culled by its bounds at rest, and vanishes when it moves out of them.
  vrm.scene.traverse((object) => {
    object.frustumCulled = false;
  });
  vrm.scene.updateMatrixWorld(true);
}

/** Whether merging each expression's morph targets into one leaves fewer than there are. */
function combiningSavesMorphs(vrm: VRM): boolean {
  const merged = new Map<Mesh, number>();
  for (const expression of vrm.expressionManager?.expressions ?? []) {
    const meshes = expression.binds.flatMap((bind) => (bind instanceof VRMExpressionMorphTargetBind ? bind.primitives : []));
    for (const mesh of new Set(meshes)) merged.set(mesh, (merged.get(mesh) ?? 0) + 1);
  }
  let saved = 0;
  for (const [mesh, count] of merged) saved += (mesh.geometry.morphAttributes.position?.length ?? 0) - count;
  return saved > 0;
}

function readCredits({ meta }: VRM): AvatarCredits {
  return meta.metaVersion === '0'
    ? { name: meta.title ?? '', authors: meta.author ? [meta.author] : [], licence: meta.otherLicenseUrl || meta.licenseName || null }
    : { name: meta.name, authors: meta.authors, licence: meta.otherLicenseUrl ?? meta.licenseUrl ?? null };
}

function eyeHeight({ humanoid, lookAt }: VRM): number {
  const left = humanoid.getRawBoneNode('leftEye');
  const right = humanoid.getRawBoneNode('rightEye');
  const point = new Vector3();
  if (left && right) return left.getWorldPosition(point).y / 2 + right.getWorldPosition(new Vector3()).y / 2;
  if (lookAt) return lookAt.getLookAtWorldPosition(point).y;
  return humanoid.getRawBoneNode('head')?.getWorldPosition(point).y ?? 0;
}
