import type { FusionMethod } from '../affect/choose-fusion.ts';
import type { Style } from '../appraise/style.ts';
import type { Gesture } from '../perform/gestures/index.ts';
import type { OperatorChoice } from '../plan/operator.ts';
import type { ProblemCode } from '../problem.ts';
import type { Signal } from '../signals/any-signal.ts';
import type { Sense } from '../signals/signal.ts';
import type { Language } from '../signals/text.ts';
import type { Seconds, SessionTime, Unit } from '../units.ts';

/** How a sense is doing. Why it is `failed` or `refused` is told by the problem code. */
export const SENSE_STATUSES = ['off', 'starting', 'live', 'refused', 'failed'] as const;
/** How a sense is doing, as one of {@link SENSE_STATUSES}. */
export type SenseStatus = (typeof SENSE_STATUSES)[number];

/**
 * Everything that can happen to an agent, and all that its core ever learns: the same events and
 * seed give the same states and cues. Every one of them may be logged, so none carries words,
 * landmarks, pictures or spectra.
 */
export type AgentEvent =
  | { readonly type: 'signal'; readonly at: SessionTime; readonly signal: Signal }
  | { readonly type: 'tick'; readonly at: SessionTime }
  | { readonly type: 'sense'; readonly at: SessionTime; readonly sense: Sense; readonly status: SenseStatus; readonly problem: ProblemCode | null }
  /** `confirms`: whether `speech-confirmed` follows once it is surely speech; otherwise it is taken for speech once it has lasted 0.35 s. */
  | { readonly type: 'speech-start'; readonly at: SessionTime; readonly confirms?: boolean }
  /** What began is speech, and no cough: there was 0.35 s of it. */
  | { readonly type: 'speech-confirmed'; readonly at: SessionTime }
  /** The player's voice has been low for 0.11 s, after 0.7 s of speech: a place where listeners nod. */
  | { readonly type: 'pitch-low'; readonly at: SessionTime }
  /**
   * The player fell silent at `at`, for now. `patience`: how long in all until the turn is taken for over. `open`: whether the words
   * so far want more to follow; null where that is not known.
   */
  | { readonly type: 'speech-pause'; readonly at: SessionTime; readonly patience: Seconds; readonly open: boolean | null }
  /** `words`: whether a recogniser makes out its words, so that a message or `words-missed` follows. */
  | { readonly type: 'speech-end'; readonly at: SessionTime; readonly words?: boolean }
  /** A speech ended, and its words could not be made out. */
  | { readonly type: 'words-missed'; readonly at: SessionTime }
  | { readonly type: 'utterance-start'; readonly at: SessionTime; readonly id: string; readonly duration: Seconds }
  | { readonly type: 'utterance-end'; readonly at: SessionTime; readonly id: string; readonly outcome: 'finished' | 'cancelled' | 'failed' | 'unvoiced' }
  /** Something outside, such as a language model, wishes for a movement. */
  | { readonly type: 'gesture'; readonly at: SessionTime; readonly gesture: Gesture; readonly strength: Unit }
  | { readonly type: 'language'; readonly at: SessionTime; readonly language: Language }
  /** `net`: the name of the EmotionFuser that is used from now on; null for none. */
  | { readonly type: 'fusion'; readonly at: SessionTime; readonly method: FusionMethod; readonly net: string | null }
  /** How the agent talks with this player from now on, as far as each moment allows it. */
  | { readonly type: 'style'; readonly at: SessionTime; readonly style: Style }
  /** Somebody is with the player who can help, or a person found out that there was no crisis. */
  | { readonly type: 'crisis-over'; readonly at: SessionTime }
  /** A person decides from now on what the agent does, or leaves that to the agent again. */
  | { readonly type: 'operator'; readonly at: SessionTime; readonly present: boolean }
  /** That person's choice of what the agent does next; nothing while nobody operates it. */
  | ({ readonly type: 'operator-act'; readonly at: SessionTime } & OperatorChoice)
  | { readonly type: 'visitor'; readonly at: SessionTime; readonly change: 'arrived' | 'left' };
