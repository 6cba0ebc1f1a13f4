import { assetUrl } from 'attune/browser';
import type { CharacterId } from './characters/characters.ts';
import type { Query } from './query.ts';

/** Which avatar is wanted on stage. */
export interface AvatarChoice {
  readonly url: string;
  /** The file's name when it is the player's own; null for the one that ships. */
  readonly own: string | null;
  /** Counts up to try the same one again. */
  readonly attempt: number;
}

export function shippedAvatar({ assets, avatar, quality }: Query, character: CharacterId): AvatarChoice {
  const url = avatar ?? assetUrl(assets, `avatars/${character}/${quality === 'low' ? 'avatar.light.vrm' : 'avatar.vrm'}`);
  return { url, own: null, attempt: 0 };
}

/** A file of the player's own. It is read where it lies and goes nowhere. */
export function ownAvatar(file: File): AvatarChoice {
  return { url: URL.createObjectURL(file), own: file.name, attempt: 0 };
}
