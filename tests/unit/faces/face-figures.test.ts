import { describe, expect, it } from 'vitest';
import { measureFaces } from '../../../scripts/faces/face-figures.ts';
import type { LabelledPicture } from '../../../scripts/faces/labelled-faces.ts';
import { measurePolarity } from '../../../scripts/faces/polarity.ts';
import { EMOTIONS, type Emotion } from '../../../src/index.ts';

function picture(label: Emotion | null, votes: Partial<Record<Emotion, number>> | null = null): LabelledPicture {
  const counts = votes && Float64Array.from(EMOTIONS, (emotion) => votes[emotion] ?? 0);
  return {
    name: 'face.png', bytes: () => Promise.reject(new Error('nobody looks')), label, votes: counts, subject: null, split: null,
    agreement: counts && Math.max(...counts) / 10,
  };
}
const answer = (shares: Partial<Record<Emotion, number>>): Float64Array => Float64Array.from(EMOTIONS, (emotion) => shares[emotion] ?? 0);

describe('polarity', () => {
  it('adds up the displeased, leaves surprise out on both sides, and counts an unseen face as wrong', () => {
    const pictures = [picture('sadness'), picture('happiness'), picture('neutral'), picture('surprise')];
    const polarity = measurePolarity(pictures, [
      answer({ neutral: 0.3, sadness: 0.2, anger: 0.15, surprise: 0.35 }), answer({ happiness: 0.4, surprise: 0.6 }), null, answer({ surprise: 1 }),
    ]);
    expect(polarity?.n).toBe(3);
    expect(polarity?.perClass).toMatchObject({ negative: { recall: 1 }, positive: { recall: 1 }, neutral: { recall: 0, support: 1 } });
  });

  it('asks only where six of ten agree', () => {
    const pictures = [picture('anger', { anger: 6, neutral: 4 }), picture('anger', { anger: 5, neutral: 5 })];
    expect(measurePolarity(pictures, [null, null])?.n).toBe(1);
    expect(measurePolarity([picture('surprise')], [null])).toBeNull();
  });
});

describe('figures', () => {
  it('score emotions where there is a label, and valence wherever there are votes', () => {
    const pictures = [picture('happiness', { happiness: 10 }), picture('anger', { anger: 8, neutral: 2 }), picture(null, { neutral: 5, sadness: 5 })];
    const metrics = measureFaces({ pictures, answers: pictures.map(({ votes }) => votes!.map((count) => count / 10)) });
    expect(metrics).toMatchObject({ accuracy: 1, macroF1: 1, answered: 1 });
    expect(metrics.ccc?.['valence']).toBeCloseTo(1, 6);
    expect(metrics.ccc?.['arousal']).toBeCloseTo(1, 6);
  });

  it('leave out a correlation that a folder of one emotion does not have', () => {
    const pictures = [picture('fear'), picture('fear')];
    const metrics = measureFaces({ pictures, answers: [answer({ fear: 1 }), answer({ fear: 0.6, surprise: 0.4 })] });
    expect(metrics.accuracy).toBe(1);
    expect(metrics.pearson).toEqual({});
  });
});
