import type { AffectState } from '../affect/state.ts';
import type { Appraisal } from '../appraise/appraise.ts';
import type { Character } from '../appraise/character.ts';
import type { DialogueAct, SupportSkill } from '../plan/dialogue-act.ts';
import type { Strategy } from '../plan/plan.ts';
import type { Language } from '../signals/text.ts';
import type { Seconds, Unit } from '../units.ts';
import type { Remembered } from './player-memory.ts';

/** What somebody said in this session. */
export interface Said {
  readonly speaker: 'player' | 'agent';
  readonly text: string;
}

/** What is to be said and all that the words may depend on. The core decided what the utterance does; a {@link DialogueProvider} decides only how it is put. */
export interface DialogueRequest {
  readonly act: DialogueAct;
  readonly strategy: Strategy;
  /** How the act is done; one of those that {@link SKILLS_OF_ACT} allows for it. */
  readonly skill: SupportSkill;
  readonly language: Language;
  readonly character: Character;
  /** What the player wrote or said, when this turn answers a message. */
  readonly heard: string | null;
  /**
   * What was said in this session up to now, oldest first. Language models are not told of messages in which something calls for
   * care, nor of the answers to them.
   */
  readonly history: readonly Said[];
  /** What is remembered of the player, as far as they want it, the most useful first. */
  readonly memory?: readonly Remembered[];
  readonly affect: AffectState;
  readonly appraisal: Appraisal;
  /** A number from the session's seed, by which a provider varies its words repeatably. */
  readonly variant: Unit;
  /** How long the first words are waited for; absent where nobody looks at a clock. */
  readonly patience?: Seconds;
}

/**
 * Finds the words for a turn that the core has decided on.
 *
 * Words come whole, or in pieces as they are made, cut anywhere: then the first sentence sounds while the rest is made. A
 * rejection, silence for too long and an empty answer are reported, and the agent's own lines stand in: from the start, or
 * after the last whole sentence that came. A provider that retries does so by itself, once at most; it is never asked twice.
 */
export interface DialogueProvider {
  /**
   * Whether people wrote all that it can say. Only then is it asked for what calls for care, and told of it; to be taken for a language
   * model is the default.
   */
  readonly written?: boolean;
  reply(request: DialogueRequest, signal: AbortSignal): Promise<string> | AsyncIterable<string>;
  /** Forgets this player for good, on the device too, where it keeps anything of them: `agent.erase()` asks for it. */
  forget?(): void;
}

/** The part of the web's AbortSignal that providers may use; the core knows no DOM. It is aborted when nobody waits for the words any more. */
export interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
