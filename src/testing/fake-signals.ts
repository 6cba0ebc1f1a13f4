import type { FaceScores, FaceSignal, HeardWords, SessionTime, VoiceSignal } from '../core/index.ts';

const RESTING: FaceScores = { smile: 0, browRaise: 0, browLower: 0, eyeOpen: 0, mouthOpen: 0 };

/** A well-lit face that looks at the camera, resting unless told otherwise. */
export function fakeFace(at: SessionTime, scores: Partial<FaceScores> = {}, more: Partial<FaceSignal> = {}): FaceSignal {
  return {
    kind: 'face', at, latency: 0.05, source: 'fake', quality: 0.9, present: true, scores: { ...RESTING, ...scores },
    pose: { yaw: 0, pitch: 0, roll: 0 }, place: { x: 0, y: 0, width: 0.3 }, neutral: 1,
    blendshapes: null, expression: null, mouth: 1, others: 0, ...more,
  };
}

/** A look at an empty chair. */
export function fakeNoFace(at: SessionTime): FaceSignal {
  return {
    kind: 'face', at, latency: 0.02, source: 'fake', quality: 0, present: false, scores: null, pose: null, place: null, neutral: 0,
    blendshapes: null, expression: null, mouth: 0, others: 0,
  };
}

/** A quarter of a second of speech in an everyday voice. */
export function fakeVoice(at: SessionTime, more: Partial<VoiceSignal> = {}): VoiceSignal {
  return {
    kind: 'voice', at, latency: 0.05, source: 'fake', quality: 0.9, window: 1, speaking: true, loudness: -30, pitch: 170,
    pitchRange: 3, voicedRatio: 0.6, expression: null, ...more,
  };
}

/** A whole sentence that was heard clearly. */
export function fakeWords(at: SessionTime, text: string, more: Partial<HeardWords> = {}): HeardWords {
  return { id: 'speech-1', text, stable: text.length, final: true, confidence: 0.9, language: 'en', at, source: 'fake', ...more };
}
