import type { VoiceSignal } from '../signals/voice.ts';
import { type Baseline, deviation, semitones } from './baseline.ts';
import { measured, UNKNOWN } from './belief.ts';
import { byEmotion, mix, softmax, UNIFORM } from './emotion.ts';
import { type AffectEstimate, doubted, unknownEstimate } from './estimate.ts';
import type { Evidence } from './state.ts';

interface VoiceDeviations {
  readonly loudness: number;
  readonly pitch: number;
}

function deviations(signal: VoiceSignal, baseline: Baseline): VoiceDeviations {
  return {
    loudness: deviation(baseline.loudness, signal.loudness),
    pitch: signal.pitch === null ? 0 : deviation(baseline.pitch, semitones(signal.pitch)),
  };
}

/**
 * Reads how something was said: as a model hears it, else by loudness and pitch against how this
 * player usually speaks.
 *
 * Loudness and pitch carry arousal well and valence hardly (Juslin & Laukka 2003), so valence stays
 * unknown, and the emotions only lean towards the aroused or the subdued ones.
 */
export function readVoice(signal: VoiceSignal, baseline: Baseline): AffectEstimate {
  if (!signal.speaking || signal.quality === 0) return unknownEstimate(signal.at, 'voice');
  if (signal.expression) return { at: signal.at, origin: 'voice', ...doubted(signal.expression, signal.quality), judged: signal.quality };
  const { loudness, pitch } = deviations(signal, baseline);
  const arousal = 0.22 * loudness + 0.2 * pitch;
  const scores = byEmotion(() => 0);
  scores.happiness = scores.anger = scores.fear = scores.surprise = 1.6 * Math.max(0, arousal);
  scores.sadness = 2.4 * Math.max(0, -arousal);
  scores.neutral = 1 - 1.5 * Math.abs(arousal);
  return {
    at: signal.at,
    origin: 'voice',
    valence: UNKNOWN,
    arousal: measured(arousal, 0.1 / signal.quality),
    dominance: measured(0.15 * loudness, 0.25 / signal.quality),
    emotions: mix(UNIFORM, softmax(scores), 0.5 * signal.quality),
  };
}

/** What stood out in the voice, strongest first. */
export function voiceEvidence(signal: VoiceSignal, baseline: Baseline): Evidence[] {
  if (!signal.speaking) return [];
  const { loudness, pitch } = deviations(signal, baseline);
  return ([['voice-loud', loudness], ['voice-soft', -loudness], ['pitch-high', pitch], ['pitch-low', -pitch]] as const)
    .filter(([, z]) => z > 0.8)
    .map(([cue, z]): Evidence => ({ sense: 'voice', cue, strength: Math.min(1, z / 3) * signal.quality }))
    .sort((a, b) => b.strength - a.strength);
}
