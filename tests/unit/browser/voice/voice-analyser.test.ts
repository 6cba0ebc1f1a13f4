import { belief, UNIFORM, UNKNOWN, type VoiceExpression } from 'attune';
import { describe, expect, it } from 'vitest';
import { createVoiceAnalyser } from '../../../../src/browser/voice/voice-analyser.ts';
import type { SpeechBoundary } from '../../../../src/browser/voice/voice-activity.ts';
import type { VoiceFunctionals } from '../../../../src/browser/voice/voice-functionals.ts';
import type { VoiceReader } from '../../../../src/browser/voice/voice-reader.ts';
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

  it('gives figures every quarter of a second while the voice sounds, and its last ones with its end', () => {
    const { figures: all, boundaries } = hear(buzz(1, 4, 6), (at) => (at > 1 && at < 4 ? 0.95 : 0.02));
    expect(boundaries).toHaveLength(2);
    // A voice at one pitch seems to be drawn out, and is waited for longer than most.
    expect(all.at(-1)!.at).toBeCloseTo(4.85, 1);
    const figures = all.slice(0, -1);
    expect(figures.length).toBeGreaterThanOrEqual(11);
    expect(figures.length).toBeLessThanOrEqual(13);
    for (const { at, figures: one } of figures) {
      expect(at).toBeLessThan(4.3);
      expect(Math.abs(one.pitch! / 150 - 1)).toBeLessThan(0.01);
      expect(one.window).toBeLessThanOrEqual(1.001);
      expect(one.quality).toBe(1);
    }
  });

  it('tells when it is surely speech, when it pauses and when it goes on, and waits as it is told', () => {
    const analyser = createVoiceAnalyser();
    const sound = buzz(1, 4, 6);
    const quiet = (at: number): boolean => at > 2 && at < 2.4;
    const signs: [string, number][] = [];
    let end = 0;
    for (let i = 0; i + 512 <= sound.length; i += 512) {
      const at = i / RATE;
      const frame = quiet(at) ? createNoise(512, 0.0005) : sound.subarray(i, i + 512);
      const heard = analyser.push(frame, at, at > 1 && at < 4 && !quiet(at) ? 0.95 : 0.02);
      for (const sign of heard.signs) {
        signs.push([sign.type, sign.at]);
        if (sign.type === 'pause' && at > 3) analyser.wait(0.3);
      }
      if (heard.boundary?.type === 'speech-end') end = at + 0.032;
    }
    expect(signs.map(([type]) => type)).toEqual(['confirmed', 'pause', 'resumed', 'pause']);
    const [confirmed, first, resumed, second] = signs.map(([, at]) => at);
    expect(confirmed).toBeCloseTo(1.37, 1);
    expect(first).toBeCloseTo(2, 1);
    expect(resumed).toBeCloseTo(2.42, 1);
    expect(second).toBeCloseTo(4, 1);
    expect(end).toBeCloseTo(4.33, 1);
  });

  it('does not take a cough for speech', () => {
    const sound = buzz(1, 1.2, 4);
    const analyser = createVoiceAnalyser();
    const types = new Set<string>();
    for (let i = 0; i + 512 <= sound.length; i += 512) {
      const at = i / RATE;
      for (const { type } of analyser.push(sound.subarray(i, i + 512), at, at > 1 && at < 1.2 ? 0.95 : 0.02).signs) types.add(type);
    }
    expect([...types]).toEqual(['pause']);
  });

  it('goes on by energy alone, at half the quality', () => {
    const { boundaries, figures } = hear(buzz(2, 3, 5), () => null);
    expect(boundaries.map(({ type }) => type)).toEqual(['speech-start', 'speech-end']);
    expect(Math.max(...figures.map((one) => one.figures.quality))).toBe(0.5);
  });

  it('lets a model read each utterance while it is spoken and at its end, and drops what was none', () => {
    const heard = { speech: 0, silence: 0, drops: 0, resets: 0 };
    const reading = (mean: number): VoiceExpression => ({ valence: belief(mean, 0.1), arousal: UNKNOWN, dominance: UNKNOWN, emotions: UNIFORM });
    const reader: VoiceReader = {
      push: (_, speech) => { heard[speech ? 'speech' : 'silence'] += 1; },
      read: () => reading(0.1), settle: () => reading(0.9),
      drop: () => { heard.drops += 1; }, reset: () => { heard.resets += 1; },
    };
    const analyser = createVoiceAnalyser();
    analyser.readBy(reader);
    const { figures } = hear(buzz(1, 3, 5), (at) => (at > 1 && at < 3 ? 0.95 : 0.02), analyser);
    const valences = figures.map(({ figures: one }) => one.expression?.valence.mean);
    expect(valences.slice(0, -1)).toEqual(valences.slice(0, -1).map(() => 0.1));
    expect(valences.at(-1)).toBe(0.9);
    expect(heard.speech * 0.032).toBeCloseTo(2, 0);
    expect(heard.drops).toBeGreaterThan(0);
    expect(heard.resets).toBe(0);
    analyser.reset();
    expect(heard.resets).toBe(1);
  });

  it('tells the newest pitch of every frame while it is voiced, and null in noise', () => {
    const analyser = createVoiceAnalyser();
    const sound = buzz(1, 2, 3);
    const pitches: { at: number; pitch: number | null }[] = [];
    for (let i = 0; i + 512 <= sound.length; i += 512) pitches.push({ at: i / RATE, pitch: analyser.push(sound.subarray(i, i + 512), i / RATE, null).pitch });
    const voiced = pitches.filter(({ at }) => at > 1.05 && at < 1.95);
    expect(voiced.length).toBeGreaterThan(25);
    for (const { pitch } of voiced) expect(Math.abs(pitch! / 150 - 1)).toBeLessThan(0.01);
    const noise = pitches.filter(({ at }) => at < 0.9 || at > 2.2);
    expect(noise.map(({ pitch }) => pitch)).toEqual(noise.map(() => null));
  });

  it('tells which share of a frame is clipped', () => {
    const frame = Float32Array.from({ length: 512 }, (_, i) => (i < 128 ? 1 : 0.5 * Math.sin(i)));
    expect(createVoiceAnalyser().push(frame, 0, null).clipped).toBe(0.25);
    expect(createVoiceAnalyser().push(createNoise(512, 0.1), 0, null).clipped).toBe(0);
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
