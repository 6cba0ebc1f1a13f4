import { applyCorrection } from 'attune/adapt';
import { EMOTIONS, likeliest } from 'attune';
import { type Episode, lessonOf, TRAITS, writeDataSet } from 'attune/collect';
import { describe, expect, it } from 'vitest';
import { learnFolder } from '../../../scripts/collected/learn-folder.ts';
import { createRandom } from '../../../src/learn/random.ts';
import { someEpisode } from './episodes.ts';

/** Voices of some people whom the head hears the wrong way round. */
function voices(people: number, each: number, seed: number): Episode[] {
  const random = createRandom(seed);
  return Array.from({ length: people * each }, (_, at) => {
    const shown = at % 2 === 0 ? 'anger' : 'happiness';
    const read = random.uniform() < 0.8 ? (shown === 'anger' ? 'happiness' : 'anger') : shown;
    return someEpisode({
      id: `v-${at}`, sense: 'voice', person: 'ABCDEFGH'[Math.floor(at / each)]!, traits: TRAITS.voice.map(() => random.normal() / 2 + 1), labels: [{ rater: 'X', category: shown, intensity: 0.5 }],
      head: EMOTIONS.map((emotion) => (emotion === read ? 0.65 : 0.05)),
    });
  });
}

describe('learning from a folder', () => {
  it('holds whole people out where there are enough, and its correction reads others better', () => {
    const learnt = learnFolder('voice', writeDataSet([...voices(6, 10, 1), someEpisode({ id: 'short', sense: 'voice', seconds: 0.1 })]));
    expect(learnt).toMatchObject({ episodes: 61, people: 6, heldOut: 'people', left: { 'too-short': 1 }, verdict: { reason: 'accepted' } });
    const others = voices(2, 40, 2).map((episode) => lessonOf(episode)!);
    const right = others.filter(({ head, aspects, label }) => likeliest(applyCorrection(learnt.verdict.correction!, head, aspects)) === label);
    expect(right.length / others.length).toBeGreaterThan(0.7);
  });

  it('says that it knows nothing of others where there are too few people', () => {
    expect(learnFolder('voice', writeDataSet(voices(2, 20, 1))).heldOut).toBe('episodes');
  });

  it('refuses a folder without labelled episodes of the sense', () => {
    expect(() => learnFolder('face', writeDataSet(voices(2, 20, 1)))).toThrow('Expected labelled episodes of face, at least 20, but of the 0 in this folder none can be learnt from.');
  });
});
