import { cleanEpisodes, type Episode, findOutliers, labelBy, labelEpisode, lessonOf, readDataSet, readEpisode, writeDataSet } from 'attune/collect';
import { describe, expect, it } from 'vitest';
import { someEpisode } from './episodes.ts';

describe('a folder of episodes', () => {
  const episodes = [someEpisode(), someEpisode({ id: 'two', sense: 'voice', felt: { emotion: 'fear', intensity: 0.2 } }), someEpisode({ id: 'three', sense: 'text', words: 'so be it' })];

  it('comes back as it was written', () => {
    const files = writeDataSet(episodes);
    expect(Object.keys(files)).toEqual(['manifest.json', 'face.jsonl', 'voice.jsonl', 'text.jsonl']);
    expect(readDataSet(files)).toEqual(episodes);
    expect(JSON.parse(files['manifest.json']!)).toMatchObject({ words: true, senses: { face: { episodes: 1, people: 1 } } });
    expect(readDataSet(writeDataSet([]))).toEqual([]);
  });

  it('says where it is wrong', () => {
    const files = writeDataSet(episodes);
    expect(() => readDataSet({ 'a.txt': '' })).toThrow('Expected manifest.json in a folder of collected episodes, but it holds a.txt.');
    expect(() => readDataSet({ ...files, 'face.jsonl': 'no' })).toThrow('Expected JSON in face.jsonl, line 1');
    expect(() => readDataSet({ ...files, 'face.jsonl': '' })).toThrow('Expected 1 episodes in face.jsonl, as manifest.json says, but it has 0 lines.');
    expect(() => readDataSet({ ...files, 'face.jsonl': files['voice.jsonl']! })).toThrow('Expected an episode of face in face.jsonl, line 1, but it is one of voice.');
    expect(() => readDataSet({ ...files, 'voice.jsonl': files['voice.jsonl']!.replace('"two"', '"one"') })).toThrow('"one" came before');
    expect(() => readDataSet({ ...files, 'face.jsonl': files['face.jsonl']!.replace('"A"', '"Ada"') })).toThrow(/face\.jsonl, line 1: Expected an episode, but at person came "Ada" where one letter from A to Z belongs/);
  });

  it('takes in no field that an episode does not have, and no figure that is none', () => {
    expect(() => readEpisode({ ...someEpisode(), picture: 'data:' })).toThrow('at picture');
    expect(() => readEpisode({ ...someEpisode(), traits: [1] })).toThrow('as many traits as its sense has');
    expect(() => readEpisode({ ...someEpisode(), head: [1, 1, 0, 0, 0, 0, 0, 0] })).toThrow('chances that sum to 1');
    expect(() => readEpisode({ ...someEpisode(), labels: [someEpisode().labels[0], someEpisode().labels[0]] })).toThrow('one label for each rater');
  });
});

describe('cleaning', () => {
  it('tells why an episode can not be learnt from, and keeps the others', () => {
    const wrong = {
      'not-finite': someEpisode({ id: 'a', seconds: NaN }), unseen: someEpisode({ id: 'b', seen: 0.1 }), 'too-short': someEpisode({ id: 'c', seconds: 0.2 }), poor: someEpisode({ id: 'd', quality: 0.1 }),
      duplicate: someEpisode({ id: 'e' }), unlabelled: someEpisode({ id: 'f', traits: someEpisode().traits.toReversed(), labels: [{ rater: 'A', category: null, intensity: 0 }] }),
    };
    const good = someEpisode();
    const { kept, left } = cleanEpisodes([good, ...Object.values(wrong)]);
    expect(kept).toEqual([good]);
    expect(left.map(({ episode, fault }) => [fault, episode])).toEqual(Object.entries(wrong));
  });
});

describe('outliers', () => {
  const usual = Array.from({ length: 20 }, (_, k) => someEpisode({ id: `usual-${k}`, traits: someEpisode().traits.map((trait, at) => trait! + 0.02 * Math.sin(7 * k + 3 * at)) }));

  it('are told with the traits by which they depart, and nothing else is', () => {
    const odd = someEpisode({ id: 'odd', traits: usual[3]!.traits.map((trait, at) => (at === 25 ? trait! + 0.9 : at < 20 ? trait! + 0.3 : trait)) });
    const told = findOutliers([...usual, odd]);
    expect(told.map(({ id }) => id)).toEqual(['odd']);
    expect(told[0]!.traits[0]!.trait).toBe('jawOpen mean');
    expect(told[0]!.traits[0]!.by).toBeGreaterThan(10);
  });

  it('are not looked for among a few, nor across people', () => {
    expect(findOutliers(usual.slice(0, 6))).toEqual([]);
    const others = usual.map((episode): Episode => ({ ...episode, id: `b-${episode.id}`, person: 'B', traits: episode.traits.map((trait) => trait! + 0.5) }));
    expect(findOutliers([...usual, ...others])).toEqual([]);
  });
});

describe('labels', () => {
  it('are one for each rater, the last that they gave', () => {
    const twice = labelEpisode(labelEpisode(someEpisode(), { rater: 'B', category: 'fear', intensity: 1 }), { rater: 'A', category: 'sadness', intensity: 0.1 });
    expect(twice.labels.map(({ rater, category }) => [rater, category])).toEqual([['A', 'sadness'], ['B', 'fear']]);
    expect(labelBy(twice, 'C')).toBeUndefined();
  });

  it('make lessons of what the person says, else of what others do', () => {
    expect(lessonOf(someEpisode())).toMatchObject({ label: 'anger', head: { anger: 0.65 } });
    expect(lessonOf(someEpisode({ labels: [{ rater: 'B', category: 'fear', intensity: 1 }] }))?.label).toBe('fear');
    expect(lessonOf(someEpisode({ labels: [{ rater: 'A', category: null, intensity: 1 }, { rater: 'B', category: 'fear', intensity: 1 }] }))).toBeNull();
    expect(lessonOf(someEpisode({ head: null }))).toBeNull();
    expect(lessonOf(someEpisode(), 'B')).toBeNull();
  });
});
