import { type AffectState, type BothFeelings, type TextSignal, UNIFORM } from 'attune';
import { fakeFace } from 'attune/testing';
import type { Observed } from 'attune/explain';
import { calmAndPleasant, of, stateOf, trend } from './states.ts';

const live = { status: 'live', problem: null } as const;
const off = { status: 'off', problem: null } as const;
const senses = { face: live, voice: live, text: live, context: live, report: live, motion: live };

interface Example {
  readonly state: AffectState;
  readonly observed?: Observed;
}

const message = (cues: number, both: BothFeelings | null): TextSignal =>
  ({ kind: 'text', at: 118, latency: 0, source: 'test', quality: 1, id: 'm', language: 'en', risk: null, reading: { ...calmAndPleasant, emotions: UNIFORM, both, intent: 'feeling', domain: null, cues } });

/** A dozen states, which were explained and read line by line. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  nobody: { state: stateOf({ rest: { phase: 'absent', since: 110 } }), observed: { senses: { ...senses, face: off, voice: off } } },
  'getting to know somebody': { state: stateOf({ rest: { phase: 'calibrating' } }), observed: { senses: { ...senses, voice: { status: 'refused', problem: 'permission-denied' } } } },
  'too little to tell': { state: stateOf({ rest: { phase: 'uncertain' } }), observed: { senses: { ...senses, face: off, voice: off } } },
  'a broad smile': {
    state: stateOf({ fused: of({ happiness: 0.86 }), senses: { face: of({ happiness: 0.86 }) }, rest: { category: 'happiness', intensity: 0.84, trend: trend('steady'), because: [{ sense: 'face', cue: 'smile', strength: 0.8 }] } }),
    observed: { senses: { ...senses, voice: off } },
  },
  'a little sadness, said': {
    state: stateOf({ fused: of({ sadness: 0.42 }), senses: { text: of({ sadness: 0.42 }) }, rest: { category: 'sadness', felt: 118.5, intensity: 0.33, trend: trend('falling'), because: [{ sense: 'text', cue: 'heavy-words', strength: 0.7 }] } }),
    observed: { senses: { ...senses, face: off, voice: off }, signals: { text: message(2, null) } },
  },
  'anger in voice and face': {
    state: stateOf({
      fused: of({ anger: 0.78 }), senses: { face: of({ anger: 0.5 }), voice: of({ anger: 0.62 }) },
      rest: {
        category: 'anger', felt: 62, intensity: 0.75, trend: trend('steady'), episode: { category: 'anger', onset: 62, peak: 0.76, peakAt: 119, recovered: null },
        because: [{ sense: 'face', cue: 'brows-lowered', strength: 0.9 }, { sense: 'face', cue: 'lips-pressed', strength: 0.5 }, { sense: 'voice', cue: 'voice-loud', strength: 0.8 }, { sense: 'voice', cue: 'pitch-high', strength: 0.3 }],
      },
    }),
    observed: { senses },
  },
  'a smile over sad words': {
    state: stateOf({
      fused: of({ happiness: 0.5, sadness: 0.3 }), senses: { face: of({ happiness: 0.7 }), text: of({ sadness: 0.75 }) },
      rest: {
        category: 'happiness', intensity: 0.43, mixed: { emotions: ['happiness', 'sadness'], since: 112 }, conflict: { degree: 0.5, between: ['face', 'text'] },
        because: [{ sense: 'face', cue: 'smile', strength: 0.5 }, { sense: 'text', cue: 'heavy-words', strength: 0.3 }],
      },
    }),
    observed: { senses: { ...senses, voice: off } },
  },
  'glad and a little afraid': {
    state: stateOf({ fused: of({ happiness: 0.52, fear: 0.3 }), senses: { text: of({ happiness: 0.52, fear: 0.3 }) }, rest: { category: 'mixed', intensity: 0.45, mixed: { emotions: ['happiness', 'fear'], since: 90 }, trend: trend('rising') } }),
    observed: { senses: { ...senses, face: off, voice: off }, signals: { text: message(3, { one: 'happiness', other: 'fear' }) } },
  },
  'a guess': { state: stateOf({ fused: of({ fear: 0.34, surprise: 0.3 }), senses: { face: of({ fear: 0.34, surprise: 0.3 }) }, rest: { category: 'fear', felt: 115, intensity: 0.24, because: [{ sense: 'face', cue: 'eyes-wide', strength: 0.6 }] } }), observed: { senses, signals: { face: fakeFace(119, {}, { mouth: 0.1 }) } } },
  'nothing that stands out': {
    state: stateOf({ senses: { face: of({ neutral: 0.24 }) }, rest: { estimate: { ...stateOf({}).estimate, ...calmAndPleasant }, trend: trend('rising'), episode: { category: 'sadness', onset: 20, peak: 0.7, peakAt: 30, recovered: 58 } } }),
    observed: { senses },
  },
  'a face that only rests': { state: stateOf({ fused: of({ neutral: 0.72 }), senses: { face: of({ neutral: 0.72 }) }, rest: { category: 'neutral', felt: 10, intensity: 0.05, trend: trend('steady') } }), observed: { senses: { ...senses, voice: off } } },
  'their own word against a voice': {
    state: stateOf({
      fused: of({ neutral: 0.7 }), senses: { voice: of({ anger: 0.6 }), report: of({ neutral: 0.8 }) },
      rest: { category: 'neutral', felt: 114, intensity: 0.1, because: [{ sense: 'voice', cue: 'voice-loud', strength: 0.5 }, { sense: 'report', cue: 'says-neutral', strength: 1 }] },
    }),
    observed: { senses: { ...senses, face: { status: 'failed', problem: 'device-ended' } } },
  },
  'a loss in the game': {
    state: stateOf({
      fused: of({ sadness: 0.66 }), senses: { face: of({ sadness: 0.55 }), context: of({ sadness: 0.4 }) },
      rest: {
        category: 'sadness', felt: 80, intensity: 0.5, trend: trend('steady'), episode: { category: 'sadness', onset: 80, peak: 0.8, peakAt: 95, recovered: null },
        because: [{ sense: 'face', cue: 'mouth-corners-down', strength: 0.5 }, { sense: 'context', cue: 'lost', strength: 1 }],
      },
    }),
    observed: { senses },
  },
  'two senses that say two things': {
    state: stateOf({ senses: { face: of({ happiness: 0.6 }), voice: of({ anger: 0.5 }) }, rest: { conflict: { degree: 0.65, between: ['face', 'voice'] } } }),
    observed: { senses },
  },
};
