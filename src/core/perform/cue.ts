import type { Emotion } from '../affect/emotion.ts';
import type { DialogueAct } from '../plan/dialogue-act.ts';
import type { Gesture } from './gestures/index.ts';
import type { Posture } from './postures.ts';
import type { Radians, Seconds, SessionTime, SignedUnit, Unit } from '../units.ts';

interface CueBase<K extends string> {
  readonly kind: K;
  readonly at: SessionTime;
}

/** The face moves to these weights (neutral when all are 0) and stays there. */
export interface ExpressionCue extends CueBase<'expression'> {
  readonly emotion: Emotion;
  readonly weight: Unit;
  /** How long the change takes. */
  readonly ease: Seconds;
}

/** The eyes go somewhere beside the player's eyes for a while; 0, 0 is eye contact. */
export interface GazeCue extends CueBase<'gaze'> {
  readonly yaw: Radians;
  readonly pitch: Radians;
  readonly hold: Seconds;
}

/** The lids close and open once. */
export interface BlinkCue extends CueBase<'blink'> {
  readonly duration: Seconds;
}

/** The body moves once, for `duration` seconds. Strength 1 is the whole of the gesture, 0 nothing. */
export interface GestureCue extends CueBase<'gesture'> {
  readonly gesture: Gesture;
  readonly duration: Seconds;
  readonly strength: Unit;
}

/** The body takes up a way to rest, until the next one. */
export interface PostureCue extends CueBase<'posture'> {
  readonly posture: Posture;
  readonly ease: Seconds;
}

/** How an utterance should sound: the agent's own affect, not the player's. */
export interface SpeechTone {
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
}

/** The agent says something. The words are found by the dialogue provider, outside the core. */
export interface SpeechCue extends CueBase<'speech'> {
  readonly id: string;
  readonly act: DialogueAct;
  readonly tone: SpeechTone;
  /** The message that this answers, by its id; null when the agent speaks up of itself. */
  readonly heard: string | null;
  /** The utterance that was cut off, and is now gone on with; null for something new. */
  readonly resumes: string | null;
  /** By which a dialogue provider varies its words repeatably. */
  readonly variant: Unit;
  /** Whether it also says that the agent is an AI: the first utterance of a session does. */
  readonly introduces: boolean;
}

/** A short sound that tells the player what the agent does. */
export interface SoundCue extends CueBase<'sound'> {
  readonly earcon: 'listening' | 'thinking' | 'understood' | 'farewell' | 'hum';
}

/** One thing that the avatar shall do; `kind` tells which. Cues are plain data: they can be logged, sent, and played by any renderer. */
export type Cue = ExpressionCue | GazeCue | BlinkCue | GestureCue | PostureCue | SpeechCue | SoundCue;
