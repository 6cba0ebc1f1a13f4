import { describe, expect, it } from 'vitest';
import { AT, type Descriptor, DESCRIPTORS, type VoiceHop } from '../../../../src/browser/voice/features/descriptors.ts';
import { createPowerSpectrum } from '../../../../src/browser/voice/features/fft.ts';
import { FUNCTIONALS, summariseVoiceFeatures } from '../../../../src/browser/voice/features/functionals.ts';
import { momentsOf, quantile, runsOf, slopesOf } from '../../../../src/browser/voice/features/statistics.ts';
import { createVoiceFeatures } from '../../../../src/browser/voice/features/voice-features.ts';
import { createNoise, RATE } from './sounds.ts';
import { createVoice } from './synthetic-voice.ts';

const hear = (samples: Float32Array): VoiceHop[] => createVoiceFeatures().push(samples.subarray(0, samples.length - (samples.length % 512))).slice(8);
const column = (hops: readonly VoiceHop[], name: Descriptor): number[] => hops.map(({ row }) => row[AT[name]]!).filter((each) => !Number.isNaN(each));
const mean = (hops: readonly VoiceHop[], name: Descriptor): number => momentsOf(column(hops, name)).mean;
const median = (hops: readonly VoiceHop[], name: Descriptor): number => quantile(column(hops, name).sort((a, b) => a - b), 0.5);
const tone = (hertz: number, amplitude = 0.3): Float32Array => Float32Array.from({ length: RATE }, (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / RATE));

describe('power spectrum', () => {
  it('puts a sine into its bin, and keeps the energy of noise (Parseval)', () => {
    const spectrum = createPowerSpectrum(512);
    const power = new Float32Array(spectrum.bins);
    spectrum.run(tone(1000), power);
    expect(power.indexOf(Math.max(...power))).toBe(Math.round(1000 / (RATE / 512)));
    const noise = createNoise(512, 0.1);
    spectrum.run(noise, power);
    const windowed = noise.reduce((sum, sample, i) => sum + (sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / 512))) ** 2, 0);
    const total = power.reduce((sum, each, i) => sum + each * (i === 0 || i === 256 ? 1 : 2), 0) / 512;
    expect(total / windowed).toBeCloseTo(1, 4);
  });

  it('asks for a power of two', () => {
    expect(() => createPowerSpectrum(500)).toThrow('power of two samples, but got 500');
  });
});

describe('descriptors of a voice of known truth', () => {
  it.each([90, 120, 220, 330])('tell a pitch of %i Hz to a tenth of a semitone', (pitch) => {
    const hops = hear(createVoice({ pitch }).samples);
    expect(Math.abs(median(hops, 'pitch') - 12 * Math.log2(pitch / 27.5))).toBeLessThan(0.1);
  });

  it.each([[120, 0.01], [120, 0.02], [220, 0.01]])('tell the jitter at %i Hz of %f to a quarter', (pitch, jitter) => {
    const voice = createVoice({ pitch, jitter });
    expect(mean(hear(voice.samples), 'jitter') / voice.jitter).toBeGreaterThan(0.75);
    expect(mean(hear(voice.samples), 'jitter') / voice.jitter).toBeLessThan(1.25);
  });

  it.each([[120, 0.1], [200, 0.05]])('tell the shimmer at %i Hz of %f to a quarter', (pitch, shimmer) => {
    const voice = createVoice({ pitch, shimmer });
    expect(mean(hear(voice.samples), 'shimmer') / voice.shimmer).toBeGreaterThan(0.75);
    expect(mean(hear(voice.samples), 'shimmer') / voice.shimmer).toBeLessThan(1.25);
  });

  it('tell next to no jitter and shimmer of a steady voice', () => {
    const hops = hear(createVoice({ pitch: 120 }).samples);
    expect(mean(hops, 'jitter')).toBeLessThan(0.001);
    expect(mean(hops, 'shimmer')).toBeLessThan(0.01);
  });

  it.each([[120, 10], [120, 20], [220, 20]])('tell the harmonics-to-noise ratio at %i Hz of %i dB to 1 dB', (pitch, hnr) => {
    expect(Math.abs(mean(hear(createVoice({ pitch, hnr }).samples), 'hnr') - hnr)).toBeLessThan(1);
  });

  it('find three formants where they are', () => {
    const hops = hear(createVoice({ pitch: 110, formants: [500, 1500, 2500] }).samples);
    for (const [name, truth] of [['f1', 500], ['f2', 1500], ['f3', 2500]] as const) expect(Math.abs(median(hops, name) / truth - 1)).toBeLessThan(0.12);
  });

  it('tell the level of a sine in decibels, and twice the loudness for ten more', () => {
    const [soft, loud] = [hear(tone(300, 0.05)), hear(tone(300, 0.05 * Math.sqrt(10)))];
    expect(mean(soft, 'level')).toBeCloseTo(20 * Math.log10(0.05 / Math.SQRT2), 1);
    expect(mean(loud, 'loudness') / mean(soft, 'loudness')).toBeCloseTo(2, 0);
  });

  it('tell a falling spectrum from a rising one', () => {
    const [dark, bright] = [hear(createVoice({ pitch: 120, formants: [300, 700, 2500] }).samples), hear(createVoice({ pitch: 120, formants: [800, 2400, 3500] }).samples)];
    for (const name of ['alpha', 'hammarberg'] as const) expect(mean(dark, name)).toBeGreaterThan(mean(bright, name) + 3);
    expect(mean(dark, 'slope-low')).toBeLessThan(mean(bright, 'slope-low'));
  });

  it('tell hardly any flux of what stays, and much of what jumps', () => {
    const changing = Float32Array.from({ length: RATE }, (_, i) => 0.3 * Math.sin((2 * Math.PI * (Math.floor(i / 1600) % 2 ? 300 : 1500) * i) / RATE));
    expect(mean(hear(tone(300)), 'flux')).toBeLessThan(0.02);
    expect(mean(hear(changing), 'flux')).toBeGreaterThan(0.1);
  });

  it('tell nothing of a voice in noise and silence', () => {
    for (const sound of [createNoise(RATE, 0.1), new Float32Array(RATE)]) {
      const hops = hear(sound);
      expect(column(hops, 'jitter').length).toBeLessThan(0.1 * hops.length);
      expect(hops.every(({ mels }) => mels.every(Number.isFinite))).toBe(true);
    }
  });

  it('are the same in whatever pieces the sound comes, and after a reset', () => {
    const { samples } = createVoice({ pitch: 150, jitter: 0.01 });
    const features = createVoiceFeatures();
    const whole = features.push(samples.subarray(0, 8192));
    features.reset();
    const pieces = Array.from({ length: 16 }, (_, i) => features.push(samples.subarray(i * 512, (i + 1) * 512))).flat();
    expect(pieces).toEqual(whole);
  });
});

