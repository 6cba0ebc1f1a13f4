import { toDecibels, toMeanSquare } from '../../src/browser/voice/level.ts';
import { AT, type Descriptor } from '../../src/browser/voice/features/descriptors.ts';
import { createVoiceFeatures } from '../../src/browser/voice/features/voice-features.ts';
import { FRAME } from '../../src/browser/voice/voice-frame.ts';
import { envelopeEdges } from '../hearing/speech-envelope.ts';
import { describe } from '../statistics.ts';

/** What a sentence sounds like, told by its sound alone but for how many syllables it has. */
export interface SoundFigures {
  /** Mean of the voiced hops, in semitones above 27.5 Hz. */
  readonly pitch: number;
  /** From the 10th to the 90th percentile of the voiced hops, in semitones: a hop whose pitch was mistaken counts little. */
  readonly range: number;
  /** Syllables a second from the first to the last sound, pauses included. */
  readonly rate: number;
  /** RMS where voiced, in dB of full scale. */
  readonly level: number;
  /** 1-5 kHz above 50-1000 Hz where voiced, in dB: eGeMAPS' alpha ratio with its sign turned. */
  readonly brightness: number;
}

const features = createVoiceFeatures();

/** @param samples at 16 kHz */
export function measureSound(samples: Float32Array, syllables: number): SoundFigures {
  features.reset();
  const hops = features.push(samples.subarray(0, samples.length - (samples.length % FRAME)));
  const voiced = hops.filter(({ row }) => !Number.isNaN(row[AT.pitch]!));
  const over = (name: Descriptor): number[] => voiced.map(({ row }) => row[AT[name]]!);
  const pitches = over('pitch').sort((a, b) => a - b);
  const at = (share: number): number => pitches[Math.round(share * (pitches.length - 1))] ?? Number.NaN;
  const { begins, ends } = envelopeEdges(samples);
  return {
    pitch: describe(pitches).mean, range: at(0.9) - at(0.1), rate: syllables / (ends - begins),
    level: toDecibels(describe(over('level').map(toMeanSquare)).mean), brightness: -describe(over('alpha')).mean,
  };
}
