import type { Signal } from '../signals/any-signal.ts';
import { SENSES, type Sense } from '../signals/signal.ts';
import { type SessionTime, smoothstep, type Unit } from '../units.ts';
import { hearBaseline, moveBaseline, STRANGER } from './baseline.ts';
import { certainty } from './belief.ts';
import { ageFresh, ageView, type Channel, type Shown, stillHolds, updateChannel } from './channel.ts';
import { type Fusion, WEIGHTED } from './choose-fusion.ts';
import { aboveChance, blunt, type EmotionDistribution, EMOTIONS, likeliest, UNIFORM } from './emotion.ts';
import { type EpisodeState, NO_EPISODE, stepEpisode } from './episode.ts';
import { type AffectEstimate, doubted, unknownEstimate } from './estimate.ts';
import { besideReport, conflictOf, fuseShown, fuseViews, outweighed } from './fuse.ts';
import { type MachineState, NOBODY, stepMachine } from './machine.ts';
import { holdPairs, type MixedState, type SaidBoth, stepMixed, sureOfBoth, UNMIXED } from './mixed.ts';
import { readContext } from './read-context.ts';
import { faceEvidence, readFace } from './read-face.ts';
import { motionEvidence, readMotion } from './read-motion.ts';
import { readReport } from './read-report.ts';
import { readVoice, voiceEvidence } from './read-voice.ts';
import type { AffectState, Evidence } from './state.ts';
import { NO_TREND, updateTrend } from './trend.ts';

/** Everything that is remembered between observations to keep the affect state. */
export interface AffectMemory {
  readonly channels: Readonly<Partial<Record<Sense, Channel>>>;
  readonly machine: MachineState;
  readonly episode: EpisodeState;
  readonly mixed: MixedState;
  /** The two feelings that the last message told of; null when it told of fewer. */
  readonly said: (SaidBoth & { readonly at: SessionTime }) | null;
  /** When each sense last told anything. */
  readonly lastHeard: Readonly<Partial<Record<Sense, SessionTime>>>;
  readonly evidence: Readonly<Partial<Record<Sense, readonly Evidence[]>>>;
  /** Whether anything was observed since the last settled moment. */
  readonly news: boolean;
  /** Whether any sense told of somebody as of the last settled moment. */
  readonly present: boolean;
  /** The emotions as of the last settled moment, hardly averaged: what categories are decided on. */
  readonly fresh: EmotionDistribution;
  readonly state: AffectState;
}

/**
 * How long after its last observation a sense still counts as somebody being there, in seconds. A busy
 * phone may look at the face only twice a second, and each look is half a second old when it arrives.
 */
const PRESENCE: Readonly<Record<Sense, number>> = { face: 1.5, voice: 6, text: 45, context: 15, report: 90, motion: 2 };

/** Knowing nobody. */
export function strangerMemory(at: SessionTime): AffectMemory {
  return {
    channels: {},
    machine: { ...NOBODY, at, since: at, felt: at },
    episode: NO_EPISODE,
    mixed: UNMIXED,
    said: null,
    lastHeard: {},
    evidence: {},
    news: false,
    present: false,
    fresh: UNIFORM,
    state: {
      phase: 'absent', since: at, category: null, felt: at, mixed: null, estimate: unknownEstimate(at, 'fused'), senses: {}, intensity: 0, trend: NO_TREND,
      fusion: { by: 'weighted', instead: null }, conflict: { degree: 0, between: null }, episode: null, baseline: STRANGER, because: [],
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
      const { both = null } = signal.reading;
      const reading = doubted(signal.reading, signal.quality);
      const cue = both ? 'mixed-words' : reading.valence.mean >= 0 ? 'kind-words' : 'heavy-words';
      // A message that tells nothing takes nothing back.
      const said = both ? { both, at: signal.at, share: signal.quality } : signal.reading.cues > 0 ? null : memory.said;
      const { valence, arousal, dominance, emotions } = reading;
      return heard({ ...memory, said }, { at: signal.at, origin: 'text', valence, arousal, dominance, emotions }, signal.reading.cues > 0 ? [{ sense: 'text', cue, strength: Math.min(1, signal.reading.cues / 3) * signal.quality }] : []);
    }
    case 'context':
      return heard(memory, readContext(signal), [{ sense: 'context', cue: signal.event, strength: signal.quality }]);
    case 'report':
      return heard(memory, readReport(signal), [{ sense: 'report', cue: `says-${signal.emotion}`, strength: 1 }]);
    case 'motion':
      return heard({ ...memory, state: { ...memory.state, baseline: moveBaseline(baseline, signal) } }, readMotion(signal, baseline), motionEvidence(signal, baseline));
  }
}

