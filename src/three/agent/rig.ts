import type { Object3D, Vector3 } from 'three';
import type { AvatarDriver, BodyBuild } from '../../core/index.ts';
import type { Avatar } from '../avatar.ts';
import { loadAvatar } from '../load-avatar.ts';
import { createVrmDriver, type VrmDriverOptions } from '../vrm-driver.ts';

/** A body that an agent moves in a scene: a {@link VrmDriver}, or one of your own. */
export interface AvatarRig extends AvatarDriver {
  /** What is added to the scene; it stands on the floor at its origin and faces +z. */
  readonly object: Object3D;
  /** The head, where the voice comes from; the object itself by default. */
  readonly head?: Object3D;
  /** Tells how far the lips are in front of the head's joint; about 0.1 m without it. */
  readonly avatar?: Pick<Avatar, 'headBox'>;
  /** Its measures, for frames that are made for it; an adult's by default. */
  readonly build?: BodyBuild;
  /** Where the eyes that it looks at are in the world; null lets it look straight ahead. */
  setEyes?(position: Vector3 | null): void;
}

interface RigOptions {
  readonly driver?: VrmDriverOptions;
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * The body for an agent: a rig as it is, or a VRM file that is loaded.
 *
 * @throws {AttuneError} `avatar-unreadable`, and `bad-input` for driver options out of range
 */
export async function openRig(avatar: string | URL | ArrayBuffer | AvatarRig, { driver, onProgress, signal }: RigOptions): Promise<AvatarRig> {
  if (isRig(avatar)) return avatar;
  const loaded = await loadAvatar(avatar, { ...(onProgress && { onProgress }), ...(signal && { signal }) });
  try {
    return createVrmDriver(loaded, driver);
  } catch (thrown) {
    loaded.dispose();
    throw thrown;
  }
}

function isRig(avatar: string | URL | ArrayBuffer | AvatarRig): avatar is AvatarRig {
  return typeof avatar === 'object' && 'apply' in avatar && 'object' in avatar;
}
