import { type AdaptedSense } from 'attune/adapt';
import { EMOTIONS } from 'attune';
import { type Episode, TRAITS } from 'attune/collect';

/** An episode that nothing is wrong with. */
export function someEpisode(given: Partial<Episode> = {}): Episode {
  const sense: AdaptedSense = given.sense ?? 'face';
  return {
    id: 'one', sense, person: 'A', prompt: 'face-anger', seconds: 2, looks: 20, seen: 1, quality: 0.8, head: EMOTIONS.map((_, at) => (at === 4 ? 0.65 : 0.05)),
    traits: TRAITS[sense].map((_, at) => at / 1000), labels: [{ rater: 'A', category: 'anger', intensity: 0.5 }], felt: null, words: null, ...given,
  };
}
