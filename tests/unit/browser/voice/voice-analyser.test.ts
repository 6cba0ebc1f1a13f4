import { describe, expect, it } from 'vitest';
import { createVoiceAnalyser } from '../../../../src/browser/voice/voice-analyser.ts';
import type { SpeechBoundary } from '../../../../src/browser/voice/voice-activity.ts';
import type { VoiceFunctionals } from '../../../../src/browser/voice/voice-functionals.ts';
import { createNoise, RATE } from './sounds.ts';

/** A buzz of 150 Hz at -20 dBFS between two times, in faint noise. */
function buzz(from: number, to: number, seconds: number): Float32Array {
  const sound = createNoise(seconds * RATE, 0.0005);
  for (let i = Math.round(from * RATE); i < to * RATE; i += 1) {
    for (let k = 1; k <= 5; k += 1) sound[i] = sound[i]! + (0.12 / k) * Math.sin((2 * Math.PI * 150 * k * i) / RATE);
  }
  return sound;
}

interface Heard {
  readonly boundaries: SpeechBoundary[];
  readonly figures: { readonly at: number; readonly figures: VoiceFunctionals }[];
}

function hear(sound: Float32Array, probability: (at: number) => number | null, analyser = createVoiceAnalyser()): Heard {
  const heard: Heard = { boundaries: [], figures: [] };
  for (let i = 0; i + 512 <= sound.length; i += 512) {
    const at = i / RATE;
    const { boundary, figures } = analyser.push(sound.subarray(i, i + 512), at, probability(at));
    if (boundary) heard.boundaries.push(boundary);
    if (figures) heard.figures.push({ at: at + 0.032, figures });
  }
  return heard;
}

describe('voice analyser', () => {
  it('places the edges within 10 ms though the detector is 100 ms late at both', () => {
    const { boundaries } = hear(buzz(1.005, 2.02, 4), (at) => (at > 1.1 && at < 2.12 ? 0.95 : 0.02));
    expect(boundaries.map(({ type }) => type)).toEqual(['speech-start', 'speech-end']);
    expect(Math.abs(boundaries[0]!.at - 1.005)).toBeLessThan(0.01);
    expect(Math.abs(boundaries[1]!.at - 2.02)).toBeLessThan(0.01);
  });

  it('gives figures every quarter of a second while the voice sounds, and none afterwards', () => {
    const { figures } = hear(buzz(1, 4, 6), (at) => (at > 1 && at < 4 ? 0.95 : 0.02));
    expect(figures.length).toBeGreaterThanOrEqual(11);
    expect(figures.length).toBeLessThanOrEqual(13);
    for (const { at, figures: one } of figures) {
      expect(at).toBeLessThan(4.3);
      expect(Math.abs(one.pitch! / 150 - 1)).toBeLessThan(0.01);
      expect(one.window).toBeLessThanOrEqual(1.001);
      expect(one.quality).toBe(1);
    }
  });

  it('goes on by energy alone, at half the quality', () => {
    const { boundaries, figures } = hear(buzz(2, 3, 5), () => null);
    expect(boundaries.map(({ type }) => type)).toEqual(['speech-start', 'speech-end']);
    expect(Math.max(...figures.map((one) => one.figures.quality))).toBe(0.5);
  });

  it('hears no speech where the detector does but the room is silent', () => {
    expect(hear(createNoise(4 * RATE, 0.0005), (at) => (at > 2 ? 0.9 : 0.02)).boundaries).toEqual([]);
  });

  it('ends speech where only breath goes on, whatever the detector says', () => {
    const sound = buzz(1, 2, 4);
    const breath = createNoise(RATE / 2, 0.003);
    for (let i = 0; i < breath.length; i += 1) sound[2 * RATE + i] = sound[2 * RATE + i]! + breath[i]!;
    const { boundaries } = hear(sound, (at) => (at > 1 && at < 2.5 ? 0.9 : 0.02));
    expect(boundaries.map(({ type }) => type)).toEqual(['speech-start', 'speech-end']);
    expect(Math.abs(boundaries[1]!.at - 2)).toBeLessThan(0.02);
  });

  it('hears no speech in what is the agent\'s echo, however loud', () => {
    const [sound, analyser] = [buzz(1, 3, 4), createVoiceAnalyser()];
    for (let i = 0; i + 512 <= sound.length; i += 512) {
      expect(analyser.push(sound.subarray(i, i + 512), i / RATE, 0.95, -100).boundary).toBeNull();
    }
  });

  it('hears no speech in steady noise without a detector', () => {
    expect(hear(createNoise(30 * RATE, 0.02), () => null).boundaries).toEqual([]);
  });

  it('forgets speech under way when reset', () => {
    const analyser = createVoiceAnalyser();
    expect(hear(buzz(0.5, 2, 2), (at) => (at > 0.5 ? 0.9 : 0), analyser).boundaries).toHaveLength(1);
    analyser.reset();
    expect(hear(createNoise(2 * RATE, 0.0005), () => 0, analyser).boundaries).toEqual([]);
  });
});
