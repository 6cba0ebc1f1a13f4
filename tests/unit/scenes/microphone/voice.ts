import type { VoiceSignal } from 'attune';
import type { VoiceStats } from 'attune/browser';

/** A usual signal, but for what the test is about. */
export const signal = (parts: Partial<VoiceSignal>): VoiceSignal => ({
  kind: 'voice', at: 1, latency: 0.03, source: 'silero', quality: 1, window: 1, speaking: true, loudness: -20, pitch: 150, pitchRange: 3, voicedRatio: 0.6, expression: null, ...parts,
});

export const stats = (parts: Partial<VoiceStats>): VoiceStats => ({
  at: 1, frames: 10, dropped: 0, realTimeFactor: 0.1, noiseFloor: -60, level: -20, probability: 0.9, pitch: 150, clipped: 0, duplex: null, ...parts,
});
