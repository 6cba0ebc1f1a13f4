import type { Emotion } from '../affect/emotion.ts';
import type { SignalBase } from './signal.ts';

/** The player's own word of how they feel: a tap, or "no, I am fine". */
export interface ReportSignal extends SignalBase<'report'> {
  readonly emotion: Emotion;
}
