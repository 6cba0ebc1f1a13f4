import type { Decibels, Hertz, Seconds, Unit, VoiceExpression } from '../../core/index.ts';
import { measureClipping, measureLevel, SILENCE } from './level.ts';
import { createLoudVoice } from './loud-voice.ts';
import { createNoiseFloor, energyScore } from './noise-floor.ts';
import { createPitchTracker } from './pitch-tracker.ts';
import { createSpeechEdges, STEP } from './speech-edges.ts';
import { createLowPitch } from './turn/low-pitch.ts';
import { createPhraseEnding, type Ending } from './turn/phrase-ending.ts';
import { turnPatience, USUAL_PATIENCE } from './turn/turn-patience.ts';
import { SILENT, stepActivity, type ActivityState, type SpeechBoundary } from './voice-activity.ts';
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
/** Speech must last for so long to be no cough. */
const CONFIRMED: Seconds = 0.35;
/** Silence inside of speech is a pause from here on, and no closure of a consonant: four frames. */
const PAUSE: Seconds = 0.125;
/** How likely a shout is speech that the detector does not know. */
const SHOUTED: Unit = 0.6;
/** By which the loudest is forgotten each frame, 1.5 dB a second: a shout does not silence what is said after it. */
const FORGET: Decibels = 0.05;

/** What speech under way tells of whose turn it is. */
export type TurnSign =
  /** It is surely speech. */
  | { readonly type: 'confirmed'; readonly at: AudioTime }
  /** It fell silent at `at`, for now. */
  | { readonly type: 'pause'; readonly at: AudioTime; readonly ending: Ending }
  /** It goes on after a pause. */
  | { readonly type: 'resumed'; readonly at: AudioTime }
  /** The pitch was low for long enough. */
  | { readonly type: 'low'; readonly at: AudioTime };

/** What one frame led to. */
export interface VoiceAnalysis {
  readonly boundary: SpeechBoundary | null;
  /** In the order in which they were found; after a start, before an end. */
  readonly signs: readonly TurnSign[];
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
  /** So long the silence that is now must last to be the end of the speech; the next one is judged anew. */
  wait(patience: Seconds): void;
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
  let patience: Seconds = USUAL_PATIENCE;
  const phrase = createPhraseEnding();
  const lowPitch = createLowPitch();

  const edgeThreshold = (): Decibels => Math.max(floor.level + EDGE_ABOVE_ROOM, loudest - BELOW_LOUDEST);

  /** Moves a boundary from the detector's frame to where the sound rises or falls. */
  const refine = (boundary: SpeechBoundary): SpeechBoundary => {
    const threshold = edgeThreshold();
    if (boundary.type === 'speech-start') {
      spokenSince = Math.max(lastEnd, edges.onset(boundary.at, threshold));
      return { type: 'speech-start', at: spokenSince };
    }
    lastEnd = Math.max(spokenSince, edges.offset(boundary.at, threshold));
    return { type: 'speech-end', at: lastEnd };
  };

  /** What the step from one frame to the next tells of the turn; sets how long a pause may last by how the speech ended. */
  const readTurn = (before: ActivityState, next: ActivityState, pitches: readonly (Hertz | null)[], end: AudioTime): TurnSign[] => {
    const signs: TurnSign[] = [];
    if (next.since === null) {
      if (before.since !== null) phrase.end();
      patience = USUAL_PATIENCE;
      lowPitch.push(pitches, 0);
      return signs;
    }
    const spoken = next.silent === 0;
    if (spoken) phrase.push(pitches);
    if (lowPitch.push(spoken ? pitches : pitches.map(() => null), end - next.since) && next.speaking) signs.push({ type: 'low', at: end });
    if (!next.speaking) return signs;
    if (next.confirmed >= CONFIRMED && before.confirmed < CONFIRMED) signs.push({ type: 'confirmed', at: end });
    if (spoken) {
      patience = USUAL_PATIENCE;
      if (before.silent >= PAUSE) signs.push({ type: 'resumed', at: end });
    } else if (next.silent >= PAUSE && before.silent < PAUSE) {
      const ending = phrase.tell();
      patience = turnPatience({ ending, open: null, looking: null });
      signs.push({ type: 'pause', at: Math.max(spokenSince, edges.offset(next.until, edgeThreshold())), ending });
    }
    return signs;
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
      const before = activity;
      const [next, coarse] = stepActivity(before, { at, duration: FRAME_DURATION, score }, patience);
      activity = next;
      const speech = next.since !== null && next.silent === 0;
      const clipped = measureClipping(samples);
      const pitches = tracker.push(samples);
      loudest = next.since === null && coarse === null ? SILENCE : Math.max(speech ? level : SILENCE, loudest - FORGET);
      frames.push({ at, duration: FRAME_DURATION, level, clipped, pitches, speech });
      const end = at + FRAME_DURATION;
      frames = frames.filter((frame) => frame.at >= end - MEMORY);

      const boundary = coarse && refine(coarse);
      const signs = readTurn(before, next, pitches, end);
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
      return { boundary, signs, figures, level, noiseFloor: floor.level, pitch: pitches.at(-1) ?? null, clipped };
    },
    readBy(model) {
      reader = model;
    },
    wait(seconds) {
      if (activity.silent >= PAUSE) patience = seconds;
    },
    reset() {
      reader?.reset();
      phrase.reset();
      lowPitch.reset();
      patience = USUAL_PATIENCE;
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
