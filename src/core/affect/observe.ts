import type { Signal } from '../signals/any-signal.ts';
import { SENSES, type Sense } from '../signals/signal.ts';
import { type SessionTime, smoothstep } from '../units.ts';
import { hearBaseline, STRANGER } from './baseline.ts';
import { certainty } from './belief.ts';
import { aboveChance, EMOTIONS } from './emotion.ts';
import { type AffectEstimate, doubted, unknownEstimate } from './estimate.ts';
import { ageEstimate, type Channels, conflictOf, fuseChannels, updateChannel } from './fuse.ts';
import { NOBODY, type PhaseState, stepPhase } from './phase.ts';
import { readContext } from './read-context.ts';
import { faceEvidence, readFace } from './read-face.ts';
import { readVoice, voiceEvidence } from './read-voice.ts';
import type { AffectState, Evidence } from './state.ts';
import { NO_TREND, updateTrend } from './trend.ts';

/** Everything that is remembered between observations to keep the affect state. */
export interface AffectMemory {
  readonly channels: Channels;
  readonly phase: PhaseState;
  /** When each sense last told anything. */
  readonly lastHeard: Readonly<Partial<Record<Sense, SessionTime>>>;
  readonly evidence: Readonly<Partial<Record<Sense, readonly Evidence[]>>>;
  readonly state: AffectState;
}

/**
 * How long after its last observation a sense still counts as somebody being there, in seconds. A busy
 * phone may look at the face only twice a second, and each look is half a second old when it arrives.
 */
const PRESENCE: Readonly<Record<Sense, number>> = { face: 1.5, voice: 6, text: 45, context: 15 };

/** Knowing nobody. */
export function strangerMemory(at: SessionTime): AffectMemory {
  return {
    channels: {},
    phase: { ...NOBODY, since: at },
    lastHeard: {},
    evidence: {},
    state: {
      phase: 'absent', since: at, estimate: unknownEstimate(at, 'fused'), senses: {}, intensity: 0, trend: NO_TREND, conflict: 0,
      baseline: STRANGER, because: [],
    },
  };
}

/** A voice that was heard this long ago has hardly left the mouth; after the second, the mouth rests. */
const SPEECH_FADES = [0.3, 1] as const;

/**
 * Takes in one signal. Signals of no quality only tell that the sense works, and change nothing.
 *
 * @param speaking whether a speech of the player has begun and not ended
 */
export function observeSignal(memory: AffectMemory, signal: Signal, speaking: boolean): AffectMemory {
  if (signal.quality === 0) return memory;
  const baseline = memory.state.baseline;
  switch (signal.kind) {
    case 'face': {
      if (!signal.present) return memory;
      const silence = signal.at - (memory.lastHeard.voice ?? -Infinity);
      const speech = speaking ? 1 : 1 - smoothstep(...SPEECH_FADES, silence);
      return heard({ ...memory, state: { ...memory.state, baseline: { ...baseline, face: signal.neutral } } }, readFace(signal, speech), faceEvidence(signal, speech));
    }
    case 'voice':
      if (!signal.speaking) return memory;
      return heard({ ...memory, state: { ...memory.state, baseline: hearBaseline(baseline, signal) } }, readVoice(signal, baseline), voiceEvidence(signal, baseline));
    case 'text': {
      const reading = doubted(signal.reading, signal.quality);
      const cue = reading.valence.mean >= 0 ? 'kind-words' : 'heavy-words';
      return heard(memory, { at: signal.at, origin: 'text', ...reading }, signal.reading.cues > 0 ? [{ sense: 'text', cue, strength: Math.min(1, signal.reading.cues / 3) * signal.quality }] : []);
    }
    case 'context':
      return heard(memory, readContext(signal), [{ sense: 'context', cue: signal.event, strength: signal.quality }]);
  }
}

function heard(memory: AffectMemory, estimate: AffectEstimate, evidence: readonly Evidence[]): AffectMemory {
  const sense = estimate.origin as Sense;
  return {
    ...memory,
    channels: updateChannel(memory.channels, estimate),
    lastHeard: { ...memory.lastHeard, [sense]: Math.max(estimate.at, memory.lastHeard[sense] ?? estimate.at) },
    evidence: { ...memory.evidence, [sense]: evidence },
  };
}

/** Brings the affect state up to `at`: ages every sense, fuses them, and moves phase and trend on. */
export function settleAffect(memory: AffectMemory, at: SessionTime): AffectMemory {
  const aged: Partial<Record<Sense, AffectEstimate>> = {};
  for (const sense of SENSES) {
    const channel = memory.channels[sense];
    if (channel) aged[sense] = ageEstimate(channel, at);
  }
  const estimate = fuseChannels(aged, at);
  const present = SENSES.some((sense) => at - (memory.lastHeard[sense] ?? -Infinity) <= PRESENCE[sense]);
  const sureness = Math.max(certainty(estimate.valence), certainty(estimate.arousal));
  const phase = stepPhase(memory.phase, at, { present, certainty: sureness });
  const strongest = Math.max(...EMOTIONS.map((emotion) => (emotion === 'neutral' ? 0 : aboveChance(estimate.emotions[emotion]))));
  return {
    ...memory,
    phase,
    state: {
      phase: phase.phase,
      since: phase.since,
      estimate,
      senses: aged,
      intensity: Math.max(strongest, Math.abs(estimate.valence.mean) * certainty(estimate.valence)),
      trend: updateTrend(memory.state.trend, at, estimate.valence.mean, certainty(estimate.valence)),
      conflict: conflictOf(aged),
      baseline: memory.state.baseline,
      because: SENSES.flatMap((sense) => (at - (memory.lastHeard[sense] ?? -Infinity) <= PRESENCE[sense] ? memory.evidence[sense] ?? [] : [])),
    },
  };
}
