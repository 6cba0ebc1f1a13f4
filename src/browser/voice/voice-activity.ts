import type { Seconds, Unit } from '../../core/index.ts';
import type { AudioTime } from './voice-frame.ts';

/** One frame as the activity machine sees it. */
export interface ActivityFrame {
  /** When the frame's first sample was captured. */
  readonly at: AudioTime;
  readonly duration: Seconds;
  /** How likely it is speech. */
  readonly score: Unit;
}

/** The player began or ceased to speak, at the onset or offset itself and not when it was noticed. */
export interface SpeechBoundary {
  readonly type: 'speech-start' | 'speech-end';
  readonly at: AudioTime;
}

export interface ActivityState {
  readonly speaking: boolean;
  /** Where the run of speech frames began that is, or may become, speech; null in silence. */
  readonly since: AudioTime | null;
  /** How much of that run is likely speech. */
  readonly confirmed: Seconds;
  /** End of the last frame of speech. */
  readonly until: AudioTime;
  /** How long it has been silent since. */
  readonly silent: Seconds;
}

export const SILENT: ActivityState = { speaking: false, since: null, confirmed: 0, until: 0, silent: 0 };

/** Speech begins at Silero's own 0.5, and goes on down to less than its 0.35: the last words of a sentence are soft. */
const ENTER: Unit = 0.5;
const STAY: Unit = 0.25;
/** Two frames of 32 ms: a single one may be a click; Silero itself needs one to be sure. */
const CONFIRM: Seconds = 0.06;

/**
 * Advances by one frame. Frames must come in order.
 *
 * Starts and ends alternate, and an end is never before its start.
 *
 * @param patience how long a silence must last to be the end
 */
export function stepActivity(state: ActivityState, frame: ActivityFrame, patience: Seconds): readonly [ActivityState, SpeechBoundary | null] {
  const end = frame.at + frame.duration;
  if (frame.score >= (state.speaking ? STAY : ENTER)) {
    const since = state.since ?? frame.at;
    const confirmed = state.confirmed + frame.duration;
    const starts = !state.speaking && confirmed >= CONFIRM;
    const next = { speaking: state.speaking || starts, since, confirmed, until: end, silent: 0 };
    return [next, starts ? { type: 'speech-start', at: since } : null];
  }
  if (!state.speaking) return [frame.score >= STAY && state.since !== null ? state : SILENT, null];
  const silent = state.silent + frame.duration;
  if (silent < patience) return [{ ...state, silent }, null];
  return [SILENT, { type: 'speech-end', at: state.until }];
}
