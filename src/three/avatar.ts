import type { VRM } from '@pixiv/three-vrm';
import type { Box3 } from 'three';
import type { BodyBuild } from '../core/index.ts';
import type { ExpressionCapability } from './face/expression-mixer.ts';

/** Something that the driver would use and the avatar does not have. */
export interface AvatarLack {
  readonly part: 'emotion' | 'viseme' | 'blink' | 'bone' | 'look-at' | 'springs';
  /** Which one: an emotion, a viseme, a humanoid bone; the part's own name otherwise. */
  readonly name: string;
  /** Whether something near it is shown in its place, or nothing. */
  readonly shown: 'approximately' | 'not';
}

/** Who made an avatar and what may be done with it, as the file says. */
export interface AvatarCredits {
  readonly name: string;
  readonly authors: readonly string[];
  /** The licence's URL or name; null when the file states none. */
  readonly licence: string | null;
}

/** A loaded VRM avatar, ready to be driven; it stands on the floor at its own origin. */
export interface Avatar {
  readonly vrm: VRM;
  readonly version: '0.x' | '1.0';
  readonly credits: AvatarCredits;
  readonly expressions: ExpressionCapability;
  /** Height of the eyes above the floor at rest, in metres. */
  readonly eyeHeight: number;
  /** Its measures at rest, for frames that are made for it: `createAvatarFrame(avatar.build)`. */
  readonly build: BodyBuild;
  /** The head at rest with its ears and hair, down to the neck; in metres. */
  readonly headBox: Box3;
  /** What it lacks; empty for an avatar that can show everything. */
  readonly lacks: readonly AvatarLack[];
  /** Releases geometry, textures and materials. */
  dispose(): void;
}
