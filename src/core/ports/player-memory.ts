import type { AffectState } from '../affect/state.ts';
import type { DialogueAct, SupportSkill } from '../plan/dialogue-act.ts';
import type { Language } from '../signals/text.ts';

/** What can be remembered: how the player is called, what they like or not, who belongs to them, what was talked about, what helped, and what they asked to be kept. */
export const MEMORY_KINDS = ['name', 'preference', 'person', 'topic', 'helped', 'note'] as const;
/** What something that is remembered is about, as one of {@link MEMORY_KINDS}. */
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/** One thing that is remembered, as the player can read and change it. */
export interface Remembered {
  /** What is said again about the same thing takes its place. */
  readonly id: string;
  readonly kind: MemoryKind;
  /** A plain sentence, as the player would say it of themselves: "I like chess." */
  readonly sentence: string;
  /** What it is about, as a line may name it: "Ada", "chess", "maths exam"; null where the sentence is all that is known. */
  readonly about: string | null;
  /** When it was last said, by the host's clock, as an ISO date. */
  readonly at: string;
  /** Whether the player said it, it was observed, or the player wrote it here. */
  readonly source: 'said' | 'observed' | 'edited';
}

/** Whether a value has the shape of something remembered; stores may hold anything. */
export function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, sentence, about } = value as Partial<Record<keyof Remembered, unknown>>;
  return typeof id === 'string' && MEMORY_KINDS.some((each) => each === kind) && typeof sentence === 'string' && (about === null || typeof about === 'string');
}

/** A turn of the conversation from which something may be remembered. Messages in which something calls for care are never among them. */
export interface MemorableTurn {
  readonly speaker: 'player' | 'agent';
  readonly text: string;
  readonly language: Language;
  /** What is thought of the player at its end. */
  readonly affect: AffectState;
  /** What the agent's turn did; null for the player's. */
  readonly move: { readonly act: DialogueAct; readonly skill: SupportSkill } | null;
}

/** What the agent remembers of the player, kept outside the core as all words are. */
export interface PlayerMemory {
  /** What a turn may bring up, the most useful first; empty where nothing is remembered. */
  recall(): readonly Remembered[];
  take(turn: MemorableTurn): void;
  /** The visitor left: what is kept for their visit alone goes. */
  leave(): void;
  /** Forgets this player for good, on the device too. */
  forget(): void;
}
