import { type AdaptedSense, type HeadVerdict, judgeCorrection, LEAST_LABELS } from '../../src/adapt/index.ts';
import { type Agreement, categoryAgreement, cleanEpisodes, type DataSetFiles, type Fault, FAULTS, findOutliers, intensityAgreement, lessonOf, type Outlier, readDataSet } from '../../src/collect/index.ts';

/** What was learnt from a folder of one's own episodes, and what of them it was learnt from. */
export interface LearntFolder {
  readonly episodes: number;
  readonly people: number;
  /** How many could not be learnt from, by why. */
  readonly left: Readonly<Partial<Record<Fault, number>>>;
  readonly outliers: readonly Outlier[];
  readonly category: Agreement;
  readonly intensity: Agreement;
  /** Whether whole people were held out: only then it says anything of people who are not in the folder. */
  readonly heldOut: 'people' | 'episodes';
  readonly verdict: HeadVerdict;
}

/** With fewer people none can be held out in five folds. */
const LEAST_PEOPLE = 5;

/**
 * Fits a correction of one head to all people of a folder, and judges it on people who were held out where there are enough.
 *
 * @throws {AttuneError} `bad-input` where the folder is none, naming the file and line
 * @throws {Error} where it has no episodes of the sense that can be learnt from
 */
export function learnFolder(sense: AdaptedSense, files: DataSetFiles): LearntFolder {
  const episodes = readDataSet(files).filter((episode) => episode.sense === sense);
  const { kept, left } = cleanEpisodes(episodes);
  const lessons = kept.flatMap((episode) => {
    const lesson = lessonOf(episode);
    return lesson ? [{ lesson, person: episode.person }] : [];
  });
  if (lessons.length === 0) throw new Error(`Expected labelled episodes of ${sense}, at least ${LEAST_LABELS}, but of the ${episodes.length} in this folder none can be learnt from. Collect some on the Collect page (npm start).`);
  const people = new Set(lessons.map(({ person }) => person)).size;
  const heldOut = people >= LEAST_PEOPLE ? 'people' : 'episodes';
  return {
    episodes: episodes.length, people, heldOut, outliers: findOutliers(kept), category: categoryAgreement(kept), intensity: intensityAgreement(kept),
    left: Object.fromEntries(FAULTS.flatMap((fault) => {
      const count = left.filter((each) => each.fault === fault).length;
      return count > 0 ? [[fault, count]] : [];
    })),
    verdict: judgeCorrection(sense, lessons.map(({ lesson }) => lesson), heldOut === 'people' ? { groups: lessons.map(({ person }) => person) } : {}),
  };
}
