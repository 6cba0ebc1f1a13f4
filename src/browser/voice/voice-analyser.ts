import type { Decibels, Hertz, Seconds, Unit, VoiceExpression } from '../../core/index.ts';
import { measureClipping, measureLevel, SILENCE } from './level.ts';
import { createLoudVoice } from './loud-voice.ts';
import { createNoiseFloor, energyScore } from './noise-floor.ts';
import { createPitchTracker } from './pitch-tracker.ts';
import { createSpeechEdges, STEP } from './speech-edges.ts';
import { SILENT, stepActivity, type SpeechBoundary } from './voice-activity.ts';
import { FRAME_DURATION, RATE, type AudioTime } from './voice-frame.ts';
import { summariseVoice, type VoiceFrame, type VoiceFunctionals } from './voice-functionals.ts';
import type { VoiceReader } from './voice-reader.ts';

/** How much of the past the functionals sum up. */
const MEMORY: Seconds = 1;
const SIGNAL_EVERY: Seconds = 0.25;
/** The edge of speech stands this far above the room, which is a low quantile of what the room does. */
const EDGE_ABOVE_ROOM: Decibels = 3;
/** Sound this far below the loudest of the utterance is breath or reverberation, and no longer speech. */
const BELOW_LOUDEST: Decibels = 25;
/** How likely a shout is speech that the detector does not know. */
const SHOUTED: Unit = 0.6;
/** By which the loudest is forgotten each frame, 1.5 dB a second: a shout does not silence what is said after it. */
const FORGET: Decibels = 0.05;

/** What one frame led to. */
export interface VoiceAnalysis {
  readonly boundary: SpeechBoundary | null;
  /** Figures of the window that ends with this frame, at the end of speech the last of it; null when none are due. */
  readonly figures: VoiceFunctionals | null;
  readonly level: Decibels;
  readonly noiseFloor: Decibels;
  /** At the frame's newest hop; null when it is unvoiced. */
  readonly pitch: Hertz | null;
  /** Share of the frame's samples at full scale. */
  readonly clipped: Unit;
}

export interface VoiceAnalyser {
  /**
   * Hears the next 512 samples at 16 kHz.
   *
   * @param at when the first of them was captured; frames come in order, gaps are allowed
   * @param probability of speech by a trained detector; null when there is none
   * @param own level of the part that is not the agent's echo; all of it by default
   */
  push(samples: Float32Array, at: AudioTime, probability: Unit | null, own?: Decibels): VoiceAnalysis;
  /** Lets a model read how the next utterances are said. */
  readBy(reader: VoiceReader): void;
  /** Forgets the room, the voice and any speech under way, without an end event. */
  reset(): void;
}

/** Turns frames of sound into speech boundaries and functionals. Pure but for its own memory. */
export function createVoiceAnalyser(): VoiceAnalyser {
  const floor = createNoiseFloor();
  const tracker = createPitchTracker(RATE);
  const edges = createSpeechEdges();
  const loudVoice = createLoudVoice();
  let reader: VoiceReader | null = null;
  let activity = SILENT;
  let frames: VoiceFrame[] = [];
  let loudest = SILENCE;
  let spokenSince: AudioTime = Number.NEGATIVE_INFINITY;
  let lastEnd: AudioTime = Number.NEGATIVE_INFINITY;
  let signalled: AudioTime = Number.NEGATIVE_INFINITY;

  /** Moves a boundary from the detector's frame to where the sound rises or falls. */
  const refine = (boundary: SpeechBoundary): SpeechBoundary => {
    const threshold = Math.max(floor.level + EDGE_ABOVE_ROOM, loudest - BELOW_LOUDEST);
    if (boundary.type === 'speech-start') {
      spokenSince = Math.max(lastEnd, edges.onset(boundary.at, threshold));
      return { type: 'speech-start', at: spokenSince };
    }
    lastEnd = Math.max(spokenSince, edges.offset(boundary.at, threshold));
    return { type: 'speech-end', at: lastEnd };
  };

  return {
    push(samples, at, probability, own) {
      const level = measureLevel(samples);
      floor.push(level, probability);
      const step = STEP * RATE;
      for (let start = 0; start < samples.length; start += step) {
        edges.push(at + start / RATE, measureLevel(samples.subarray(start, start + step)));
      }
      const energy = energyScore(own ?? level, floor.level);
      // An echo is a voice too: while the agent sounds, the detector alone decides.
      const shouted = loudVoice.push(samples, level, floor.level) && (own ?? level) === level;
      // The gates only veto: what is no louder than room, echo and breath is not the player speaking, whatever it resembles.
      const likely = Math.max(probability ?? 0, shouted ? SHOUTED : 0);
      const score = probability === null ? energy : energy > 0 && level > loudest - BELOW_LOUDEST ? likely : 0;
      const [next, coarse] = stepActivity(activity, { at, duration: FRAME_DURATION, score });
      activity = next;
      const speech = next.since !== null && next.silent === 0;
      const clipped = measureClipping(samples);
      const pitches = tracker.push(samples);
      loudest = next.since === null && coarse === null ? SILENCE : Math.max(speech ? level : SILENCE, loudest - FORGET);
      frames.push({ at, duration: FRAME_DURATION, level, clipped, pitches, speech });
      const end = at + FRAME_DURATION;
      frames = frames.filter((frame) => frame.at >= end - MEMORY);

      const boundary = coarse && refine(coarse);
      const summarise = (expression: VoiceExpression | null): VoiceFunctionals | null => summariseVoice(frames, floor.level, probability !== null, expression);
      let figures: VoiceFunctionals | null = null;
      reader?.push(samples, speech);
      if (boundary?.type === 'speech-start') signalled = end;
      if (boundary?.type === 'speech-end') figures = summarise(reader?.settle() ?? null);
      else if (next.since === null) reader?.drop();
      if (next.speaking && next.silent < SIGNAL_EVERY && end - signalled >= SIGNAL_EVERY - FRAME_DURATION / 2) {
        figures = summarise(reader?.read() ?? null);
        signalled = end;
      }
      return { boundary, figures, level, noiseFloor: floor.level, pitch: pitches.at(-1) ?? null, clipped };
    },
    readBy(model) {
      reader = model;
    },
    reset() {
      reader?.reset();
      floor.reset();
      tracker.reset();
      edges.reset();
      loudVoice.reset();
      activity = SILENT;
      frames = [];
      loudest = SILENCE;
      spokenSince = lastEnd = signalled = Number.NEGATIVE_INFINITY;
    },
  };
}