describe('statistics', () => {
  it('leave out what is not a number', () => {
    expect(momentsOf([1, Number.NaN, 3])).toEqual({ mean: 2, deviation: 1 });
    expect(momentsOf([])).toEqual({ mean: Number.NaN, deviation: Number.NaN });
  });

  it('find the slopes of stretches, and no slope over a gap', () => {
    expect(slopesOf([0, 1, 2, 1, 0, Number.NaN, 5, 9], 0.5)).toEqual({ rising: [2, 8], falling: [-2] });
    expect(slopesOf([3, 3, 3], 1)).toEqual({ rising: [], falling: [] });
  });

  it('measure runs', () => {
    expect(runsOf([true, true, false, true])).toEqual({ on: [2, 1], off: [1] });
    expect(runsOf([])).toEqual({ on: [], off: [] });
  });
});

describe('functionals', () => {
  const voice = createVoice({ pitch: 140, jitter: 0.01, hnr: 20 }).samples;
  const hiss = createNoise(voice.length, 0.03);
  /** Half a second each: 0.3 s of voice that grows softer, 0.1 s of hiss, 0.1 s of next to nothing. */
  const samples = voice.map((sample, i) => {
    const place = i % 8000;
    return place < 4800 ? sample * (1 - place / 9600) : place < 6400 ? hiss[i]! : hiss[i]! / 300;
  });
  const of = (hops: readonly VoiceHop[], name: string): number => summariseVoiceFeatures(hops)[FUNCTIONALS.indexOf(name)]!;

  it('are as many as their names, which differ', () => {
    expect(summariseVoiceFeatures(hear(samples))).toHaveLength(FUNCTIONALS.length);
    expect(new Set(FUNCTIONALS).size).toBe(FUNCTIONALS.length);
    expect(summariseVoiceFeatures(hear(samples)).every((value) => !Number.isNaN(value))).toBe(true);
  });

  it('owe nothing to the gain but the level', () => {
    const [soft, loud] = [summariseVoiceFeatures(hear(samples)), summariseVoiceFeatures(hear(samples.map((sample) => sample * 4)))];
    expect(soft.some(Number.isNaN)).toBe(false);
    const changed = FUNCTIONALS.filter((_, i) => !(Math.abs(loud[i]! - soft[i]!) < 0.03 * Math.max(1, Math.abs(soft[i]!))));
    expect(changed).toEqual(['loudness level']);
    expect(of(hear(samples.map((sample) => sample * 4)), 'loudness level') - of(hear(samples), 'loudness level')).toBeCloseTo(20 * Math.log10(4), 1);
  });

  it('count voiced segments and pauses', () => {
    const hops = hear(samples);
    expect(of(hops, 'voiced segments')).toBeGreaterThan(1.5);
    expect(of(hops, 'voiced segments')).toBeLessThan(2.8);
    expect(of(hops, 'pause share')).toBeGreaterThan(0.1);
    expect(of(hops, 'pause share')).toBeLessThan(0.3);
    expect(of(hops, 'voiced length')).toBeCloseTo(0.3, 1);
  });

  it('tell of a whisper what can be told', () => {
    const summary = summariseVoiceFeatures(hear(createNoise(RATE, 0.1)).map(({ row, mels }) => ({ row: row.map((value, i) => (i < DESCRIPTORS.indexOf('loudness') ? Number.NaN : value)), mels })));
    expect(summary[FUNCTIONALS.indexOf('pitch mean')]).toBeNaN();
    expect(summary[FUNCTIONALS.indexOf('flux unvoiced')]).toBeGreaterThan(0);
    expect(summary[FUNCTIONALS.indexOf('voiced share')]).toBe(0);
  });
});
