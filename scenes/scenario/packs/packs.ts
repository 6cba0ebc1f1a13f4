import { type Icon, IconHeadset, IconLeaf, IconListCheck, IconMasksTheater, IconMathXDivideY, IconTerminal2, IconUsersGroup } from '@tabler/icons-react';
import type { ScenePack } from './scene-pack.ts';

/** A scenario on the list. Its words lie under `scenario.packs.<id>`. */
interface PackEntry {
  readonly icon: Icon;
  /** Whose body and voice it has. */
  readonly avatar: 'mira' | 'emil' | 'pip';
  /** Fetches its content, its policy and its panel. */
  readonly load: () => Promise<ScenePack>;
}

/** In the order in which they are listed. */
export const PACKS = {
  service: { icon: IconHeadset, avatar: 'mira', load: async () => (await import('./service/pack.ts')).service },
  companion: { icon: IconLeaf, avatar: 'mira', load: async () => (await import('./companion/pack.tsx')).openCompanion() },
  assistant: { icon: IconListCheck, avatar: 'emil', load: async () => (await import('./assistant/pack.tsx')).openAssistant() },
  social: { icon: IconUsersGroup, avatar: 'mira', load: async () => (await import('./social/pack.tsx')).openSocial() },
  entertainment: { icon: IconMasksTheater, avatar: 'pip', load: async () => (await import('./entertainment/pack.tsx')).openEntertainment() },
  'tutor-fractions': { icon: IconMathXDivideY, avatar: 'mira', load: async () => (await import('./tutor/fractions.ts')).fractions },
  'tutor-first-program': { icon: IconTerminal2, avatar: 'mira', load: async () => (await import('./tutor/first-program.ts')).firstProgram },
} as const satisfies Readonly<Record<string, PackEntry>>;

export type PackId = keyof typeof PACKS;
export const PACK_IDS = Object.keys(PACKS) as PackId[];

export const isPackId = (id: string): id is PackId => Object.hasOwn(PACKS, id);
