import type { ProblemCode } from '../problem.ts';
import type { ContextSignal } from '../signals/context.ts';
import type { FaceSignal } from '../signals/face.ts';
import type { Sense } from '../signals/signal.ts';
import type { Language, TextSignal } from '../signals/text.ts';
import type { VoiceSignal } from '../signals/voice.ts';
import type { Seconds, SessionTime } from '../units.ts';

export type Signal = FaceSignal | VoiceSignal | TextSignal | ContextSignal;

/** How a sense is doing. Why it is `failed` or `refused` is told by the problem code. */
export type SenseStatus = 'off' | 'starting' | 'live' | 'refused' | 'failed';

/**
 * Everything that can happen to an agent, and all that its core ever learns: the same events and
 * seed give the same states and cues. Every one of them may be logged, so none carries words,
 * landmarks, pictures or spectra.
 */
export type AgentEvent =
  | { readonly type: 'signal'; readonly at: SessionTime; readonly signal: Signal }
  | { readonly type: 'tick'; readonly at: SessionTime }
  | { readonly type: 'sense'; readonly at: SessionTime; readonly sense: Sense; readonly status: SenseStatus; readonly problem: ProblemCode | null }
  | { readonly type: 'speech-start'; readonly at: SessionTime }
  | { readonly type: 'speech-end'; readonly at: SessionTime }
  | { readonly type: 'utterance-start'; readonly at: SessionTime; readonly id: string; readonly duration: Seconds }
  | { readonly type: 'utterance-end'; readonly at: SessionTime; readonly id: string; readonly outcome: 'finished' | 'cancelled' | 'failed' | 'unvoiced' }
  | { readonly type: 'language'; readonly at: SessionTime; readonly language: Language }
  | { readonly type: 'visitor'; readonly at: SessionTime; readonly change: 'arrived' | 'left' };
