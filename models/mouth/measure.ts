import { closedMouth, type MouthWeights, VISEMES } from '../../src/index.ts';
import { createSoundMouth, type MouthNet } from '../../src/browser/speech/mouth/sound-mouth.ts';
import { SOUND_RATE } from '../../src/browser/speech/mouth/sound-features.ts';
import { TRACK_HOP, type VisemeTrack } from '../../src/browser/speech/mouth/viseme-track.ts';
import { bestLag } from '../../scripts/lip-sync/best-lag.ts';
import { describe } from '../../scripts/statistics.ts';
import type { Lesson } from './lessons.ts';

export interface MouthScores {
  /** Mean absolute difference of the 14 weights. */
  readonly mae: number;
  /** Correlation of how far the mouth is open, and how much later it opens. */
  readonly correlation: number;
  readonly lag: number;
  /** How often the viseme that shows most is the phones'. */
  readonly top: number;
  /** Of the moments in which lips meet by the phones, in how many they nearly do, and the other way round. */
  readonly lipsRecall: number;
  readonly lipsPrecision: number;
}

/** As servers send it. */
const PIECE = SOUND_RATE / 2;
const MET = 0.5;

/** How near the mouth by sound comes to the mouth by phones. */
export function measureMouths(lessons: readonly Lesson[], mouthOf: (lesson: Lesson) => (at: number, mouth: MouthWeights) => void): MouthScores {
  const [wanted, given] = [closedMouth(), closedMouth()];
  const lags: number[] = [];
  const correlations: number[] = [];
  let [moments, error, top, met, found, right] = [0, 0, 0, 0, 0, 0];
  for (const lesson of lessons) {
    const sample = mouthOf(lesson);
    const [here, there]: [number[], number[]] = [[], []];
    for (let at = TRACK_HOP; at < lesson.track.end - TRACK_HOP; at += TRACK_HOP) {
      lesson.track.sample(at, wanted);
      sample(at, given);
      for (const viseme of VISEMES) error += Math.abs(wanted[viseme] - given[viseme]) / (VISEMES.length - 1);
      top += mainOf(wanted) === mainOf(given) ? 1 : 0;
      met += wanted.PP > MET ? 1 : 0;
      found += given.PP > MET ? 1 : 0;
      right += wanted.PP > MET && given.PP > MET ? 1 : 0;
      there.push(opening(wanted));
      here.push(opening(given));
      moments += 1;
    }
    const { lag, correlation } = bestLag(here, there, TRACK_HOP, 0.1);
    lags.push(lag);
    correlations.push(correlation);
  }
  return { mae: error / moments, correlation: describe(correlations).mean, lag: describe(lags).p50, top: top / moments, lipsRecall: right / met, lipsPrecision: right / Math.max(1, found) };
}

/** The mouth by sound, which comes in pieces. */
export function bySound(net: MouthNet): (lesson: Lesson) => (at: number, mouth: MouthWeights) => void {
  return ({ samples }) => {
    const mouth = createSoundMouth(SOUND_RATE, net);
    const tracks: [number, VisemeTrack][] = [];
    let begin = 0;
    for (let at = 0; at < samples.length; at += PIECE) {
      const part = mouth.push(samples.subarray(at, at + PIECE), at + PIECE >= samples.length);
      if (!part) continue;
      tracks.push([begin, part.track]);
      begin += part.track.end;
    }
    return (at, weights) => {
      const [start, track] = tracks.findLast(([from]) => from < at)!;
      track.sample(at - start, weights);
    };
  };
}

/** What loudness alone gives: an open mouth. */
export function byLoudness({ loudness }: Lesson): (at: number, mouth: MouthWeights) => void {
  return (at, mouth) => {
    for (const viseme of VISEMES) mouth[viseme] = 0;
    mouth.aa = loudness[Math.floor(at / TRACK_HOP)] ?? 0;
  };
}

function mainOf(mouth: MouthWeights): string {
  const rest = 1 - VISEMES.reduce((sum, viseme) => sum + mouth[viseme], 0);
  return VISEMES.reduce((best, viseme) => (mouth[viseme] > (best === 'sil' ? rest : mouth[best]) ? viseme : best), 'sil' as (typeof VISEMES)[number]);
}

function opening(mouth: MouthWeights): number {
  return mouth.aa + 0.7 * mouth.E + 0.8 * mouth.oh + 0.5 * mouth.ih + 0.4 * mouth.ou + 0.25 * (mouth.RR + mouth.DD + mouth.nn + mouth.kk + mouth.CH + mouth.SS + mouth.TH);
}
