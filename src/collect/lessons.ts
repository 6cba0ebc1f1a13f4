import { type AdaptedSense, faceAspects, type HeadLesson, textAspects, voiceAspects } from '../adapt/index.ts';
import { BLENDSHAPES, byEmotion, EMOTIONS } from '../core/index.ts';
import { type Episode, labelBy } from './episode.ts';

/**
 * What a head can learn from an episode: {@link judgeCorrection}'s lesson.
 *
 * @param rater whose label counts; by default the person's own, and else the first that says anything
 * @returns null where nothing was judged, or the rater could not tell
 */
export function lessonOf(episode: Episode, rater?: string): HeadLesson | null {
  const { sense, head, person, labels } = episode;
  const own = rater === undefined ? labelBy(episode, person) ?? labels.find(({ category }) => category !== null) : labelBy(episode, rater);
  const label = own?.category ?? null;
  if (head === null || label === null) return null;
  return { head: byEmotion((emotion) => head[EMOTIONS.indexOf(emotion)]!), aspects: ASPECTS_OF[sense](episode.traits), label };
}

const at = (traits: Episode['traits'], index: number): number => traits[index] ?? 0;
const belief = (mean: number) => ({ mean, variance: 1 });

const ASPECTS_OF: Readonly<Record<AdaptedSense, (traits: Episode['traits']) => Float64Array>> = {
  face: (traits) => faceAspects(BLENDSHAPES.map((_, index) => at(traits, index))),
  voice: (traits) => voiceAspects({
    loudness: at(traits, 0), pitch: traits[1] ?? null, pitchRange: traits[2] ?? null, voicedRatio: at(traits, 3),
    expression: { valence: belief(at(traits, 4)), arousal: belief(at(traits, 5)), dominance: belief(at(traits, 6)) },
  }),
  text: (traits) => textAspects({ valence: belief(at(traits, 0)), arousal: belief(at(traits, 1)), dominance: belief(at(traits, 2)) }, traits.slice(4).map((count) => count ?? 0)),
};
