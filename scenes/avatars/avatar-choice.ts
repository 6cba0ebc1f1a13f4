import { assetUrl } from 'attune/browser';
import type { Query } from './query.ts';

/** The characters that come with Attune. */
export const CHARACTERS = ['mira', 'emil', 'pip'] as const;
export type Character = (typeof CHARACTERS)[number];

/** Which avatar is wanted on stage. */
export interface AvatarChoice {
  readonly url: string;
  /** Null for an avatar from elsewhere. */
  readonly character: Character | null;
  /** What the page calls it until its file has told its own name. */
  readonly title: string;
}

/** Each name is the same in every language. */
export const NAMES: Readonly<Record<Character, string>> = { mira: 'Mira', emil: 'Emil', pip: 'Pip' };

export function shipped(character: Character, { assets, quality }: Query): AvatarChoice {
  const file = quality === 'low' ? 'avatar.light.vrm' : 'avatar.vrm';
  return { url: assetUrl(assets, `avatars/${character}/${file}`), character, title: NAMES[character] };
}

/** A file of the visitor's own. It is read where it lies and goes nowhere. */
export function own(file: File): AvatarChoice {
  return { url: URL.createObjectURL(file), character: null, title: file.name };
}

export function firstChoice(query: Query): AvatarChoice {
  const character = CHARACTERS.find((each) => each === query.avatar);
  return character ? shipped(character, query) : { url: query.avatar, character: null, title: query.avatar };
}
