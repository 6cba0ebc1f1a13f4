import fc from 'fast-check';
import { type AffectEstimate, belief, certainty, type Emotion, EMOTIONS, normalise, UNIFORM } from 'attune';
import { describe, expect, it } from 'vitest';
import { ageView, type Channel, updateChannel } from '../../../../src/core/affect/channel.ts';
import { byEmotion } from '../../../../src/core/affect/emotion.ts';
import { unknownEstimate } from '../../../../src/core/affect/estimate.ts';

const look = (at: number, valence: number, emotion: Emotion = 'neutral', probability = 0.7, variance = 0.08): AffectEstimate => ({
  ...unknownEstimate(at, 'face'), valence: belief(valence, variance), arousal: belief(0, variance),
  emotions: normalise(byEmotion((each) => (each === emotion ? probability : (1 - probability) / (EMOTIONS.length - 1)))),
});
const message = (at: number, valence: number): AffectEstimate => ({ ...unknownEstimate(at, 'text'), valence: belief(valence, 0.08) });

const through = (looks: readonly AffectEstimate[]): Channel => looks.reduce<Channel | undefined>((channel, each) => updateChannel(channel, each), undefined)!;
const every = (period: number, from: number, to: number, each: (at: number) => AffectEstimate): AffectEstimate[] =>
  Array.from({ length: Math.round((to - from) / period) }, (_, i) => each(from + i * period));

describe('a channel', () => {
  it('does not grow certain by many frames of one camera', () => {
    const { view } = through(every(1 / 15, 0, 20, (at) => look(at, 0.5)));
    expect(view.valence.variance).toBeCloseTo(0.08, 2);
    expect(view.valence.mean).toBeCloseTo(0.5, 1);
  });

  it('counts time, not looks', () => {
    const rise = (rate: number): AffectEstimate => ageView(through(every(1 / rate, 0, 1.2, (at) => (at < 0.59 ? look(at, 0) : look(at, 0.3, 'happiness', 0.4)))).view, 1.2);
    expect(rise(60).valence.mean).toBeCloseTo(rise(15).valence.mean, 1);
    expect(rise(60).emotions.happiness).toBeCloseTo(rise(15).emotions.happiness, 1);
  });

  it('takes a grimace of one frame for none, and a face that lasts for one', () => {
    const calm = every(1 / 15, 0, 2, (at) => look(at, 0));
    const grimace = look(2, -0.6, 'disgust', 0.9);
    const after = every(1 / 15, 2 + 1 / 15, 3, (at) => look(at, 0));
    const [without, with_] = [through([...calm, ...after]), through([...calm, grimace, ...after])];
    expect(with_.view.emotions.disgust).toBeCloseTo(without.view.emotions.disgust, 2);
    const lasting = through([...calm, ...every(1 / 15, 2, 3, (at) => look(at, -0.6, 'disgust', 0.9))]);
    expect(lasting.view.emotions.disgust).toBeGreaterThan(0.7);
  });

  it('counts each look at once where looks are rare', () => {
    expect(through([look(0, 0), look(1, -0.6, 'disgust', 0.9)]).view.emotions.disgust).toBeGreaterThan(0.6);
  });

  it('puts a late observation in its place, and does not mind the order at one moment', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 22 }), { minLength: 2, maxLength: 15 });
    const looks = times.chain((at) => fc.tuple(...at.map((each) => fc.tuple(fc.constant(each / 10), fc.double({ min: -0.9, max: 0.9, noNaN: true }), fc.constantFrom(...EMOTIONS)))))
      .map((all) => all.flatMap(([at, valence, emotion], i) => [look(at, valence, emotion), ...(i % 4 === 0 ? [look(at, -valence, 'anger')] : [])]));
    fc.assert(fc.property(looks.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([sorted, shuffled]) => {
      const early = through([...sorted].sort((a, b) => a.at - b.at)).view;
      const late = through(shuffled).view;
      expect(late.valence.mean).toBeCloseTo(early.valence.mean, 9);
      expect(late.valence.variance).toBeCloseTo(early.valence.variance, 9);
      for (const emotion of EMOTIONS) expect(late.emotions[emotion]).toBeCloseTo(early.emotions[emotion], 9);
    }));
  });

  it('drops what is far too late', () => {
    const channel = through(every(0.1, 0, 10, (at) => look(at, 0.5)));
    expect(updateChannel(channel, look(2, -0.9))).toBe(channel);
  });

  it('lets a message stand for itself, and one that tells nothing take nothing away', () => {
    const sad = through([message(0, 0.6), message(3, -0.6)]);
    expect(sad.view.valence.mean).toBeCloseTo(-0.6, 9);
    const still = through([message(0, -0.6), unknownEstimate(3, 'text')]);
    expect(still.view.valence.mean).toBeLessThan(-0.4);
    expect(still.view.at).toBe(3);
  });

  it('ages into the unknown, never into neutral', () => {
    const old = ageView(look(0, 0.9, 'happiness', 0.95, 0.05), 90);
    expect(certainty(old.valence)).toBeCloseTo(0, 9);
    for (const emotion of EMOTIONS) expect(old.emotions[emotion]).toBeCloseTo(1 / 8, 3);
  });

  it('keeps what it needs to remember bounded', () => {
    const channel = through(every(1 / 60, 0, 30, (at) => look(at, Math.sin(at))));
    expect(channel.recent.length).toBeLessThan(200);
    expect(Math.abs(EMOTIONS.reduce((sum, emotion) => sum + channel.view.emotions[emotion], 0) - 1)).toBeLessThan(1e-9);
    expect(channel.view.emotions).not.toEqual(UNIFORM);
  });
});
