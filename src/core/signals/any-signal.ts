import type { ContextSignal } from './context.ts';
import type { FaceSignal } from './face.ts';
import type { MotionSignal } from './motion.ts';
import type { ReportSignal } from './report.ts';
import type { TextSignal } from './text.ts';
import type { VoiceSignal } from './voice.ts';

/** An observation by any sense. */
export type Signal = FaceSignal | VoiceSignal | TextSignal | ContextSignal | ReportSignal | MotionSignal;
