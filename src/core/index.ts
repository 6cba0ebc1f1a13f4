export { clamp, signedUnit, smoothstep, unit } from './units.ts';
export type { Decibels, Hertz, Radians, Seconds, SessionTime, SignedUnit, Unit } from './units.ts';
export { AttuneError, asProblem, PROBLEM_CODES, type ProblemCode } from './problem.ts';
export { SENSES, type Sense, type SignalBase } from './signals/signal.ts';
export type { FacePlace, FaceScores, FaceSignal, HeadPose } from './signals/face.ts';
export type { VoiceSignal } from './signals/voice.ts';
export { INTENTS, LANGUAGES, type Intent, type Language, type TextReading, type TextSignal } from './signals/text.ts';
export { CONTEXT_EVENTS, type ContextEvent, type ContextSignal } from './signals/context.ts';
export { belief, certainty, fuseBeliefs, UNKNOWN, UNKNOWN_VARIANCE, type Belief } from './affect/belief.ts';
export { EMOTIONS, likeliest, normalise, UNIFORM, type Emotion, type EmotionDistribution } from './affect/emotion.ts';
export type { AffectDimensions, AffectEstimate } from './affect/estimate.ts';
export type { AffectState, Evidence } from './affect/state.ts';
export { createAvatarFrame, type AvatarFrame } from './perform/frame.ts';
export type {
  BlinkCue, Cue, ExpressionCue, GazeCue, Gesture, GestureCue, SoundCue, SpeechCue, SpeechTone,
} from './perform/cue.ts';
export { closedMouth, closeMouth, VISEMES, type MouthWeights, type Viseme } from './perform/viseme.ts';
export { DIALOGUE_ACTS, type DialogueAct } from './plan/dialogue-act.ts';
export type { AgentEvent, SenseStatus, Signal } from './agent/event.ts';
export type { AvatarDriver } from './ports/avatar-driver.ts';
export type { Clock } from './ports/clock.ts';
export type { DialogueProvider, DialogueRequest } from './ports/dialogue-provider.ts';
export type { SignalSink, SignalSource } from './ports/signal-source.ts';
export type { SpeechListener, SpeechOutcome, SpeechRequest, SpeechSynthesizer } from './ports/speech-synthesizer.ts';