function heard(memory: AffectMemory, estimate: AffectEstimate, evidence: readonly Evidence[]): AffectMemory {
  const sense = estimate.origin as Sense;
  return {
    ...memory,
    channels: { ...memory.channels, [sense]: updateChannel(memory.channels[sense], estimate) },
    news: true,
    lastHeard: { ...memory.lastHeard, [sense]: Math.max(estimate.at, memory.lastHeard[sense] ?? estimate.at) },
    evidence: { ...memory.evidence, [sense]: evidence },
  };
}

/**
 * Brings the affect state up to `at`: decides on what was seen until now, then ages and fuses the senses anew.
 *
 * Phase, category, trend and episode move on only as time does, by the state at the end of the moment
 * before; so neither the order of what came at one moment nor the number of observations matters.
 *
 * @param fusion how face and voice are brought together; the same one gives the same state again
 */
export function settleAffect(memory: AffectMemory, at: SessionTime, fusion: Fusion = WEIGHTED): AffectMemory {
  const { machine, episode, mixed, trend } = at > memory.state.estimate.at ? passTime(memory, at) : { ...memory, trend: memory.state.trend };
  const senses: Partial<Record<Sense, AffectEstimate>> = {};
  const fresh: Partial<Record<Sense, Shown>> = {};
  for (const sense of SENSES) {
    const channel = memory.channels[sense];
    if (!channel) continue;
    senses[sense] = ageView(channel.view, at);
    fresh[sense] = ageFresh(channel, at);
  }
  const speaks = at - (memory.lastHeard.voice ?? -Infinity) < SPEECH_FADES[1];
  const fused = fuseViews(senses, at, speaks, fusion);
  const estimate = memory.news ? fused.estimate : noSurer(fused.estimate, memory.state.estimate);
  return {
    ...memory,
    machine,
    episode,
    mixed,
    news: false,
    present: SENSES.some((sense) => isHeard(memory, sense, at)),
    fresh: fuseShown(fresh, speaks, fusion).emotions,
    state: {
      phase: machine.phase,
      since: machine.since,
      category: machine.category,
      felt: machine.felt,
      mixed: mixed.mixed,
      estimate,
      senses,
      intensity: intensityOf(estimate),
      trend,
      fusion: fused.used,
      conflict: conflictOf(senses),
      episode: episode.episode,
      baseline: memory.state.baseline,
      because: SENSES.flatMap((sense) => (isHeard(memory, sense, at) ? memory.evidence[sense] ?? [] : [])),
    },
  };
}

/** Where two senses contradict each other and one of them fades, the other is not thereby surer. */
function noSurer(estimate: AffectEstimate, before: AffectEstimate): AffectEstimate {
  return { ...estimate, emotions: blunt(estimate.emotions, Math.max(...EMOTIONS.map((emotion) => before.emotions[emotion]))) };
}

function passTime(memory: AffectMemory, at: SessionTime): Pick<AffectMemory, 'machine' | 'episode' | 'mixed'> & Pick<AffectState, 'trend'> {
  const { estimate, senses, intensity, trend } = memory.state;
  const { fresh } = memory;
  const said = memory.said && { both: memory.said.both, share: memory.said.share * stillHolds('text', at - memory.said.at) * besideReport(senses) };
  const holds = holdPairs(estimate.emotions, outweighed(senses), said);
  // While one feeling turns into another the average of both is unsure, and yet each look is not.
  const sureness = Math.max(surenessOf(estimate), aboveChance(fresh[likeliest(fresh)]), sureOfBoth(holds, estimate.emotions));
  const machine = stepMachine(memory.machine, at, { present: memory.present, certainty: sureness, emotions: fresh });
  return {
    machine,
    episode: stepEpisode(memory.episode, at, machine.category, machine.felt, intensity),
    mixed: stepMixed(memory.mixed, at - estimate.at, at, { tracking: machine.phase === 'tracking', torn: machine.category === 'mixed' }, holds),
    trend: updateTrend(trend, estimate.valence, at - estimate.at),
  };
}

/** How certain an estimate is in what it is surest of: what the phase is decided on, besides feelings that are surely mixed. */
export function surenessOf({ valence, arousal, emotions }: AffectEstimate): Unit {
  return Math.max(certainty(valence), certainty(arousal), aboveChance(emotions[likeliest(emotions)]));
}

/** How strong the feeling is, whichever it is. */
function intensityOf({ valence, emotions }: AffectEstimate): number {
  const strongest = Math.max(...EMOTIONS.map((emotion) => (emotion === 'neutral' ? 0 : aboveChance(emotions[emotion]))));
  return Math.max(strongest, Math.abs(valence.mean) * certainty(valence));
}

function isHeard(memory: AffectMemory, sense: Sense, at: SessionTime): boolean {
  return at - (memory.lastHeard[sense] ?? -Infinity) <= PRESENCE[sense];
}
