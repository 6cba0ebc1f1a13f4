import type { Character } from 'attune';
import { type FliteVoice, loadCharacter } from 'attune/browser';
import emil from './images/emil.webp';
import mira from './images/mira.webp';
import pip from './images/pip.webp';

/** The characters that come with Attune. */
export const CHARACTERS = ['mira', 'emil', 'pip'] as const;
export type CharacterId = (typeof CHARACTERS)[number];

/** Who the player meets: what is chosen with a character is its personality, its avatar and its voice. */
export interface Who {
  readonly id: CharacterId;
  readonly character: Partial<Character>;
}

/** Each name is the same in every language. */
export const NAMES: Readonly<Record<CharacterId, string>> = { mira: 'Mira', emil: 'Emil', pip: 'Pip' };

export const PORTRAITS: Readonly<Record<CharacterId, string>> = { mira, emil, pip };

export const VOICE_OF: Readonly<Record<CharacterId, FliteVoice>> = { mira: 'feminine', emil: 'masculine', pip: 'young' };

/** Mira is the one that the library ships, so nothing needs to be fetched for her. */
export const FIRST: Who = { id: 'mira', character: {} };

/** @throws {AttuneError} `asset-missing` where the assets are not on this server */
export async function meetable(id: CharacterId, assets: string): Promise<Who> {
  return id === FIRST.id ? FIRST : { id, character: await loadCharacter({ id, assets }) };
}
