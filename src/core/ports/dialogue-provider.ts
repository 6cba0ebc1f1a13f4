import type { AffectState } from '../affect/state.ts';
import type { DialogueAct } from '../plan/dialogue-act.ts';
import type { Language } from '../signals/text.ts';
import type { Unit } from '../units.ts';

export interface DialogueRequest {
  readonly act: DialogueAct;
  readonly language: Language;
  /** The agent's own name. */
  readonly name: string;
  /** What the player wrote, when this turn answers a message. */
  readonly heard: string | null;
  /** What the agent itself said last; null before its first words. */
  readonly said: string | null;
  readonly affect: AffectState;
  /** A number from the session's seed, by which a provider varies its words repeatably. */
  readonly variant: Unit;
}

/** Finds the words for a turn that the core has decided on. */
export interface DialogueProvider {
  /** Resolves to what the agent says. Rejections are reported and answered by the scripted lines. */
  reply(request: DialogueRequest, signal: AbortSignal): Promise<string>;
}

/** The part of the web's AbortSignal that providers may use; the core knows no DOM. */
export interface AbortSignal {
  readonly aborted: boolean;
}
