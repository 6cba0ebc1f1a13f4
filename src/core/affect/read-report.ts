import type { ReportSignal } from '../signals/report.ts';
import { affectOfEmotions } from './affect-of-emotions.ts';
import { byEmotion, mix, UNIFORM } from './emotion.ts';
import { type AffectEstimate, doubted } from './estimate.ts';

/** People are asked, so they are believed; some say that they are fine and are not. */
const BELIEVED = 0.9;

/** Takes what players say of themselves. */
export function readReport({ at, emotion, quality }: ReportSignal): AffectEstimate {
  const emotions = mix(UNIFORM, byEmotion((each) => (each === emotion ? 1 : 0)), BELIEVED);
  return { at, origin: 'report', ...doubted({ ...affectOfEmotions(emotions), emotions }, quality) };
}
